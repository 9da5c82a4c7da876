"""What each responsible unit answers for: its points, what they lack, and what is asked of it."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from fractions import Fraction

from rolcheck.campaign.blockers import expected_items
from rolcheck.campaign.standing import Standing
from rolcheck.criteria.model import Criteria, Indicator
from rolcheck.reports.risks import RiskLine, risk_lines
from rolcheck.scoring.cells import NOT_APPLICABLE, PENDING
from rolcheck.scoring.results import Results, SubmissionResult

GIVEN = "ok"
"""The verdict on an item of material that is there."""


@dataclass(frozen=True, slots=True)
class UnitShare:
    """What one unit answers for in one submission, or in all.

    Attributes:
        unit: Its name; empty for the indicators that name none.
        indicators: How many base indicators it answers for.
        points: Full points, after the weight, of those that apply.
        score: What they have earned; in mode self-check what is to be expected.
        lost: What those with a score are short of; in mode self-check what is at risk.
        beside: What is lost of indicators for which it is named beside another unit, which is
            the one that is charged with it.
        pending: Full points of those without a score.
        open_findings: How many findings on its indicators are not settled.
        missing: How many required items of material are not there: by their verdict, or where
            there is none because nothing was offered.
        due: The earliest day of an open finding, else in mode self-check, where something is at
            risk, that of the round.
    """

    unit: str
    indicators: int
    points: Fraction
    score: Fraction
    lost: Fraction
    beside: Fraction
    pending: Fraction
    open_findings: int
    missing: int
    due: date | None


def unit_shares(results: Results, submission: str, due: date | None) -> tuple[UnitShare, ...]:
    """Return what every unit answers for in a submission, in the order of the criteria.

    Args:
        results: As of a round.
        submission: Whose.
        due: The day by which that round is to end.
    """
    found, lines = results.of(submission), risk_lines(results, submission)
    items = [(line.indicator, _item(results, found, line)) for line in lines]
    ranking, criteria = results.standing.settings.is_ranking, results.standing.criteria
    return tuple(_unit(name, items, None if ranking else due) for name in _names(criteria))


def together(submissions: Sequence[Sequence[UnitShare]]) -> tuple[UnitShare, ...]:
    """Return each unit over several submissions; its indicators are counted once."""
    return tuple(
        replace(_added(shares[0].unit, shares), indicators=shares[0].indicators)
        for shares in zip(*submissions, strict=True)
    )


def _names(criteria: Criteria) -> tuple[str, ...]:
    """Return the units of the base indicators; first those that answer, empty for none named."""
    first = [one.office for one in criteria.base]
    others = [name for one in criteria.base for name in one.co_offices]
    return tuple(dict.fromkeys((*first, *others)))


def _unit(name: str, items: Sequence[tuple[Indicator, UnitShare]], due: date | None) -> UnitShare:
    found = _added(name, [share for indicator, share in items if indicator.office == name])
    beside = [share.lost for indicator, share in items if name in indicator.co_offices]
    last = found.due or (due if found.lost else None)
    return replace(found, beside=sum(beside, Fraction()), due=last)


def _item(results: Results, result: SubmissionResult, line: RiskLine) -> UnitShare:
    """Return what one indicator means for the unit that answers for it."""
    indicator, cell = line.indicator, result.cells[line.indicator.id]
    applies = line.expected is not None
    full = indicator.weight * indicator.full if applies else Fraction()
    score, lost = indicator.weight * (line.expected or 0), line.at_risk
    if results.standing.settings.is_ranking:
        score = indicator.weight * (cell.score or 0)
        lost = full - score if cell.source not in (NOT_APPLICABLE, PENDING) else Fraction()
    return UnitShare(
        unit=indicator.office,
        indicators=1,
        points=full,
        score=score,
        lost=lost,
        beside=Fraction(),
        pending=Fraction() if line.known else full,
        open_findings=line.open_findings,
        missing=len(missing_items(results.standing, result.id, indicator)) if applies else 0,
        due=line.due,
    )


def _added(unit: str, shares: Sequence[UnitShare]) -> UnitShare:
    nothing = Fraction()
    return UnitShare(
        unit=unit,
        indicators=sum(one.indicators for one in shares),
        points=sum((one.points for one in shares), nothing),
        score=sum((one.score for one in shares), nothing),
        lost=sum((one.lost for one in shares), nothing),
        beside=sum((one.beside for one in shares), nothing),
        pending=sum((one.pending for one in shares), nothing),
        open_findings=sum(one.open_findings for one in shares),
        missing=sum(one.missing for one in shares),
        due=min((one.due for one in shares if one.due), default=None),
    )


def missing_items(
    standing: Standing, submission: str, indicator: Indicator, *, judged: bool = True
) -> tuple[str, ...]:
    """Return the ids of the required items that are not there.

    Args:
        standing: How the campaign stands.
        submission: Whose material.
        indicator: Of which the items are.
        judged: Whether verdicts count; otherwise only what was offered does.
    """
    return tuple(
        item
        for item in expected_items(indicator)
        if not _is_there(standing, submission, indicator.id, item, judged=judged)
    )


def _is_there(
    standing: Standing, submission: str, indicator: str, item: str, *, judged: bool
) -> bool:
    row = standing.verdicts.get((submission, indicator, item)) if judged else None
    if row is not None:
        return row.verdict == GIVEN
    offered = standing.manifest(submission).evidence_for(indicator)
    return any(not piece.answers or f"{indicator}/{item}" in piece.answers for piece in offered)
