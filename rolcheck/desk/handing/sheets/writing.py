"""A handout as a workbook."""

import io
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from rolcheck.base.periods import Period
from rolcheck.base.places import address
from rolcheck.base.workbook import new_workbook
from rolcheck.base.wrapping import wrap
from rolcheck.desk.handing.handout import Handout
from rolcheck.desk.handing.sheets.layout import (
    ABOUT,
    CODES_COLUMN,
    ENTRIES,
    HANDOUT,
    ITEM_COLUMNS,
    KEYS,
    VERSION,
)
from rolcheck.desk.handing.sheets.pages import Page, PageRow, pages
from rolcheck.desk.handing.words import codes
from rolcheck.locale import _

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

FONT = "微软雅黑"  # in Excel and WPS; LibreOffice takes another Chinese one where it is missing
NAMES, TITLE, ABOUT_ROW, HELP, HEADS, FIRST = 0, 1, 2, 3, 4, 5  # rows, from 0
LINE, PADDING, TALLEST, LEAST_LINES = 14.5, 4, 409, 2
"""In points; no program fits rows to their text by itself where it only converts or prints."""
A4 = 9
SHORT = ("value", "ruling", "nature", "code", "due")
"""Of the columns that are filled in those in which a word or two stand."""

UNLOCKED_THINGS = {"format_columns": True, "format_rows": True, "sort": True, "autofilter": True}


def workbook(handout: Handout, period: Period, made: datetime) -> bytes:
    """Return a handout as an XLSX file.

    Args:
        handout: What is handed out.
        period: The campaign's period.
        made: When, for the file's properties.

    Raises:
        InputError: The library that writes workbooks is not installed.
    """
    target = io.BytesIO()
    with new_workbook(target) as book:
        book.set_properties({"title": handout.title, "created": made.replace(tzinfo=None)})
        looks = _looks(book)
        for name, page in pages(handout, period):
            _sheet(book.add_worksheet(name), page, looks)
        _about(book.add_worksheet(ABOUT), handout)
    return target.getvalue()


def _looks(book: "Workbook") -> Mapping[str, "Format"]:
    plain = {"font_name": FONT, "font_size": 10, "valign": "top", "text_wrap": True}
    cell = plain | {"border": 1, "border_color": "#BFBFBF"}
    entry = cell | {"locked": False, "num_format": "@", "bg_color": "#FFFBE6"}
    return {
        "title": book.add_format(plain | {"bold": True, "font_size": 14, "text_wrap": False}),
        "line": book.add_format(plain | {"text_wrap": False, "font_color": "#404040"}),
        "help": book.add_format(plain | {"font_color": "#404040"}),
        "head": book.add_format(
            cell | {"bold": True, "bg_color": "#E7ECF2", "valign": "vcenter", "align": "center"}
        ),
        "cell": book.add_format(cell),
        "middle": book.add_format(cell | {"align": "center"}),
        "entry": book.add_format(entry),
        "value": book.add_format(entry | {"bold": True, "align": "center"}),
    }


def _sheet(sheet: "Worksheet", page: Page, looks: Mapping[str, "Format"]) -> None:
    names = [column.name for column in page.columns]
    _head(sheet, page, looks)
    for number, row in enumerate(page.rows, start=FIRST):
        _row(sheet, number, page, row, looks)
    last = FIRST + len(page.rows) - 1
    entries = [index for index, name in enumerate(names) if name in ENTRIES]
    area = f"{address(FIRST + 1, entries[0] + 1)}:{address(last + 1, entries[-1] + 1)}"
    sheet.ignore_errors({"number_stored_as_text": area})
    for index, column in enumerate(page.columns):
        hidden = {"hidden": True} if column.hidden else {}
        sheet.set_column(index, index, column.width, None, hidden)
    sheet.freeze_panes(FIRST, names.index("title") + 1)
    sheet.set_selection(FIRST, entries[0], FIRST, entries[0])
    sheet.protect("", UNLOCKED_THINGS)
    _print(sheet, last, page.shown)


def _head(sheet: "Worksheet", page: Page, looks: Mapping[str, "Format"]) -> None:
    sheet.set_row(NAMES, None, None, {"hidden": True})
    sheet.set_row(TITLE, 24)
    sheet.set_row(HELP, 34)
    sheet.set_row(HEADS, 32)
    sheet.write_string(TITLE, 0, page.title, looks["title"])
    sheet.write_string(ABOUT_ROW, 0, page.about, looks["line"])
    sheet.merge_range(HELP, 0, HELP, page.shown - 1, "", looks["help"])
    sheet.write_string(HELP, 0, page.help, looks["help"])
    for index, column in enumerate(page.columns):
        sheet.write_string(NAMES, index, column.name)
        sheet.write_string(HEADS, index, _(column.title), looks["head"])


def _row(
    sheet: "Worksheet", number: int, page: Page, row: PageRow, looks: Mapping[str, "Format"]
) -> None:
    columns = page.columns
    lines = [len(wrap(row.texts.get(column.name, ""), column.width)) for column in columns]
    sheet.set_row(number, min(max(*lines, LEAST_LINES) * LINE + PADDING, TALLEST))
    for index, column in enumerate(columns):
        text = row.texts.get(column.name, "")
        look = looks[_look(column.name, row)]
        if text:
            sheet.write_string(number, index, text, look)
        else:
            sheet.write_blank(number, index, None, look)
        if column.name in row.offers:
            cell = address(number + 1, index + 1)
            sheet.data_validation(cell, dict(row.offers[column.name](cell)))


def _look(name: str, row: PageRow) -> str:
    if name in row.entries:
        return "value" if name in SHORT else "entry"
    return "middle" if name in ("full", "claim", "panel") else "cell"


def _print(sheet: "Worksheet", last: int, shown: int) -> None:
    sheet.set_landscape()
    sheet.set_paper(A4)
    sheet.set_margins(left=0.4, right=0.4, top=0.5, bottom=0.6)
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(HEADS)
    sheet.print_area(TITLE, 0, last, shown - 1)
    sheet.set_footer("&L&A&R&P / &N")


def _about(sheet: "Worksheet", handout: Handout) -> None:
    """Write what an import must know, and what every cell was based on."""
    said = (VERSION, handout.campaign, str(handout.round), handout.reviewer, handout.criteria)
    rows: list[Sequence[str]] = [
        *zip(KEYS, said, strict=True),
        (HANDOUT, handout.id),
        (),
        ITEM_COLUMNS,
    ]
    for submission, name, basis in handout.bases:
        rows.append((submission, name, str(basis.edition), basis.material))
    for row, cells in enumerate(rows):
        for index, text in enumerate(cells):
            sheet.write_string(row, index, text)
    for row, code in enumerate(codes()):
        sheet.write_string(row, CODES_COLUMN - 1, code)
    sheet.protect()
    sheet.very_hidden()
