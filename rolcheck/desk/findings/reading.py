"""What the Findings screen shows: every finding with its history, and what may be done with it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from json import loads

from rolcheck.base.errors import RefusedError, RolcheckError
from rolcheck.base.messages import N_
from rolcheck.campaign.blockers import is_overdue
from rolcheck.campaign.permissions import MAY, Action
from rolcheck.campaign.standing import Standing
from rolcheck.desk.desk import Desk
from rolcheck.desk.findings.extending import EXTEND, must_be_extendable
from rolcheck.desk.findings.life import MOVES, find, finding_name, findings_of, must_be_movable
from rolcheck.desk.findings.notices import notice_id, notices
from rolcheck.desk.findings.supplements import Supplement, supplements
from rolcheck.desk.gates import is_own_item
from rolcheck.desk.rounds.timeline import rounds_seen
from rolcheck.desk.seen import RoundSeen
from rolcheck.desk.sight import Sight
from rolcheck.events.rows import FindingMoveRow, FindingRow, NoticeRow


@dataclass(frozen=True, slots=True)
class MoveSeen:
    """One step in the life of a finding; `name` is empty where the author is not to be known.

    `due` is the later day that an extension set.
    """

    move: str
    nature: str
    text: str
    evidence: tuple[str, ...]
    name: str
    at: str
    due: date | None = None


@dataclass(frozen=True, slots=True)
class FindingSeen:
    """A finding in full.

    Attributes:
        name: As people call it, F and its number.
        submission_name: What the submission is called.
        title: Of the indicator, in Chinese; `title_en` beside it.
        units: Who answers for the material: the responsible unit first.
        due: None without a day.
        days_late: By how many days it is overdue; 0 where it is not.
        author: What whoever asked is called; empty where that is not to be known.
        evidence: Ids of what it rests on.
        history: What was done with it since, oldest first.
        seen: What was found instead of what is expected; may be empty.
        items: Expected items that it is about, as ``2.1.3/a``.
        supplements: What came in for its indicator since.
        notices: The correction notices that list it, as ``2026-3``.
        forbidden: By step: why the reader cannot do it now; None where that is possible.
    """

    name: str
    submission: str
    submission_name: str
    indicator: str
    title: str
    title_en: str
    units: tuple[str, ...]
    code: str
    asked: str
    state: str
    due: date | None
    days_late: int
    round: int
    author: str
    at: str
    evidence: tuple[str, ...]
    history: tuple[MoveSeen, ...]
    seen: str
    items: tuple[str, ...]
    supplements: tuple[Supplement, ...]
    notices: tuple[str, ...]
    forbidden: Mapping[str, RolcheckError | None]

    @property
    def is_live(self) -> bool:
        """Whether something is still to be done about it."""
        return self.state in ("open", "answered")


@dataclass(frozen=True, slots=True)
class IndicatorChoice:
    """An indicator of a submission on which the reader may raise a finding."""

    submission: str
    id: str
    title: str
    title_en: str


@dataclass(frozen=True, slots=True)
class FindingsSeen:
    """The whole screen.

    Attributes:
        who: What the reader is called; empty for somebody who only looks.
        roles: The reader's roles.
        by_unit: Whether they are grouped by responsible unit.
        hidden: The open round, where findings of others in it are hidden from the reader.
        findings: Overdue first, then answered, open, settled; the longest overdue first.
        submissions: Names by id.
        cannot_add: Why the reader cannot raise any; None where that is possible.
        choices: On what the reader may raise one.
        standing: As of now.
    """

    length: int
    title: str
    who: str
    roles: tuple[str, ...]
    rounds: tuple[RoundSeen, ...]
    current: int
    by_unit: bool
    hidden: int | None
    findings: tuple[FindingSeen, ...]
    submissions: Mapping[str, str]
    cannot_add: RolcheckError | None
    choices: tuple[IndicatorChoice, ...]
    standing: Standing


def findings_seen(desk: Desk) -> FindingsSeen:
    """Return every finding that the desk's person may see."""
    length, standing, sight, today = desk.length(), desk.standing(), desk.sight(), desk.today()
    people = standing.settings.people
    rows, listing = findings_of(sight), _listing(sight)
    cannot_add = _why_not_add(standing, sight)
    return FindingsSeen(
        length=length,
        title=standing.settings.campaign.title,
        who=people[desk.who].name if desk.who else "",
        roles=sight.roles,
        rounds=rounds_seen(standing, today),
        current=standing.current_round,
        by_unit=not standing.settings.is_ranking,
        hidden=standing.open_round if sight.is_blind and "reviewer" in sight.roles else None,
        findings=tuple(sorted((_seen(sight, row, today, listing) for row in rows), key=_order)),
        submissions={id: one.submission.name for id, one in standing.manifests.items()},
        cannot_add=cannot_add,
        choices=() if cannot_add else tuple(_choices(standing, sight)),
        standing=standing,
    )


_STATES = ("answered", "open", "accepted", "withdrawn")


def _order(one: FindingSeen) -> tuple[object, ...]:
    return (-one.days_late, _STATES.index(one.state), one.due or date.max, one.at, one.name)


def finding_seen(desk: Desk, name: str) -> FindingSeen:
    """Return one finding that the desk's person may see.

    Raises:
        InputError: There is none of that name.
    """
    sight = desk.sight()
    return _seen(sight, find(sight, name), desk.today(), _listing(sight))


def _seen(
    sight: Sight, row: FindingRow, today: date, listing: Mapping[str, tuple[NoticeRow, ...]]
) -> FindingSeen:
    standing = sight.standing
    indicator = standing.criteria.indicator(row.indicator)
    due = date.fromisoformat(row.due) if row.due else None
    return FindingSeen(
        name=finding_name(row),
        submission=row.submission,
        submission_name=standing.manifests[row.submission].submission.name,
        indicator=row.indicator,
        title=indicator.title,
        title_en=indicator.title_en or "",
        units=tuple(one for one in (indicator.office, *indicator.co_offices) if one),
        code=row.code,
        asked=row.asked,
        state=row.state,
        due=due,
        days_late=(today - due).days if due and is_overdue(row, today) else 0,
        round=row.round,
        author=_author(sight, row.author),
        at=row.at,
        evidence=tuple(loads(row.evidence)),
        history=tuple(_move(sight, move) for move in standing.finding_moves.get(row.id, ())),
        seen=row.seen,
        items=tuple(f"{row.indicator}/{item}" for item in loads(row.items)),
        supplements=supplements(standing, row),
        notices=tuple(notice_id(one) for one in listing.get(row.id, ())),
        forbidden={step: _why_not(standing, sight.who, row, step) for step in (*MOVES, EXTEND)},
    )


def _listing(sight: Sight) -> Mapping[str, tuple[NoticeRow, ...]]:
    """Return by finding the notices that list it, as far as the reader may see them."""
    found: dict[str, tuple[NoticeRow, ...]] = {}
    for row in notices(sight):
        for id in loads(row.findings):
            found[id] = (*found.get(id, ()), row)
    return found


def _move(sight: Sight, row: FindingMoveRow) -> MoveSeen:
    evidence = tuple(loads(row.evidence))
    name, due = _author(sight, row.author), date.fromisoformat(row.due) if row.due else None
    return MoveSeen(row.move, row.nature, row.text, evidence, name, row.at, due)


def _author(sight: Sight, author: str) -> str:
    """Return what somebody is called; a unit is not told which reviewer it was."""
    person = sight.standing.settings.people.get(author)
    hidden = sight.roles == ("unit",) and person is not None and "reviewer" in person.roles
    return "" if hidden else person.name if person else author


def _why_not(standing: Standing, who: str, row: FindingRow, step: str) -> RolcheckError | None:
    if not who:
        return RefusedError(N_("say who you are first"))
    try:
        if step == EXTEND:
            must_be_extendable(standing, who, row)
        else:
            must_be_movable(standing, who, row, step)
    except RolcheckError as error:
        return error
    return None


def _why_not_add(standing: Standing, sight: Sight) -> RolcheckError | None:
    roles = MAY[Action.ADD_FINDINGS]
    if not sight.who or not set(roles).intersection(sight.roles):
        return RefusedError(N_("findings are raised by a coordinator or a reviewer"))
    if standing.open_round is None:
        return RefusedError(N_("no round is open"))
    return None


def _choices(standing: Standing, sight: Sight) -> Iterator[IndicatorChoice]:
    everywhere = "coordinator" in sight.roles
    for submission in standing.manifests:
        for one in standing.criteria.indicators:
            if everywhere or _may_add(standing, sight, submission, one.id):
                yield IndicatorChoice(submission, one.id, one.title, one.title_en or "")


def _may_add(standing: Standing, sight: Sight, submission: str, indicator: str) -> bool:
    return "reviewer" in sight.roles and is_own_item(standing, submission, indicator, sight.who)
