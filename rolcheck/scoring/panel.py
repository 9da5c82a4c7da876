"""The panel: what the reviewers' scores of one indicator come to together."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Literal, assert_never, get_args

Method = Literal["mean", "median", "trimmed-mean"]

METHODS: tuple[Method, ...] = get_args(Method)
"""The ways of combining that a campaign can name."""


@dataclass(frozen=True, slots=True)
class Aggregation:
    """How a campaign combines the scores of one indicator.

    Args:
        method: How scores are combined.
        trim: For the trimmed mean: how many scores are dropped at each end.
        minimum: For the trimmed mean: with fewer scores than this nothing is dropped; must be
            more than ``2 * trim``.
        groups: Weight by reviewer group, none negative; None where there are no groups.

    Raises:
        ValueError: An unknown method, or numbers that are outside what is said above.
    """

    method: Method = "mean"
    trim: int = 1
    minimum: int = 5
    groups: Mapping[str, Fraction] | None = None

    def __post_init__(self) -> None:
        if self.method not in METHODS:
            raise ValueError(f"no aggregation method {self.method!r}")
        if self.method == "trimmed-mean":
            _check_trim(self.trim, self.minimum)
        if self.groups and min(self.groups.values()) < 0:
            raise ValueError("a group's weight is below 0")


def combine(
    scores: Sequence[tuple[str | None, Fraction]], aggregation: Aggregation
) -> Fraction | None:
    """Return the panel score that `scores` come to, before any rounding.

    With groups each group is combined by itself (the minimum is counted inside it), then the
    groups that scored are weighed against each other.

    Args:
        scores: Reviewer group (read only where the aggregation has groups) and points, one pair
            a reviewer who gave a score, in any order. `missing` is a score of 0; n/a is none.
        aggregation: The campaign's way of combining.

    Returns:
        Points, exact; None where nobody scored, or only groups of weight 0 did.

    Raises:
        ValueError: A reviewer's group is not among those of the aggregation.

    Source:
        `design.md` section 4 (panel, trimmed mean, reviewer groups).

    Example:
        >>> halves = Aggregation(groups={"expert": Fraction(3, 4), "office": Fraction(1, 4)})
        >>> given = [("expert", Fraction(2)), ("expert", Fraction(4)), ("office", Fraction(1))]
        >>> combine(given, halves)
        Fraction(5, 2)
        >>> combine(given[2:], halves)
        Fraction(1, 1)
    """
    if not scores:
        return None
    if aggregation.groups is None:
        return _aggregated([score for _, score in scores], aggregation)
    return _over_groups(scores, aggregation, aggregation.groups)


def mean(scores: Sequence[Fraction]) -> Fraction:
    """Return the arithmetic mean of `scores`, exact.

    Args:
        scores: Points in any order, duplicates kept. Not empty.

    Raises:
        ValueError: `scores` is empty (a caller's mistake, not a user's).

    Example:
        >>> mean([Fraction(3), Fraction(2), Fraction(3)])
        Fraction(8, 3)
    """
    if not scores:
        raise ValueError("no scores to combine")
    return sum(scores, Fraction()) / len(scores)


def median(scores: Sequence[Fraction]) -> Fraction:
    """Return the middle one of `scores`; of an even count the mean of the middle two, exact.

    Args:
        scores: Points in any order, duplicates kept. Not empty.

    Raises:
        ValueError: `scores` is empty.

    Example:
        >>> median([Fraction(4), Fraction(1), Fraction(3), Fraction(0)])
        Fraction(2, 1)
    """
    ordered = sorted(scores)
    count = len(ordered)
    return mean(ordered[(count - 1) // 2 : count // 2 + 1])


def trimmed_mean(scores: Sequence[Fraction], *, trim: int, minimum: int) -> Fraction:
    """Return the mean of `scores` without the highest and lowest few, exact.

    Args:
        scores: Points given, in any order, duplicates kept. Not empty.
        trim: How many scores are dropped at each end, 0 or more.
        minimum: With fewer scores than this nothing is dropped; more than ``2 * trim``.

    Returns:
        The mean in points, between the least and the greatest given. Of equal extremes as many
        are dropped as `trim` says, not all. Rounding happens where the criteria name it, never
        here.

    Raises:
        ValueError: `scores` is empty, or `trim` and `minimum` are outside what is said above.

    Source:
        `design.md` section 4; published case: ISU protocols, component panels.

    Example:
        >>> trimmed_mean([Fraction(4), Fraction(3), Fraction(1)], trim=1, minimum=3)
        Fraction(3, 1)
        >>> trimmed_mean([Fraction(4), Fraction(3), Fraction(1)], trim=1, minimum=5)
        Fraction(8, 3)
    """
    _check_trim(trim, minimum)
    if len(scores) < minimum:
        return mean(scores)
    return mean(sorted(scores)[trim : len(scores) - trim])


def spread(scores: Sequence[Fraction], full: Fraction) -> Fraction | None:
    """Return how far apart a panel is: highest less lowest, as a share of the full points.

    Args:
        scores: Points in any order, of all groups together; n/a left out.
        full: The indicator's full points (a bonus's at-most), in the points of `scores`.

    Returns:
        0 where all agree, 1 where they are a whole indicator apart, exact; None under two scores
        or where there are no full points.

    Source:
        `design.md` sections 1 and 4.

    Example:
        >>> spread([Fraction(2), Fraction(3), Fraction(3)], Fraction(3))
        Fraction(1, 3)
    """
    if len(scores) < 2 or full == 0:
        return None
    return (max(scores) - min(scores)) / full


def _aggregated(scores: Sequence[Fraction], aggregation: Aggregation) -> Fraction:
    match aggregation.method:
        case "mean":
            return mean(scores)
        case "median":
            return median(scores)
        case "trimmed-mean":
            return trimmed_mean(scores, trim=aggregation.trim, minimum=aggregation.minimum)
        case _:
            assert_never(aggregation.method)


def _over_groups(
    scores: Sequence[tuple[str | None, Fraction]],
    aggregation: Aggregation,
    weights: Mapping[str, Fraction],
) -> Fraction | None:
    by_group: dict[str, list[Fraction]] = {}
    for group, score in scores:
        if group is None or group not in weights:
            raise ValueError(f"no reviewer group {group!r}")
        by_group.setdefault(group, []).append(score)
    weight = sum((weights[group] for group in by_group), Fraction())
    if weight == 0:
        return None
    weighed = (
        weights[group] * _aggregated(given, aggregation) for group, given in by_group.items()
    )
    return sum(weighed, Fraction()) / weight


def _check_trim(trim: int, minimum: int) -> None:
    if trim < 0:
        raise ValueError(f"trim {trim} is below 0")
    if minimum <= 2 * trim:
        raise ValueError(f"minimum {minimum} is not more than twice trim {trim}")
