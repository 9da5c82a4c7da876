"""What docs/rules.md says of each rule kind: its docstring, its keys, and an example computed."""

import inspect
import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from fractions import Fraction
from pathlib import Path
from typing import get_args

from pydantic import BaseModel

from docs.key_tables import table
from rolcheck.base.errors import ObservationError
from rolcheck.base.numbers import decimal_text
from rolcheck.base.periods import Period
from rolcheck.criteria.loader import load_criteria
from rolcheck.criteria.model import Indicator
from rolcheck.criteria.observing import observe
from rolcheck.criteria.rules import RULES

EXAMPLES = Path(__file__).parent / "examples" / "nine-kinds.toml"
YEAR = Period(date(2023, 1, 1), date(2023, 12, 31))
VALUES: Mapping[str, Sequence[str]] = {
    "graded": ("A", "ｂ", "missing", "D"),
    "points": ("2.5", "1", "missing", "2.2", "0.5"),
    "binary": ("yes", "否", "n/a", "maybe"),
    "deduct": ("none", "K1*2;K2", "K2*9", "K1*9", "missing", "K7"),
    "ratio": ("38/40", "34/40", "10/40", "0/0", "41/40"),
    "periodic": ("12/12", "11/12", "0/12", "0/0", "full", "3/4"),
    "sampled": ("20/20", "17/20", "0/0", "zero", "21/21"),
    "veto": ("clear", "veto", "missing"),
    "bonus": ("1", "0.5", "0.3", "2"),
}
"""What is written down in the examples; the last ones are refused."""

_SECTION = re.compile(r"^(\w+):\n((?:[ ]{4}.*\n?|\n)+)", re.M)
_ATTRIBUTE = re.compile(r"^(\w+): (.*(?:\n[ ]+.*)*)", re.M)


def rule_kind(kind: str, now: str) -> str:
    """Return what is said of a rule kind; `now` is not looked at."""
    rule = RULES[kind]
    what, observation = _paragraphs(rule)
    parts = [
        what,
        observation,
        table(rule, _attributes(rule)).rstrip(),
        *_entries(rule),
        f"```toml\n{_source(kind)}\n```",
        "\n".join(_worked(kind)),
    ]
    return "\n\n".join(parts) + "\n"


def _paragraphs(rule: type[BaseModel]) -> tuple[str, str]:
    first, observation, *_ = (inspect.getdoc(rule) or "").split("\n\n")
    return _flowing(first), _flowing(observation)


def _flowing(text: str) -> str:
    return " ".join(text.split()).replace("``", "`")


def _attributes(model: type[BaseModel]) -> dict[str, str]:
    """Return what docstrings say of a model's keys, by the names in files."""
    said: dict[str, str] = {}
    for each in reversed(model.__mro__):
        sections = dict(_SECTION.findall(inspect.cleandoc(each.__doc__ or "") + "\n"))
        listed = inspect.cleandoc(sections.get("Attributes", ""))
        said |= {name: _flowing(text) for name, text in _ATTRIBUTE.findall(listed)}
    fields = model.model_fields
    return {fields[name].alias or name: text for name, text in said.items() if name in fields}


def _entries(rule: type[BaseModel]) -> Iterator[str]:
    """Yield the keys of the tables in a rule, each table's below its name."""
    for name, info in rule.model_fields.items():
        inner = next(_models(info.annotation), None)
        if inner:
            what = _flowing((inspect.getdoc(inner) or "").partition("\n\n")[0])
            yield f"In `{info.alias or name}`: {what[0].lower()}{what[1:]}"
            yield table(inner, _attributes(inner)).rstrip()


def _models(annotation: object) -> Iterator[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for argument in get_args(annotation):
        yield from _models(argument)


def _source(kind: str) -> str:
    """Return the lines of the examples' indicator of that kind."""
    blocks = re.split(r"\n\n(?=\[\[)", EXAMPLES.read_text("utf-8").strip())
    return next(block for block in blocks if f'\nkind = "{kind}"' in block)


def _worked(kind: str) -> Iterator[str]:
    """Yield a table of what the example's rule makes of values."""
    criteria = load_criteria(EXAMPLES).criteria
    indicator = next(one for one in criteria.indicators if one.rule.kind == kind)
    yield "| written | recorded | points |"
    yield "|---|---|---|"
    for value in VALUES[kind]:
        yield f"| `{value}` | {_outcome(indicator, value)} |"


def _outcome(indicator: Indicator, value: str) -> str:
    try:
        seen = observe(indicator, value, YEAR)
    except ObservationError as error:
        return f"refused: {error} |"
    return f"`{seen.value}` | {_points(seen.points)}"


def _points(points: Fraction | None) -> str:
    return "none" if points is None else decimal_text(points)
