"""Workbooks (XLSX): read as plain cells by a child process, within limits; begun safely."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, Literal

from rolcheck.base.errors import InputError
from rolcheck.base.isolated import run_isolated
from rolcheck.base.messages import N_
from rolcheck.base.places import Place

if TYPE_CHECKING:
    from xlsxwriter import Workbook as NewWorkbook

SAFE = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}

Kind = Literal["text", "number", "percent", "date", "boolean", "formula", "error"]


@dataclass(frozen=True, slots=True)
class Cell:
    """What stands in one cell.

    Attributes:
        text: As the office program shows it without a format: numbers in at most 15 digits,
            percentages as such (``50%``), dates in ISO form; of a formula what it
            gave when it was last worked out.
        kind: What it is; ``formula`` only where nobody worked it out yet: `text` is the formula.
    """

    text: str
    kind: Kind


@dataclass(frozen=True, slots=True)
class Area:
    """Cells that were merged into one: the corners, rows and columns from 1, both included."""

    top: int
    left: int
    bottom: int
    right: int


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet.

    Attributes:
        hidden: Whether the office program does not show it.
        cells: Those that are not empty, by row and column from 1.
        hidden_rows: The rows with cells that are not shown.
        hidden_columns: The columns with cells that are not shown.
    """

    file: Path
    name: str
    hidden: bool
    cells: Mapping[tuple[int, int], Cell]
    merged: tuple[Area, ...]
    hidden_rows: frozenset[int] = frozenset()
    hidden_columns: frozenset[int] = frozenset()

    def text(self, row: int, column: int) -> str:
        """Return a cell's text; empty where nothing stands."""
        cell = self.cells.get((row, column))
        return cell.text if cell else ""

    def place(self, row: int | None = None, column: int | None = None) -> Place:
        """Return the place of a cell, or of the sheet."""
        return Place(str(self.file), row, column, sheet=self.name)

    @property
    def last_row(self) -> int:
        """The last row in which something stands; 0 in an empty sheet."""
        return max((row for row, _ in self.cells), default=0)

    @property
    def last_column(self) -> int:
        """The last column in which something stands; 0 in an empty sheet."""
        return max((column for _, column in self.cells), default=0)


@dataclass(frozen=True, slots=True)
class Workbook:
    """The sheets of a file, in their order."""

    file: Path
    sheets: tuple[Sheet, ...]


def read_workbook(path: Path) -> Workbook:
    """Return what stands in an XLSX file.

    Raises:
        InputError: It cannot be read, is none, is larger than it may be, or the library that
            reads workbooks is not installed.
    """
    found = run_isolated("rolcheck.base.workbook_child:cells_of", path)
    sheets = (
        Sheet(
            file=path,
            name=sheet["name"],
            hidden=sheet["hidden"],
            cells={(row, column): Cell(text, kind) for row, column, text, kind in sheet["cells"]},
            merged=tuple(Area(*corners) for corners in sheet["merged"]),
            hidden_rows=frozenset(sheet["hidden_rows"]),
            hidden_columns=frozenset(sheet["hidden_columns"]),
        )
        for sheet in found
    )
    return Workbook(path, tuple(sheets))


def new_workbook(target: BinaryIO) -> "NewWorkbook":
    """Begin a workbook in which text stays text, whatever it begins with; the caller closes it.

    Raises:
        InputError: The library that writes workbooks is not installed.
    """
    try:
        from xlsxwriter import Workbook as NewWorkbook
    except ImportError as error:
        raise InputError(
            N_("xlsxwriter, which writes workbooks, is not installed"),
            hint=N_("install it with: pip install 'rolcheck[reports]'"),
        ) from error
    return NewWorkbook(target, {"in_memory": True, **SAFE})
