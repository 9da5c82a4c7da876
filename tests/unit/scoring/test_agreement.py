"""Krippendorff's alpha on tables small enough to be counted by hand."""

from collections.abc import Sequence
from fractions import Fraction

import pytest

from rolcheck.scoring.agreement import LEVELS, Agreement, Level, agreement, krippendorff_alpha


def units(*rows: str) -> list[list[Fraction]]:
    return [[Fraction(value) for value in row.split()] for row in rows]


@pytest.mark.parametrize("level", LEVELS)
def test_full_agreement_is_one(level: Level) -> None:
    assert krippendorff_alpha(units("1 1", "2 2 2", "0 0"), level) == 1


@pytest.mark.parametrize(
    ("level", "alpha"),
    [
        # Pairable are 1 1 1 2 2 4, mid-ranks 2 4.5 6; the one unlike pair inside a unit is 1 4.
        pytest.param("nominal", 1 - 5 * Fraction(1, 11), id="nominal"),
        pytest.param("ordinal", 1 - 5 * Fraction(16, 90), id="ordinal"),
        pytest.param("interval", 1 - 5 * Fraction(9, 41), id="interval"),
    ],
)
def test_each_level_has_its_own_difference(level: Level, alpha: Fraction) -> None:
    assert krippendorff_alpha(units("1 1", "2 2", "1 4"), level) == alpha


def test_a_unit_with_one_rating_is_left_out() -> None:
    with_single = units("1 1", "2 2", "1 2", "9", "")

    assert krippendorff_alpha(with_single, "interval") == krippendorff_alpha(
        with_single[:3], "interval"
    )


def test_a_unit_with_more_ratings_counts_each_pair_less() -> None:
    """Observed 2 / (3 - 1) of 3 + 2 ratings; expected 2 x 3 unlike pairs of 1 1 2 | 2 2."""
    assert krippendorff_alpha(units("1 1 2", "2 2"), "nominal") == 1 - 4 * Fraction(1, 6)


@pytest.mark.parametrize("level", LEVELS)
def test_where_all_are_equal_or_nobody_can_be_paired_alpha_is_not_defined(level: Level) -> None:
    assert krippendorff_alpha(units("1 1", "1 1 1"), level) is None
    assert krippendorff_alpha(units("1", "2"), level) is None
    assert krippendorff_alpha([], level) is None


def test_nought_is_as_far_from_anything_as_can_be_at_level_ratio() -> None:
    assert krippendorff_alpha(units("0 1", "0 5"), "ratio") == 1 - 3 * Fraction(2) / (
        2 * 2 + Fraction(4, 6) ** 2
    )


def test_values_below_nought_have_no_ratio() -> None:
    with pytest.raises(ValueError, match="a value below 0 has no ratio"):
        krippendorff_alpha(units("-1 1", "2 2"), "ratio")
    assert krippendorff_alpha(units("-1 -1", "2 2"), "interval") == 1


def test_what_alpha_rests_on_is_counted() -> None:
    assert agreement(units("1 1", "2 2 2", "3", ""), "interval") == Agreement(
        "interval", units=2, pairable=5, alpha=Fraction(1)
    )


@pytest.mark.parametrize("level", LEVELS)
def test_thirty_thousand_units_take_seconds(level: Level) -> None:
    """No clock is read: counted pair by pair these would not end while anybody waits."""
    ratings: Sequence[list[Fraction]] = [
        [Fraction((unit * 7 + reviewer * unit % 3) % 61, 60) for reviewer in range(7)]
        for unit in range(30_000)
    ]

    alpha = krippendorff_alpha(ratings, level)

    assert alpha is not None
    assert 0 < alpha < 1
