"""Tables of the Desk: reviewers, submissions and areas, each with its progress."""

from collections.abc import Collection, Iterator, Sequence
from datetime import datetime

from rolcheck.base.clock import parse_stamp
from rolcheck.base.numbers import decimal_text
from rolcheck.desk.seen import Overview, ProgressRow, SubmissionSeen
from rolcheck.locale import _, language, ngettext
from rolcheck.tui.dates import ago, short_day
from rolcheck.tui.text import BLANK, Line, Part, cells, fill, gap, stepping_back, to_right
from rolcheck.tui.widgets.board import Block
from rolcheck.tui.widgets.overview.parts import (
    FRESH_CELLS,
    fresh_mark,
    head,
    percent_words,
    progress_bar,
    share_of,
    slowest,
)
from rolcheck.tui.widgets.rows import RowPlace
from rolcheck.tui.widgets.table import NONE, Column, lay

_LAST_FROM, _END_FROM, _CLAIM_FROM = 64, 76, 60  # widths from which a column is shown


def reviewers(seen: Overview, fresh: Collection[str], *, spaced: bool) -> Iterator[Block]:
    """Yield the reviewers, those with least done first."""
    if not seen.reviewers:
        return
    rows = sorted(seen.reviewers, key=lambda row: share_of(row.done, row.due))
    late = slowest([share_of(row.done, row.due) for row in rows])
    yield head(lambda: _("reviewers"), lambda: "   ".join(_pace(seen)), spaced=spaced)

    def titles(place: RowPlace) -> Sequence[Line]:
        columns = _reviewer_columns(place.cells - 2)
        return [(gap(2), *_headings(columns, place.cells - 2))]

    yield Block(titles)
    for row in rows:
        is_late = share_of(row.done, row.due) <= late
        yield _reviewer(row, seen.now, fresh, is_late=is_late)


def _pace(seen: Overview) -> Iterator[str]:
    """Yield how many there are, what they owe together, how fast it goes and until when."""
    count, whole = len(seen.reviewers), seen.whole
    yield ngettext("{n} reviewer", "{n} reviewers", count).format(n=count)
    yield _("{n} to do").format(n=sum(row.due for row in seen.reviewers))
    if whole is None or not whole.left:
        return
    if whole.late:
        yield _("{n} late").format(n=whole.late)
    if whole.a_day is not None:
        yield _("{speed} a day").format(speed=decimal_text(whole.a_day, 1))
    if whole.end:
        yield _("end {day}").format(day=short_day(whole.end))


def _reviewer_columns(width: int) -> list[Column]:
    columns = [
        Column(_("reviewer"), 12),
        Column(_("owed"), 5, right=True),
        Column(_("scored"), 6, right=True),
        Column(_("to confirm"), _words(7, 10), right=True),
        Column(_("progress"), 0),
        Column("", 5, right=True),
    ]
    if width >= _END_FROM:
        columns.append(Column(_("end"), 5, right=True))
    return [*columns, Column(_("latest") if width >= _LAST_FROM else "", _last_cells(width), True)]


def _last_cells(width: int) -> int:
    return 9 if width >= _LAST_FROM else FRESH_CELLS


def _reviewer(row: ProgressRow, now: datetime, fresh: Collection[str], *, is_late: bool) -> Block:
    key, share = f"r:{row.id}", share_of(row.done, row.due)

    def draw(place: RowPlace) -> Sequence[Line]:
        columns, full = _reviewer_columns(place.cells), share >= 1
        last: Part | Line = NONE if place.cells >= _LAST_FROM else BLANK
        if key in fresh:
            last = fresh_mark(key, fresh)
        elif row.last and place.cells >= _LAST_FROM:
            last = Part(ago(parse_stamp(row.last).astimezone(now.tzinfo), now), "muted")
        parts: list[Part | Line] = [
            Part(row.name, "dim" if full else "fg", bold=place.selected),
            Part(str(row.due), "dim"),
            Part(str(row.done), "dim" if full else "fg"),
            _amber(row.to_confirm),
            progress_bar(share, _flexible(columns, place.cells), late=is_late),
            Part(percent_words(share), "dim" if full else "fg", bold=is_late and not full),
        ]
        if place.cells >= _END_FROM:
            parts.append(Part(short_day(row.end), "muted") if row.end else NONE)
        parts.append(last)
        return [lay(columns, parts, place.cells)]

    return Block(draw, key=key)


def submissions(seen: Overview, fresh: Collection[str], *, spaced: bool) -> Iterator[Block]:
    """Yield the submissions with what they come to so far and what is wrong with them."""
    if not seen.submissions:
        return
    rows = seen.submissions
    complete = all(row.complete for row in rows)
    yield head(
        lambda: _("submissions"),
        lambda: "   ".join(
            (
                ngettext("{n} submission", "{n} submissions", len(rows)).format(n=len(rows)),
                _("as of round {number}").format(number=seen.results_round),
                *(() if complete else (_("totals not final"),)),
            )
        ),
        spaced=spaced,
    )
    names = min(max(Part(row.name).cells for row in rows), 16)

    def titles(place: RowPlace) -> Sequence[Line]:
        return [(gap(2), *_headings(_submission_columns(place.cells - 2, names), place.cells - 2))]

    yield Block(titles)
    yield from (_submission(row, fresh, names) for row in rows)


def _submission_columns(width: int, names: int) -> list[Column]:
    columns = [
        Column(_("submission"), max(names, 10)),
        Column(_("scored"), 9, right=True),
        Column(_("total"), 7, right=True),
    ]
    if width >= _CLAIM_FROM:
        columns.append(Column(_("own claim"), _words(7, 9), right=True))
    columns.append(Column(_("findings"), _words(4, 8), right=True))
    if width >= _all_from():
        columns.append(Column(_("overdue"), _words(4, 7), right=True))
    columns.append(Column(_("disputes"), _words(4, 8), right=True))
    return [*columns, Column("", 0, right=True), Column(_("to confirm"), _words(6, 10), right=True)]


def _submission(row: SubmissionSeen, fresh: Collection[str], names: int) -> Block:
    key = f"s:{row.id}"

    def draw(place: RowPlace) -> Sequence[Line]:
        columns = _submission_columns(place.cells, names)
        done: Line = (Part(f"{row.done}"), Part(f" / {row.due}", "dim")) if row.due else (NONE,)
        parts: list[Part | Line] = [
            Part(row.name, bold=place.selected),
            done,
            NONE if row.total is None else Part(_points(row), bold=True),
        ]
        if place.cells >= _CLAIM_FROM:
            parts.append(Part(decimal_text(row.claim, row.places), "dim") if row.claim else NONE)
        parts.append(Part(str(row.findings)) if row.findings else NONE)
        if place.cells >= _all_from():
            parts.append(_red(row.overdue))
        parts += [_red(row.disputes), fresh_mark(key, fresh), _amber(row.to_confirm)]
        return [lay(columns, parts, place.cells)]

    return Block(draw, key=key)


def _points(row: SubmissionSeen) -> str:
    if row.total is None:
        return "-"
    return decimal_text(row.total, 2 if row.places is None else row.places)


def areas(seen: Overview) -> Iterator[Block]:
    """Yield the areas, those with least done first."""
    if not seen.areas:
        return
    rows = sorted(seen.areas, key=lambda row: share_of(row.done, row.due))
    late = slowest([share_of(row.done, row.due) for row in rows])
    yield head(lambda: _("progress by area"), lambda: _("slowest first"))

    def draw(place: RowPlace) -> Sequence[Line]:
        return [_area(row, late >= share_of(row.done, row.due), place.cells) for row in rows]

    yield Block(draw)


def _area(row: ProgressRow, is_late: bool, width: int) -> Line:
    share = share_of(row.done, row.due)
    title = row.name_en if language() == "en" and row.name_en else row.name
    named = fill(
        (Part(f"{row.id:>2} ", "dim"), Part(title)), min(max(width // 3, 20), _words(30, 40))
    )
    words = ngettext("{n} item left", "{n} items left", row.left).format(n=row.left)
    end = to_right((Part(words if row.left else "", "muted"),), 13)
    start: Line = (
        gap(2),
        *named,
        gap(1),
        *to_right((Part(percent_words(share), bold=is_late and share < 1),), 5),
        gap(2),
    )
    room = width - cells(start) - cells(end) - FRESH_CELLS
    line = fill((*start, *progress_bar(share, max(room, 4), late=is_late), *end), width)
    return stepping_back(line) if share >= 1 else line


def _all_from() -> int:
    return _words(64, 88)


def _words(zh: int, en: int) -> int:
    """Return the width of a heading in the language in use."""
    return zh if language() == "zh" else en


def _headings(columns: Sequence[Column], width: int) -> Line:
    return lay(columns, [Part(column.title, "dim") for column in columns], width)


def _flexible(columns: Sequence[Column], width: int) -> int:
    return max(width - sum(column.cells for column in columns) - 2 * (len(columns) - 1), 0)


def _amber(count: int) -> Part:
    return Part(str(count), "confirm", bold=True) if count else NONE


def _red(count: int) -> Part:
    return Part(str(count), "dispute", bold=True) if count else NONE
