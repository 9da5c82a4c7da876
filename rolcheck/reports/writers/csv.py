"""The tables of a document as CSV, for other programs."""

import csv
import io
from collections.abc import Sequence
from typing import BinaryIO

from rolcheck.base.files import BOM
from rolcheck.base.text import clean
from rolcheck.reports.blocks import Column, Document, Table
from rolcheck.reports.writers import WIDTH

SUFFIX = ".csv"
BEGINS_A_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def write(document: Document, target: BinaryIO, *, width: int = WIDTH) -> None:
    """Write the tables of `document` as UTF-8, an empty line between two; no width.

    It begins with a BOM, without which Excel takes it for the machine's own encoding. Free text
    that a spreadsheet would take for a formula gets an apostrophe in front.
    """
    buffer = io.StringIO(newline="")
    sheet = csv.writer(buffer, lineterminator="\n")
    tables = [block for block in document.blocks if isinstance(block, Table)]
    for number, table in enumerate(tables):
        if number:
            sheet.writerow(())
        sheet.writerow([clean(column.title) for column in table.columns])
        sheet.writerows(_cells(table.columns, row) for row in table.rows)
    target.write((BOM + buffer.getvalue()).encode())


def _cells(columns: Sequence[Column], row: Sequence[str]) -> list[str]:
    return [
        _as_text(clean(cell)) if column.kind == "text" else clean(cell)
        for column, cell in zip(columns, row, strict=True)
    ]


def _as_text(cell: str) -> str:
    return f"'{cell}" if cell.lstrip("'").startswith(BEGINS_A_FORMULA) else cell
