"""What each indicator of a submission may still cost, and why."""

from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from rolcheck.campaign.openings import LIVE_FINDINGS
from rolcheck.criteria.model import Indicator
from rolcheck.scoring import rollup
from rolcheck.scoring.cells import NOT_APPLICABLE, Cell
from rolcheck.scoring.results import Results
from rolcheck.scoring.risk import Prospect, at_risk, expected_score


@dataclass(frozen=True, slots=True)
class RiskLine:
    """What one indicator may still cost.

    Attributes:
        expected: Effective score, else claim, else 0; before the weight. None if n/a.
        at_risk: Points, after the weight.
        known: Whether the expected score is a reviewed one.
        open_findings: How many findings on it are not settled.
        due: The earliest day by which one of these is to be answered.
    """

    indicator: Indicator
    expected: Fraction | None
    at_risk: Fraction
    known: bool
    open_findings: int
    due: date | None


def risk_lines(results: Results, submission: str) -> tuple[RiskLine, ...]:
    """Return what each base indicator of a submission may still cost, nothing included."""
    cells = results.of(submission).cells
    return tuple(_line(results, cells[one.id]) for one in results.standing.criteria.base)


def prospect_of(results: Results, one: Cell) -> Prospect:
    """Return a base indicator as the applicant's own office sees it."""
    state: Fraction | rollup.Unscored = rollup.PENDING
    if one.score is not None:
        state = one.score
    elif one.source == NOT_APPLICABLE:
        state = rollup.NOT_APPLICABLE
    return Prospect(
        id=one.indicator.id,
        points=one.indicator.full,
        weight=one.indicator.weight,
        state=state,
        claim=one.claim,
        open_finding=bool(_open_findings(results, one)),
    )


def _line(results: Results, one: Cell) -> RiskLine:
    prospect = prospect_of(results, one)
    findings = _open_findings(results, one)
    return RiskLine(
        indicator=one.indicator,
        expected=expected_score(prospect),
        at_risk=at_risk(prospect),
        known=one.score is not None,
        open_findings=len(findings),
        due=min((due for due in findings if due), default=None),
    )


def _open_findings(results: Results, one: Cell) -> list[date | None]:
    """Return the due days of the findings that are not settled."""
    rows = results.standing.findings.get((one.submission, one.indicator.id), ())
    return [
        date.fromisoformat(row.due) if row.due else None
        for row in rows
        if row.state in LIVE_FINDINGS
    ]
