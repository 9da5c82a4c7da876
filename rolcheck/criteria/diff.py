"""What differs between two criteria sets: what is new, gone, moved, and what says otherwise."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Literal, TypeVar

from pydantic import BaseModel

from rolcheck.base.numbers import decimal_text
from rolcheck.criteria.model import Area, Criteria, Group, Indicator

Level = Literal["area", "group", "indicator"]
Node = Area | Group | Indicator
N = TypeVar("N", Area, Group, Indicator)


@dataclass(frozen=True, slots=True)
class Detail:
    """One thing that says otherwise.

    Attributes:
        field: The key of the criteria file, with those below it: ``rule.levels.points``.
        part: Which entry of a list, by its code, label or threshold; empty for a plain value.
        before: What it was, empty where it was not there.
        after: What it is, empty where it is gone.
    """

    field: str
    part: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Pair:
    """An area, group or indicator in both sets.

    Attributes:
        level: Which of the three it is.
        before: As it was.
        after: As it is.
        details: What says otherwise, the id left out.
    """

    level: Level
    before: Node
    after: Node
    details: tuple[Detail, ...]

    @property
    def is_moved(self) -> bool:
        """Whether it has another id."""
        return self.before.id != self.after.id


@dataclass(frozen=True, slots=True)
class AreaPoints:
    """What the base indicators of an area come to; None where the set has no such area."""

    id: str
    title: str
    before: Fraction | None
    after: Fraction | None


@dataclass(frozen=True, slots=True)
class Difference:
    """All that differs; `pairs` holds what is in both sets, also where nothing differs."""

    pairs: tuple[Pair, ...]
    removed: tuple[tuple[Level, Node], ...]
    added: tuple[tuple[Level, Node], ...]
    areas: tuple[AreaPoints, ...]

    @property
    def moved(self) -> Mapping[str, str]:
        """The new id of every indicator that has another one, by the old."""
        return {
            pair.before.id: pair.after.id
            for pair in self.pairs
            if pair.level == "indicator" and pair.is_moved
        }

    @property
    def is_empty(self) -> bool:
        """Whether nothing differs."""
        changed = any(pair.is_moved or pair.details for pair in self.pairs)
        return not (changed or self.removed or self.added or self.areas_changed)

    @property
    def areas_changed(self) -> tuple[AreaPoints, ...]:
        """The areas that do not come to the same."""
        return tuple(area for area in self.areas if area.before != area.after)


def difference(before: Criteria, after: Criteria) -> Difference:
    """Return what differs from one set to another.

    What has the same id and title in both is the same thing; then what has the same title, if no
    other has it; then what has the same id.
    """
    pairs: list[Pair] = []
    removed: list[tuple[Level, Node]] = []
    added: list[tuple[Level, Node]] = []

    def compare(level: Level, old: Sequence[N], new: Sequence[N]) -> None:
        matched = _matched(old, new)
        taken = {id(one) for one in matched.values()}
        pairs.extend(
            Pair(level, one, matched[one.id], tuple(_details(one, matched[one.id])))
            for one in old
            if one.id in matched
        )
        removed.extend((level, one) for one in old if one.id not in matched)
        added.extend((level, one) for one in new if id(one) not in taken)

    compare("area", before.areas, after.areas)
    compare("group", before.groups, after.groups)
    compare("indicator", before.indicators, after.indicators)
    return Difference(
        tuple(pairs), tuple(removed), tuple(added), tuple(_areas(before, after, pairs))
    )


def _matched(old: Sequence[N], new: Sequence[N]) -> dict[str, N]:
    """Return what each of the old ones became, by its old id."""
    found: dict[str, N] = {}
    keys: tuple[Callable[[N], object], ...] = (
        lambda one: (one.id, one.title),
        lambda one: one.title,
        lambda one: one.id,
    )
    for key in keys:
        taken = {id(one) for one in found.values()}
        left = _unique([one for one in old if one.id not in found], key)
        right = _unique([one for one in new if id(one) not in taken], key)
        found |= {left[value].id: right[value] for value in left if value in right}
    return found


def _unique(nodes: Sequence[N], key: Callable[[N], object]) -> dict[object, N]:
    counts: dict[object, int] = {}
    for one in nodes:
        counts[key(one)] = counts.get(key(one), 0) + 1
    return {key(one): one for one in nodes if counts[key(one)] == 1}


def _details(before: Node, after: Node) -> Iterator[Detail]:
    for name, info in type(before).model_fields.items():
        if name == "id":
            continue
        key = info.alias or name
        yield from _values(key, getattr(before, name), getattr(after, name))


def _values(field: str, before: object, after: object, part: str = "") -> Iterator[Detail]:
    """Yield where two values differ, entry by entry of lists and key by key of tables."""
    if before == after:
        return
    if field == "rule" and _kind(before) != _kind(after):
        yield Detail(field, part, _kind(before), _kind(after))
    elif isinstance(before, BaseModel) and isinstance(after, BaseModel):
        for name, info in type(before).model_fields.items():
            key = f"{field}.{info.alias or name}"
            yield from _values(key, getattr(before, name), getattr(after, name), part)
    elif isinstance(before, tuple) and isinstance(after, tuple):
        yield from _entries(field, before, after)
    else:
        yield Detail(field, part, _text(before), _text(after))


def _entries(field: str, before: Sequence[object], after: Sequence[object]) -> Iterator[Detail]:
    old = {_name(one): one for one in before}
    new = {_name(one): one for one in after}
    for name in dict.fromkeys([*old, *new]):
        if name in old and name in new:
            yield from _values(field, old[name], new[name], name)
        else:
            yield Detail(field, name, _said(old.get(name)), _said(new.get(name)))
    if old.keys() == new.keys() and list(old) != list(new):
        yield Detail(field, "", ", ".join(old), ", ".join(new))


def _kind(rule: object) -> str:
    return str(getattr(rule, "kind", ""))


NAMES = ("code", "label", "id", "at_least", "at_most")
"""By which of its values an entry of a list is known."""


def _name(entry: object) -> str:
    if not isinstance(entry, BaseModel):
        return _text(entry)
    values = (getattr(entry, name, None) for name in NAMES)
    return next((_text(value) for value in values if value is not None), "")


def _said(entry: object) -> str:
    """Return an entry that is only in one of the lists: its values but the name."""
    if not isinstance(entry, BaseModel):
        return _text(entry)
    name = _name(entry)
    values = [_text(getattr(entry, key)) for key in sorted(entry.model_fields_set)]
    return " · ".join(value for value in values if value and value != name)


def _text(value: object) -> str:
    match value:
        case None:
            return ""
        case bool():
            return "true" if value else "false"
        case Fraction():
            return decimal_text(value)
        case BaseModel():
            return _said(value)
        case _:
            return str(value)


def _areas(before: Criteria, after: Criteria, pairs: Sequence[Pair]) -> Iterator[AreaPoints]:
    old, new = _points(before), _points(after)
    became = {pair.before.id: pair.after.id for pair in pairs if pair.level == "area"}
    for area in before.areas:
        yield AreaPoints(
            area.id, area.title, old[area.id], new[became[area.id]] if area.id in became else None
        )
    for area in after.areas:
        if area.id not in became.values():
            yield AreaPoints(area.id, area.title, None, new[area.id])


def _points(criteria: Criteria) -> Mapping[str, Fraction]:
    """Return what the base indicators of each area come to, with their weights where they add."""
    weighs = criteria.scoring.rollup == "sum"
    totals = {area.id: Fraction(0) for area in criteria.areas}
    for one in criteria.base:
        totals[one.area_id] += one.full * (one.weight if weighs else 1)
    return totals
