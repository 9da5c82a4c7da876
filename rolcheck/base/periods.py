"""A span of days, and how many whole months, quarters and half-years it holds."""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from typing import Literal

Every = Literal["month", "quarter", "half-year"]
MONTHS: dict[Every, int] = {"month": 1, "quarter": 3, "half-year": 6}


@dataclass(frozen=True, slots=True)
class Period:
    """The days from `start` to `end`, both of them included."""

    start: date
    end: date

    def whole(self, every: Every) -> int:
        """Return how many calendar months, quarters or half-years lie wholly inside.

        Example:
            >>> Period(date(2023, 1, 2), date(2023, 12, 31)).whole("month")
            11
        """
        size = MONTHS[every]
        first = _month(self.start) + (self.start.day > 1)
        beyond = _month(self.end) + (self.end.day == monthrange(self.end.year, self.end.month)[1])
        return max(0, beyond // size - -(-first // size))


def _month(day: date) -> int:
    """Return the number of the month of `day`, counted from the year 0, January being 0."""
    return day.year * 12 + day.month - 1
