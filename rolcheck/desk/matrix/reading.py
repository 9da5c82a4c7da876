"""Reading what the Matrix shows: every indicator of every submission as of one round."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from fractions import Fraction

from rolcheck.campaign.openings import first_kind
from rolcheck.campaign.settings import SCORING_KINDS
from rolcheck.campaign.standing import Standing
from rolcheck.criteria.model import Criteria, Indicator
from rolcheck.desk.desk import Desk
from rolcheck.desk.matrix.seen import (
    AreaSeen,
    IndicatorSeen,
    MatrixSeen,
    Shares,
    SubmissionScores,
    UnitSeen,
)
from rolcheck.desk.rounds.timeline import rounds_seen, runs_rounds
from rolcheck.reports.outlook import outlook_of
from rolcheck.reports.risks import prospect_of
from rolcheck.scoring.cells import NOT_APPLICABLE, PENDING, Cell
from rolcheck.scoring.results import Results, SubmissionResult
from rolcheck.scoring.risk import at_risk, expected_score


def matrix_of(desk: Desk, wanted: int | None = None) -> MatrixSeen:
    """Return the matrix that this desk's person may see.

    Args:
        desk: Whose.
        wanted: As of which round; None for the latest that may be seen.

    Raises:
        InputError: There is no such round.
        RefusedError: The results of the round are hidden from the reader.
    """
    sight = desk.sight()
    number = sight.result_round(wanted)
    now = desk.standing()
    about, people = now.settings.campaign, now.settings.people
    results = None if number is None else desk.results(number)
    before = _round_before(now, number)
    earlier = None if before is None else desk.results(before)
    criteria = results.standing.criteria if results else now.criteria
    hidden = now.open_round if sight.is_blind else None
    return MatrixSeen(
        title=about.title,
        who=people[desk.who].name if desk.who else "",
        runs=runs_rounds(desk),
        is_ranking=now.settings.is_ranking,
        rounds=rounds_seen(now, desk.today()),
        current=now.current_round,
        number=number,
        before=before,
        scores_due=number is not None and now.plan(number).kind in SCORING_KINDS,
        hidden=hidden,
        choices=tuple(one for one in now.rounds if one != hidden),
        places=criteria.scoring.round_to.total,
        areas=tuple(AreaSeen(one.id, one.title, one.title_en or "") for one in criteria.areas),
        indicators=tuple(map(_indicator, criteria.indicators)),
        submissions=submissions_of(results, earlier) if results else (),
        units=_units(results, now) if results and not now.settings.is_ranking else (),
    )


def submissions_of(
    results: Results, earlier: Results | None = None
) -> tuple[SubmissionScores, ...]:
    """Return every submission in the order of the ranking.

    Args:
        results: As of the round that is shown.
        earlier: As of the round before; None where there was none.
    """
    later = _later(results)
    return tuple(_submission(results, result, earlier, later) for result in results.all)


def _round_before(standing: Standing, number: int | None) -> int | None:
    """Return the round before `number` in which scores were given; None if there was none."""
    if number is None:
        return None
    scoring = [
        one for one in standing.rounds if one < number and standing.plan(one).kind in SCORING_KINDS
    ]
    return max(scoring, default=None)


def _indicator(one: Indicator) -> IndicatorSeen:
    return IndicatorSeen(
        id=one.id,
        title=one.title,
        title_en=one.title_en or "",
        area=one.area_id,
        group=one.group_id,
        office=one.office,
        points=None if one.is_veto else one.full,
        weight=one.weight,
        is_base=one.is_base,
    )


def _later(results: Results) -> frozenset[str]:
    """Return the indicators whose first scores a later round takes."""
    standing = results.standing
    kinds: Sequence[str] = SCORING_KINDS
    kind = standing.plan(results.number).kind
    reached = kinds.index(kind) if kind in kinds else -1
    return frozenset(
        one.id
        for one in standing.criteria.base
        if (first := first_kind(standing.settings, one)) and kinds.index(first) > reached
    )


def _submission(
    results: Results, result: SubmissionResult, earlier: Results | None, later: frozenset[str]
) -> SubmissionScores:
    standing, cells = results.standing, tuple(result.cells.values())
    was = earlier.of(result.id) if earlier and result.id in earlier.standing.manifests else None
    scores = tuple(cell.score for cell in cells)
    self_check = not standing.settings.is_ranking
    return SubmissionScores(
        id=result.id,
        name=standing.manifests[result.id].submission.name,
        rank=results.ranks[result.id],
        total=result.total.total,
        total_before=was.total.total if was else None,
        scores=scores,
        expected=_expected(results, cells) if self_check else scores,
        spreads=tuple(cell.spread for cell in cells),
        counts=tuple(_count(cell) for cell in cells),
        states=tuple(_state(cell, later, standing) for cell in cells),
        before=tuple(cell.score for cell in was.cells.values()) if was else (),
        risks=_risks(results, cells) if self_check else (),
        areas=_areas(result, standing.criteria),
    )


def _count(cell: Cell) -> int:
    if cell.indicator.is_veto:
        return len(cell.seats)
    return sum(seat.points is not None for seat in cell.seats)


def _state(cell: Cell, later: frozenset[str], standing: Standing) -> str:
    if cell.indicator.is_veto:
        return cell.source
    if cell.disputed and cell.ruling is None:
        return "dispute"
    if cell.to_confirm:
        return "confirm"
    if cell.source == NOT_APPLICABLE:
        return "na"
    if cell.source == PENDING:
        if not cell.indicator.is_base:
            return "none"
        if cell.claim is not None and not standing.settings.is_ranking:
            return "claimed"
        return "later" if cell.indicator.id in later else "open"
    few = len(cell.seats) < standing.settings.aggregation.quorum
    return "partly" if few and cell.indicator.is_base and cell.ruling is None else "done"


def _expected(results: Results, cells: Sequence[Cell]) -> Shares:
    return tuple(
        expected_score(prospect_of(results, cell)) if cell.indicator.is_base else cell.score
        for cell in cells
    )


def _risks(results: Results, cells: Sequence[Cell]) -> tuple[Fraction, ...]:
    return tuple(
        at_risk(prospect_of(results, cell)) if cell.indicator.is_base else Fraction()
        for cell in cells
    )


def _areas(result: SubmissionResult, criteria: Criteria) -> Shares:
    nodes: Mapping[str, Fraction | None] = {
        node.id: node.score / node.full if node.score is not None and node.full else None
        for node in result.root.children
    }
    return tuple(nodes.get(area.id) for area in criteria.areas)


def _units(results: Results, now: Standing) -> tuple[UnitSeen, ...]:
    due = now.plan(results.number).due
    found: dict[str, UnitSeen] = {}
    for result in results.all:
        for unit in outlook_of(results, result.id, due).units:
            known = found.get(unit.unit, UnitSeen(unit.unit, Fraction(), None))
            found[unit.unit] = UnitSeen(
                unit.unit, known.at_risk + unit.lost, _first((known.due, unit.due))
            )
    return tuple(sorted(found.values(), key=lambda unit: -unit.at_risk))


def _first(days: Iterable[date | None]) -> date | None:
    return min((day for day in days if day), default=None)
