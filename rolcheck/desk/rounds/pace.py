"""How fast work goes on, and when it will be done if it goes on so.

*Items a day*: what was done on the last five days on which anything was done, divided by the days
from the first of these until today. Of these days those count that are working days or on which
something was done; today counts once something was done on it. Whoever pauses becomes slower
with every working day.

*Expected end*: the working day on which the rest is done at that speed, the last day begun
counting whole; counting begins today, or on the next day where today counted already.
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from fractions import Fraction

from rolcheck.base.workdays import Calendar

ACTIVE_DAYS = 5
FARTHEST = 1000
"""Beyond so many working days an expected end is no expectation."""


def items_a_day(done_on: Iterable[date], today: date, calendar: Calendar) -> Fraction | None:
    """Return the speed, exact; None where nothing was done.

    Args:
        done_on: The day of every item that is done.
        today: Where the campaign is run.
        calendar: The campaign's working days.

    Example:
        >>> items_a_day([date(2026, 6, 1)] * 12, date(2026, 6, 3), Calendar())
        Fraction(6, 1)
    """
    counts = Counter(day for day in done_on if day <= today)
    active = sorted(counts)[-ACTIVE_DAYS:]
    if not active:
        return None
    days = sum(
        day in counts or (day < today and calendar.is_workday(day))
        for day in days_between(active[0], today)
    )
    return Fraction(sum(counts[day] for day in active), days)


def expected_end(
    left: int, speed: Fraction | None, today: date, calendar: Calendar, *, begun: bool
) -> date | None:
    """Return the day on which what is left is done at a speed; None where that cannot be said.

    Args:
        left: Items.
        speed: Items a day.
        today: Where the campaign is run.
        calendar: The campaign's working days.
        begun: Whether something was done today, so that today is counted already.
    """
    if not left or not speed:
        return None
    needed = -(-left // speed)
    if needed > FARTHEST:
        return None
    return calendar.after(today if begun else today - timedelta(days=1), int(needed))


def days_between(first: date, last: date) -> Iterator[date]:
    """Yield the days from `first` to `last`, both included."""
    for number in range((last - first).days + 1):
        yield first + timedelta(days=number)
