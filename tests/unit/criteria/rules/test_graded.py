from fractions import Fraction

import pytest

from rolcheck.base.errors import ObservationError
from rolcheck.criteria.rules.graded import GradedRule, Level
from rolcheck.criteria.rules.terms import Terms

TERMS = Terms(Fraction(3))
RULE = GradedRule(
    levels=(
        Level(label="A", points=Fraction(3)),
        Level(label="a", points=Fraction(2)),
        Level(label="Good", points=Fraction(1)),
        Level(label="（良）", points=Fraction(0)),
    )
)


@pytest.mark.parametrize(
    ("text", "points"),
    [("A", 3), ("a", 2), ("ａ", 2), ("good", 1), (" GOOD ", 1), ("(良)", 0), ("（良）", 0)],
)
def test_a_label_is_read_exactly_or_else_without_regard_to_case(text: str, points: int) -> None:
    assert RULE.points(RULE.parse(text, TERMS), Fraction(3)) == points


def test_an_unknown_label_is_answered_with_those_there_are() -> None:
    with pytest.raises(ObservationError, match=r"no level 'Z'; expected A, a, Good, （良）"):
        RULE.parse("Z", TERMS)


def test_a_label_that_only_differs_in_case_from_two_is_not_clear() -> None:
    rule = GradedRule(
        levels=(Level(label="Ab", points=Fraction(1)), Level(label="aB", points=Fraction(2)))
    )

    with pytest.raises(ObservationError):
        rule.parse("ab", TERMS)


def test_levels_above_the_points_and_labels_alike_in_width_are_faults() -> None:
    rule = GradedRule(
        levels=(Level(label="A", points=Fraction(4)), Level(label="Ａ", points=Fraction(1)))
    )

    assert [fault.loc for fault in rule.faults(Fraction(3))] == [
        ("levels", 1, "label"),
        ("levels", 0, "points"),
    ]
