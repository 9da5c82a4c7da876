"""Rounding at the levels that criteria name."""

from fractions import Fraction

import pytest

from rolcheck.scoring.rounding import EXACT, LEVELS, Level, Mode, Rounding, rounded


@pytest.mark.parametrize(
    ("value", "mode", "expected"),
    [
        pytest.param("2.675", "half-up", "2.68", id="a tie goes away from zero"),
        pytest.param("-2.675", "half-up", "-2.68", id="also below zero"),
        pytest.param("2.675", "half-even", "2.68", id="a tie goes to the even neighbour above"),
        pytest.param("2.665", "half-even", "2.66", id="a tie goes to the even neighbour below"),
        pytest.param("-2.665", "half-even", "-2.66", id="even below zero too"),
        pytest.param("2.6651", "half-even", "2.67", id="just over a tie is no tie"),
        pytest.param("2.6649", "half-up", "2.66", id="just under a tie is no tie"),
        pytest.param("2.679", "down", "2.67", id="down cuts"),
        pytest.param("-2.679", "down", "-2.67", id="down cuts towards zero"),
        pytest.param("8/3", "half-up", "2.67", id="thirds"),
        pytest.param("8/3", "down", "2.66", id="thirds cut"),
        pytest.param("3", "half-up", "3", id="what is round stays"),
        pytest.param("0", "half-even", "0", id="nothing stays nothing"),
    ],
)
def test_two_places_are_kept(value: str, mode: Mode, expected: str) -> None:
    assert rounded(Fraction(value), 2, mode) == Fraction(expected)


def test_places_run_from_none_at_all_to_nine() -> None:
    assert rounded(Fraction(5, 2), 0, "half-up") == 3
    assert rounded(Fraction(1, 3), 9, "half-up") == Fraction("0.333333333")


def test_only_the_levels_named_are_rounded() -> None:
    rounding = Rounding({"panel": 1, "total": 0})
    value = Fraction("1.55")

    assert [rounding.at(level, value) for level in LEVELS] == [
        value,
        Fraction("1.6"),
        value,
        value,
        value,
        Fraction(2),
    ]


def test_the_places_of_a_level_are_known_where_it_is_named() -> None:
    rounding = Rounding({"panel": 0})

    assert rounding.places_of("panel") == 0
    assert rounding.places_of("total") is None


def test_nothing_is_rounded_unless_somebody_says_so() -> None:
    assert all(EXACT.at(level, Fraction(1, 3)) == Fraction(1, 3) for level in LEVELS)


@pytest.mark.parametrize("places", [-1, 10])
def test_places_outside_nought_to_nine_are_refused(places: int) -> None:
    with pytest.raises(ValueError, match=f"{places} places is outside 0 to 9"):
        Rounding({"panel": places})


def test_a_level_or_mode_that_does_not_exist_is_refused() -> None:
    level: Level = "sum"  # type: ignore[assignment]  # what a caller without types could do
    mode: Mode = "up"  # type: ignore[assignment]

    with pytest.raises(ValueError, match="no rounding level 'sum'"):
        Rounding({level: 2})
    with pytest.raises(ValueError, match="no rounding mode 'up'"):
        Rounding(mode=mode)
