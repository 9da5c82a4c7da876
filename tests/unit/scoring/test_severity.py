"""Severity: mean deviation with Student's interval, without floats."""

from fractions import Fraction
from math import gamma, pi, sqrt

import pytest

from rolcheck.scoring.severity import LATER_QUANTILES, QUANTILES, severity


def test_the_interval_is_students_for_a_mean() -> None:
    """Deviations 1 2 3: mean 2, s 1, t(2) 4.303, margin 4.303 / sqrt 3."""
    found = severity("r1", [Fraction(1), Fraction(2), Fraction(3)])

    assert (found.items, found.deviation) == (3, Fraction(2))
    assert found.low is not None
    assert found.high is not None
    assert float(found.high - found.low) == pytest.approx(2 * 4.303 / sqrt(3))
    assert not found.is_generous


def test_only_a_whole_interval_beside_the_panel_is_clear() -> None:
    assert severity("r1", [Fraction(1), Fraction(1)]).is_generous
    assert severity("r1", [Fraction(-1), Fraction(-1)]).is_severe
    assert not severity("r1", [Fraction(1), Fraction(-1)]).is_severe


def test_one_item_gives_no_interval_and_none_no_mean() -> None:
    alone = severity("r1", [Fraction(1)])

    assert (alone.low, alone.high, alone.is_generous) == (None, None, False)
    with pytest.raises(ValueError, match="no deviations"):
        severity("r1", [])


@pytest.mark.parametrize(
    ("freedom", "printed"),
    [*enumerate(QUANTILES, start=1), *LATER_QUANTILES],
)
def test_the_printed_quantiles_cut_off_a_fortieth(freedom: int, printed: str) -> None:
    """The density integrated by Simpson's rule from 0 on is 0.475."""
    steps, end = 4000, float(printed)
    factor = gamma((freedom + 1) / 2) / sqrt(freedom * pi) / gamma(freedom / 2)
    area = 0.0
    for step in range(steps + 1):
        weight = 1 if step in (0, steps) else 4 if step % 2 else 2
        area += weight * (1 + (end * step / steps) ** 2 / freedom) ** (-(freedom + 1) / 2)

    assert factor * area * end / steps / 3 == pytest.approx(0.475, abs=1e-4)
