"""What was left of the open round by day, painted; and how fast everybody is."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from rolcheck.base.messages import N_
from rolcheck.base.numbers import decimal_text
from rolcheck.desk.rounds.burn_chart import BEHIND, EVEN, LEFT, Chart, chart
from rolcheck.desk.rounds.seen import BurnDown
from rolcheck.desk.seen import ProgressRow, RoundsSeen
from rolcheck.locale import _
from rolcheck.tui.ascii import ascii_only
from rolcheck.tui.dates import month_day, short_day
from rolcheck.tui.text import BLANK, Line, Part, fill, gap, stepping_back, to_right
from rolcheck.tui.widgets.table import NONE, Column, lay

_SIGNS = {LEFT: "#", BEHIND: "%", EVEN: "."}
_DRAWN = {
    LEFT: (" ", "bar", "bar"),
    BEHIND: ("/", "on-accent", "accent"),
    EVEN: ("-", "muted", ""),
}
"""Of each kind of cell its character, which tells it apart without colour, tone and ground."""
_NAMES = 14
HEIGHT = 8


def burn_lines(burn: BurnDown | None, width: int, height: int = HEIGHT) -> list[Line]:
    """Return the burn-down with its numbers in words."""
    if burn is None:
        return [(gap(2), Part(_("nothing is owed in this round."), "muted"))]
    owed = len(str(burn.owed))
    drawn = chart(burn, width - owed - 4, height)
    lines: list[Line] = [(gap(2), Part(said, "muted")) for said in burn_words(burn)]
    lines.append(BLANK)
    for number, row in enumerate(drawn.rows):
        scale = to_right((Part(str(burn.owed) if number == 0 else "", "dim"),), owed)
        lines.append((gap(2), *scale, gap(1), *_cells(row, drawn.wide)))
    return [*lines, (gap(owed + 3), *_days(drawn)), (gap(2), *_legend(burn))]


def burn_below(burn: BurnDown | None, width: int) -> list[Line]:
    """Return the burn-down as a section of its own; nothing where nothing is owed."""
    if burn is None:
        return []
    title = _("left by day")
    return [BLANK, (Part(title, "muted", bold=True),), BLANK, *burn_lines(burn, width)]


def burn_words(burn: BurnDown) -> Iterator[str]:
    """Yield how the round stands, in short sentences."""
    yield _("{left} of {owed} items left").format(left=burn.left, owed=burn.owed)
    if burn.end is not None and burn.this_evening is not None:
        yield _("{n} should be left this evening").format(n=round(burn.this_evening))
    if burn.end is not None and burn.a_day is not None:
        yield _("{speed} a working day, expected end {day}").format(
            speed=decimal_text(burn.a_day, 1), day=month_day(burn.end)
        )


def _cells(row: Sequence[str], wide: int) -> Iterator[Part]:
    for kind, run in groupby(row):
        count = len(list(run)) * wide
        if kind not in _DRAWN:
            yield gap(count)
            continue
        sign, tone, ground = _DRAWN[kind]
        yield Part((_SIGNS[kind] if ascii_only() else sign) * count, tone, ground=ground)


def _days(drawn: Chart) -> Line:
    line: list[Part] = []
    taken = 0
    for at, day in drawn.marks:
        name = Part(short_day(day), "dim")
        line += [gap(at * drawn.wide - taken), name]
        taken = at * drawn.wide + name.cells
    return tuple(line)


def _legend(burn: BurnDown) -> Iterator[Part]:
    yield from (*_cells((LEFT,), 2), Part(" " + _("left"), "dim"))
    if burn.due:
        yield from (gap(2), *_cells((BEHIND,), 2), Part(" " + _("too many"), "dim"))
        yield from (gap(2), *_cells((EVEN,), 2), Part(" " + _("the even line"), "dim"))


def progress_page(seen: RoundsSeen, width: int) -> list[Line]:
    """Return the burn-down, and below it everybody with speed and expected end."""
    lines = burn_lines(seen.burn, width)
    if not seen.reviewers:
        return lines
    columns = _columns()
    titles = [Part(_(column.title), "dim") for column in columns]
    due = seen.burn.due if seen.burn else None
    rows = sorted(seen.reviewers, key=lambda row: (-row.left, row.id))
    people = [_person(row, width, late=bool(row.end and due and row.end > due)) for row in rows]
    return [*lines, BLANK, lay(columns, titles, width), *people]


def _columns() -> list[Column]:
    return [
        Column(N_("reviewer"), 0),
        Column(N_("done"), 9, right=True),
        Column(N_("left"), 5, right=True),
        Column(N_("late"), 5, right=True),
        Column(N_("a day"), 6, right=True),
        Column(N_("an hour"), 7, right=True),
        Column(N_("expected end"), _NAMES, right=True),
    ]


def _person(row: ProgressRow, width: int, *, late: bool) -> Line:
    done: Line = (Part(str(row.done)), Part(f" / {row.due}", "dim"))
    end: Part | Line = NONE
    if row.end:
        said = _("{day} late") if late else "{day}"
        tone = "confirm" if late else "fg"
        end = Part(said.format(day=short_day(row.end)), tone, bold=late)
    parts: list[Part | Line] = [
        fill((Part(row.name),), _NAMES),
        done,
        Part(str(row.left), bold=True) if row.left else NONE,
        Part(str(row.late), "dispute", bold=True) if row.late else NONE,
        Part(decimal_text(row.a_day, 1)) if row.a_day is not None else NONE,
        Part(decimal_text(row.an_hour, 1)) if row.an_hour is not None else NONE,
        end,
    ]
    line = lay(_columns(), parts, width)
    return line if row.left else stepping_back(line)
