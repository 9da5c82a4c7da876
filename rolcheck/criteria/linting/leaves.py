"""The indicators of a set with their places, and texts made comparable: what every check uses."""

import unicodedata
from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

from rolcheck.base.toml import Fault
from rolcheck.base.toml_places import Loc
from rolcheck.criteria.model import Criteria, EvidenceItem, Indicator
from rolcheck.criteria.rules.terms import RuleModel

R = TypeVar("R", bound=RuleModel)
T = TypeVar("T")
Check = Callable[[Criteria], Iterator[Fault]]


def leaves(criteria: Criteria) -> Iterator[tuple[Loc, Indicator]]:
    """Yield every indicator with its place in the file."""
    for index, indicator in enumerate(criteria.indicators):
        yield ("indicator", index), indicator


def with_rule(criteria: Criteria, kind: type[R]) -> Iterator[tuple[Loc, Indicator, R]]:
    """Yield the indicators that have a rule of one kind, with the place of the rule."""
    for loc, indicator in leaves(criteria):
        if isinstance(indicator.rule, kind):
            yield (*loc, "rule"), indicator, indicator.rule


def items(criteria: Criteria) -> Iterator[tuple[Loc, Indicator, EvidenceItem]]:
    """Yield every item of evidence with its place and its indicator."""
    for loc, indicator in leaves(criteria):
        for index, item in enumerate(indicator.evidence):
            yield (*loc, "evidence", index), indicator, item


def folded(text: str) -> str:
    """Return `text` as it is compared: letters and digits in NFKC, without regard to case.

    Example:
        >>> folded("《会议纪要》（Ａ）")
        '会议纪要a'
    """
    return "".join(filter(str.isalnum, unicodedata.normalize("NFKC", text).casefold()))


def repeated(
    things: Iterable[tuple[Loc, str, T]],
) -> Iterator[tuple[Loc, T, T]]:
    """Yield the place of each thing whose text stood there before, with it and the first one.

    Args:
        things: Place, text and thing, in the order of the file; empty texts are passed over.
    """
    first: dict[str, T] = {}
    for loc, text, thing in things:
        key = folded(text)
        if key in first:
            yield loc, thing, first[key]
        elif key:
            first[key] = thing
