"""What the Desk screen and the Rounds screen show: rounds, what is left, who is where."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from fractions import Fraction

from rolcheck.campaign.blockers import Blocker, is_overdue
from rolcheck.campaign.openings import LIVE_FINDINGS, disputed
from rolcheck.campaign.standing import Standing
from rolcheck.desk.desk import Desk
from rolcheck.desk.duties import duties
from rolcheck.desk.gates import hard_end
from rolcheck.desk.progress import ProgressRow, progress, progress_of
from rolcheck.events.rows import FindingRow
from rolcheck.events.types import Event, Kind


@dataclass(frozen=True, slots=True)
class RoundSeen:
    """One round: its plan, how far it is, and how many days are left until it is due."""

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


@dataclass(frozen=True, slots=True)
class BlockerGroup:
    """What is left of one kind: how much, and where or by whom most of it."""

    kind: str
    count: int
    parts: tuple[tuple[str, int], ...]
    first: Blocker


@dataclass(frozen=True, slots=True)
class SubmissionSeen:
    """One submission as the coordinator's desk lists it.

    Attributes:
        due: Duties of this round; `done` of them are done.
        total: As of the latest round shown; None where nothing is known.
        places: To how many places totals are written; None for the shortest form.
        claim: What the applicant's own scores add up to, weighted.
    """

    id: str
    name: str
    due: int
    done: int
    to_confirm: int
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
        who: What the reader is called.
        roles: The reader's roles.
        needs_declaring: The declarations that the reader still has to make.
        changed_files: Files that differ from what is on record.
        mine: By submission, what the reader owes in this round.
    """

    title: str
    batch: str
    mode: str
    who: str
    roles: tuple[str, ...]
    rounds: tuple[RoundSeen, ...]
    current: int
    needs_declaring: tuple[str, ...]
    changed_files: tuple[str, ...]
    blockers: tuple[BlockerGroup, ...]
    carried: tuple[BlockerGroup, ...]
    reviewers: tuple[ProgressRow, ...]
    areas: tuple[ProgressRow, ...]
    mine: tuple[ProgressRow, ...]
    submissions: tuple[SubmissionSeen, ...]
    recent: tuple[EventSeen, ...]


def overview(desk: Desk, recent: int = 12) -> Overview:
    """Return what the desk's person sees first."""
    standing, sight = desk.standing(), desk.sight()
    about, people = standing.settings.campaign, standing.settings.people
    asked = standing.settings.campaign.declarations
    undeclared = "reviewer" in sight.roles and desk.who not in standing.declared
    everything = sight.sees_all
    return Overview(
        title=about.title,
        batch=about.batch,
        mode=about.mode,
        who=people[desk.who].name if desk.who else "",
        roles=sight.roles,
        rounds=rounds_seen(standing, desk.today()),
        current=standing.current_round,
        needs_declaring=tuple(asked) if undeclared else (),
        changed_files=desk.ledger.changed_files(),
        blockers=grouped(desk.blockers()) if everything else (),
        carried=grouped(desk.carried()) if everything else (),
        reviewers=progress(standing, sight, "reviewer") if everything else (),
        areas=progress(standing, sight, "area") if everything else (),
        mine=tuple(_mine(standing, desk.who)),
        submissions=tuple(_submissions(desk)) if everything else (),
        recent=tuple(_recent(desk, recent)),
    )


def rounds_seen(standing: Standing, today: date) -> tuple[RoundSeen, ...]:
    """Return every round of the campaign, planned ones included."""
    return tuple(
        RoundSeen(
            number=plan.number,
            name=plan.name,
            kind=plan.kind,
            state=standing.state_of(plan.number),
            opens=plan.opens,
            due=plan.due,
            closes=hard_end(standing, plan.number),
            blind=plan.blind,
            days_left=(plan.due - today).days if plan.due else None,
            reopened=plan.number in standing.rounds and standing.rounds[plan.number].reopened,
        )
        for plan in standing.settings.rounds
    )


def grouped(left: Iterable[Blocker]) -> tuple[BlockerGroup, ...]:
    """Return what is left by kind; parts count by reviewer, else by submission."""
    by_kind: dict[str, list[Blocker]] = {}
    for one in left:
        by_kind.setdefault(one.kind, []).append(one)
    return tuple(_group(kind, found) for kind, found in by_kind.items())


def _group(kind: str, found: Sequence[Blocker]) -> BlockerGroup:
    parts = Counter(one.subject if kind == "unfinished" else one.submission for one in found)
    return BlockerGroup(kind, len(found), tuple(parts.most_common()), found[0])


def _mine(standing: Standing, who: str) -> Iterator[ProgressRow]:
    owed = (duty for duty in duties(standing, standing.current_round) if duty.reviewer == who)
    return iter(progress_of(standing, owed, "submission"))


def _submissions(desk: Desk) -> Iterator[SubmissionSeen]:
    standing, today = desk.standing(), desk.today()
    results = desk.results(standing.current_round)
    rows = {row.id: row for row in progress(standing, desk.sight(), "submission")}
    disputes = Counter(submission for submission, _ in disputed(standing))
    places = standing.criteria.scoring.round_to.total
    for id, manifest in standing.manifests.items():
        row, total = rows.get(id), results.of(id).total
        live = list(_live(standing, id))
        yield SubmissionSeen(
            id=id,
            name=manifest.submission.name,
            due=row.due if row else 0,
            done=row.done if row else 0,
            to_confirm=row.to_confirm if row else 0,
            total=total.total,
            places=places,
            complete=total.complete,
            claim=_claimed(standing, id),
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
    events: Sequence[Event] = store.events(after=max(0, store.length() - 50 * count))
    seen = [event for event in events if sight.may_see_event(event)]
    for event in reversed(seen[-count:]):
        who = people.get(event.author)
        yield EventSeen(
            at=datetime.fromisoformat(event.at).astimezone(zone),
            who=who.name if who else event.author,
            kind=event.kind.value,
            submission=event.submission or "",
            indicator=event.indicator or "",
            said=str(event.payload.get(SAID.get(event.kind, ""), "")),
        )
