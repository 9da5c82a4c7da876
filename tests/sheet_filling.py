"""Workbooks filled in as an office program would leave them, found by the hidden names."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from openpyxl import Workbook, load_workbook
from openpyxl.cell.cell import Cell
from openpyxl.worksheet.worksheet import Worksheet

from rolcheck.desk.desk import Desk
from rolcheck.desk.handing.handout import handout
from rolcheck.desk.handing.sheets.layout import DECLARATIONS
from rolcheck.desk.handing.sheets.writing import workbook

Entries = Mapping[tuple[str, str], tuple[object, ...]]
"""By sheet and indicator: value, and maybe remark and evidence."""


Verdicts = Mapping[tuple[str, str], tuple[str, ...]]
"""By sheet and expected item: verdict, and maybe code, what is asked and due date."""


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
        """Return the cell of an indicator, or of a finding, under the hidden name of a column."""
        sheet = self.sheet(name)
        columns = {str(cell.value): number for number, cell in enumerate(sheet[1], start=1)}
        binding = "finding" if "finding" in columns else "indicator"
        rows = [cell.row for cell in sheet[_letter(sheet, binding)] if cell.value == indicator]
        found = sheet.cell(rows[0], columns[column])
        assert isinstance(found, Cell)
        return found

    def fill(self, entries: Entries) -> "Opened":
        """Type values, remarks and evidence."""
        for (name, indicator), texts in entries.items():
            for column, text in zip(("value", "remark", "evidence"), texts, strict=False):
                self.write(self.cell(name, indicator, column), text)
        return self

    def judge(self, verdicts: Verdicts) -> "Opened":
        """Type verdicts, and the findings beside them: what kind, what is asked, by when."""
        for (name, item), texts in verdicts.items():
            for column, text in zip(("value", "code", "asked", "due"), texts, strict=False):
                self.write(self.cell(name, item, column), text)
        return self

    def declare(self, *answers: str) -> "Opened":
        """Type the answers to the declarations, from the first."""
        sheet = self.sheet(DECLARATIONS)
        column = next(cell.column for cell in sheet[1] if cell.value == "value")
        rows = [cell.row for cell in sheet["C"] if cell.value][2:]  # below both headings
        for row, answer in zip(rows, answers, strict=False):
            cell = sheet.cell(row, column)
            assert isinstance(cell, Cell)
            self.write(cell, answer)
        return self

    @staticmethod
    def write(cell: Cell, text: object) -> None:
        """Type one text: the cells are formatted as text, so = begins no formula."""
        cell.value = text  # type: ignore[assignment]
        if isinstance(text, str):
            cell.data_type = "s"

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


def form_filled(text: str, entries: Mapping[str, Mapping[str, str]]) -> str:
    """Return a form with texts written below its lines.

    Args:
        text: The form.
        entries: By item, as the form's line names it (``east 1.1.1``): the value under an empty
            name, and what stands below other lines (``Remark``) under theirs.
    """
    lines: list[str] = []
    entry: Mapping[str, str] = {}
    for line in text.splitlines():
        lines.append(line)
        mark, name = line[:6], line[6:]
        if mark == "==*== ":
            entry, name = entries.get(name, {}), ""
        if mark in ("==*== ", "==+== ") and name in entry:
            lines.append(entry[name])
    return "\n".join([*lines, ""])
