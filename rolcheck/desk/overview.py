"""What the Desk screen shows: the round, what is left to do, who is where, what happened last."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from fractions import Fraction

from rolcheck.campaign.blockers import Blocker, is_overdue
from rolcheck.campaign.openings import LIVE_FINDINGS, disputed
from rolcheck.campaign.standing import Standing
from rolcheck.desk.desk import Desk
from rolcheck.desk.duties import Duty, duties
from rolcheck.desk.progress import ProgressRow, progress_of, visible
from rolcheck.desk.timeline import RoundSeen, rounds_seen
from rolcheck.events.rows import FindingRow
from rolcheck.events.types import Event, Kind


@dataclass(frozen=True, slots=True)
class BlockerGroup:
    """What is left of one kind.

    Attributes:
        parts: Where or by whom it is left and how much, most first: id, name, count.
        places: Submission and indicator of each, in order.
    """

    kind: str
    count: int
    parts: tuple[tuple[str, str, int], ...]
    places: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class ItemLeft:
    """One item that the reader still owes in this round."""

    submission: str
    name: str
    indicator: str
    title: str
    title_en: str
    to_confirm: bool


@dataclass(frozen=True, slots=True)
class SubmissionSeen:
    """One submission as a desk lists it.

    Attributes:
        due: Duties of this round; `done` of them are done.
        total: As of the round whose results are shown; None where nothing is known.
        places: To how many places totals are written; None for the shortest form.
        claim: What the applicant's own scores add up to, weighted.
    """

    id: str
    name: str
    due: int
    done: int
    to_confirm: int
    rank: int | None
    total: Fraction | None
    places: int | None
    complete: bool
    claim: Fraction
    findings: int
    overdue: int
    disputes: int


@dataclass(frozen=True, slots=True)
class EventSeen:
    """One line of what happened last."""

    id: str
    at: datetime
    who: str
    kind: str
    submission: str
    indicator: str
    said: str


@dataclass(frozen=True, slots=True)
class Overview:
    """The whole screen.

    Attributes:
        who: What the reader is called; empty for somebody who only looks.
        roles: The reader's roles.
        now: The time where the campaign is run.
        needs_declaring: The declarations that the reader still has to make.
        changed_files: Files that differ from what is on record.
        mine: By submission, what the reader owes in this round.
        left: The items of it that are not done.
        results_round: The round as of which `submissions` are; None where they are not shown.
    """

    title: str
    batch: str
    mode: str
    who: str
    roles: tuple[str, ...]
    now: datetime
    rounds: tuple[RoundSeen, ...]
    current: int
    needs_declaring: tuple[str, ...]
    changed_files: tuple[str, ...]
    blockers: tuple[BlockerGroup, ...]
    carried: tuple[BlockerGroup, ...]
    reviewers: tuple[ProgressRow, ...]
    areas: tuple[ProgressRow, ...]
    mine: tuple[ProgressRow, ...]
    left: tuple[ItemLeft, ...]
    submissions: tuple[SubmissionSeen, ...]
    results_round: int | None
    recent: tuple[EventSeen, ...]


def overview(desk: Desk, recent: int = 12) -> Overview:
    """Return what the desk's person sees first."""
    standing, sight = desk.standing(), desk.sight()
    about, people = standing.settings.campaign, standing.settings.people
    is_reviewer, everything = "reviewer" in sight.roles, sight.sees_all
    undeclared = is_reviewer and desk.who not in standing.declared
    owed = _owed(desk)
    mine = [duty for duty in owed if duty.reviewer == desk.who]
    shown = _results_round(desk)
    return Overview(
        title=about.title,
        batch=about.batch,
        mode=about.mode,
        who=people[desk.who].name if desk.who else "",
        roles=sight.roles,
        now=desk.now().astimezone(standing.settings.timezone),
        rounds=rounds_seen(standing, desk.today()),
        current=standing.current_round,
        needs_declaring=tuple(about.declarations) if undeclared else (),
        changed_files=desk.ledger.changed_files(),
        blockers=grouped(standing, desk.blockers()) if everything else (),
        carried=grouped(standing, desk.carried()) if everything else (),
        reviewers=progress_of(standing, owed, "reviewer") if everything else (),
        areas=progress_of(standing, owed, "area") if everything else (),
        mine=progress_of(standing, mine, "submission"),
        left=tuple(_left(standing, mine)),
        submissions=() if shown is None else tuple(_submissions(desk, shown, owed)),
        results_round=shown,
        recent=tuple(_recent(desk, recent)),
    )


def grouped(standing: Standing, left: Iterable[Blocker]) -> tuple[BlockerGroup, ...]:
    """Return what is left by kind; parts count by reviewer, else by submission."""
    by_kind: dict[str, list[Blocker]] = {}
    for one in left:
        by_kind.setdefault(one.kind, []).append(one)
    names = {id: manifest.submission.name for id, manifest in standing.manifests.items()}
    names |= {id: person.name for id, person in standing.settings.people.items()}
    return tuple(_group(kind, found, names) for kind, found in by_kind.items())


def _group(kind: str, found: Sequence[Blocker], names: Mapping[str, str]) -> BlockerGroup:
    parts = Counter(one.subject if kind == "unfinished" else one.submission for one in found)
    return BlockerGroup(
        kind,
        len(found),
        tuple((id, names.get(id, id), count) for id, count in parts.most_common()),
        tuple((one.submission, one.indicator) for one in found),
    )


def _owed(desk: Desk) -> tuple[Duty, ...]:
    """Return the duties of the open round that the reader may know of."""
    standing, sight = desk.standing(), desk.sight()
    if standing.open_round is None:
        return ()
    only = desk.who if "reviewer" in sight.roles and not sight.sees_all else ""
    return tuple(visible(sight, duties(standing, standing.open_round, only)))


def _left(standing: Standing, mine: Sequence[Duty]) -> Iterator[ItemLeft]:
    seen = set()
    for duty in mine:
        cell = (duty.submission, duty.indicator)
        if (not duty.done or duty.to_confirm) and cell not in seen:
            seen.add(cell)
            indicator = standing.criteria.indicator(duty.indicator)
            yield ItemLeft(
                submission=duty.submission,
                name=standing.manifests[duty.submission].submission.name,
                indicator=indicator.id,
                title=indicator.title,
                title_en=indicator.title_en or "",
                to_confirm=duty.to_confirm,
            )


def _results_round(desk: Desk) -> int | None:
    """Return the round whose totals the desk lists; reviewers and units have none there."""
    sight = desk.sight()
    if not sight.sees_all and "observer" not in sight.roles:
        return None
    return sight.result_round(None)


def _submissions(desk: Desk, number: int, owed: Sequence[Duty]) -> Iterator[SubmissionSeen]:
    results, today = desk.results(number), desk.today()
    then = results.standing
    rows = {row.id: row for row in progress_of(then, owed, "submission")}
    disputes = Counter(submission for submission, _ in disputed(then))
    for id, rank in results.ranks.items():
        row, total = rows.get(id), results.of(id).total
        live = list(_live(then, id))
        yield SubmissionSeen(
            id=id,
            name=then.manifests[id].submission.name,
            due=row.due if row else 0,
            done=row.done if row else 0,
            to_confirm=row.to_confirm if row else 0,
            rank=rank,
            total=total.total,
            places=then.criteria.scoring.round_to.total,
            complete=total.complete,
            claim=_claimed(then, id),
            findings=len(live),
            overdue=sum(is_overdue(finding, today) for finding in live),
            disputes=disputes[id],
        )


def _live(standing: Standing, submission: str) -> Iterator[FindingRow]:
    for (named, _), findings in standing.findings.items():
        if named == submission:
            yield from (finding for finding in findings if finding.state in LIVE_FINDINGS)


def _claimed(standing: Standing, submission: str) -> Fraction:
    weights = {indicator.id: indicator.weight for indicator in standing.criteria.indicators}
    claims = standing.manifests[submission].claims
    return sum((weights.get(one.indicator, 1) * one.points for one in claims), Fraction())


SAID = {
    Kind.SCORE_RECORDED: "value",
    Kind.SCORE_KEPT: "value",
    Kind.RULING_MADE: "value",
    Kind.VERDICT_RECORDED: "verdict",
    Kind.FINDING_ADDED: "code",
}
"""The field of the payload that tells most about an event of a kind."""


def _recent(desk: Desk, count: int) -> Iterator[EventSeen]:
    standing, sight, store = desk.standing(), desk.sight(), desk.ledger.store
    people, zone = standing.settings.people, standing.settings.timezone
    window = count if sight.sees_all else 50 * count
    if not sight.sees_all and not desk.who:
        return
    events: Sequence[Event] = store.events(after=max(0, store.length() - window))
    seen = [event for event in events if sight.may_see_event(event)]
    for event in reversed(seen[-count:]):
        who = people.get(event.author)
        named = standing.manifests.get(event.submission or "")
        yield EventSeen(
            id=event.id,
            at=datetime.fromisoformat(event.at).astimezone(zone),
            who=who.name if who else event.author,
            kind=event.kind.value,
            submission=named.submission.name if named else event.submission or "",
            indicator=event.indicator or "",
            said=str(event.payload.get(SAID.get(event.kind, ""), "")),
        )
