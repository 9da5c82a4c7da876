"""Laws of Krippendorff's alpha, and the public package beside it."""

from collections.abc import Sequence
from fractions import Fraction
from random import Random

import krippendorff
import numpy
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from rolcheck.scoring.agreement import LEVELS as SCALES
from rolcheck.scoring.agreement import Level as Scale
from rolcheck.scoring.agreement import krippendorff_alpha

points = st.fractions(0, 5, max_denominator=1000)
positive = st.fractions(Fraction(1, 1000), 6, max_denominator=1000)
ratings = st.lists(
    st.lists(st.fractions(0, 1, max_denominator=6), max_size=5), min_size=1, max_size=8
)
scales = st.sampled_from(SCALES)


@given(ratings, scales, st.randoms(use_true_random=False))
def test_alpha_knows_no_order_of_units_or_raters(
    units: list[list[Fraction]], level: Scale, shuffler: Random
) -> None:
    mixed = [shuffler.sample(unit, k=len(unit)) for unit in shuffler.sample(units, k=len(units))]

    assert krippendorff_alpha(mixed, level) == krippendorff_alpha(units, level)


@given(ratings, scales)
def test_alpha_is_never_more_than_one_and_one_only_in_full_agreement(
    units: list[list[Fraction]], level: Scale
) -> None:
    alpha = krippendorff_alpha(units, level)

    if alpha is not None:
        assert alpha <= 1
        assert (alpha == 1) == all(len(set(unit)) <= 1 for unit in units if len(unit) > 1)


@given(ratings, positive)
def test_alpha_does_not_change_with_the_unit_of_measurement(
    units: list[list[Fraction]], factor: Fraction
) -> None:
    scaled = [[value * factor for value in unit] for unit in units]

    for level in SCALES:
        assert krippendorff_alpha(scaled, level) == krippendorff_alpha(units, level)


@given(ratings, positive)
def test_but_for_ratio_alpha_does_not_change_with_the_zero_point(
    units: list[list[Fraction]], shift: Fraction
) -> None:
    shifted = [[value + shift for value in unit] for unit in units]

    for level in SCALES[:3]:
        assert krippendorff_alpha(shifted, level) == krippendorff_alpha(units, level)


@given(ratings)
def test_ordinal_and_nominal_alpha_see_only_order_and_only_identity(
    units: list[list[Fraction]],
) -> None:
    squared = [[value * value for value in unit] for unit in units]
    turned = [[1 - value for value in unit] for unit in units]

    assert krippendorff_alpha(squared, "ordinal") == krippendorff_alpha(units, "ordinal")
    assert krippendorff_alpha(turned, "nominal") == krippendorff_alpha(units, "nominal")


@given(ratings, st.lists(st.lists(points, max_size=1), max_size=3), scales)
def test_units_that_cannot_be_paired_change_nothing(
    units: list[list[Fraction]], single: list[list[Fraction]], level: Scale
) -> None:
    assert krippendorff_alpha([*units, *single], level) == krippendorff_alpha(units, level)


@given(ratings, scales)
def test_alpha_is_that_of_the_krippendorff_package(
    units: list[list[Fraction]], level: Scale
) -> None:
    ours = krippendorff_alpha(units, level)
    assume(ours is not None)

    assert float(ours or 0) == pytest.approx(packages_alpha(units, level), abs=1e-9)


def packages_alpha(units: Sequence[Sequence[Fraction]], level: Scale) -> float:
    """Return alpha by the public package, in floats; its domain is the pairable values only."""
    paired = [unit for unit in units if len(unit) > 1]
    table = numpy.full((max(map(len, paired)), len(paired)), numpy.nan)
    for column, unit in enumerate(paired):
        table[: len(unit), column] = [float(value) for value in unit]
    return float(krippendorff.alpha(reliability_data=table, level_of_measurement=level))
