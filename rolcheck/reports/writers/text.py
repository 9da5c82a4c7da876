"""Documents as plain text for a terminal, aligned by cell."""

from collections.abc import Iterator, Sequence
from typing import BinaryIO, assert_never

from rolcheck.base.text import cell_width, pad
from rolcheck.reports.blocks import Column, Document, Heading, Note, Paragraph, Table
from rolcheck.reports.writers import WIDTH
from rolcheck.reports.writers.wrapping import one_line, wrap

SUFFIX = ".txt"
NARROWEST = 80
INDENT = 2
GAP = 2
LEAST = 12  # cells of a column of free text that is wrapped

_Rows = Sequence[tuple[str, ...]]


def write(document: Document, target: BinaryIO, *, width: int = WIDTH) -> None:
    """Write `document` as UTF-8 text; under 80 cells no narrower."""
    lines = _lines(document, max(width, NARROWEST))
    target.write("".join(f"{line}\n" for line in lines).encode())


def _lines(document: Document, width: int) -> Iterator[str]:
    yield from _title(document, width)
    before: object = None
    for block in document.blocks:
        if _parts(before, block):
            yield ""
        before = block
        match block:
            case Heading(text):
                yield from wrap(text, width)
            case Paragraph(text) | Note(text):
                yield from _indented(wrap(text, width - INDENT))
            case Table():
                yield from _indented(_table(block, width - INDENT))
            case _:
                assert_never(block)


def _title(document: Document, width: int) -> Iterator[str]:
    pieces = [one_line(piece) for piece in (document.title, *document.subtitle)]
    together = "   ".join(pieces)
    if cell_width(together) <= width:
        yield together
        return
    for piece in pieces:
        yield from wrap(piece, width)


def _parts(before: object, block: object) -> bool:
    """Tell whether an empty line stands between two blocks."""
    if isinstance(before, Heading):
        return False
    return isinstance(block, Heading | Table) or type(before) is not type(block)


def _indented(lines: Sequence[str] | Iterator[str]) -> Iterator[str]:
    for line in lines:
        yield " " * INDENT + line if line else ""


def _table(table: Table, width: int) -> Iterator[str]:
    rows = [tuple(map(one_line, row)) for row in table.rows]
    titles = [one_line(column.title) for column in table.columns]
    widths = [
        max(cell_width(cell) for cell in (title, *(row[index] for row in rows)))
        for index, title in enumerate(titles)
    ]
    for number, part in enumerate(_parted(table, widths, width)):
        if number:
            yield ""
        columns = [table.columns[index] for index in part]
        cells = [tuple(row[index] for index in part) for row in rows]
        fitted = _fitted(columns, [widths[index] for index in part], width)
        yield from _drawn(columns, cells, fitted)
    for note in table.notes:
        yield from wrap(note, width)


def _parted(table: Table, widths: Sequence[int], width: int) -> list[list[int]]:
    """Return the columns of each part, with the key columns; neighbours stay where they can."""
    keys = list(range(table.keys))
    least = [_least(*pair) for pair in zip(table.columns, widths, strict=True)]
    if not keys or _taken(widths) <= width or (least != widths and _taken(least) <= width):
        return [list(range(len(widths)))]
    parts = [keys]
    for unit in _units(table):
        for piece in [unit] if _fits([*keys, *unit], widths, width) else [[one] for one in unit]:
            if parts[-1] != keys and not _fits([*parts[-1], *piece], widths, width):
                parts.append(keys)
            parts[-1] = [*parts[-1], *piece]
    return parts


def _least(column: Column, width: int) -> int:
    return min(width, LEAST) if column.kind == "text" else width


def _units(table: Table) -> list[list[int]]:
    units: list[list[int]] = []
    before = ""
    for index in range(table.keys, len(table.columns)):
        over = table.columns[index].over
        if over and over == before:
            units[-1].append(index)
        else:
            units.append([index])
        before = over
    return units


def _fits(part: Sequence[int], widths: Sequence[int], width: int) -> bool:
    return _taken([widths[index] for index in part]) <= width


def _taken(widths: Sequence[int]) -> int:
    return sum(widths) + GAP * (len(widths) - 1)


def _fitted(columns: Sequence[Column], widths: Sequence[int], width: int) -> list[int]:
    """Return the widths with free text narrowed, the widest first, until all fits."""
    fitted = list(widths)
    while (excess := _taken(fitted) - width) > 0:
        wide = [
            index
            for index, column in enumerate(columns)
            if column.kind == "text" and fitted[index] > LEAST
        ]
        if not wide:
            break
        widest = max(wide, key=lambda index: fitted[index])
        others = max((fitted[index] for index in wide if index != widest), default=LEAST)
        room = max(fitted[widest] - max(others, LEAST), 1)
        fitted[widest] -= min(excess, room)
    return fitted


def _drawn(columns: Sequence[Column], rows: _Rows, widths: Sequence[int]) -> Iterator[str]:
    if any(column.over for column in columns):
        yield _over(columns, widths)
    for row in (tuple(column.title for column in columns), *rows):
        cells = [wrap(cell, size) for cell, size in zip(row, widths, strict=True)]
        for number in range(max(map(len, cells))):
            texts = [cell[number] if number < len(cell) else "" for cell in cells]
            yield _line(columns, texts, widths)


def _line(columns: Sequence[Column], texts: Sequence[str], widths: Sequence[int]) -> str:
    placed = [
        " " * (size - cell_width(text)) + text if column.kind == "number" else pad(text, size)
        for column, text, size in zip(columns, texts, widths, strict=True)
    ]
    return (" " * GAP).join(placed).rstrip()


def _over(columns: Sequence[Column], widths: Sequence[int]) -> str:
    """Return the line of shared headings, each where its first column begins."""
    line, at, before = "", 0, ""
    for column, size in zip(columns, widths, strict=True):
        if column.over and column.over != before:
            line = pad(line, at) + one_line(column.over)
        before = column.over
        at += size + GAP
    return line
