"""What the Desk screen shows: the round, what is left to do, who is where, what happened last."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from fractions import Fraction

from rolcheck.campaign.blockers import Blocker, is_overdue
from rolcheck.campaign.openings import LIVE_FINDINGS, disputed
from rolcheck.campaign.standing import Standing
from rolcheck.desk.desk import Desk
from rolcheck.desk.review.duties import Duty, duties
from rolcheck.desk.rounds.progress import progress_of, reckoning, visible
from rolcheck.desk.rounds.timeline import rounds_seen
from rolcheck.desk.seen import (
    BlockerGroup,
    EventSeen,
    ItemLeft,
    Overview,
    SubmissionSeen,
    UnitItem,
    UnitRow,
)
from rolcheck.events.rows import FindingRow
from rolcheck.events.types import Event, Kind


def overview(desk: Desk, recent: int = 12) -> Overview:
    """Return what the desk's person sees first."""
    standing, sight = desk.standing(), desk.sight()
    about, people = standing.settings.campaign, standing.settings.people
    is_reviewer, everything = "reviewer" in sight.roles, sight.sees_all
    undeclared = is_reviewer and desk.who not in standing.declared
    owed = _owed(desk)
    mine = [duty for duty in owed if duty.reviewer == desk.who]
    shown = _results_round(desk)
    how = reckoning(standing, standing.current_round, desk.today()) if owed else None
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
        reviewers=progress_of(standing, owed, "reviewer", how) if everything else (),
        areas=progress_of(standing, owed, "area") if everything else (),
        mine=progress_of(standing, mine, "submission"),
        left=tuple(_left(standing, mine)),
        submissions=() if shown is None else tuple(_submissions(desk, shown, owed)),
        results_round=shown,
        recent=tuple(_recent(desk, recent)),
        units=_units(desk) if everything and not standing.settings.is_ranking else (),
        unit=_own_unit(desk),
        answers_for=_answers_for(desk),
        whole=next(iter(progress_of(standing, owed, "round", how)), None) if everything else None,
    )


def _units(desk: Desk) -> tuple[UnitRow, ...]:
    from rolcheck.desk.units import unit_rows  # only where units are shown

    return unit_rows(desk)


def _own_unit(desk: Desk) -> str:
    settings = desk.standing().settings
    id = settings.people[desk.who].unit if desk.who else None
    return next((one.name for one in settings.units if one.id == id), "")


def _answers_for(desk: Desk) -> tuple[UnitItem, ...]:
    name = _own_unit(desk)
    if not name:
        return ()
    from rolcheck.desk.units import unit_items  # as above

    return tuple(unit_items(desk, name))


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
    standing = desk.standing()
    people, zone = standing.settings.people, standing.settings.timezone
    for event in reversed(_last_events(desk, count)):
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


def _last_events(desk: Desk, count: int) -> Sequence[Event]:
    """Return the last events that the reader may see, of the last that there are."""
    sight, store = desk.sight(), desk.ledger.store
    if not sight.sees_all and not desk.who:
        return ()
    length, seen = store.length(), list[Event]()
    for window in (count,) if sight.sees_all else (5 * count, 50 * count):
        seen = [
            one for one in store.events(after=max(0, length - window)) if sight.may_see_event(one)
        ]
        if len(seen) >= count:
            break
    return seen[-count:]
