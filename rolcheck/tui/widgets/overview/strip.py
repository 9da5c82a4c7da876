"""The rounds one below the other, each with its days on a calendar beside."""

from collections.abc import Iterator, Sequence
from datetime import date

from rolcheck.desk.seen import RoundSeen
from rolcheck.locale import _
from rolcheck.locale.words import ROUND_STATES
from rolcheck.tui.dates import month_day, short_day, state_words
from rolcheck.tui.marks import DONE, OPEN, PARTLY, Mark
from rolcheck.tui.text import Line, Part, cells, cut_line, fill, gap, to_right
from rolcheck.tui.widgets.board import Block
from rolcheck.tui.widgets.overview.parts import INDENT, head

_CALENDAR = 22
_LEAST_CALENDAR = 12
ROUND_MARKS: dict[str, Mark] = {"closed": DONE, "sealed": DONE, "open": PARTLY, "planned": OPEN}


def rounds_strip(rounds: Sequence[RoundSeen]) -> Iterator[Block]:
    """Yield the section of the rounds."""
    yield head(lambda: _("the rounds"), lambda: span_words(rounds), spaced=False)
    yield Block(lambda place: [round_line(one, rounds, place.cells) for one in rounds])


def round_line(seen: RoundSeen, rounds: Sequence[RoundSeen], width: int) -> Line:
    """Return one round as a line: number, name, days, state, calendar."""
    now = seen.state == "open"
    tone = "fg" if now else "muted"
    left: Line = (
        INDENT,
        Part(f"{seen.number}", tone),
        gap(2),
        *fill((Part(seen.name, tone, bold=now),), _name_cells(rounds)),
        gap(2),
        *to_right((Part(short_day(seen.opens), "dim"),), 5),
        gap(2),
        *to_right((Part(short_day(seen.due), "dim"),), 5),
        gap(3),
        *state_line(seen),
    )
    calendar = _calendar(seen, rounds, min(_CALENDAR, width - cells(left) - 3))
    return fill((*fill(left, width - cells(calendar)), *calendar), width)


def state_line(seen: RoundSeen) -> Line:
    """Return a round's mark and its state; of the open one the days left."""
    state = Part(state_words(seen), "muted")
    if seen.state == "open" and seen.days_left is not None:
        state = Part(state_words(seen), "dispute" if seen.days_left < 0 else "confirm", bold=True)
    elif seen.state == "planned":
        state = Part(_(ROUND_STATES["planned"]), "dim")
    return (ROUND_MARKS[seen.state].part(), gap(1), state)


def _name_cells(rounds: Sequence[RoundSeen]) -> int:
    return min(max((Part(one.name).cells for one in rounds), default=0), 20)


def _days(rounds: Sequence[RoundSeen]) -> list[date]:
    return [day for one in rounds for day in (one.opens, one.due) if day]


def span_words(rounds: Sequence[RoundSeen]) -> str:
    """Return from when to when the rounds are planned; empty where nothing is."""
    days = _days(rounds)
    if not days:
        return ""
    return _("{start} to {end}").format(start=month_day(min(days)), end=month_day(max(days)))


def _calendar(seen: RoundSeen, rounds: Sequence[RoundSeen], width: int) -> Line:
    """Return the round's days as a painted bar on the days of all rounds; no room, none."""
    days = _days(rounds)
    if width < _LEAST_CALENDAR or not days:
        return ()
    if seen.opens is None or seen.due is None or seen.due < seen.opens:
        return (gap(width),)
    first, length = min(days), (max(days) - min(days)).days + 1

    def cell(day: date, after: int = 0) -> int:
        return ((day - first).days + after) * width // length

    start, end = cell(seen.opens), max(cell(seen.due, 1), cell(seen.opens) + 1)
    tone = {"closed": "bar", "sealed": "bar", "open": "accent"}.get(seen.state, "select")
    done = end
    if seen.state == "open" and seen.days_left is not None and seen.days_left > 0:
        rest = -(-seen.days_left * width // length)
        done = max(end - rest, start + 1)
    line: Line = (
        gap(start),
        Part(" " * (done - start), ground=tone),
        Part(" " * (end - done), ground="select"),
        gap(width - end),
    )
    return cut_line([part for part in line if part.text], width)
