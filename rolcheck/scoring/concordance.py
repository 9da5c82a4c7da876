"""Kendall's W: whether raters put the units into the same order, exact."""

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Sequence
from fractions import Fraction


def kendall_w(table: Sequence[Sequence[Fraction]]) -> Fraction | None:
    """Return Kendall's coefficient of concordance, corrected for ties.

    Args:
        table: A row a unit, a column a rater, nothing missing.

    Returns:
        1 where all raters give one order, 0 where they cancel out; None under two units or two
        raters, and where no rater tells any two units apart.

    Raises:
        ValueError: The rows are of different length.

    Source:
        M. G. Kendall and B. Babington Smith, The problem of m rankings, Annals of Mathematical
        Statistics 10 (1939), p. 275-287; ties: M. G. Kendall, Rank Correlation Methods (1948),
        chapter 6.

    Example:
        >>> kendall_w([(Fraction(1), Fraction(2)), (Fraction(2), Fraction(3))])
        Fraction(1, 1)
    """
    units, raters = len(table), len(table[0]) if table else 0
    columns = list(zip(*table, strict=True))
    if units < 2 or raters < 2:
        return None
    sums = [sum(ranks) for ranks in zip(*map(_doubled_ranks, columns), strict=True)]
    middle = Fraction(sum(sums), units)
    apart = sum(((one - middle) ** 2 for one in sums), Fraction())
    ties = sum(count**3 - count for column in columns for count in Counter(column).values())
    most = raters**2 * (units**3 - units) - raters * ties
    return 3 * apart / most if most else None  # 12 / 4: the ranks are doubled


def _doubled_ranks(values: Sequence[Fraction]) -> list[int]:
    """Return twice the mean rank of each value, from 2 on."""
    ordered = sorted(values)
    return [bisect_left(ordered, one) + bisect_right(ordered, one) + 1 for one in values]
