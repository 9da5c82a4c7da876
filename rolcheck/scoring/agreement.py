"""Agreement: Krippendorff's alpha, exact.

Alpha compares the disagreement inside units with that of all values thrown together. Both are sums
of squared differences over pairs of values; what tells the levels of measurement apart is only
what counts as the difference:

* nominal: 1 between unlike values;
* interval: the difference of the values;
* ordinal: how many values lie between, which is the difference of their mid-ranks, so ordinal is
  interval over mid-ranks;
* ratio: the difference as a share of the sum.

For all but the last the sum over pairs follows from sums over single values, so the time grows
with the number of values, not with its square. Values are brought to one denominator first: alpha
does not change with the unit of measurement, and whole numbers add up fast.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import accumulate, combinations
from math import lcm
from typing import Literal, assert_never, get_args

Level = Literal["nominal", "ordinal", "interval", "ratio"]

LEVELS: tuple[Level, ...] = get_args(Level)
"""The levels of measurement, each using more of what the numbers say than the one before."""

_Counts = Mapping[int, int]
_Disagreement = Callable[[_Counts], Fraction]


@dataclass(frozen=True, slots=True)
class Agreement:
    """How far reviewers agree.

    Args:
        level: The level of measurement.
        units: Units with two ratings or more.
        pairable: Ratings in these units.
        alpha: 1 for full agreement, 0 for what chance would give, below 0 for less; None where
            it is not defined.
    """

    level: Level
    units: int
    pairable: int
    alpha: Fraction | None


def agreement(units: Sequence[Sequence[Fraction]], level: Level) -> Agreement:
    """Return alpha together with how much it rests on.

    Args:
        units: As for `krippendorff_alpha`.
        level: The level of measurement.

    Raises:
        ValueError: As for `krippendorff_alpha`.
    """
    sizes = [len(unit) for unit in units if len(unit) > 1]
    return Agreement(level, len(sizes), sum(sizes), krippendorff_alpha(units, level))


def krippendorff_alpha(units: Sequence[Sequence[Fraction]], level: Level) -> Fraction | None:
    """Return Krippendorff's alpha, exact.

    Args:
        units: The ratings of each unit, in any order, missing ones left out; units with fewer
            than two ratings do not count.
        level: The level of measurement; for ``ratio`` no value is negative.

    Returns:
        A number up to 1; None where no unit has two ratings, or all ratings that count are equal,
        so that no disagreement was to be expected.

    Raises:
        ValueError: A negative value at level ``ratio``.

    Source:
        K. Krippendorff, Computing Krippendorff's Alpha-Reliability, 2011.

    Example:
        >>> one, two = Fraction(1), Fraction(2)
        >>> krippendorff_alpha([(one, one), (two, two), (one, two)], "nominal")
        Fraction(4, 9)
    """
    counted = _counted([unit for unit in units if len(unit) > 1])
    together: Counter[int] = Counter()
    for unit in counted:
        together.update(unit)
    if level == "ordinal":
        ranks = _mid_ranks(together)
        counted = [{ranks[value]: count for value, count in unit.items()} for unit in counted]
        together = Counter({ranks[value]: count for value, count in together.items()})
    disagreement = _disagreement(level)
    expected = disagreement(together)
    if expected == 0:
        return None
    return 1 - (together.total() - 1) * _observed(counted, disagreement) / expected


def _counted(units: Sequence[Sequence[Fraction]]) -> list[_Counts]:
    scale = lcm(*(value.denominator for unit in units for value in unit))
    return [
        Counter(value.numerator * (scale // value.denominator) for value in unit) for unit in units
    ]


def _observed(units: Iterable[_Counts], disagreement: _Disagreement) -> Fraction:
    """Return the disagreement inside units, each pair counting less the more ratings there are."""
    by_size: defaultdict[int, Fraction] = defaultdict(Fraction)
    for unit in units:
        if len(unit) > 1:  # else all agree
            by_size[sum(unit.values())] += disagreement(unit)
    return sum((part / (size - 1) for size, part in by_size.items()), Fraction())


def _mid_ranks(together: _Counts) -> dict[int, int]:
    """Return twice the mean rank that the ratings of each value share."""
    ordered = sorted(together)
    upto = accumulate(together[value] for value in ordered)
    return {value: 2 * last - together[value] for value, last in zip(ordered, upto, strict=True)}


def _disagreement(level: Level) -> _Disagreement:
    match level:
        case "nominal":
            return _unlike_pairs
        case "ordinal" | "interval":
            return _squared_differences
        case "ratio":
            return _squared_shares
        case _:
            assert_never(level)


def _unlike_pairs(counts: _Counts) -> Fraction:
    total = sum(counts.values())
    alike = sum(count * count for count in counts.values())
    return Fraction(total * total - alike, 2)


def _squared_differences(counts: _Counts) -> Fraction:
    total = sum(counts.values())
    values = sum(count * value for value, count in counts.items())
    squares = sum(count * value * value for value, count in counts.items())
    return Fraction(total * squares - values * values)


def _squared_shares(counts: _Counts) -> Fraction:
    if any(value < 0 for value in counts):
        raise ValueError("a value below 0 has no ratio")
    by_sum: defaultdict[int, int] = defaultdict(int)
    for (one, count), (other, times) in combinations(counts.items(), 2):
        by_sum[one + other] += count * times * (one - other) ** 2
    return _added([Fraction(part, total * total) for total, part in by_sum.items()])


def _added(parts: Sequence[Fraction]) -> Fraction:
    """Return the sum of `parts`, by halves, so that long denominators meet late."""
    if len(parts) < 3:
        return sum(parts, Fraction())
    middle = len(parts) // 2
    return _added(parts[:middle]) + _added(parts[middle:])
