"""What every rule is told and says: terms, its base class, and how names are looked up."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from fractions import Fraction
from typing import Annotated

from pydantic import AfterValidator, WithJsonSchema

from rolcheck.base.messages import N_
from rolcheck.base.models import Model, Text, WrongValueError
from rolcheck.base.numbers import decimal_text
from rolcheck.base.text import fold_width
from rolcheck.base.toml import Fault

RESERVED = frozenset({"missing", "n/a", "lift"})
RESERVED_CODES = RESERVED | {"none", "ok", "full", "zero", "confirm", "无"}
_SEPARATORS = frozenset("*;:,/")


@dataclass(frozen=True, slots=True)
class Terms:
    """What a rule has to know beside its own table to read an observation.

    Attributes:
        full: The full points of the indicator.
        whole: How many whole periods the campaign holds; None where no campaign is known.
        mean: Whether the metric that the rule names is a mean, not a count.
    """

    full: Fraction
    whole: int | None = None
    mean: bool = False


class RuleModel(Model):
    """Base of the rule kinds."""

    def faults(self, full: Fraction | None) -> Iterator[Fault]:
        """Yield what is wrong within the rule, placed from its own table.

        Args:
            full: The full points of the indicator, None where they are not known.
        """
        yield from ()


def above_full(
    loc: tuple[str | int, ...], points: Fraction, full: Fraction | None
) -> Iterator[Fault]:
    """Yield a fault if a rule gives more points than its indicator has."""
    if full is not None and points > full:
        yield Fault(
            loc,
            N_("{points} is above the {full} points of the indicator"),
            N_("expected {full} at most"),
            {"points": decimal_text(points), "full": decimal_text(full)},
        )


def pick(name: str, names: Iterable[str]) -> int | None:
    """Return the index of `name`: as written, else by letters alone if clear."""
    wanted = fold_width(name)
    known = [fold_width(one) for one in names]
    if wanted in known:
        return known.index(wanted)
    near = [index for index, one in enumerate(known) if one.casefold() == wanted.casefold()]
    return near[0] if len(near) == 1 else None


def _a_label(value: str) -> str:
    if fold_width(value).casefold() in RESERVED:
        raise WrongValueError(
            N_("{key} is a word with a meaning of its own: {value}"), N_("expected another word")
        )
    return value


def _a_code(value: str) -> str:
    if fold_width(value) != value or any(char.isspace() or char in _SEPARATORS for char in value):
        raise WrongValueError(
            N_("{key} holds characters that a code cannot have: {value}"),
            N_("expected none of * ; : , / and no blanks or full-width forms"),
        )
    if value.casefold() in RESERVED_CODES:
        raise WrongValueError(
            N_("{key} is a word with a meaning of its own: {value}"), N_("expected another word")
        )
    return value


Label = Annotated[
    Text, AfterValidator(_a_label), WithJsonSchema({"type": "string", "minLength": 1})
]
Code = Annotated[Text, AfterValidator(_a_code), WithJsonSchema({"type": "string", "minLength": 1})]
