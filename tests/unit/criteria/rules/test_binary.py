from fractions import Fraction

import pytest

from rolcheck.base.errors import ObservationError
from rolcheck.criteria.rules.binary import BinaryRule
from rolcheck.criteria.rules.terms import Terms

FULL = Fraction(3)


@pytest.mark.parametrize(
    ("rule", "yes", "no"),
    [
        (BinaryRule(), 3, 0),
        (BinaryRule(yes=Fraction(2), no=Fraction(1)), 2, 1),
        (BinaryRule(yes=Fraction(0), no=Fraction(3)), 0, 3),
    ],
)
def test_yes_gives_all_and_no_none_where_the_rule_names_no_others(
    rule: BinaryRule, yes: int, no: int
) -> None:
    seen = [rule.parse(text, Terms(FULL)) for text in ("是", "YES", "否", "no")]

    assert [rule.points(one, FULL) for one in seen] == [yes, yes, no, no]


def test_answers_above_the_points_are_faults() -> None:
    rule = BinaryRule(yes=Fraction(4), no=Fraction(4))

    assert [fault.loc for fault in rule.faults(FULL)] == [("no",), ("yes",)]


def test_an_answer_is_written_so_that_it_is_read_again() -> None:
    rule = BinaryRule()

    assert [rule.write(rule.parse(text, Terms(FULL))) for text in ("是", "否")] == ["yes", "no"]


def test_what_is_no_answer_is_refused() -> None:
    with pytest.raises(ObservationError, match="'也许' is neither yes nor no"):
        BinaryRule().parse("也许", Terms(FULL))


def test_answers_within_the_points_are_no_faults() -> None:
    assert not list(BinaryRule(yes=Fraction(3), no=Fraction(1)).faults(FULL))
    assert not list(BinaryRule().faults(None))
