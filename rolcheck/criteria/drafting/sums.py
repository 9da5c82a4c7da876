"""Points that a table states held against what its rows add up to."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from fractions import Fraction

from rolcheck.criteria.drafting.draft import Difference, DraftArea, DraftGroup, DraftIndicator
from rolcheck.criteria.drafting.outline import Outline, Total
from rolcheck.criteria.rules.bonus import BonusRule


def total_of(indicators: Iterable[DraftIndicator]) -> Fraction | None:
    """Return what the base indicators add up to; None where one has no points."""
    total = Fraction(0)
    for one in indicators:
        if not one.is_base:
            continue
        if one.points is None:
            return None
        total += one.points * (one.weight or 1)
    return total


def differences(
    areas: Sequence[DraftArea], found: Outline, names: Mapping[int, str]
) -> Iterator[Difference]:
    """Yield every statement of the table that its rows do not bear out."""
    sums: dict[str, Fraction | None] = {}
    for area in areas:
        nodes: tuple[DraftArea | DraftGroup, ...] = (area, *area.groups)
        for node in nodes:
            indicators = tuple(node.indicators)
            if any(one.is_base for one in indicators):  # the points of bonus items are a cap
                sums[node.id] = total_of(indicators)
    for branch in found.areas:
        for stating in (branch, *branch.groups):
            name = names[id(stating)]
            summed, stated = sums.get(name), stating.stated
            if stated is not None and stating.stated_at and summed not in (None, stated):
                yield Difference(name, stating.stated_at, stated, summed or Fraction(0))
    for total in found.totals:
        yield from _total(total, names, sums)


def _total(
    total: Total,
    names: Mapping[int, str],
    sums: Mapping[str, Fraction | None],
) -> Iterator[Difference]:
    """Yield a row that adds up to none of what it may be about."""
    known: list[tuple[str, Fraction]] = []
    for branches in total.about:
        ids = [names[id(branch)] for branch in branches if id(branch) in names]
        parts = [sums[name] for name in ids if name in sums]
        if parts and None not in parts:
            summed = sum((part for part in parts if part is not None), Fraction(0))
            known.append((ids[0] if len(ids) == 1 else "", summed))
    if known and all(summed != total.points for _, summed in known):
        name, summed = known[-1]
        yield Difference(name, total.where, total.points, summed)


def bonus_cap(areas: Sequence[DraftArea]) -> Fraction | None:
    """Return the points of the one area or group that holds nothing but bonus items."""
    nodes: list[DraftArea | DraftGroup] = []
    for area in areas:
        nodes += [area, *area.groups]
    caps = (
        node.stated
        for node in nodes
        if node.stated and all(isinstance(one.rule, BonusRule) for one in node.indicators)
    )
    return next(caps, None)
