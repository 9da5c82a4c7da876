"""Fleiss' kappa: agreement on categories beyond chance, exact."""

from collections import Counter
from collections.abc import Sequence
from fractions import Fraction


def fleiss_kappa(units: Sequence[Sequence[Fraction]]) -> Fraction | None:
    """Return Fleiss' kappa; each value is a category of its own.

    Args:
        units: The ratings of each unit, in any order, equally many in all.

    Returns:
        1 for full agreement, 0 for what chance would give; None under two units or two ratings
        a unit, where their numbers differ, and where all ratings are equal.

    Source:
        J. L. Fleiss, Measuring nominal scale agreement among many raters, Psychological
        Bulletin 76 (1971), p. 378-382.

    Example:
        >>> one, two = Fraction(1), Fraction(2)
        >>> fleiss_kappa([(one, one), (two, two), (one, two)])
        Fraction(1, 3)
    """
    size = len(units[0]) if units else 0
    if len(units) < 2 or size < 2 or any(len(unit) != size for unit in units):
        return None
    together = Counter(value for unit in units for value in unit)
    alike = sum(count * (count - 1) for unit in units for count in Counter(unit).values())
    observed = Fraction(alike, len(units) * size * (size - 1))
    chance = Fraction(sum(count**2 for count in together.values()), together.total() ** 2)
    return (observed - chance) / (1 - chance) if chance != 1 else None
