"""A stretch of rows of a sheet, looked at as a table: headings, and what stands below them."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from rolcheck.base.workbook import Area, Sheet

MOST_COLUMNS = 100
MOST_HIGH = 6
"""Rows; what is merged over more is no heading."""


@dataclass(frozen=True, slots=True)
class Grid:
    """The rows of one table.

    Attributes:
        sheet: Where it stands.
        top: The first row of its headings.
        bottom: The last row of its headings.
        last: Its last row.
        below: What stands below the headings: by column, then by row.
    """

    sheet: Sheet
    top: int
    bottom: int
    last: int
    below: Mapping[int, Mapping[int, str]] = field(repr=False)

    def filled(self, column: int) -> Mapping[int, str]:
        """Return what stands in a column below the headings, by row."""
        return self.below.get(column, {})

    def spans(self, column: int) -> Iterator[range]:
        """Yield the rows that are merged into one cell of a column below the headings."""
        for area in self.sheet.merged:
            if self.bottom < area.top < area.bottom and area.left == area.right == column:
                yield range(area.top, min(area.bottom, self.last) + 1)


def grid_of(sheet: Sheet, top: int, bottom: int, last: int) -> Grid:
    """Return the table whose headings stand in the rows from `top` to `bottom`."""
    below: dict[int, dict[int, str]] = {}
    for (row, column), cell in sorted(sheet.cells.items()):
        if bottom < row <= last and column <= MOST_COLUMNS:
            below.setdefault(column, {})[row] = cell.text
    return Grid(sheet, top, bottom, last, below)


@dataclass(frozen=True, slots=True)
class Headings:
    """The rows of a sheet as rows of headings would be read: merged cells in each of theirs."""

    sheet: Sheet
    rows: Mapping[int, Mapping[int, str]]

    def texts(self, row: int) -> Mapping[int, str]:
        """Return the texts of a row by column."""
        return self.rows.get(row, {})

    def merged_from(self, top: int) -> Iterator[Area]:
        """Yield the merged cells that begin in a row."""
        yield from (area for area in self.sheet.merged if area.top == top)


def headings_in(sheet: Sheet) -> Headings:
    """Return the texts of all rows, those of merged cells in each row and column of theirs."""
    rows: dict[int, dict[int, str]] = {}
    for (row, column), cell in sheet.cells.items():
        if column <= MOST_COLUMNS:
            rows.setdefault(row, {})[column] = cell.text
    for area in sheet.merged:
        text = sheet.text(area.top, area.left)
        if not text or area.bottom - area.top >= MOST_HIGH:
            continue
        for row in range(area.top, area.bottom + 1):
            for column in range(area.left, min(area.right, MOST_COLUMNS) + 1):
                rows.setdefault(row, {})[column] = text
    return Headings(sheet, {row: dict(sorted(rows[row].items())) for row in rows})
