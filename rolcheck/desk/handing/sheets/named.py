"""A sheet whose columns have names, and what is wrong with its cells."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from rolcheck.base.messages import N_
from rolcheck.base.places import address
from rolcheck.base.problems import Problem
from rolcheck.base.workbook import Sheet
from rolcheck.desk.handing.sheets.layout import ENTRIES


@dataclass(frozen=True, slots=True)
class Named:
    """A score sheet: the row that names its columns, and where each is."""

    sheet: Sheet
    row: int
    columns: Mapping[str, int]

    def text(self, row: int, name: str) -> str:
        """Return what stands in a row under a name; empty without such a column."""
        column = self.columns.get(name)
        return self.sheet.text(row, column) if column else ""


def faults(named: Named, row: int) -> tuple[Problem, ...]:
    """Return why what stands in a row's cells is not what was typed there."""
    found = [fault for name in ENTRIES for fault in _faults(named, row, name)]
    return (*found, *_merged(named, row))


def _faults(named: Named, row: int, name: str) -> Iterator[Problem]:
    """Yield why what stands in a cell is not what was typed there."""
    column = named.columns.get(name)
    cell = named.sheet.cells.get((row, column)) if column else None
    if cell is None:
        return
    message, expected = _FAULTS.get((name, cell.kind), _FAULTS.get(("", cell.kind), ("", "")))
    if message:
        yield Problem(message, named.sheet.place(row, column), expected, {"text": cell.text})


def _merged(named: Named, row: int) -> Iterator[Problem]:
    """Yield the merged areas that hold something and reach over a cell to be filled in."""
    inputs = {named.columns[name] for name in ENTRIES if name in named.columns}
    for area in named.sheet.merged:
        columns = inputs & set(range(area.left, area.right + 1))
        if area.top <= row <= area.bottom and columns and named.sheet.text(area.top, area.left):
            cells = f"{address(area.top, area.left)}:{address(area.bottom, area.right)}"
            yield Problem(
                N_("the cells {cells} were merged: which of them it is meant for is unknown"),
                named.sheet.place(row, min(columns)),
                N_("expected every value in its own cell: take the merging back"),
                {"cells": cells},
            )


_DATE = (
    N_("a date stands here, {text}: the office program made one of what was typed"),
    N_("to type a count, begin with an apostrophe, as in '11/12"),
)
_FAULTS = {
    ("value", "date"): _DATE,
    ("ruling", "date"): _DATE,
    ("", "formula"): (
        N_("a formula stands here that was never worked out: {text}"),
        N_("expected the value itself"),
    ),
    ("", "error"): (N_("the cell shows an error: {text}"), N_("expected a value")),
}
"""By column (empty for any) and kind of cell: what is wrong with it, and what is expected."""
