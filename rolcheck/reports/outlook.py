"""What an applicant's own office may expect, and where points are at risk (mode self-check)."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from rolcheck.campaign.openings import LIVE_FINDINGS
from rolcheck.criteria.model import Indicator
from rolcheck.reports.claims import rolled_up
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


@dataclass(frozen=True, slots=True)
class UnitLine:
    """What one responsible unit may still lose.

    Attributes:
        unit: Its name; empty for indicators that name none.
        points: Full points, after the weight, of its indicators that apply.
        due: The earliest day of an open finding, else that of the round where points are at
            risk; None without either.
    """

    unit: str
    indicators: int
    points: Fraction
    at_risk: Fraction
    open_findings: int
    due: date | None


@dataclass(frozen=True, slots=True)
class Outlook:
    """What is to be expected.

    Attributes:
        expected: The total that expected scores come to.
        units: Those with most at risk first.
        lines: The base indicators with something at risk, the largest first.
    """

    expected: Fraction | None
    at_risk: Fraction
    units: tuple[UnitLine, ...]
    lines: tuple[RiskLine, ...]


def outlook_of(results: Results, submission: str, due: date | None) -> Outlook:
    """Return what a submission may expect; `due` is the day by which its round is to end."""
    result = results.of(submission)
    criteria = results.standing.criteria
    prospects = {one.id: prospect_of(results, result.cells[one.id]) for one in criteria.base}
    states = {name: _state(expected_score(one)) for name, one in prospects.items()}
    bonuses = [_bonus(result.cells[one.id]) for one in criteria.bonuses]
    lines = [_line(results, result.cells[one.id], prospects[one.id]) for one in criteria.base]
    return Outlook(
        expected=rolled_up(result.root, states, bonuses, criteria).total,
        at_risk=sum((line.at_risk for line in lines), Fraction()),
        units=_units(lines, due),
        lines=tuple(sorted((one for one in lines if one.at_risk), key=lambda one: -one.at_risk)),
    )


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


def _open_findings(results: Results, one: Cell) -> list[date | None]:
    """Return the due days of the findings that are not settled."""
    rows = results.standing.findings.get((one.submission, one.indicator.id), ())
    return [
        date.fromisoformat(row.due) if row.due else None
        for row in rows
        if row.state in LIVE_FINDINGS
    ]


def _state(expected: Fraction | None) -> Fraction | rollup.Unscored:
    return rollup.NOT_APPLICABLE if expected is None else expected


def _bonus(one: Cell) -> Fraction:
    if one.source == NOT_APPLICABLE:
        return Fraction()
    return one.score if one.score is not None else one.claim or Fraction()


def _line(results: Results, one: Cell, prospect: Prospect) -> RiskLine:
    findings = _open_findings(results, one)
    return RiskLine(
        indicator=one.indicator,
        expected=expected_score(prospect),
        at_risk=at_risk(prospect),
        known=one.score is not None,
        open_findings=len(findings),
        due=min((due for due in findings if due), default=None),
    )


def _units(lines: Sequence[RiskLine], due: date | None) -> tuple[UnitLine, ...]:
    by_unit: defaultdict[str, list[RiskLine]] = defaultdict(list)
    for line in lines:
        by_unit[line.indicator.office].append(line)
    units = [_unit(name, owned, due) for name, owned in by_unit.items()]
    return tuple(sorted(units, key=lambda unit: -unit.at_risk))


def _unit(name: str, lines: Sequence[RiskLine], due: date | None) -> UnitLine:
    risk = sum((line.at_risk for line in lines), Fraction())
    applying = [line.indicator for line in lines if line.expected is not None]
    return UnitLine(
        unit=name,
        indicators=len(lines),
        points=sum((one.weight * one.full for one in applying), Fraction()),
        at_risk=risk,
        open_findings=sum(line.open_findings for line in lines),
        due=min((line.due for line in lines if line.due), default=due if risk else None),
    )
