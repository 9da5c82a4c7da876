"""What an applicant's own office may expect, and where points are at risk (mode self-check)."""

from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from rolcheck.reports.claims import rolled_up
from rolcheck.reports.risks import RiskLine, risk_lines
from rolcheck.reports.units import UnitShare, unit_shares
from rolcheck.scoring import rollup
from rolcheck.scoring.cells import NOT_APPLICABLE, Cell
from rolcheck.scoring.results import Results


@dataclass(frozen=True, slots=True)
class Outlook:
    """What is to be expected.

    Attributes:
        expected: The total that expected scores come to.
        units: Those that answer for something, with most at risk first.
        lines: The base indicators with something at risk, the largest first.
    """

    expected: Fraction | None
    at_risk: Fraction
    units: tuple[UnitShare, ...]
    lines: tuple[RiskLine, ...]


def outlook_of(results: Results, submission: str, due: date | None) -> Outlook:
    """Return what a submission may expect; `due` is the day by which its round is to end."""
    result = results.of(submission)
    criteria = results.standing.criteria
    lines = risk_lines(results, submission)
    states = {line.indicator.id: _state(line.expected) for line in lines}
    bonuses = [_bonus(result.cells[one.id]) for one in criteria.bonuses]
    units = [unit for unit in unit_shares(results, submission, due) if unit.indicators]
    return Outlook(
        expected=rolled_up(result.root, states, bonuses, criteria).total,
        at_risk=sum((line.at_risk for line in lines), Fraction()),
        units=tuple(sorted(units, key=lambda unit: -unit.lost)),
        lines=tuple(sorted((one for one in lines if one.at_risk), key=lambda one: -one.at_risk)),
    )


def _state(expected: Fraction | None) -> Fraction | rollup.Unscored:
    return rollup.NOT_APPLICABLE if expected is None else expected


def _bonus(one: Cell) -> Fraction:
    if one.source == NOT_APPLICABLE:
        return Fraction()
    return one.score if one.score is not None else one.claim or Fraction()
