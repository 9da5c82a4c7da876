"""How rows are printed: as an aligned table to read, or as JSON or CSV for programs."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, tzinfo
from typing import Literal

from rolcheck.base.clock import parse_stamp
from rolcheck.base.text import cell_width
from rolcheck.base.wrapping import one_line
from rolcheck.locale import _

Format = Literal["table", "json", "csv"]
FORMATS: tuple[Format, ...] = ("table", "json", "csv")

Value = str | int | bool | None | Sequence[str]
"""What a cell holds; in JSON as it is, in CSV and tables as text."""

GAP = "  "
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


@dataclass(frozen=True, slots=True)
class Column:
    """One column.

    Attributes:
        name: Its key in JSON and its heading in CSV.
        title: Message id of its heading in a table.
        words: Message ids of codes, which tables show in words.
        right: Whether tables align it to the right, as numbers.
        moment: Whether it holds stamps, which tables show in the campaign's time.
    """

    name: str
    title: str
    words: Mapping[str, str] | None = None
    right: bool = False
    moment: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """Rows under columns; `zone` is where the moments among them are meant."""

    columns: Sequence[Column]
    rows: Sequence[Sequence[Value]]
    zone: tzinfo = UTC


def drawn(table: Table, form: Format) -> str:
    """Return a table in one of the formats, with a newline at the end."""
    match form:
        case "json":
            names = [column.name for column in table.columns]
            return json_text([dict(zip(names, row, strict=True)) for row in table.rows])
        case "csv":
            return csv_text([column.name for column in table.columns], table.rows)
        case "table":
            return _aligned(table)


def json_text(value: object) -> str:
    """Return a value as JSON to read, with a newline at the end."""
    import json

    return json.dumps(value, ensure_ascii=False, indent=2, default=list) + "\n"


def csv_text(names: Sequence[str], rows: Iterable[Sequence[Value]]) -> str:
    """Return rows as CSV (RFC 4180, UTF-8): true and false in words, lists parted by blanks."""
    import csv
    import io

    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(names)
    writer.writerows([guarded(_text(value)) for value in row] for row in rows)
    return out.getvalue()


def guarded(text: str) -> str:
    """Return `text` so that a spreadsheet takes it for text: a quote before what begins like =.

    Example:
        >>> guarded("=1+1"), guarded("-0.5"), guarded("A")
        ("'=1+1", '-0.5', 'A')
    """
    return f"'{text}" if text.lstrip("'").startswith(_FORMULA) and not _is_number(text) else text


def unguarded(text: str) -> str:
    """Return the text that `guarded` was given."""
    held = text.startswith("'") and text.lstrip("'").startswith(_FORMULA)
    return text[1:] if held else text


def _is_number(text: str) -> bool:
    whole, _dot, rest = text.lstrip("-").partition(".")
    return whole.isdigit() and (not _dot or rest.isdigit()) and text.count("-") <= 1


def _aligned(table: Table) -> str:
    heads = [_(column.title) for column in table.columns]
    rows = [
        [
            _shown(value, column, table.zone)
            for value, column in zip(row, table.columns, strict=True)
        ]
        for row in table.rows
    ]
    widths = [max(map(cell_width, cells)) for cells in zip(heads, *rows, strict=True)]
    return "".join(_line(cells, widths, table.columns) for cells in (heads, *rows))


def _line(cells: Sequence[str], widths: Sequence[int], columns: Sequence[Column]) -> str:
    padded = []
    for cell, width, column in zip(cells, widths, columns, strict=True):
        room = " " * (width - cell_width(cell))
        padded.append(room + cell if column.right else cell + room)
    return GAP.join(padded).rstrip() + "\n"


def _shown(value: Value, column: Column, zone: tzinfo) -> str:
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    text = one_line(_text(value))
    if column.moment and text:
        return parse_stamp(text).astimezone(zone).strftime("%Y-%m-%d %H:%M:%S")
    return _(column.words[text]) if column.words and text in column.words else text


def _text(value: Value) -> str:
    match value:
        case None:
            return ""
        case bool():
            return "true" if value else "false"
        case str() | int():
            return str(value)
        case _:
            return " ".join(value)
