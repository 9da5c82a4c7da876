"""Disputes, raised vetoes and rulings: the arbiter's queue, and one of it in full."""

from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from json import loads

from rolcheck.base.errors import RefusedError, RolcheckError
from rolcheck.base.messages import N_
from rolcheck.campaign.blockers import raised_vetoes
from rolcheck.campaign.standing import Cell as CellId
from rolcheck.campaign.standing import Standing
from rolcheck.desk.desk import Desk
from rolcheck.desk.disputes.rulings import must_be_open_to_rulings
from rolcheck.desk.disputes.seen import (
    UNRULED,
    DisputeRow,
    DisputeSeen,
    DisputesSeen,
    Fate,
    RulingSeen,
    RulingState,
    SeatSeen,
    SpreadClass,
    Why,
)
from rolcheck.desk.review.item import item
from rolcheck.desk.rounds.timeline import rounds_seen
from rolcheck.events.rows import RulingRow
from rolcheck.reports.combining import dropped
from rolcheck.scoring.cells import RAISED, Cell, Seat
from rolcheck.scoring.results import Results

_STATES: Sequence[RulingState] = ("open", "confirm", "done", "idle")
_CLASSES = (Fraction(6, 10), Fraction(4, 10), Fraction(1, 10), Fraction(0))


def disputes(
    desk: Desk, wanted: CellId | None = None, before: DisputesSeen | None = None
) -> DisputesSeen:
    """Return the queue as the desk's person may see it, and one of it in full.

    Args:
        desk: Whose.
        wanted: Submission and indicator of the one in full, which need not be in dispute; None
            for the first that wants a ruling.
        before: What was shown last: its queue is kept where the ledger did not grow since.

    Raises:
        InputError: There is no such submission or indicator.
    """
    length, standing, sight = desk.length(), desk.standing(), desk.sight()
    number, refused = _results_round(desk)
    rows: tuple[DisputeRow, ...] = ()
    spreads: tuple[SpreadClass, ...] = ()
    if number is not None:
        results = desk.results(number)
        known = before is not None and before.length == length
        rows, spreads = (before.rows, before.spreads) if before and known else _listed(results)
        rows = _with_wanted(results, rows, wanted)
    people = standing.settings.people
    return DisputesSeen(
        length=length,
        title=standing.settings.campaign.title,
        who=people[desk.who].name if desk.who else "",
        rules="arbiter" in sight.roles,
        rounds=rounds_seen(standing, desk.today()),
        current=standing.current_round,
        number=number,
        hidden=standing.open_round if sight.is_blind else None,
        refused=refused,
        rows=rows,
        spreads=spreads,
        dispute_at=standing.settings.aggregation.dispute_at,
        shown=_shown(desk, number, rows, wanted),
        standing=standing,
    )


def next_unruled(
    rows: Sequence[DisputeRow],
    here: str,
    step: int = 1,
    before: Sequence[DisputeRow] | None = None,
) -> str:
    """Return the key of the row next to `here` that wants a ruling, round about.

    Args:
        rows: As they are now.
        here: The key to begin behind.
        step: 1 onward, -1 back.
        before: As they were when `here` was chosen, and in whose order one goes; None for `rows`.

    Returns:
        Empty where none wants a ruling, or only `here` itself.
    """
    left = {row.key for row in rows if row.state in UNRULED} - {here}
    keys = [row.key for row in before or rows]
    start = keys.index(here) if here in keys else (-1 if step > 0 else 0)
    others = (keys[(start + step * far) % len(keys)] for far in range(1, len(keys) + 1))
    return next((key for key in others if key in left), "")


def _results_round(desk: Desk) -> tuple[int | None, RolcheckError | None]:
    try:
        return desk.sight().result_round(None), None
    except RefusedError as error:
        return None, error


def _listed(results: Results) -> tuple[tuple[DisputeRow, ...], tuple[SpreadClass, ...]]:
    return _queue(results), _spreads(results)


def _queue(results: Results) -> tuple[DisputeRow, ...]:
    standing = results.standing
    vetoes = dict.fromkeys(raised_vetoes(standing, results.number))
    found: dict[CellId, Why] = dict.fromkeys(standing.rulings, "ruling")
    found |= dict.fromkeys(results.disputes, "dispute")
    found |= dict.fromkeys(vetoes, "veto")
    rows = [_row(results, cell, why) for cell, why in found.items()]
    places = {id: at for at, id in enumerate(standing.manifests)}
    return tuple(sorted(rows, key=lambda row: _order(row, places[row.submission])))


def _order(row: DisputeRow, place: int) -> tuple[object, ...]:
    apart = row.spread if row.spread is not None else Fraction()
    return (_STATES.index(row.state), row.why != "veto", -apart, place, row.indicator)


def _with_wanted(
    results: Results, rows: tuple[DisputeRow, ...], wanted: CellId | None
) -> tuple[DisputeRow, ...]:
    listed = tuple(row for row in rows if row.why != "chosen")
    if wanted is None or any((row.submission, row.indicator) == wanted for row in listed):
        return listed
    results.standing.manifest(wanted[0])
    return (*listed, _row(results, wanted, "chosen"))


def _row(results: Results, at: CellId, why: Why) -> DisputeRow:
    submission, indicator = at
    entry = results.standing.criteria.indicator(indicator)
    cell = results.of(submission).cells[indicator]
    return DisputeRow(
        why=why,
        state=_state(cell),
        submission=submission,
        name=results.standing.manifests[submission].submission.name,
        indicator=indicator,
        title=entry.title,
        title_en=entry.title_en or "",
        spread=cell.spread,
        mixed=cell.mixed,
        n=len(cell.seats),
        score=cell.score,
        ruled=cell.ruling.value if cell.ruling else "",
    )


def _state(cell: Cell) -> RulingState:
    if cell.ruling is not None:
        return "confirm" if cell.to_confirm else "done"
    return "open" if cell.disputed or cell.source == RAISED else "idle"


def _spreads(results: Results) -> tuple[SpreadClass, ...]:
    """Return how many indicators are how far apart; the threshold is one of the limits."""
    limits = sorted({*_CLASSES, results.standing.settings.aggregation.dispute_at}, reverse=True)
    counts = dict.fromkeys(limits, 0)
    for one in results.all:
        for cell in one.cells.values():
            if cell.spread is not None:
                counts[next(limit for limit in limits if cell.spread >= limit)] += 1
    return tuple(SpreadClass(limit, count) for limit, count in counts.items())


def _shown(
    desk: Desk, number: int | None, rows: Sequence[DisputeRow], wanted: CellId | None
) -> DisputeSeen | None:
    if number is None or not rows:
        return None
    at = wanted or (rows[0].submission, rows[0].indicator)
    row = next(row for row in rows if (row.submission, row.indicator) == at)
    return _dispute(desk, desk.results(number), row)


def _dispute(desk: Desk, results: Results, row: DisputeRow) -> DisputeSeen:
    cell = results.of(row.submission).cells[row.indicator]
    sight = desk.sight()
    seen = [seat for seat in cell.seats if sight.may_see_score(seat.row)]
    mine = sight.may_see_item(row.submission, row.indicator)
    return DisputeSeen(
        row=row,
        indicator=cell.indicator,
        claim=cell.claim,
        seats=tuple(_seats(results, cell, seen)),
        unseen=len(cell.seats) - len(seen),
        panel=cell.panel,
        ruling=_ruling(results.standing, cell.ruling, mine=mine),
        item=item(desk, row.submission, row.indicator) if mine else None,
        closed_because=_why_closed(desk, row.submission),
    )


def _seats(results: Results, cell: Cell, seen: Sequence[Seat]) -> Iterator[SeatSeen]:
    ordered = sorted(seen, key=lambda one: (one.points is None, -(one.points or 0)))
    fates = _fates(results, cell, ordered)
    version = results.standing.version(cell.submission, cell.indicator.id)
    people = results.standing.settings.people
    for seat in ordered:
        row = seat.row
        yield SeatSeen(
            name=people[row.reviewer].name,
            round=row.round,
            value=row.value,
            points=seat.points,
            remark=row.remark,
            evidence=tuple(loads(row.evidence)),
            fate=fates.get(row.id, ""),
            outdated=row.version != version,
        )


def _fates(results: Results, cell: Cell, ordered: Sequence[Seat]) -> Mapping[str, Fate]:
    """Return by id of an observation which end of the panel trimming drops it from."""
    if cell.indicator.is_veto:
        return {}
    out = dropped(results, cell)
    ids = [seat.row.id for seat in ordered if seat.row.id in out]
    half = len(ids) // 2
    return {**dict.fromkeys(ids[:half], "high"), **dict.fromkeys(ids[half:], "low")}


def _ruling(standing: Standing, row: RulingRow | None, *, mine: bool) -> RulingSeen | None:
    if row is None:
        return None
    person = standing.settings.people.get(row.author)
    return RulingSeen(
        value=row.value,
        reason=row.reason if mine else "",
        round=row.round,
        name=person.name if person else row.author,
        at=row.at,
        outdated=row.version != standing.version(row.submission, row.indicator),
    )


def _why_closed(desk: Desk, submission: str) -> RolcheckError | None:
    """Return why the reader cannot rule; somebody without a name cannot do anything."""
    if not desk.who:
        return RefusedError(N_("only an arbiter rules"))
    try:
        must_be_open_to_rulings(desk.standing(), desk.who, submission)
    except RolcheckError as error:
        return error
    return None
