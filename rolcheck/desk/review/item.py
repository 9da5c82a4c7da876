"""One item as Review shows it: the indicator, its material, its history, what may be entered."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from json import loads

from rolcheck.base.errors import RefusedError, RolcheckError
from rolcheck.base.messages import N_
from rolcheck.campaign.blockers import is_overdue
from rolcheck.campaign.openings import may_be_scored
from rolcheck.campaign.panels import why_stray
from rolcheck.campaign.standing import Standing
from rolcheck.criteria.model import Criteria, Indicator
from rolcheck.criteria.observing import observe
from rolcheck.desk.desk import Desk
from rolcheck.desk.findings.life import finding_name
from rolcheck.desk.gates import must_be_in_round, must_be_in_time, must_be_on_own_item
from rolcheck.desk.review.queue import State, item_state
from rolcheck.desk.review.recording import not_open
from rolcheck.events.rows import ObservationRow
from rolcheck.scoring.cells import Cell


@dataclass(frozen=True, slots=True)
class ScoreSeen:
    """One observation of the item's history.

    Attributes:
        round: In which it was made.
        who: The reviewer's id; `name` is what people call them.
        value: The CSV form.
        points: What the rule makes of it; None for n/a and vetoes.
        remark: What was said with it.
        at: The stamp.
        kept: Whether it only confirmed an earlier one.
        mine: Whether it is the reader's own.
        stray: Why it does not count; empty if it does.
    """

    round: int
    who: str
    name: str
    value: str
    points: Fraction | None
    remark: str
    at: str
    kept: bool
    mine: bool
    stray: str


@dataclass(frozen=True, slots=True)
class FindingSeen:
    """A finding on the item, with the last thing said about it."""

    name: str
    code: str
    asked: str
    state: str
    due: str
    overdue: bool
    last_said: str


@dataclass(frozen=True, slots=True)
class EvidenceSeen:
    """A piece of evidence of the item; `new` if it came, or changed, after the first receipt."""

    id: str
    title: str
    file: str
    pages: str
    number: str
    dated: str
    new: bool


@dataclass(frozen=True, slots=True)
class ItemSeen:
    """An expected item of the material and its verdict; empty where none was given.

    `basis` says what files told, where the verdict was confirmed from it.
    """

    id: str
    title: str
    required: bool
    verdict: str
    basis: str = ""


@dataclass(frozen=True, slots=True)
class Item:
    """Everything about one indicator of one submission that one reader may see.

    Attributes:
        round: The current round; `round_kind` says what it is for.
        state: In the reader's eyes.
        came_back: Why it is open again.
        closed_because: Why nothing can be entered now, as an error; None if something can.
        own: The reader's latest observation.
        panel: The panel's effective score as of the latest round that the reader may see;
            None without one, `panel_n`, `panel_spread` and `panel_round` beside it.
        ruling: Value and reason of the ruling that stands; None without one.
        outdated: Whether the own observation was made on older material.
        receipts: Number and stamp of every receipt that changed this item, oldest first.
    """

    submission: str
    submission_name: str
    indicator: Indicator
    area_title: str
    group_title: str
    round: int
    round_kind: str
    state: State
    came_back: tuple[str, ...]
    closed_because: RolcheckError | None
    claim: Fraction | None
    own: ScoreSeen | None
    outdated: bool
    panel: Fraction | None
    panel_source: str
    panel_n: int
    panel_spread: Fraction | None
    panel_round: int | None
    ruling: tuple[str, str] | None
    receipts: tuple[tuple[int, str], ...]
    findings: tuple[FindingSeen, ...]
    history: tuple[ScoreSeen, ...]
    evidence: tuple[EvidenceSeen, ...]
    expected: tuple[ItemSeen, ...]


def item(desk: Desk, submission: str, indicator_id: str) -> Item:
    """Return one item in the eyes of the desk's person.

    Raises:
        InputError: No such submission or indicator.
        RefusedError: It is not among the items that the person may see.
    """
    standing, who = desk.standing(), desk.who
    manifest = standing.manifest(submission)
    indicator = standing.criteria.indicator(indicator_id)
    _must_see(desk, submission, indicator_id)
    number, titles = standing.current_round, _titles(standing.criteria)
    own = standing.own_latest(submission, indicator_id, who)
    cell = _result(desk, submission, indicator_id)
    return Item(
        submission=submission,
        submission_name=manifest.submission.name,
        indicator=indicator,
        area_title=titles[indicator.area_id],
        group_title=titles[indicator.group_id],
        round=number,
        round_kind=standing.plan(number).kind,
        state=item_state(standing, who, submission, indicator),
        came_back=desk.sight().came_back(number, submission, indicator),
        closed_because=_why_closed(desk, standing, submission, indicator),
        claim=manifest.claimed(indicator_id),
        own=_seen(standing, who, own) if own else None,
        outdated=own is not None and own.version != standing.version(submission, indicator_id),
        panel=cell.score if cell else None,
        panel_source=cell.source if cell else "",
        panel_n=len(cell.values) if cell else 0,
        panel_spread=cell.spread if cell else None,
        panel_round=cell.round if cell else None,
        ruling=(cell.ruling.value, cell.ruling.reason) if cell and cell.ruling else None,
        receipts=tuple(_receipts(standing, submission, indicator_id)),
        findings=tuple(_findings(standing, desk, submission, indicator_id)),
        history=tuple(_history(standing, desk, submission, indicator_id)),
        evidence=tuple(_evidence(standing, submission, indicator_id)),
        expected=tuple(_expected(standing, submission, indicator)),
    )


def _titles(criteria: Criteria) -> Mapping[str, str]:
    """Return the titles of areas and groups."""
    areas = {area.id: area.title for area in criteria.areas}
    return areas | {group.id: group.title for group in criteria.groups}


def _must_see(desk: Desk, submission: str, indicator: str) -> None:
    if not desk.sight().may_see_item(submission, indicator):
        raise RefusedError(
            N_("{indicator} of {submission} is not among your items"),
            indicator=indicator,
            submission=submission,
        )


def _result(desk: Desk, submission: str, indicator: str) -> Cell | None:
    """Return what the latest results that the reader may see say; None where there are none."""
    sight = desk.sight()
    number = None if "unit" in sight.roles else sight.result_round(None)
    return None if number is None else desk.results(number).cell(submission, indicator)


def _why_closed(
    desk: Desk, standing: Standing, submission: str, indicator: Indicator
) -> RolcheckError | None:
    try:
        number = must_be_in_round(standing, None)
        must_be_in_time(standing, number, desk.now())
        must_be_on_own_item(standing, number, submission, indicator.id, desk.who)
    except RolcheckError as error:
        return error
    if standing.plan(number).kind == "completeness" and not indicator.is_veto:
        return None
    if not may_be_scored(standing, number, submission, indicator):
        return not_open(standing, number, submission, indicator)
    return None


def _seen(standing: Standing, who: str, row: ObservationRow) -> ScoreSeen:
    indicator = standing.criteria.indicator(row.indicator)
    person = standing.settings.people.get(row.reviewer)
    return ScoreSeen(
        round=row.round,
        who=row.reviewer,
        name=person.name if person else row.reviewer,
        value=row.value,
        points=observe(indicator, row.value, standing.settings.period).points,
        remark=row.remark,
        at=row.at,
        kept=row.kept,
        mine=row.reviewer == who,
        stray=why_stray(standing, row),
    )


def _history(
    standing: Standing, desk: Desk, submission: str, indicator: str
) -> Iterator[ScoreSeen]:
    sight = desk.sight()
    rows = standing.observations.get((submission, indicator), ())
    for row in sorted(rows, key=lambda row: (-row.round, row.reviewer != desk.who)):
        if sight.may_see_score(row):
            yield _seen(standing, desk.who, row)


def _receipts(standing: Standing, submission: str, indicator: str) -> Iterator[tuple[int, str]]:
    for row in standing.receipts.get(submission, ()):
        if indicator in loads(row.changed):
            yield row.number, row.at


def _findings(
    standing: Standing, desk: Desk, submission: str, indicator: str
) -> Iterator[FindingSeen]:
    sight, today = desk.sight(), desk.today()
    for row in standing.findings.get((submission, indicator), ()):
        if sight.may_see_finding(row):
            moves = standing.finding_moves.get(row.id, ())
            yield FindingSeen(
                name=finding_name(row),
                code=row.code,
                asked=row.asked,
                state=row.state,
                due=row.due or "",
                overdue=is_overdue(row, today),
                last_said=moves[-1].text if moves else "",
            )


def _evidence(standing: Standing, submission: str, indicator: str) -> Iterator[EvidenceSeen]:
    receipts = standing.receipts.get(submission, ())
    first = loads(receipts[0].files) if receipts else {}
    last = loads(receipts[-1].files) if receipts else {}
    for piece in standing.manifest(submission).evidence_for(indicator):
        yield EvidenceSeen(
            id=piece.id,
            title=piece.title,
            file=piece.file,
            pages=piece.pages,
            number=piece.number,
            dated=_day(piece.dated),
            new=bool(receipts) and first.get(piece.file) != last.get(piece.file),
        )


def _expected(standing: Standing, submission: str, indicator: Indicator) -> Iterator[ItemSeen]:
    for expected in indicator.evidence:
        row = standing.verdicts.get((submission, indicator.id, expected.id))
        given = (row.verdict, row.basis) if row else ("", "")
        yield ItemSeen(expected.id, expected.title, expected.required, *given)


def _day(day: date | None) -> str:
    return day.isoformat() if day else ""
