"""The rounds on the days they take: planned, as they went, and today."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import groupby

from rolcheck.desk.seen import RoundSeen
from rolcheck.locale import _
from rolcheck.tui.dates import month_day, short_day
from rolcheck.tui.text import Line, Part, fill, gap

LEAST = 24
_STEPS = (1, 2, 5, 7, 14, 28, 56, 91, 182, 364)
_LABEL = 7  # cells from one day's name to the next, at least


@dataclass(frozen=True, slots=True)
class Calendar:
    """Some days on some cells.

    Attributes:
        first: The day that begins at the first cell; `last` ends at the last.
        today: None where it is far from the rounds.
    """

    first: date
    last: date
    cells: int
    today: date | None

    def cell(self, day: date, after: int = 0) -> int:
        """Return where a day begins; with 1, where it ends."""
        length = (self.last - self.first).days + 1
        at = ((day - self.first).days + after) * self.cells // length
        return min(max(at, 0), self.cells)

    @property
    def today_at(self) -> int | None:
        """Return the cell of today."""
        return None if self.today is None else min(self.cell(self.today), self.cells - 1)


def calendar_of(rounds: Sequence[RoundSeen], today: date, cells: int) -> Calendar | None:
    """Return a calendar that holds all rounds; None where none has a day, or there is no room."""
    days = [day for one in rounds for day in _days(one)]
    if not days or cells < LEAST:
        return None
    first, last = min(days), max(days)
    near = timedelta(days=max((last - first).days // 4, 3))
    is_open = any(one.state == "open" for one in rounds)
    shows = is_open or first - near <= today <= last + near
    if shows:
        first, last = min(first, today), max(last, today)
    return Calendar(first, last, cells, today if shows else None)


def _days(seen: RoundSeen) -> Iterator[date]:
    moments = (seen.opened_at, seen.closed_at, seen.closes)
    yield from (day for day in (seen.opens, seen.due) if day)
    yield from (at.date() for at in moments if at)


def bar_line(seen: RoundSeen, on: Calendar) -> Line:
    """Return a round's days painted: planned quiet, taken in colour, today a stroke."""
    grounds = [""] * on.cells
    if seen.opens and seen.due:
        _paint(grounds, on, seen.opens, seen.due, "select")
    if seen.opened_at:
        end = seen.closed_at.date() if seen.closed_at else (on.today or seen.opened_at.date())
        tone = "accent" if seen.state == "open" else "bar"
        _paint(grounds, on, seen.opened_at.date(), end, tone)
    at = on.cells if on.today_at is None else on.today_at
    before, behind = _painted(grounds[:at]), _painted(grounds[at + 1 :])
    if at == on.cells:
        return before
    tone = "on-accent" if grounds[at] == "accent" else "confirm"
    return (*before, Part("|", tone, bold=True, ground=grounds[at]), *behind)


def _painted(grounds: Sequence[str]) -> Line:
    return tuple(Part(" " * len(list(run)), ground=ground) for ground, run in groupby(grounds))


def _paint(grounds: list[str], on: Calendar, first: date, last: date, tone: str) -> None:
    start, end = on.cell(first), on.cell(max(first, last), 1)
    for at in range(start, max(end, start + 1)):
        if at < on.cells:
            grounds[at] = tone


def scale_line(on: Calendar) -> Line:
    """Return the names of some days, each where it begins."""
    length = (on.last - on.first).days + 1
    step = next((one for one in _STEPS if one * on.cells // length >= _LABEL), _STEPS[-1])
    line: list[Part] = []
    taken, day = 0, on.first
    while day <= on.last:
        at, name = on.cell(day), short_day(day)
        if at >= taken and at + len(name) <= on.cells:
            line += [gap(at - taken), Part(name, "dim")]
            taken = at + len(name)
        day += timedelta(days=step)
    return fill(line, on.cells)


def today_line(on: Calendar) -> Line:
    """Return today's name below its stroke; nothing where it is not shown."""
    if on.today is None or on.today_at is None:
        return ()
    name = Part(_("today {day}").format(day=month_day(on.today)), "confirm", bold=True)
    start = min(on.today_at, on.cells - name.cells)
    return fill((gap(start), name), on.cells)
