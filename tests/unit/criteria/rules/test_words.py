"""What codes, labels and words of a rule can be, and what is refused."""

from fractions import Fraction

import pytest
from pydantic import ValidationError

from rolcheck.base.errors import ObservationError
from rolcheck.criteria.rules.deduct import Defect
from rolcheck.criteria.rules.graded import GradedRule, Level
from rolcheck.criteria.rules.points import PointsRule
from rolcheck.criteria.rules.sampled import SampledRule, Step
from rolcheck.criteria.rules.terms import Terms, pick
from rolcheck.criteria.rules.veto import VetoRule

TERMS = Terms(Fraction(3))


@pytest.mark.parametrize("code", ["K*", "K;1", "K 1", "Ｋ", "a/b", "none", "OK", "无", "n/a", ""])
def test_a_code_cannot_hold_what_the_csv_parts_values_by_or_mean_something_else(code: str) -> None:
    with pytest.raises(ValidationError):
        Defect(code=code, label="x", points=Fraction(1))


@pytest.mark.parametrize("code", ["K1", "一", "k-1", "K_1"])
def test_a_code_may_be_any_other_word(code: str) -> None:
    assert Defect(code=code, label="x", points=Fraction(1)).code == code


@pytest.mark.parametrize("label", ["missing", "N/A", "ｌｉｆｔ"])
def test_a_label_cannot_be_a_word_with_a_meaning(label: str) -> None:
    with pytest.raises(ValidationError):
        Level(label=label, points=Fraction(1))


@pytest.mark.parametrize(
    ("name", "names", "index"),
    [
        ("a", ["A", "b"], 0),
        ("a", ["A", "a"], 1),
        ("Ａ", ["A"], 0),
        ("a", ["A", "ａ"], 1),
        ("A", ["a", "á"], 0),
        ("c", ["a"], None),
    ],
)
def test_a_name_is_picked_as_written_else_by_letters_alone(
    name: str, names: list[str], index: int | None
) -> None:
    assert pick(name, names) == index


def test_a_name_that_fits_two_by_letters_alone_picks_none() -> None:
    assert pick("ab", ["Ab", "aB"]) is None


def test_an_unknown_level_is_answered_with_those_that_there_are() -> None:
    rule = GradedRule(levels=(Level(label="A", points=Fraction(3)),))

    assert rule.write(rule.parse("ａ", TERMS)) == "A"
    with pytest.raises(ObservationError, match="no level 'D'; expected A"):
        rule.parse("D", TERMS)


def test_a_number_is_written_in_its_shortest_form() -> None:
    rule = PointsRule()

    assert rule.write(rule.parse("2.50", TERMS)) == "2.5"


def test_a_sample_holds_size_times_steps_at_most() -> None:
    rule = SampledRule(size=2, steps=(Step(code="a", label="x"), Step(code="b", label="y")))

    assert rule.points(rule.parse("4/4", TERMS), Fraction(3)) == 3
    assert rule.write(rule.parse("３ / 4", TERMS)) == "3/4"
    with pytest.raises(ObservationError, match="5 is more than the sample holds: 4 at most"):
        rule.parse("4/5", TERMS)


def test_a_veto_is_raised_or_clear_and_gives_no_points() -> None:
    rule = VetoRule()
    seen = [rule.parse(text, TERMS) for text in (" VETO ", "clear")]

    assert [rule.write(one) for one in seen] == ["veto", "clear"]
    assert seen == [True, False]
    for one in seen:
        rule.points(one, Fraction(3))
    with pytest.raises(ObservationError, match="'yes' is neither veto nor clear"):
        rule.parse("yes", TERMS)
