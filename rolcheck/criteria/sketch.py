"""A criteria file read as far as it goes: what holds up is looked at, even beside what does not."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from fractions import Fraction

from pydantic import ValidationError

from rolcheck.base.models import WrongValueError, to_points
from rolcheck.base.toml import Fault, Table, tables, validated
from rolcheck.base.toml_places import Loc
from rolcheck.criteria.model import Criteria, has_parts
from rolcheck.criteria.rules import RULES
from rolcheck.criteria.rules.terms import RuleModel

Kept = Mapping[str, list[int]]


@dataclass(frozen=True, slots=True)
class Node:
    """An area, group or indicator; None stands for what is missing or cannot be used.

    Attributes:
        loc: Its place in the file.
        table: Its table, as parsed.
        id: Its id.
        weight: Its weight, 1 where it names none.
    """

    loc: Loc
    table: Table
    id: str | None
    weight: Fraction | None

    @property
    def parent(self) -> str:
        """The id of the node above, empty where there is none."""
        return (self.id or "").rpartition(".")[0]


@dataclass(frozen=True, slots=True)
class Leaf(Node):
    """An indicator with its points and its rule.

    Attributes:
        points: Its points; None also where it names none.
        kind: The kind of its rule, empty if there is none to read.
        rule: Its rule, without the entries of lists that cannot be used.
        kept: Which entries of which lists those are that can, where some cannot.
    """

    points: Fraction | None
    kind: str
    rule: RuleModel | None
    kept: Kept

    @property
    def is_base(self) -> bool:
        """Whether it stands in the tree; what cannot be read is taken to."""
        return self.kind not in ("bonus", "veto")

    @property
    def full(self) -> Fraction | None:
        """The full points, None where they are not known or do not count."""
        return (self.points if self.is_base else None) or None

    def rule_faults(self) -> Iterator[Fault]:
        """Yield what is wrong within the rule, placed from the top of the file."""
        for fault in self.rule.faults(self.full) if self.rule else ():
            key, *rest = fault.loc or ("",)
            if rest and isinstance(rest[0], int) and key in self.kept:
                rest[0] = self.kept[str(key)][rest[0]]
            yield replace(fault, loc=(*self.loc, "rule", *(fault.loc and (key, *rest))))


@dataclass(frozen=True, slots=True)
class Sketch:
    """What can be read of a criteria file."""

    about: Table
    areas: tuple[Node, ...]
    groups: tuple[Node, ...]
    indicators: tuple[Leaf, ...]

    @property
    def levels(self) -> Iterator[tuple[str, tuple[Node, ...]]]:
        """The three levels from the top, each with the name of its table."""
        yield "area", self.areas
        yield "group", self.groups
        yield "indicator", self.indicators


def sketch(data: Table, read: Criteria | None) -> Sketch:
    """Return what can be read of parsed TOML; all of it, where it was read into a whole set."""
    about = data.get("criteria")
    rules = [indicator.rule for indicator in read.indicators] if read else None
    return Sketch(
        about if isinstance(about, dict) else {},
        tuple(Node(*_node(1, loc, table)) for loc, table in tables(data, "area")),
        tuple(Node(*_node(2, loc, table)) for loc, table in tables(data, "group")),
        tuple(
            _leaf(loc, table, rules[index] if rules else None)
            for index, (loc, table) in enumerate(tables(data, "indicator"))
        ),
    )


def points_in(table: Table, key: str, default: Fraction | None = None) -> Fraction | None:
    """Return a number of a table, `default` where it is missing, None where it cannot be used."""
    if key not in table:
        return default
    try:
        return to_points(table[key])
    except WrongValueError:
        return None


def _node(parts: int, loc: Loc, table: Table) -> tuple[Loc, Table, str | None, Fraction | None]:
    name = table.get("id")
    known = name if isinstance(name, str) and has_parts(name, parts) else None
    return loc, table, known, points_in(table, "weight", Fraction(1))


def _leaf(loc: Loc, table: Table, rule: RuleModel | None) -> Leaf:
    raw = table.get("rule")
    kind = raw.get("kind") if isinstance(raw, dict) else None
    kept: Kept = {}
    if rule is None and isinstance(raw, dict) and isinstance(kind, str) and kind in RULES:
        rule, kept = _salvaged(RULES[kind], raw)
    points = points_in(table, "points")
    return Leaf(*_node(3, loc, table), points, kind if isinstance(kind, str) else "", rule, kept)


SPARED = ("step", "minimum", "floor", "hint", "question", "describe", "where", "unit", "when-empty")
"""Keys without which a rule can still be checked: their defaults break nothing else."""

STAND_INS: Table = {"size": 1, "per-missing": 0}
"""For keys that a rule needs, though nothing else in it is held against them."""


def _salvaged(model: type[RuleModel], raw: Table) -> tuple[RuleModel | None, Kept]:
    """Return a rule without its broken entries of lists, unknown keys and broken plain values."""
    try:
        return validated(model, raw), {}
    except ValidationError as error:
        details = error.errors(include_url=False)
    broken = {detail["loc"][:2] for detail in details}
    alone = {str(loc[0]) for loc in broken if len(loc) == 1}
    keys = {info.alias or name for name, info in model.model_fields.items()}
    left_out = {key for key in alone if key in SPARED or key in STAND_INS or key not in keys}
    if alone - left_out:
        return None, {}
    lists = {key: value for key, value in raw.items() if isinstance(value, list)}
    kept = {
        key: [index for index in range(len(value)) if (key, index) not in broken]
        for key, value in lists.items()
    }
    whole = {key: value for key, value in raw.items() if key not in left_out}
    whole |= {key: STAND_INS[key] for key in left_out if key in STAND_INS}
    whole |= {key: [lists[key][index] for index in kept[key]] for key in kept if key in whole}
    try:
        return validated(model, whole), kept
    except ValidationError:
        return None, {}
