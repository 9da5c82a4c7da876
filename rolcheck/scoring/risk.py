"""Points at risk: what an applicant's own office still has to work for (mode self-check)."""

from dataclasses import dataclass
from fractions import Fraction

from rolcheck.scoring.rollup import NOT_APPLICABLE, Unscored


@dataclass(frozen=True, slots=True)
class Prospect:
    """One base indicator of one submission, seen from the applicant's side.

    Args:
        points: Full points, before the weight.
        weight: The indicator's weight.
        state: The effective score, before the weight; or why there is none. Where criteria score
            n/a as full points or as 0, that score.
        claim: The applicant's own score; None where none was made.
        open_finding: Whether a finding on it is not settled.
    """

    id: str
    points: Fraction
    weight: Fraction
    state: Fraction | Unscored
    claim: Fraction | None = None
    open_finding: bool = False


def expected_score(prospect: Prospect) -> Fraction | None:
    """Return the points that are to be expected, before the weight.

    Returns:
        The effective score, else the claim, else 0; None where the indicator does not apply.

    Source:
        `design.md` section 4 (ranking).
    """
    if prospect.state is NOT_APPLICABLE:
        return None
    if isinstance(prospect.state, Fraction):
        return prospect.state
    return prospect.claim if prospect.claim is not None else Fraction()


def at_risk(prospect: Prospect) -> Fraction:
    """Return the points, after the weight, that may still be lost.

    Returns:
        Weight x (full points - expected score); the indicator in full where a finding is open;
        0 where it does not apply, since it is then no part of anybody's full points.

    Source:
        `design.md` section 4 (ranking).

    Example:
        >>> three, two = Fraction(3), Fraction(2)
        >>> at_risk(Prospect("1.1.1", points=three, weight=two, state=Fraction(2)))
        Fraction(2, 1)
        >>> at_risk(Prospect("1.1.1", points=three, weight=two, state=two, open_finding=True))
        Fraction(6, 1)
    """
    expected = expected_score(prospect)
    if expected is None:
        return Fraction()
    if prospect.open_finding:
        expected = Fraction()
    return prospect.weight * (prospect.points - expected)
