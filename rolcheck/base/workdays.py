"""Working days: Monday to Friday, the holidays that the state sets, and those a campaign names."""

from collections.abc import Set
from dataclasses import dataclass
from datetime import date, timedelta

SATURDAY = 5


@dataclass(frozen=True, slots=True)
class Calendar:
    """Which days are worked on; what a campaign names goes before what the state set.

    Attributes:
        holidays: Days off beside those that are known here.
        workdays: Days that are worked on though they would be off.
    """

    holidays: Set[date] = frozenset()
    workdays: Set[date] = frozenset()

    def is_workday(self, day: date) -> bool:
        """Tell whether a day is worked on."""
        if day in self.workdays:
            return True
        return day not in self.holidays and _set_by_the_state(day, else_=day.weekday() < SATURDAY)

    def after(self, day: date, count: int) -> date:
        """Return the working day that is `count` of them behind a day, which itself counts not.

        Example:
            >>> Calendar().after(date(2026, 9, 30), 1).isoformat()
            '2026-10-08'
        """
        while count > 0:
            day += timedelta(days=1)
            count -= self.is_workday(day)
        return day

    def between(self, start: date, end: date) -> int:
        """Return how many working days lie behind `start`, up to and including `end`."""
        days = range(1, (end - start).days + 1)
        return sum(self.is_workday(start + timedelta(days=far)) for far in days)


def is_known(year: int) -> bool:
    """Tell whether the holidays that the state set for a year are known here.

    They are published in the autumn before; of other years weekends alone are known.
    """
    return _set_by_the_state(date(year, 1, 1), else_=True) is not True


def _set_by_the_state(day: date, *, else_: bool) -> bool:
    """Return whether a day is worked on by the State Council's yearly notices.

    Source: the notices of 2004 to the present, as the package chinesecalendar has them.
    """
    from chinese_calendar import is_workday

    try:
        return bool(is_workday(day))
    except NotImplementedError:
        return else_
