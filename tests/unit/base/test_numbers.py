from fractions import Fraction

import pytest

from rolcheck.base.errors import ObservationError
from rolcheck.base.numbers import decimal_text, fraction_text, parse_points


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("2.5", "5/2"),
        ("0", "0"),
        (" 2.50 ", "5/2"),
        ("２．５", "5/2"),
        ("007", "7"),
        ("0.125", "1/8"),
    ],
)
def test_digits_are_read_in_any_width(text: str, number: str) -> None:
    assert parse_points(text) == Fraction(number)


@pytest.mark.parametrize(
    "text",
    ["", "-1", "+1", "1e2", "1E2", ".5", "5.", "1,5", "nan", "inf", "1/2", "1_0", "2²", "②", "½", "٣",
     "०", "1 0", "0x1", "1.2.3", "9" * 5000],
)  # fmt: skip
def test_anything_else_is_no_number(text: str) -> None:
    with pytest.raises(ObservationError, match="is not a number"):
        parse_points(text)


def test_a_fourth_decimal_is_refused_even_if_it_is_0() -> None:
    with pytest.raises(ObservationError, match=r"2\.5000 has more than three decimals"):
        parse_points("2.5000")


@pytest.mark.parametrize(
    ("number", "text"),
    [
        ("5/2", "2.5"),
        ("100", "100"),
        ("0", "0"),
        ("1/3", "0.333333333"),
        ("2/3", "0.666666667"),
        ("-1/8", "-0.125"),
        ("1/1000000000", "0.000000001"),
        ("1/2000000000", "0.0000000005"),  # finite: as it is
        ("1/256", "0.00390625"),
        ("2/3", "0.666666667"),
    ],
)
def test_finite_decimals_stay_and_others_get_nine_places(number: str, text: str) -> None:
    assert decimal_text(Fraction(number)) == text


@pytest.mark.parametrize(
    ("number", "places", "text"),
    [
        ("5/2", 2, "2.50"),
        ("5/2", 0, "2"),
        ("7/2", 0, "4"),
        ("-1/1000", 2, "0.00"),
        ("1/8", 2, "0.12"),
    ],
)
def test_named_places_are_kept_exactly(number: str, places: int, text: str) -> None:
    assert decimal_text(Fraction(number), places) == text


def test_a_fraction_is_written_with_its_parts() -> None:
    assert (fraction_text(Fraction(8, 3)), fraction_text(Fraction(4))) == ("8/3", "4")
