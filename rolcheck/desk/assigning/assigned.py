"""What the Assignments screen shows: who has what in a round, how far, and who is barred why."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from rolcheck.base.clock import parse_stamp
from rolcheck.base.files import read_text
from rolcheck.campaign.permissions import MAY, Action
from rolcheck.campaign.standing import Standing
from rolcheck.desk.assigning.assignments import COLUMNS
from rolcheck.desk.assigning.barring import conflict_of, rulings_on
from rolcheck.desk.assigning.transitions import changeable
from rolcheck.desk.desk import Desk
from rolcheck.desk.imports import Line, read_lines
from rolcheck.desk.review.duties import Duty, duties
from rolcheck.desk.rounds.timeline import rounds_seen
from rolcheck.desk.seen import RoundSeen
from rolcheck.events.types import Draft

REQUIRED = COLUMNS[:3]


@dataclass(frozen=True, slots=True)
class PairSeen:
    """One reviewer and one submission.

    Attributes:
        name: Of the reviewer.
        place: Name of the submission.
        scope: Ids of areas, groups and indicators that are assigned, as few as say it.
        is_all: Whether it is everything.
        count: How many indicators that is; 0 where nothing is assigned.
        due: Items owed in the round, `done` of them done.
        next: The first indicator that is left; empty where none is.
        bar: Code of what keeps the reviewer away; empty for nothing.
        conflict: Of which kind the conflict is, also where it was ruled to be none.
        dismissed: Whether a coordinator ruled that there is none.
        reason: Why, as it was written; `barred_by` and `barred_at` beside it.
        waits: Whether some of it, or of what is taken away, is not published yet.
    """

    reviewer: str
    name: str
    submission: str
    place: str
    scope: tuple[str, ...]
    is_all: bool
    count: int
    due: int
    done: int
    to_confirm: int
    next: str
    bar: str = ""
    reason: str = ""
    barred_by: str = ""
    barred_at: datetime | None = None
    waits: bool = False
    conflict: str = ""
    dismissed: bool = False

    @property
    def key(self) -> str:
        """What names the pair."""
        return f"{self.reviewer}:{self.submission}"


@dataclass(frozen=True, slots=True)
class AssignmentsSeen:
    """The whole screen.

    Attributes:
        who: What the reader is called; empty for somebody who only looks.
        number: The round that is shown.
        is_open: Whether the campaign assigns everybody everything.
        may_assign: Whether the reader may change assignments; likewise `may_recuse`.
        may_publish: Whether something of the round waits for the reader to publish it.
        sees_all: Whether other people's are among the pairs.
    """

    title: str
    who: str
    rounds: tuple[RoundSeen, ...]
    current: int
    number: int
    is_open: bool
    may_assign: bool
    may_recuse: bool
    may_publish: bool
    sees_all: bool
    pairs: tuple[PairSeen, ...]


def assigned(desk: Desk, wanted: int | None = None) -> AssignmentsSeen:
    """Return who has what, as far as the desk's person may know.

    Args:
        desk: Whose.
        wanted: The round; None for the open one, else the next, else the last.
    """
    standing, sight = desk.standing(), desk.sight()
    number = wanted or standing.open_round or standing.next_round or standing.current_round
    about, people = standing.settings.campaign, standing.settings.people
    is_open = about.assignment == "open"
    roles = set(sight.roles) if desk.who else set[str]()
    may_assign = bool(roles.intersection(MAY[Action.ASSIGN])) and not is_open
    return AssignmentsSeen(
        title=about.title,
        who=people[desk.who].name if desk.who else "",
        rounds=rounds_seen(standing, desk.today()),
        current=standing.current_round,
        number=number,
        is_open=is_open,
        may_assign=may_assign,
        may_recuse=bool(roles.intersection(MAY[Action.RECUSE])),
        may_publish=may_assign
        and number in changeable(standing)
        and bool(standing.shares.drafts.get(number)),
        sees_all=sight.sees_all,
        pairs=tuple(_pairs(standing, number, "" if sight.sees_all else desk.who or "-")),
    )


def read_assignments(path: Path) -> list[Line]:
    """Return the lines of an assignment file.

    Raises:
        InputError: It cannot be read.
        ProblemsError: Its headings are not those of one.
    """
    return read_lines(read_text(path), str(path), required=REQUIRED, optional=COLUMNS[3:])


@dataclass(frozen=True, slots=True)
class Change:
    """What one line of an assignment file would do; `scope` is empty for everything.

    `waits` tells whether reviewers see it only once it is published.
    """

    reviewer: str
    submission: str
    round: int
    assigns: bool
    scope: tuple[str, ...]
    waits: bool = False


def changes_of(desk: Desk, drafts: Sequence[Draft]) -> list[Change]:
    """Return what the lines of an assignment file would do, with names people know."""
    people, manifests = desk.standing().settings.people, desk.standing().manifests
    return [
        Change(
            reviewer=people[draft.subject].name,
            submission=manifests[draft.submission].submission.name,
            round=draft.round or 0,
            assigns=draft.payload["action"] == "assign",
            scope=tuple(_texts(draft.payload["scope"])),
            waits="draft" in draft.payload,
        )
        for draft in drafts
    ]


def _texts(value: object) -> Iterator[str]:
    if isinstance(value, list):
        yield from map(str, value)


def _pairs(standing: Standing, number: int, only: str) -> Iterator[PairSeen]:
    owed: dict[tuple[str, str], list[Duty]] = {}
    if number in standing.rounds:
        for duty in duties(standing, number, only):
            owed.setdefault((duty.reviewer, duty.submission), []).append(duty)
    people, zone = standing.settings.people, standing.settings.timezone
    for reviewer in standing.reviewers:
        if only and reviewer != only:
            continue
        for submission, manifest in standing.manifests.items():
            seen = standing.assigned(number, submission, reviewer)
            scope = seen if only else standing.planned(number, submission, reviewer)
            mine = owed.get((reviewer, submission), [])
            bar = standing.bars.get((submission, reviewer), "")
            said = rulings_on(standing, (submission, reviewer))
            row = said.recusal or said.dismissal or (said.abstention if bar else None)
            author = people.get(row.author) if row else None
            yield PairSeen(
                reviewer=reviewer,
                name=people[reviewer].name,
                submission=submission,
                place=manifest.submission.name,
                scope=tuple(_in_short(standing, scope)),
                is_all=len(scope) == len(standing.criteria.indicators),
                count=len(scope),
                due=len(mine),
                done=sum(duty.done for duty in mine),
                to_confirm=sum(duty.to_confirm for duty in mine),
                next=next((duty.indicator for duty in mine if not duty.done), ""),
                bar=bar,
                reason=row.reason if row else "",
                barred_by=author.name if author else "",
                barred_at=parse_stamp(row.at).astimezone(zone) if row else None,
                waits=scope != seen,
                conflict=conflict_of(standing, (submission, reviewer), said),
                dismissed=said.dismissal is not None,
            )


def _in_short(standing: Standing, scope: frozenset[str]) -> Iterator[str]:
    """Yield the ids that say a scope: of an area or a group where all below it is in it."""
    criteria = standing.criteria
    for area in criteria.areas:
        own = [one for one in criteria.indicators if one.area_id == area.id]
        if own and all(one.id in scope for one in own):
            yield area.id
            continue
        for group in criteria.groups:
            if group.area_id != area.id:
                continue
            below = [one.id for one in own if one.group_id == group.id]
            if below and scope.issuperset(below):
                yield group.id
            else:
                yield from (id for id in below if id in scope)
