"""What the Rounds screen shows: the rounds one after the other, and what is left of each item."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, tzinfo
from json import loads

from rolcheck.base.clock import parse_stamp
from rolcheck.campaign.blockers import Blocker
from rolcheck.campaign.permissions import MAY, Action
from rolcheck.campaign.standing import Standing
from rolcheck.desk.desk import Desk
from rolcheck.desk.gates import hard_end
from rolcheck.events.rows import RoundRow


@dataclass(frozen=True, slots=True)
class RoundSeen:
    """One round: its plan, how far it is, and how many days are left until it is due.

    Attributes:
        closes: When scoring ends by itself, where the campaign is run; None if it does not.
        days_left: Below 0 when it is overdue; None without a date.
        opened_at: Where the campaign is run, as `closed_at`.
        waived: How much was left to do at its closing.
        seal: The hash of the seal; empty without one.
    """

    number: int
    name: str
    kind: str
    state: str
    opens: date | None
    due: date | None
    closes: datetime | None
    blind: bool
    days_left: int | None
    reopened: bool
    opened_at: datetime | None = None
    closed_at: datetime | None = None
    waived: int = 0
    seal: str = ""


@dataclass(frozen=True, slots=True)
class BlockerSeen:
    """One thing that is left to do.

    Attributes:
        name: Of the submission.
        title: Of the indicator, in Chinese; `title_en` beside it.
        subject: Who owes it by name, the expected item, or the finding's code.
        id: What identifies it beside its cell: a person, an item, a finding; may be empty.
    """

    kind: str
    submission: str
    name: str
    indicator: str
    title: str
    title_en: str
    subject: str
    id: str


@dataclass(frozen=True, slots=True)
class RoundsSeen:
    """The whole screen.

    Attributes:
        who: What the reader is called; empty for somebody who only looks.
        runs: Whether the reader may open and close rounds.
        current: The round that is open, else the one closed last, else the first.
        open: The round that is open, if one is.
        next: The round that could be opened next; None after the last.
        blockers: What blocks the closing, as far as the reader may know of it.
        carried: What would be handed on to the next round, likewise.
    """

    title: str
    who: str
    runs: bool
    rounds: tuple[RoundSeen, ...]
    current: int
    open: int | None
    next: int | None
    blockers: tuple[BlockerSeen, ...]
    carried: tuple[BlockerSeen, ...]


def timeline(desk: Desk) -> RoundsSeen:
    """Return the rounds, and what is left in the open one."""
    standing, sight = desk.standing(), desk.sight()
    people = standing.settings.people
    return RoundsSeen(
        title=standing.settings.campaign.title,
        who=people[desk.who].name if desk.who else "",
        runs=bool(desk.who and set(MAY[Action.RUN_ROUNDS]).intersection(sight.roles)),
        rounds=rounds_seen(standing, desk.today()),
        current=standing.current_round,
        open=standing.open_round,
        next=standing.next_round,
        blockers=tuple(_seen(standing, filter(sight.may_see_blocker, desk.blockers()))),
        carried=tuple(_seen(standing, filter(sight.may_see_blocker, desk.carried()))),
    )


def rounds_seen(standing: Standing, today: date) -> tuple[RoundSeen, ...]:
    """Return every round of the campaign, planned ones included."""
    zone = standing.settings.timezone
    return tuple(
        RoundSeen(
            number=plan.number,
            name=plan.name,
            kind=plan.kind,
            state=standing.state_of(plan.number),
            opens=plan.opens,
            due=plan.due,
            closes=end.astimezone(zone) if (end := hard_end(standing, plan.number)) else None,
            blind=plan.blind,
            days_left=(plan.due - today).days if plan.due else None,
            reopened=row is not None and row.reopened,
            opened_at=_local(row.opened_at if row else None, zone),
            closed_at=_local(row.closed_at if row else None, zone),
            waived=_waived(row),
            seal=(row.seal or "") if row else "",
        )
        for plan in standing.settings.rounds
        for row in [standing.rounds.get(plan.number)]
    )


def _local(at: str | None, zone: tzinfo) -> datetime | None:
    return parse_stamp(at).astimezone(zone) if at else None


def _waived(row: RoundRow | None) -> int:
    return len(loads(row.waived)) if row and row.waived else 0


def _seen(standing: Standing, left: Iterable[Blocker]) -> Iterator[BlockerSeen]:
    people = standing.settings.people
    codes = {row.id: row.code for rows in standing.findings.values() for row in rows}
    for one in left:
        indicator = standing.criteria.indicator(one.indicator)
        person = people.get(one.subject)
        yield BlockerSeen(
            kind=one.kind,
            submission=one.submission,
            name=standing.manifests[one.submission].submission.name,
            indicator=one.indicator,
            title=indicator.title,
            title_en=indicator.title_en or "",
            subject=person.name if person else codes.get(one.subject, one.subject),
            id=one.subject,
        )
