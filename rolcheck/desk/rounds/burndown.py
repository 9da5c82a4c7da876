"""The burn-down of a round: what was left at the end of each day, against the even line.

*Left* is what is owed now less what was done by the end of the day, so that work that was
assigned late shows from the first day on: the line tells what is still to be done, not what was
known. The *even line* falls by equal steps on every working day from the one on which the round
was opened to the one on which it is due, and is 0 from then on; where no working day lies between,
it falls by calendar days.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from rolcheck.base.clock import parse_stamp
from rolcheck.base.workdays import Calendar
from rolcheck.campaign.standing import Standing
from rolcheck.desk.review.duties import duties
from rolcheck.desk.rounds.entries import day_of
from rolcheck.desk.rounds.pace import days_between, expected_end, items_a_day
from rolcheck.desk.rounds.progress import visible
from rolcheck.desk.rounds.seen import BurnDay, BurnDown
from rolcheck.desk.sight import Sight


@dataclass(frozen=True, slots=True)
class Span:
    """The days of a round: opened, due (None where no day is set), and the last that is known."""

    opened: date
    due: date | None
    today: date


def burn_down(
    standing: Standing, sight: Sight, number: int | None = None, *, today: date
) -> BurnDown | None:
    """Return the burn-down of a round, as far as the reader may see it.

    Args:
        standing: How the campaign stands.
        sight: Whose eyes.
        number: The round; None for the current one.
        today: Where the campaign is run.

    Returns:
        None where the round was not opened, or nothing in it is for the reader to see.

    Raises:
        InputError: The campaign has no such round.
    """
    wanted = standing.current_round if number is None else number
    plan, row = standing.plan(wanted), standing.rounds.get(wanted)
    owed = tuple(visible(sight, duties(standing, wanted)))
    if row is None or not owed:
        return None
    zone, calendar = standing.settings.timezone, standing.settings.working_days
    closed = day_of(row.closed_at, zone) if row.closed_at and row.state != "open" else None
    opened = parse_stamp(row.opened_at).astimezone(zone).date()
    done = [day_of(duty.at, zone) for duty in owed if duty.done and duty.at]
    span = Span(opened, plan.due, closed or max(today, opened))
    speed = items_a_day(done, span.today, calendar)
    left = sum(not duty.done for duty in owed)
    begun = span.today in done
    end = None if closed else expected_end(left, speed, span.today, calendar, begun=begun)
    days = tuple(burn_days(len(owed), done, span, calendar))
    return BurnDown(wanted, plan.name, len(owed), left, span.today, plan.due, speed, end, days)


def burn_days(
    owed: int, done_on: Sequence[date], span: Span, calendar: Calendar
) -> Iterable[BurnDay]:
    """Yield every day of a round with what was left and what would be by the even line.

    Args:
        owed: How many items there are.
        done_on: The day on which each of those that are done was done.
        span: The days.
        calendar: The campaign's working days.
    """
    counts = Counter(max(day, span.opened) for day in done_on)
    even = _even_line(owed, span, calendar)
    left = owed
    for day in days_between(span.opened, max(span.today, span.due or span.today)):
        left -= counts[day]
        known = day <= span.today
        line = even.get(day, Fraction()) if span.due else None
        yield BurnDay(day, left if known else None, line)


def _even_line(owed: int, span: Span, calendar: Calendar) -> dict[date, Fraction]:
    if span.due is None or span.due < span.opened:
        return {}
    days = list(days_between(span.opened, span.due))
    steps = [day for day in days if calendar.is_workday(day)] or days
    line, taken = {}, 0
    for day in days:
        taken += day in steps
        line[day] = Fraction(owed * (len(steps) - taken), len(steps))
    return line
