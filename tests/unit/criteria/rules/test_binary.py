from fractions import Fraction

import pytest

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
