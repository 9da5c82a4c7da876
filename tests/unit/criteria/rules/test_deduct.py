from fractions import Fraction

import pytest

from rolcheck.base.errors import ObservationError
from rolcheck.criteria.rules.deduct import DeductRule, Defect
from rolcheck.criteria.rules.terms import Terms

TERMS = Terms(Fraction(3))
RULE = DeductRule(
    defects=(
        Defect(code="K1", label="未公开", points=Fraction(1, 2)),
        Defect(code="K2", label="超期", points=Fraction(3, 10), max_count=2),
        Defect(code="K3", label="缺件", points=Fraction(1)),
    ),
    floor=Fraction(1, 5),
)


@pytest.mark.parametrize(
    ("seen", "left"),
    [
        pytest.param("none", "3", id="nothing wrong"),
        pytest.param("无", "3", id="nothing wrong in Chinese"),
        pytest.param("K1*2;K2", "1.7", id="each case costs its points"),
        pytest.param("K2*9", "2.4", id="no more than max-count cases"),
        pytest.param("K1*99", "0.2", id="never under the floor"),
        pytest.param(" k3 ； Ｋ１＊２ ", "1", id="blanks, widths and case"),
        pytest.param("K1*0", "3", id="none of it"),
    ],
)
def test_defects_are_taken_off_the_full_points(seen: str, left: str) -> None:
    assert RULE.points(RULE.parse(seen, TERMS), Fraction(3)) == Fraction(left)


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("K3;K1*2", "K1*2;K3"),
        ("K2*01", "K2"),
        ("K1*0", "none"),
        ("NONE", "none"),
        ("K1*0;K3*1", "K3"),
    ],
)
def test_counts_are_written_in_the_order_of_the_criteria(text: str, written: str) -> None:
    assert RULE.write(RULE.parse(text, TERMS)) == written


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("K7", "no defect 'K7'; expected K1, K2, K3"),
        ("K1;K1", "defect 'K1' is named twice"),
        ("K1*2;k1", "defect 'K1' is named twice"),
        ("K1;", "'' is not a count of defects"),
        ("K1*", "'K1*' is not a count of defects"),
        ("K1*-1", "'K1*-1' is not a count of defects"),
        ("K1*1.5", "'K1*1.5' is not a count of defects"),
        ("K1*2*3", "'K1*2*3' is not a count of defects"),
        ("K1*²", "'K1*²' is not a count of defects"),
        ("K1,K2", "no defect 'K1,K2'; expected K1, K2, K3"),
        ("none;K1", "no defect 'none'; expected K1, K2, K3"),
    ],
)
def test_what_is_no_count_is_named(text: str, said: str) -> None:
    with pytest.raises(ObservationError) as refused:
        RULE.parse(text, TERMS)

    assert str(refused.value) == said


def test_a_code_twice_and_a_floor_above_the_points_are_faults() -> None:
    rule = DeductRule(defects=(RULE.defects[0], RULE.defects[0]), floor=Fraction(4))

    assert [fault.loc for fault in rule.faults(Fraction(3))] == [("defects", 1, "code"), ("floor",)]
