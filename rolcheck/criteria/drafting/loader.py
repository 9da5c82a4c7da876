"""Reads the tables that offices keep: workbooks, or one table as CSV."""

import csv
import io
from pathlib import Path

from rolcheck.base.errors import InputError
from rolcheck.base.files import BOM, read_bytes
from rolcheck.base.messages import N_
from rolcheck.base.places import Place
from rolcheck.base.text import clean
from rolcheck.base.workbook import Cell, Sheet, Workbook, read_workbook

ENCODINGS = ("utf-8", "gb18030")
MOST_BYTES = 20 << 20


def read_tables(path: Path) -> Workbook:
    """Return what stands in a workbook, or in a CSV file as a workbook of one sheet.

    Raises:
        InputError: It cannot be read as either.
    """
    if path.suffix.lower() != ".csv":
        return read_workbook(path)
    data = read_bytes(path)
    if len(data) > MOST_BYTES:
        raise InputError(N_("the table is larger than it may be"), where=Place(str(path)))
    return Workbook(path, (Sheet(path, path.stem, False, _cells(_text(path, data), path), ()),))


def _text(path: Path, data: bytes) -> str:
    for encoding in ENCODINGS:
        try:
            return data.decode(encoding).removeprefix(BOM)
        except UnicodeDecodeError:
            continue
    raise InputError(
        N_("the file is not UTF-8 text"), where=Place(str(path)), hint=N_("save it as UTF-8")
    )


def _cells(text: str, path: Path) -> dict[tuple[int, int], Cell]:
    cells: dict[tuple[int, int], Cell] = {}
    rows = csv.reader(io.StringIO(text, newline=""))
    try:
        for row, found in enumerate(rows, 1):
            for column, value in enumerate(found, 1):
                if said := clean(value).strip():
                    cells[row, column] = Cell(said, "text")
    except csv.Error as error:
        raise InputError(
            N_("the table cannot be read: {reason}"),
            where=Place(str(path), rows.line_num),
            reason=str(error),
        ) from error
    return cells
