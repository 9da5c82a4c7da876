"""Tables of the Desk: reviewers, submissions and areas, each with its progress."""

from collections.abc import Collection, Iterator, Sequence
from datetime import datetime

from rolcheck.base.clock import parse_stamp
from rolcheck.base.numbers import decimal_text
from rolcheck.desk.overview import Overview, SubmissionSeen
from rolcheck.desk.progress import ProgressRow
from rolcheck.locale import _, language, ngettext
from rolcheck.tui.dates import ago
from rolcheck.tui.text import Line, Part, cells, fill, gap, stepping_back, to_right
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

_LAST_FROM, _CLAIM_FROM, _ALL_FROM = 64, 60, 74  # widths from which a column is shown


def reviewers(seen: Overview, fresh: Collection[str]) -> Iterator[Block]:
    """Yield the reviewers, those with least done first."""
    if not seen.reviewers:
        return
    rows = sorted(seen.reviewers, key=lambda row: share_of(row.done, row.due))
    late = slowest([share_of(row.done, row.due) for row in rows])
    due = sum(row.due for row in rows)
    yield head(
        lambda: _("reviewers"),
        lambda: "   ".join(
            (
                ngettext("{n} reviewer", "{n} reviewers", len(rows)).format(n=len(rows)),
                _("{n} to do").format(n=due),
            )
        ),
        spaced=False,
    )

    def titles(place: RowPlace) -> Sequence[Line]:
        columns = _reviewer_columns(place.cells - 2)
        return [(gap(2), *_headings(columns, place.cells - 2))]

    yield Block(titles)
    for row in rows:
        is_late = share_of(row.done, row.due) <= late
        yield _reviewer(row, seen.now, fresh, is_late=is_late)


def _reviewer_columns(width: int) -> list[Column]:
    columns = [
        Column(_("name"), 12),
        Column(_("due items"), 5 if language() == "zh" else 9, right=True),
        Column(_("done items"), 5 if language() == "zh" else 10, right=True),
        Column(_("to confirm"), 7 if language() == "zh" else 10, right=True),
        Column(_("progress"), 0),
        Column("", 5, right=True),
    ]
    if width >= _LAST_FROM:
        columns.append(Column(_("latest"), 9, right=True))
    return [*columns, Column("", FRESH_CELLS)]


def _reviewer(row: ProgressRow, now: datetime, fresh: Collection[str], *, is_late: bool) -> Block:
    key, share = f"r:{row.id}", share_of(row.done, row.due)

    def draw(place: RowPlace) -> Sequence[Line]:
        columns = _reviewer_columns(place.cells)
        full = share >= 1
        parts: list[Part | Line] = [
            Part(row.name, "dim" if full else "fg", bold=place.selected),
            Part(str(row.due), "dim"),
            Part(str(row.done), "dim" if full else "fg"),
            _amber(row.to_confirm),
            progress_bar(share, _flexible(columns, place.cells), late=is_late),
            Part(percent_words(share), "dim" if full else "fg", bold=is_late and not full),
        ]
        if len(columns) == len(parts) + 2:
            last = parse_stamp(row.last).astimezone(now.tzinfo) if row.last else None
            parts.append(Part(ago(last, now), "muted") if last else NONE)
        return [lay(columns, [*parts, fresh_mark(key, fresh)], place.cells)]

    return Block(draw, key=key)


def submissions(seen: Overview, fresh: Collection[str]) -> Iterator[Block]:
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
        spaced=bool(seen.reviewers),
    )
    names = min(max(Part(row.name).cells for row in rows), 16)

    def titles(place: RowPlace) -> Sequence[Line]:
        return [(gap(2), *_headings(_submission_columns(place.cells - 2, names), place.cells - 2))]

    yield Block(titles)
    yield from (_submission(row, fresh, names) for row in rows)


def _submission_columns(width: int, names: int) -> list[Column]:
    zh = language() == "zh"
    columns = [
        Column(_("submission"), max(names, 10)),
        Column(_("done items"), 9 if zh else 10, right=True),
        Column(_("total"), 7, right=True),
    ]
    if width >= _CLAIM_FROM:
        columns.append(Column(_("own claim"), 7 if zh else 9, right=True))
    columns.append(Column(_("findings"), 6 if zh else 8, right=True))
    if width >= _ALL_FROM:
        columns.append(Column(_("overdue"), 6 if zh else 7, right=True))
    columns += [
        Column(_("disputes"), 6 if zh else 8, right=True),
        Column(_("to confirm"), 6 if zh else 10, right=True),
    ]
    return [*columns, Column("", 0, right=True)]


def _submission(row: SubmissionSeen, fresh: Collection[str], names: int) -> Block:
    key = f"s:{row.id}"

    def draw(place: RowPlace) -> Sequence[Line]:
        columns = _submission_columns(place.cells, names)
        total = NONE if row.total is None else Part(_points(row), bold=True)
        claim = Part(decimal_text(row.claim, row.places), "dim") if row.claim else NONE
        done: Line = (Part(f"{row.done}", "fg"), Part(f" / {row.due}", "dim")) if row.due else (NONE,)
        parts: list[Part | Line] = [Part(row.name, bold=place.selected), done, total]
        if place.cells >= _CLAIM_FROM:
            parts.append(claim)
        parts.append(Part(str(row.findings)) if row.findings else NONE)
        if place.cells >= _ALL_FROM:
            parts.append(_red(row.overdue))
        parts += [_red(row.disputes), _amber(row.to_confirm), fresh_mark(key, fresh)]
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
    named = fill((Part(f"{row.id:>2} ", "dim"), Part(title)), min(max(width // 3, 20), 30))
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


def _headings(columns: Sequence[Column], width: int) -> Line:
    return lay(columns, [Part(column.title, "dim") for column in columns], width)


def _flexible(columns: Sequence[Column], width: int) -> int:
    return max(width - sum(column.cells for column in columns) - 2 * (len(columns) - 1), 0)


def _amber(count: int) -> Part:
    return Part(str(count), "confirm", bold=True) if count else NONE


def _red(count: int) -> Part:
    return Part(str(count), "dispute", bold=True) if count else NONE
