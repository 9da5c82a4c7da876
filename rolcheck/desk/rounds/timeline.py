"""What the Rounds screen shows: the rounds one after the other, and what is left of each item."""

from collections.abc import Iterable, Iterator
from datetime import date, datetime, tzinfo
from json import loads

from rolcheck.base.clock import parse_stamp
from rolcheck.campaign.blockers import UNDER_QUORUM, Blocker
from rolcheck.campaign.panels import panel
from rolcheck.campaign.permissions import MAY, Action
from rolcheck.campaign.standing import Standing
from rolcheck.desk.desk import Desk
from rolcheck.desk.gates import hard_end
from rolcheck.desk.review.duties import duties
from rolcheck.desk.rounds.burndown import burn_down
from rolcheck.desk.rounds.forecast import forecast
from rolcheck.desk.rounds.progress import progress_of, reckoning
from rolcheck.desk.rounds.seen import Forecast
from rolcheck.desk.seen import BlockerSeen, RoundSeen, RoundsSeen
from rolcheck.events.rows import RoundRow


def runs_rounds(desk: Desk) -> bool:
    """Tell whether the desk's person may open and close rounds."""
    return bool(desk.who and set(MAY[Action.RUN_ROUNDS]).intersection(desk.sight().roles))


def timeline(desk: Desk) -> RoundsSeen:
    """Return the rounds, and what is left in the open one."""
    standing, sight = desk.standing(), desk.sight()
    people, number = standing.settings.people, standing.open_round
    owed = duties(standing, number) if number is not None and sight.sees_all else ()
    how = reckoning(standing, standing.current_round, desk.today()) if sight.sees_all else None
    return RoundsSeen(
        title=standing.settings.campaign.title,
        who=people[desk.who].name if desk.who else "",
        runs=runs_rounds(desk),
        rounds=rounds_seen(standing, desk.today()),
        current=standing.current_round,
        open=standing.open_round,
        next=standing.next_round,
        blockers=tuple(_seen(standing, desk.blockers())),
        carried=tuple(_seen(standing, desk.carried())),
        today=desk.today(),
        sees_all=sight.sees_all,
        is_ranking=standing.settings.is_ranking,
        reviewers=progress_of(standing, owed, "reviewer", how),
        quorum=standing.settings.aggregation.quorum,
        forecast=forecast(desk) if runs_rounds(desk) else Forecast(),
        burn=burn_down(standing, sight, today=desk.today()) if sight.sees_all else None,
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
            there=_there(standing, one),
            office=indicator.office,
        )


def _there(standing: Standing, one: Blocker) -> int:
    if one.kind != UNDER_QUORUM:
        return 0
    return len(panel(standing, one.submission, one.indicator, standing.current_round))
