"""The total: base and capped bonus, and what is still open."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from fractions import Fraction

from rolcheck.scoring.rollup import PENDING, Leaf
from rolcheck.scoring.rounding import Rounding


@dataclass(frozen=True, slots=True)
class Part:
    """One component of a submission's result.

    Args:
        id: The component's id.
        weight: Its share of the result.
        score: Out of 100; None where it is not there yet.
        review: Whether it is the rounds' own.
    """

    id: str
    weight: Fraction
    score: Fraction | None
    review: bool = False

    @property
    def weighted(self) -> Fraction | None:
        """Weight x score, exact; None where it is not there yet."""
        return None if self.score is None else self.weight * self.score


@dataclass(frozen=True, slots=True)
class Total:
    """What a submission comes to.

    Args:
        base: The root of the roll-up, rounded at ``total``; None where nothing has a score.
        bonus: The bonus items together, capped, rounded at ``total``.
        total: Base and bonus together, or what the components come to and the bonus; None where
            there is no base.
        pending: Full points, after the weight, of the base indicators that have no score yet.
        complete: Whether no base indicator is pending and no component missing.
        parts: The components, where the campaign has any.
    """

    base: Fraction | None
    bonus: Fraction
    total: Fraction | None
    pending: Fraction
    complete: bool
    parts: tuple[Part, ...] = ()


def totalled(
    base: Fraction | None,
    bonuses: Sequence[Fraction],
    indicators: Iterable[Leaf],
    *,
    cap: Fraction | None,
    rounding: Rounding,
) -> Total:
    """Return the total of a submission.

    Args:
        base: Score of the roll-up's root.
        bonuses: Points of the bonus items that somebody scored; the others count as 0.
        indicators: The base indicators, as they went into the roll-up.
        cap: The most that all bonus items together can bring; None for no limit.
        rounding: Read at ``total``: base and bonus are rounded each, so that they add up to the
            total as printed.

    Source:
        `design.md` section 4 (rounding, effective score).

    Example:
        >>> known = totalled(
        ...     Fraction(90), [Fraction(2), Fraction(2)], [], cap=Fraction(3), rounding=Rounding()
        ... )
        >>> known.bonus, known.total, known.complete
        (Fraction(3, 1), Fraction(93, 1), True)
    """
    together = sum(bonuses, Fraction())
    bonus = rounding.at("total", together if cap is None else min(together, cap))
    if base is not None:
        base = rounding.at("total", base)
    open_points = [leaf.weight * leaf.points for leaf in indicators if leaf.state is PENDING]
    return Total(
        base=base,
        bonus=bonus,
        total=None if base is None else base + bonus,
        pending=sum(open_points, Fraction()),
        complete=not open_points,
    )
