"""Documents as one SVG picture, to be put into another document: charts, and text around them."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import BinaryIO, assert_never

from rolcheck.base.colours import heat_class
from rolcheck.base.wrapping import one_line, wrap
from rolcheck.reports.blocks import Block, Chart, Column, Document, Heading, Note, Paragraph, Table
from rolcheck.reports.words import listed
from rolcheck.reports.writers import WIDTH
from rolcheck.reports.writers.charts import chart_height, chart_parts, chart_width, described
from rolcheck.reports.writers.fitting import GAP, fitted, taken
from rolcheck.reports.writers.markup import Markup, joined
from rolcheck.reports.writers.strokes import CELL, LINE, area, picture, text

SUFFIX = ".svg"
MARGIN = 24
_BETWEEN = 14  # pixels before a block that does not belong to the one above


def write(document: Document, target: BinaryIO, *, width: int = WIDTH) -> None:
    """Write `document` as UTF-8; `width` cells wide, or wider where something needs it."""
    cells = max([width, *(_needed(block, width) for block in document.blocks)])
    parts, height = _laid_out(document, cells)
    whole = cells * CELL + 2 * MARGIN
    charts = [described(block) for block in document.blocks if isinstance(block, Chart)]
    start = picture(
        whole,
        height,
        title=listed((document.title, *document.subtitle)),
        described=" ".join(charts),
        name="rolcheck",
    )
    paper = area(0, 0, whole, height, "surface")
    drawn = joined(start, paper, *parts, Markup("</svg>\n"), between="\n")
    target.write(drawn.encode())


def _laid_out(document: Document, cells: int) -> tuple[list[Markup], int]:
    """Return what the page is drawn with, and how high that is."""
    parts: list[Markup] = []
    y = MARGIN
    for line in wrap(one_line(document.title), cells):
        parts.append(text(line, MARGIN, y, bold=True))
        y += LINE
    for said in document.subtitle:
        for line in wrap(one_line(said), cells):
            parts.append(text(line, MARGIN, y, "muted"))
            y += LINE
    before: Block | None = None
    for block in document.blocks:
        y += 0 if isinstance(before, Heading) or _continues(before, block) else _BETWEEN
        drawn, height = _block(block, y, cells)
        parts += drawn
        y += height
        before = block
    return parts, y + MARGIN


def _continues(before: Block | None, block: Block) -> bool:
    return isinstance(block, Note | Paragraph) and type(before) is type(block)


def _needed(block: Block, width: int) -> int:
    """Return how many cells a block takes at the least."""
    if isinstance(block, Chart):
        return chart_width(block, width)
    if isinstance(block, Table):
        return taken(_widths(_in_one_line(block), width))
    return 0


def _block(block: Block, y: int, cells: int) -> tuple[list[Markup], int]:
    match block:
        case Heading(said):
            return _paragraph(said, y, cells, "fg", bold=True)
        case Paragraph(said):
            return _paragraph(said, y, cells, "fg")
        case Note(said):
            return _paragraph(said, y, cells, "dim")
        case Chart():
            return list(chart_parts(block, MARGIN, y, cells)), chart_height(block)
        case Table():
            return _table(_in_one_line(block), y, cells)
        case _:
            assert_never(block)


def _paragraph(
    said: str, y: int, cells: int, tone: str, *, bold: bool = False
) -> tuple[list[Markup], int]:
    lines = wrap(one_line(said), cells)
    drawn = [
        text(line, MARGIN, y + number * LINE, tone, bold=bold) for number, line in enumerate(lines)
    ]
    return drawn, len(lines) * LINE


def _table(table: Table, y: int, cells: int) -> tuple[list[Markup], int]:
    widths = _widths(table, cells)
    parts: list[Markup] = []
    top = y
    if any(column.over for column in table.columns):
        parts += _over(table.columns, widths, y)
        y += LINE
    titles = [column.title for column in table.columns]
    for number, cells_of_row in enumerate((titles, *table.rows)):
        row = list(_row(table, widths, cells_of_row, number - 1, y))
        parts += [part for part, _lines in row]
        y += max((lines for _part, lines in row), default=1) * LINE
    for note in table.notes:
        drawn, height = _paragraph(note, y, cells, "muted")
        parts += drawn
        y += height
    return parts, y - top


def _row(
    table: Table, widths: Sequence[int], row: Sequence[str], number: int, y: int
) -> Iterator[tuple[Markup, int]]:
    """Yield the parts of a row, each with its cell's lines; `number` is -1 for the headings."""
    x = MARGIN
    for at, (column, said, size) in enumerate(zip(table.columns, row, widths, strict=True)):
        tone = "dim" if number < 0 else "fg"
        share = table.shares[number][at] if table.shares and number >= 0 else None
        if share is not None:
            tone = f"heat-{heat_class(share)}-fg"
            left, room = x - CELL * GAP // 2, (size + GAP) * CELL
            yield area(left, y, room, LINE, f"heat-{heat_class(share)}"), 1
        lines = wrap(said, size)
        for line_number, line in enumerate(lines):
            right = column.kind == "number"
            drawn = text(
                line,
                x + size * CELL if right else x,
                y + line_number * LINE,
                tone,
                anchor="end" if right else "start",
            )
            yield drawn, len(lines)
        x += (size + GAP) * CELL


def _over(columns: Sequence[Column], widths: Sequence[int], y: int) -> Iterator[Markup]:
    x, before = MARGIN, ""
    for column, size in zip(columns, widths, strict=True):
        if column.over and column.over != before:
            yield text(column.over, x, y, "dim")
        before = column.over
        x += (size + GAP) * CELL


def _widths(table: Table, cells: int) -> list[int]:
    return fitted(table.columns, table.rows, cells)


def _in_one_line(table: Table) -> Table:
    return replace(
        table,
        columns=tuple(replace(one, title=one_line(one.title)) for one in table.columns),
        rows=tuple(tuple(map(one_line, row)) for row in table.rows),
    )
