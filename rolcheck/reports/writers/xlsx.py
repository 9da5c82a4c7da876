"""Documents as workbooks: a sheet for each section, the heads of tables frozen."""

import math
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING, BinaryIO, assert_never

from rolcheck.base.text import cell_width, clean
from rolcheck.base.workbook import new_workbook
from rolcheck.reports.blocks import Block, Chart, Column, Document, Heading, Note, Paragraph, Table
from rolcheck.reports.writers import WIDTH

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

SUFFIX = ".xlsx"
LONGEST_NAME = 31
NOT_IN_NAMES = "[]:*?/\\'"
NARROWEST, WIDEST = 6, 46
LONGEST_CELL = 32_767
LINE_HEIGHT = 16.5
TEXT_WIDTH = 100.0  # of a sheet that holds no table
FONT = "等线"
A3, A4, WIDE = 8, 9, 140
LONGEST_ID = 64
EXACT = 15  # digits that a workbook keeps
_PLAIN = re.compile(r"-?[0-9]+(\.[0-9]{1,9})?")
MOST_ABOVE = 8  # rows over a table that may stay in sight with its head

LOOKS: dict[str, dict[str, object]] = {
    "title": {"bold": True, "font_size": 14},
    "said": {"text_wrap": True, "valign": "top"},
    "note": {"font_color": "#595959", "text_wrap": True, "valign": "top"},
    "head": {
        "bold": True,
        "border": 1,
        "bg_color": "#E7EBF0",
        "text_wrap": True,
        "align": "center",
        "valign": "vcenter",
    },
    "text": {"border": 1, "text_wrap": True, "valign": "top", "num_format": "@"},
    "code": {"border": 1, "align": "fill", "valign": "top", "font_color": "#595959"},
    "number": {"border": 1, "valign": "top", "align": "right"},
}
LOOKS |= {  # numbers keep the decimals that they are written with
    f"number.{places}": {**LOOKS["number"], "num_format": f"0.{'0' * places}" if places else "0"}
    for places in range(10)
}


def write(document: Document, target: BinaryIO, *, width: int = WIDTH) -> None:
    """Write `document` as a workbook; what is text stays text, whatever it begins with.

    Raises:
        InputError: The library that writes workbooks is not installed.
    """
    with new_workbook(target) as book:
        looks = {name: book.add_format({"font_name": FONT, **look}) for name, look in LOOKS.items()}
        for name, lines in _sections(document):
            _Page(_sheet(book, name), looks).draw(lines)


def _sections(document: Document) -> Iterator[tuple[str, Sequence[Block]]]:
    """Yield the sheets: one a section, the first under the title, so that it opens with figures."""
    lines: list[Block] = [Heading(document.title), *map(Paragraph, document.subtitle)]
    name = ""
    for block in document.blocks:
        if isinstance(block, Heading):
            if name or any(isinstance(line, Table) for line in lines):
                yield name or document.title, lines
                lines = []
            name = block.text
        lines.append(block)
    yield name or document.title, lines


def _sheet(book: "Workbook", name: str) -> "Worksheet":
    """Add a sheet under a name that programs take: short, and like no other."""
    plain = "".join(char for char in clean(name) if char not in NOT_IN_NAMES).strip()
    plain = " ".join(plain.split())[:LONGEST_NAME] or "1"
    taken = {sheet.get_name().casefold() for sheet in book.worksheets()}
    chosen, number = plain, 1
    while chosen.casefold() in taken or chosen.casefold() == "history":
        number += 1
        chosen = f"{plain[: LONGEST_NAME - 4]} {number}"
    return book.add_worksheet(chosen)


@dataclass(slots=True)
class _Page:
    """A sheet that is drawn from top to bottom."""

    sheet: "Worksheet"
    looks: "dict[str, Format]"
    row: int = 0

    def draw(self, blocks: Sequence[Block]) -> None:
        tables = [block for block in blocks if isinstance(block, Table)]
        widths = _widths(tables) or [TEXT_WIDTH]
        for index, width in enumerate(widths):
            self.sheet.set_column(index, index, width)
        for block in blocks:
            match block:
                case Heading(text):
                    self._line(text, "title")
                case Paragraph(text):
                    self._line(text, "said", widths)
                case Note(text):
                    self._line(text, "note", widths)
                case Table():
                    self._table(block, widths, alone=len(tables) == 1)
                case Chart():
                    pass  # says nothing that the tables do not
                case _:
                    assert_never(block)
        self.sheet.set_landscape()
        self.sheet.set_paper(A3 if sum(widths) > WIDE else A4)
        self.sheet.fit_to_pages(1, 0)

    def _line(self, text: str, look: str, widths: Sequence[float] = ()) -> None:
        """Write a line of text, across the columns where it is longer than the first."""
        said = _fit(text)
        if widths:
            self.sheet.set_row(self.row, LINE_HEIGHT * _lines(said, sum(widths)))
        if len(widths) > 1:
            last = len(widths) - 1
            self.sheet.merge_range(self.row, 0, self.row, last, "", self.looks[look])
        self.sheet.write_string(self.row, 0, said, self.looks[look])
        self.row += 1

    def _table(self, table: Table, widths: Sequence[float], *, alone: bool) -> None:
        above = self.row
        if any(column.over for column in table.columns):
            self._over(table.columns)
        for index, column in enumerate(table.columns):
            self.sheet.write_string(self.row, index, _fit(column.title), self.looks["head"])
        head, last = self.row, len(table.columns) - 1
        self.row += 1
        for row in table.rows:
            for index, (column, text) in enumerate(zip(table.columns, row, strict=True)):
                self._cell(index, column, text)
            lines = max(map(_lines, map(_sized, row, table.columns), widths), default=1)
            self.sheet.set_row(self.row, LINE_HEIGHT * min(lines, 26))
            self.row += 1
        if alone and table.rows:
            self.sheet.autofilter(head, 0, self.row - 1, last)
            self.sheet.repeat_rows(head)
            if above <= MOST_ABOVE:
                self.sheet.freeze_panes(self.row - len(table.rows), table.keys)
        for note in table.notes:
            self._line(note, "note", widths)

    def _over(self, columns: Sequence[Column]) -> None:
        """Write the headings that neighbours share."""
        start = 0
        for index, column in enumerate(columns):
            if index + 1 < len(columns) and columns[index + 1].over == column.over:
                continue
            text, look = _fit(column.over), self.looks["head"]
            if index > start and column.over:
                self.sheet.merge_range(self.row, start, self.row, index, text, look)
            else:
                for one in range(start, index + 1):
                    self.sheet.write_string(self.row, one, text, look)
            start = index + 1
        self.row += 1

    def _cell(self, index: int, column: Column, text: str) -> None:
        number = _number(text) if column.kind == "number" else None
        if number is not None:
            places = len(text.partition(".")[2])
            self.sheet.write_number(self.row, index, number, self.looks[f"number.{places}"])
            return
        look = "number" if column.kind == "number" else "text"
        if text and not _sized(text, column):
            look = "code"
        self.sheet.write_string(self.row, index, _fit(text), self.looks[look])


def _number(text: str) -> float | None:
    """Return a number that a workbook holds as it is written, None for anything else."""
    return float(Fraction(text)) if _PLAIN.fullmatch(text) and len(text) <= EXACT else None


def _fit(text: str) -> str:
    return clean(text)[:LONGEST_CELL]


def _sized(text: str, column: Column) -> str:
    """Return what asks for room: of what is longer than an id and no text either, nothing."""
    return "" if column.kind == "id" and len(text) > LONGEST_ID else text


def _lines(text: str, width: float) -> int:
    return sum(max(math.ceil(cell_width(line) / (width - 2)), 1) for line in text.split("\n"))


def _widths(tables: Sequence[Table]) -> list[float]:
    """Return the widths of the columns: those of the longest line, within limits."""
    widths: list[float] = []
    for table in tables:
        for index, column in enumerate(table.columns):
            longest = max(
                cell_width(line)
                for text in (column.title, *(_sized(row[index], column) for row in table.rows))
                for line in text.split("\n")
            )
            wanted = float(min(max(longest + 2, NARROWEST), WIDEST))
            if index == len(widths):
                widths.append(wanted)
            widths[index] = max(widths[index], wanted)
    return widths
