"""Workbooks filled in as an office program would leave them, found by the hidden names."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from openpyxl import Workbook, load_workbook
from openpyxl.cell.cell import Cell
from openpyxl.worksheet.worksheet import Worksheet

from rolcheck.desk.desk import Desk
from rolcheck.desk.handout import handout
from rolcheck.desk.sheets.writing import workbook

Entries = Mapping[tuple[str, str], tuple[object, ...]]
"""By sheet and indicator: value, and maybe remark and evidence."""


@dataclass
class Opened:
    """A workbook as somebody works in it."""

    path: Path
    book: Workbook

    def sheet(self, name: str) -> Worksheet:
        """Return a sheet."""
        found = self.book[name]
        assert isinstance(found, Worksheet)
        return found

    def cell(self, name: str, indicator: str, column: str) -> Cell:
        """Return the cell of an indicator under the hidden name of a column."""
        sheet = self.sheet(name)
        columns = {str(cell.value): number for number, cell in enumerate(sheet[1], start=1)}
        rows = [cell.row for cell in sheet[_letter(sheet, "indicator")] if cell.value == indicator]
        found = sheet.cell(rows[0], columns[column])
        assert isinstance(found, Cell)
        return found

    def fill(self, entries: Entries) -> "Opened":
        """Type values, remarks and evidence."""
        for (name, indicator), texts in entries.items():
            for column, text in zip(("value", "remark", "evidence"), texts, strict=False):
                cell = self.cell(name, indicator, column)
                cell.value = text  # type: ignore[assignment]
                if isinstance(text, str):
                    cell.data_type = "s"  # the cells are formatted as text, so = begins no formula
        return self

    def save(self) -> Path:
        """Save it where it was."""
        self.book.save(self.path)
        return self.path


def exported(desk: Desk, reviewer: str, path: Path) -> Opened:
    """Return the workbook of a reviewer, opened."""
    settings = desk.standing().settings
    path.write_bytes(workbook(handout(desk, reviewer), settings.period, desk.now()))
    return Opened(path, load_workbook(path))


def filled(desk: Desk, reviewer: str, path: Path, entries: Entries) -> Path:
    """Return a workbook of a reviewer with these entries."""
    return exported(desk, reviewer, path).fill(entries).save()


Damage = Callable[[Opened], object]


def _letter(sheet: Worksheet, name: str) -> str:
    return next(str(cell.column_letter) for cell in sheet[1] if cell.value == name)
