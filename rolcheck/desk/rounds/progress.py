"""How far a round has come, by reviewer, submission, area or responsible unit, and how fast."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, tzinfo
from fractions import Fraction
from typing import Literal

from rolcheck.base.workdays import Calendar
from rolcheck.campaign.standing import Standing
from rolcheck.desk.review.duties import Duty, duties
from rolcheck.desk.rounds.entries import day_of, seconds_by_item
from rolcheck.desk.rounds.pace import expected_end, items_a_day
from rolcheck.desk.seen import ProgressRow
from rolcheck.desk.sight import Sight

By = Literal["reviewer", "submission", "area", "unit", "round"]


@dataclass(frozen=True, slots=True)
class Reckoning:
    """What speed and expected end of one round are worked out from.

    Attributes:
        today: Where the campaign is run; of a round that is over the day of its closing.
        due: By when the round is to be done; None where no day is set.
        over: Whether the round is closed: nothing of it is late or expected any more.
        seconds: What each item took of each reviewer, where that can be told.
    """

    today: date
    due: date | None
    over: bool
    zone: tzinfo
    calendar: Calendar
    seconds: Mapping[tuple[str, str, str], int]


def reckoning(standing: Standing, number: int, today: date) -> Reckoning:
    """Return what the speed of round `number` is worked out from."""
    zone, row = standing.settings.timezone, standing.rounds.get(number)
    ended = row.closed_at if row and row.state != "open" else None
    return Reckoning(
        today=day_of(ended, zone) if ended else today,
        due=standing.plan(number).due,
        over=bool(ended),
        zone=zone,
        calendar=standing.settings.working_days,
        seconds=seconds_by_item(standing, number),
    )


def progress(
    standing: Standing, sight: Sight, by: By, number: int | None = None, *, today: date
) -> tuple[ProgressRow, ...]:
    """Return the progress of a round, as far as the reader may see it.

    Args:
        standing: How the campaign stands.
        sight: Whose eyes: reviewers see their own, units and blind observers nothing.
        by: What a line stands for; lines without duties are left out. By round every round that
            was opened has a line.
        number: The round; None for the current one, by round for all.
        today: Where the campaign is run.
    """
    if by == "round" and number is None:
        opened = [one for one in standing.settings.plans if one in standing.rounds]
        return tuple(
            line for one in opened for line in progress(standing, sight, "round", one, today=today)
        )
    wanted = standing.current_round if number is None else number
    standing.plan(wanted)
    owed = tuple(visible(sight, duties(standing, wanted)))
    return progress_of(standing, owed, by, reckoning(standing, wanted, today), number=wanted)


def progress_of(
    standing: Standing,
    owed: Iterable[Duty],
    by: By,
    how: Reckoning | None = None,
    *,
    number: int = 0,
) -> tuple[ProgressRow, ...]:
    """Return the lines that some duties make, in the order of the campaign's files.

    Args:
        standing: How the campaign stands.
        owed: The duties of one round.
        by: What a line stands for.
        how: What speed is worked out from; None where nobody asks for it.
        number: The round, where a line stands for it.
    """
    names, english = _names(standing, by), _english(standing, by)
    key = _key(standing, by, number)
    found: dict[str, list[Duty]] = {}
    for duty in owed:
        found.setdefault(key(duty), []).append(duty)
    order = {name: place for place, name in enumerate(names)}
    return tuple(
        _row(name, names.get(name, ""), english.get(name, ""), found[name], how)
        for name in sorted(found, key=lambda name: order.get(name, len(order)))
    )


def visible(sight: Sight, owed: Iterable[Duty]) -> Iterable[Duty]:
    """Return those duties that the reader may know of."""
    if sight.sees_all:
        return owed
    if "reviewer" in sight.roles:
        return (duty for duty in owed if duty.reviewer == sight.who)
    return () if sight.is_blind or "unit" in sight.roles else owed


def _key(standing: Standing, by: By, number: int) -> Callable[[Duty], str]:
    criteria = standing.criteria
    keys: dict[By, Callable[[Duty], str]] = {
        "reviewer": lambda duty: duty.reviewer,
        "submission": lambda duty: duty.submission,
        "area": lambda duty: criteria.indicator(duty.indicator).area_id,
        "unit": lambda duty: criteria.indicator(duty.indicator).office or "-",
        "round": lambda duty: str(number),
    }
    return keys[by]


def _names(standing: Standing, by: By) -> dict[str, str]:
    match by:
        case "reviewer":
            return {person.id: person.name for person in standing.settings.reviewers}
        case "submission":
            return {id: manifest.submission.name for id, manifest in standing.manifests.items()}
        case "area":
            return {area.id: area.title for area in standing.criteria.areas}
        case "round":
            return {str(number): plan.name for number, plan in standing.settings.plans.items()}
        case "unit":
            return {indicator.office or "-": "" for indicator in standing.criteria.indicators}


def _english(standing: Standing, by: By) -> dict[str, str]:
    if by != "area":
        return {}
    return {area.id: area.title_en or "" for area in standing.criteria.areas}


def _row(
    id: str, name: str, name_en: str, owed: Sequence[Duty], how: Reckoning | None
) -> ProgressRow:
    done = [duty for duty in owed if duty.done]
    left = len(owed) - len(done)
    bare = ProgressRow(
        id=id,
        name=name,
        due=len(owed),
        done=len(done),
        to_confirm=sum(duty.to_confirm for duty in owed),
        last=max((duty.at for duty in owed), default=""),
        name_en=name_en,
    )
    if how is None:
        return bare
    days = [day_of(duty.at, how.zone) for duty in done if duty.at]
    speed = items_a_day(days, how.today, how.calendar)
    paced = replace(bare, a_day=speed, an_hour=_an_hour(done, how))
    if how.over:
        return paced
    late = how.due is not None and how.due < how.today
    return replace(
        paced,
        late=left if late else 0,
        end=expected_end(left, speed, how.today, how.calendar, begun=how.today in days),
    )


def _an_hour(done: Iterable[Duty], how: Reckoning) -> Fraction | None:
    items = ((duty.reviewer, duty.submission, _item(duty)) for duty in done)
    seconds = [how.seconds[item] for item in items if item in how.seconds]
    together = sum(seconds)
    return Fraction(3600 * len(seconds), together) if together else None


def _item(duty: Duty) -> str:
    return f"{duty.indicator}/{duty.item}" if duty.item else duty.indicator
