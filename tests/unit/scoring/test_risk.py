"""Points that an applicant may still lose."""

from fractions import Fraction

import pytest

from rolcheck.scoring.risk import Prospect, at_risk, expected_score
from rolcheck.scoring.rollup import NOT_APPLICABLE, PENDING, Unscored

TWO_OF_THREE = Fraction(2)


def prospect(
    state: Fraction | Unscored, *, claim: str | None = None, open_finding: bool = False
) -> Prospect:
    claimed = None if claim is None else Fraction(claim)
    return Prospect("1.1.1", Fraction(3), Fraction("1.5"), state, claimed, open_finding)


@pytest.mark.parametrize(
    ("seen", "expected", "risk"),
    [
        pytest.param(prospect(TWO_OF_THREE, claim="3"), "2", "1.5", id="the score before a claim"),
        pytest.param(prospect(PENDING, claim="2.5"), "2.5", "0.75", id="else the claim"),
        pytest.param(prospect(PENDING, claim="0"), "0", "4.5", id="a claim of nothing is one"),
        pytest.param(prospect(PENDING), "0", "4.5", id="else nothing"),
        pytest.param(prospect(Fraction(3)), "3", "0", id="no risk in full points"),
        pytest.param(
            prospect(TWO_OF_THREE, open_finding=True), "2", "4.5", id="an open finding risks all"
        ),
    ],
)
def test_what_is_not_expected_is_at_risk(seen: Prospect, expected: str, risk: str) -> None:
    assert expected_score(seen) == Fraction(expected)
    assert at_risk(seen) == Fraction(risk)


@pytest.mark.parametrize("open_finding", [False, True])
def test_what_does_not_apply_puts_nothing_at_risk(open_finding: bool) -> None:
    seen = prospect(NOT_APPLICABLE, claim="1", open_finding=open_finding)

    assert expected_score(seen) is None
    assert at_risk(seen) == 0
