"""The kinds that take a number: points and bonus."""

from fractions import Fraction

import pytest

from rolcheck.base.errors import ObservationError
from rolcheck.criteria.rules.bonus import BonusRule
from rolcheck.criteria.rules.points import PointsRule
from rolcheck.criteria.rules.terms import Terms

TERMS = Terms(Fraction(4))
RULE = PointsRule(step=Fraction(3, 2), minimum=Fraction(1, 2))


@pytest.mark.parametrize("text", ["0.5", "2", "3.5", "4", "4.000", "２"])
def test_steps_count_from_the_minimum_and_the_top_is_always_allowed(text: str) -> None:
    assert RULE.points(RULE.parse(text, TERMS), TERMS.full) <= 4


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("9", "9 points is outside 0.5 to 4"),
        ("0", "0 points is outside 0.5 to 4"),
        ("1", "1 is not on a step of 1.5: 0.5 or 2"),
        ("3.75", "3.75 is not on a step of 1.5: 3.5 or 4"),
        ("2.0001", "2.0001 has more than three decimals"),
    ],
)
def test_what_is_outside_or_between_is_answered_with_what_is_allowed(text: str, said: str) -> None:
    with pytest.raises(ObservationError) as refused:
        RULE.parse(text, TERMS)

    assert str(refused.value) == said


def test_the_default_steps_are_halves_from_0() -> None:
    with pytest.raises(ObservationError, match=r"2\.75 is not on a step of 0\.5: 2\.5 or 3"):
        PointsRule().parse("2.75", TERMS)


def test_a_bonus_goes_up_to_its_own_top() -> None:
    rule = BonusRule(at_most=Fraction(5, 4))

    assert rule.parse("1.25", TERMS) == Fraction(5, 4)
    with pytest.raises(ObservationError, match=r"1\.5 points is outside 0 to 1\.25"):
        rule.parse("1.5", TERMS)


def test_a_minimum_above_the_points_is_a_fault() -> None:
    assert [fault.loc for fault in RULE.faults(Fraction(1, 4))] == [("minimum",)]
