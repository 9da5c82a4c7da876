"""Documents as plain text for a terminal, aligned by cell."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import zip_longest
from typing import BinaryIO, assert_never

from rolcheck.base.text import cell_width, pad
from rolcheck.base.wrapping import one_line, wrap
from rolcheck.reports.blocks import Chart, Column, Document, Heading, Note, Paragraph, Table
from rolcheck.reports.writers import WIDTH
from rolcheck.reports.writers.fitting import GAP, Rows, fitted, least, natural, taken

SUFFIX = ".txt"
NARROWEST = 80
INDENT = 2


def write(document: Document, target: BinaryIO, *, width: int = WIDTH) -> None:
    """Write `document` as UTF-8 text; under 80 cells no narrower."""
    lines = _lines(document, max(width, NARROWEST))
    target.write("".join(f"{line}\n" for line in lines).encode())


def _lines(document: Document, width: int) -> Iterator[str]:
    yield from _title(document, width)
    before: object = None
    for block in document.blocks:
        if isinstance(block, Chart):  # its tables say it
            continue
        if _parts(before, block):
            yield ""
        before = block
        match block:
            case Heading(text):
                yield from wrap(one_line(text), width)
            case Paragraph(text) | Note(text):
                yield from _indented(wrap(one_line(text), width - INDENT))
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
    columns = [replace(column, title=one_line(column.title)) for column in table.columns]
    for number, part in enumerate(_parted(columns, rows, table.keys, width)):
        if number:
            yield ""
        yield from _drawn(
            [columns[index] for index in part],
            [tuple(row[index] for index in part) for row in rows],
            width,
        )
    for note in table.notes:
        yield from wrap(one_line(note), width)


def _parted(columns: Sequence[Column], rows: Rows, count: int, width: int) -> list[list[int]]:
    """Return the columns of each part, with the key columns; neighbours stay where they can."""
    keys = list(range(count))
    widths = natural(columns, rows)
    narrow = least(columns, rows)
    if not keys or taken(widths) <= width or (narrow != widths and taken(narrow) <= width):
        return [list(range(len(widths)))]
    parts = [keys]
    for unit in _units(columns, count):
        for piece in [unit] if _fits([*keys, *unit], widths, width) else [[one] for one in unit]:
            if parts[-1] != keys and not _fits([*parts[-1], *piece], widths, width):
                parts.append(keys)
            parts[-1] = [*parts[-1], *piece]
    return parts


def _units(columns: Sequence[Column], keys: int) -> list[list[int]]:
    """Return the columns behind the keys, those under a shared heading together."""
    units: list[list[int]] = []
    before = ""
    for index, column in enumerate(columns[keys:], keys):
        if column.over and column.over == before:
            units[-1].append(index)
        else:
            units.append([index])
        before = column.over
    return units


def _fits(part: Sequence[int], widths: Sequence[int], width: int) -> bool:
    return taken([widths[index] for index in part]) <= width


def _drawn(columns: Sequence[Column], rows: Rows, width: int) -> Iterator[str]:
    widths = fitted(columns, rows, width)
    if any(column.over for column in columns):
        yield _over(columns, widths)
    heads = _wrapped([column.title for column in columns], widths)
    tallest = max(map(len, heads))
    yield from _lined(columns, [("",) * (tallest - len(head)) + head for head in heads], widths)
    for row in rows:
        yield from _lined(columns, _wrapped(row, widths), widths)


def _wrapped(texts: Sequence[str], widths: Sequence[int]) -> list[tuple[str, ...]]:
    return [wrap(text, size) or ("",) for text, size in zip(texts, widths, strict=True)]


def _lined(
    columns: Sequence[Column], cells: Sequence[tuple[str, ...]], widths: Sequence[int]
) -> Iterator[str]:
    """Yield the lines of cells that may have several each."""
    for texts in zip_longest(*cells, fillvalue=""):
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
