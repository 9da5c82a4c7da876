"""Reads a workbook with openpyxl; only ever run in a child process of its own."""

import io
import re
import sys
import zipfile
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from rolcheck.base.errors import InputError
from rolcheck.base.messages import N_
from rolcheck.base.text import clean

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

MOST_ENTRIES, MOST_BYTES, MOST_RATIO, SMALL_ENTRY = 5_000, 200 << 20, 200, 1 << 20
MOST_SHEETS, MOST_ROW, MOST_COLUMN, MOST_CELLS = 500, 100_000, 1_000, 500_000
EXCEL_DIGITS = 15
_LITERAL = re.compile(r'"[^"]*"|\\.')  # in a number format: what is shown as it stands
_OPEN_DOCUMENT = b"application/vnd.oasis.opendocument"
_OLE = b"\xd0\xcf\x11\xe0"  # how old workbooks begin, and those behind a password

Found = tuple[int, int, str, str]


def cells_of(data: bytes) -> list[dict[str, Any]]:
    """Return the sheets: name, hidden, cells (row, column, text, kind), merged, what is unseen.

    Raises:
        InputError: The bytes are no workbook, or one beyond the limits.
    """
    _must_be_harmless(data)
    sys.modules["numpy"] = None  # type: ignore[assignment]  # openpyxl would load it for nothing
    try:
        from openpyxl import load_workbook
    except ImportError as error:
        raise InputError(
            N_("openpyxl, which reads workbooks, is not installed"),
            hint=N_("install it with: pip install 'rolcheck[reports]'"),
        ) from error
    try:
        shown = load_workbook(io.BytesIO(data), data_only=True, keep_links=False)
        typed = load_workbook(io.BytesIO(data), keep_links=False)
    except MemoryError:
        raise
    except Exception as error:  # whatever openpyxl stumbles over in a file from outside
        raise InputError(
            N_("the workbook is damaged"),
            hint=N_("open it, save it anew as .xlsx, and try again"),
        ) from error
    if len(shown.sheetnames) > MOST_SHEETS:
        raise InputError(N_("more than {most} sheets"), most=MOST_SHEETS)
    return [_sheet(sheet, typed[sheet.title]) for sheet in shown.worksheets]


def _must_be_harmless(data: bytes) -> None:
    """Look at the archive's list before anything is unfolded."""
    if data.startswith(_OLE):
        raise InputError(
            N_("this is an old .xls file, or one behind a password"),
            hint=N_("save it as .xlsx without a password"),
        )
    try:
        entries = zipfile.ZipFile(io.BytesIO(data)).infolist()
    except (zipfile.BadZipFile, ValueError, NotImplementedError) as error:
        raise InputError(N_("this is no .xlsx workbook"), hint=N_("save it as .xlsx")) from error
    if _OPEN_DOCUMENT in data[:200]:  # the name of its kind stands first, and unpacked
        raise InputError(
            N_("this is an OpenDocument file"), hint=N_("open it, and save it as .xlsx")
        )
    swollen = any(
        entry.file_size > SMALL_ENTRY and entry.file_size > MOST_RATIO * entry.compress_size
        for entry in entries
    )
    size = sum(entry.file_size for entry in entries)
    if swollen or size > MOST_BYTES or len(entries) > MOST_ENTRIES:
        raise InputError(N_("the workbook unfolds to more than it may"))


def _sheet(shown: "Worksheet", typed: "Worksheet") -> dict[str, Any]:
    cells = list(_cells(shown, typed))
    folded = {
        column
        for one in shown.column_dimensions.values()
        if one.hidden and one.min and one.max
        for column in range(one.min, min(one.max, MOST_COLUMN) + 1)
    }
    return {
        "name": clean(shown.title),
        "hidden": shown.sheet_state != "visible",
        "cells": cells,
        "hidden_rows": sorted({row for row, *_ in cells if _is_folded(shown, row)}),
        "hidden_columns": sorted({column for _, column, *_ in cells if column in folded}),
        "merged": [
            (area.min_row, area.min_col, area.max_row, area.max_col)
            for area in shown.merged_cells.ranges
        ],
    }


def _is_folded(sheet: "Worksheet", row: int) -> bool:
    return row in sheet.row_dimensions and bool(sheet.row_dimensions[row].hidden)


def _cells(shown: "Worksheet", typed: "Worksheet") -> Iterator[Found]:
    # Walking the rows would visit every empty cell up to the last one, which may be XFD1048576.
    found = sorted(key for key, cell in typed._cells.items() if cell.value is not None)
    if len(found) > MOST_CELLS:
        raise InputError(
            N_("more than {most} cells in sheet {name}"), most=MOST_CELLS, name=clean(shown.title)
        )
    for row, column in found:
        if row > MOST_ROW or column > MOST_COLUMN:
            raise InputError(
                N_("sheet {name} goes on to row {row}, column {column}"),
                hint=N_("delete what stands that far out"),
                name=clean(shown.title),
                row=row,
                column=column,
            )
        wanted = typed._cells[row, column]
        if wanted.data_type == "f" and shown._cells[row, column].value is None:
            yield row, column, clean(str(wanted.value)), "formula"
            continue
        text, kind = _text(shown._cells[row, column])
        if text:
            yield row, column, text, kind


def _text(cell: Any) -> tuple[str, str]:  # noqa: ANN401 (a cell holds anything)
    value = cell.value
    match value:
        case bool():
            return ("TRUE" if value else "FALSE"), "boolean"
        case int() | float() | Decimal():
            number = Decimal(f"{value:.{EXCEL_DIGITS}g}")
            if "%" in _LITERAL.sub("", cell.number_format):
                return f"{(number * 100).normalize():f}%", "percent"
            return format(number, "f"), "number"
        case datetime():
            day_only = value.time() == time()
            return (value.date().isoformat() if day_only else value.isoformat()), "date"
        case date() | time():
            return value.isoformat(), "date"
        case timedelta():
            return str(value), "date"
        case _:
            text = clean(str(value)).strip()
            return text, "error" if cell.data_type == "e" else "text"
