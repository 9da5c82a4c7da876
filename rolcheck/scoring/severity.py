"""Severity: how far a reviewer's scores lie from those of the panel, on average.

The interval is Student's for a mean. It takes the items for independent, which scores of one
submission are only roughly, so it is a guide and no proof. No floats: the quantiles are those of
a printed table, and the root is taken in whole numbers.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from math import isqrt

ROOT_PLACES = 12

QUANTILES = (
    *("12.706", "4.303", "3.182", "2.776", "2.571", "2.447", "2.365", "2.306", "2.262", "2.228"),
    *("2.201", "2.179", "2.160", "2.145", "2.131", "2.120", "2.110", "2.101", "2.093", "2.086"),
    *("2.080", "2.074", "2.069", "2.064", "2.060", "2.056", "2.052", "2.048", "2.045", "2.042"),
)
"""Student's t at 0.975 for 1 to 30 degrees of freedom.

Source: NIST/SEMATECH e-Handbook of Statistical Methods, 1.3.6.7.2,
https://www.itl.nist.gov/div898/handbook/eda/section3/eda3672.htm.
"""
LATER_QUANTILES = ((100, "1.984"), (60, "2.000"), (40, "2.021"), (30, "2.042"))
"""The same from so many degrees of freedom on; between two lines the wider holds."""


@dataclass(frozen=True, slots=True)
class Severity:
    """How far a reviewer lies from the panel, in shares of the full points.

    Attributes:
        reviewer: The reviewer's id.
        items: How many scores that is taken from.
        deviation: The mean; above 0 more generous than the panel, below 0 more severe.
        low: Where the 95 % interval begins; None under two items.
        high: Where it ends.
    """

    reviewer: str
    items: int
    deviation: Fraction
    low: Fraction | None
    high: Fraction | None

    @property
    def is_generous(self) -> bool:
        """Whether the whole interval lies above the panel."""
        return self.low is not None and self.low > 0

    @property
    def is_severe(self) -> bool:
        """Whether the whole interval lies below the panel."""
        return self.high is not None and self.high < 0


def severity(reviewer: str, deviations: Sequence[Fraction]) -> Severity:
    """Return how far a reviewer lies from the panel.

    Args:
        reviewer: The reviewer's id.
        deviations: Own score less panel score, as shares of the full points. Not empty.

    Raises:
        ValueError: `deviations` is empty.

    Example:
        >>> severity("r1", [Fraction(0), Fraction(1, 2)]).deviation
        Fraction(1, 4)
    """
    count = len(deviations)
    if not count:
        raise ValueError("no deviations to average")
    mean = sum(deviations, Fraction()) / count
    if count == 1:
        return Severity(reviewer, 1, mean, None, None)
    variance = sum(((one - mean) ** 2 for one in deviations), Fraction()) / (count - 1)
    margin = _quantile(count - 1) * _root(variance / count)
    return Severity(reviewer, count, mean, mean - margin, mean + margin)


def _quantile(freedom: int) -> Fraction:
    if freedom <= len(QUANTILES):
        return Fraction(QUANTILES[freedom - 1])
    return Fraction(next(value for least, value in LATER_QUANTILES if freedom >= least))


def _root(value: Fraction) -> Fraction:
    """Return the square root, cut after twelve decimals."""
    scale = 10**ROOT_PLACES
    return Fraction(isqrt(int(value * scale * scale)), scale)
