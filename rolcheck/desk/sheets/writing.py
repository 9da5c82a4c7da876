"""A handout as a workbook."""

import io
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from rolcheck.base.errors import InputError
from rolcheck.base.messages import N_
from rolcheck.base.periods import Period
from rolcheck.base.places import address
from rolcheck.base.wrapping import wrap
from rolcheck.desk import handout_words as words
from rolcheck.desk.handout import Handout, HandoutItem, HandoutSubmission
from rolcheck.desk.sheets.layout import (
    ABOUT,
    COLUMNS,
    ITEM_COLUMNS,
    KEYS,
    VERSION,
    sheet_names,
)
from rolcheck.desk.sheets.validation import validation
from rolcheck.locale import _
from rolcheck.reports.words import day, titled

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

SAFE = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
FONT = "微软雅黑"  # in Excel and WPS; LibreOffice takes another Chinese one where it is missing
NAMES, TITLE, ABOUT_ROW, HELP, HEADS, FIRST = 0, 1, 2, 3, 4, 5  # rows, from 0
LINE, PADDING, TALLEST, LEAST_LINES = 14.5, 4, 409, 2
"""In points; no program fits rows to their text by itself where it only converts or prints."""
A4, SHOWN = 9, sum(column.name != "submission" for column in COLUMNS)
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
    try:
        from xlsxwriter import Workbook
    except ImportError as error:
        raise InputError(
            N_("xlsxwriter, which writes workbooks, is not installed"),
            hint=N_("install it with: pip install 'rolcheck[reports]'"),
        ) from error
    target = io.BytesIO()
    with Workbook(target, SAFE) as book:
        book.set_properties({"title": handout.title, "created": made.replace(tzinfo=None)})
        looks = _looks(book)
        names = sheet_names(one.id for one in handout.submissions)
        for submission in handout.submissions:
            sheet = book.add_worksheet(names[submission.id])
            _sheet(sheet, handout, submission, period, looks)
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


def _sheet(
    sheet: "Worksheet",
    handout: Handout,
    submission: HandoutSubmission,
    period: Period,
    looks: Mapping[str, "Format"],
) -> None:
    _head(sheet, handout, submission, looks)
    for row, item in enumerate(submission.items, start=FIRST):
        _item(sheet, row, submission.id, item, period, looks)
    last = FIRST + len(submission.items) - 1
    left, right = _at("value"), _at("evidence")
    area = f"{address(FIRST + 1, left + 1)}:{address(last + 1, right + 1)}"
    sheet.ignore_errors({"number_stored_as_text": area})
    for index, column in enumerate(COLUMNS):
        hidden = {"hidden": True} if column.name == "submission" else {}
        sheet.set_column(index, index, column.width, None, hidden)
    sheet.freeze_panes(FIRST, _at("title") + 1)
    sheet.set_selection(FIRST, left, FIRST, left)
    sheet.protect("", UNLOCKED_THINGS)
    _print(sheet, last)


def _head(
    sheet: "Worksheet",
    handout: Handout,
    submission: HandoutSubmission,
    looks: Mapping[str, "Format"],
) -> None:
    sheet.set_row(NAMES, None, None, {"hidden": True})
    sheet.set_row(TITLE, 24)
    sheet.set_row(HELP, 34)
    sheet.set_row(HEADS, 32)
    title = _("{name}: score sheet").format(name=submission.name)
    sheet.write_string(TITLE, 0, title, looks["title"])
    sheet.write_string(ABOUT_ROW, 0, _about_line(handout), looks["line"])
    sheet.merge_range(HELP, 0, HELP, SHOWN - 1, "", looks["help"])
    sheet.write_string(HELP, 0, _help_line(), looks["help"])
    for index, column in enumerate(COLUMNS):
        sheet.write_string(NAMES, index, column.name)
        sheet.write_string(HEADS, index, _(column.title), looks["head"])


def _about_line(handout: Handout) -> str:
    parts = [
        handout.title,
        _("round {number} {name}").format(number=handout.round, name=handout.round_name),
        _("reviewer {name} ({id})").format(name=handout.reviewer_name, id=handout.reviewer),
        handout.criteria_name,
    ]
    if handout.due:
        parts.append(_("until {day}").format(day=day(handout.due)))
    return "    ".join(parts)


def _help_line() -> str:
    return _(
        "Fill in the yellow cells only; a cell left empty changes nothing. A value other than the "
        "one you recorded, n/a and a raised veto want a remark. Evidence: ids parted by blanks. "
        "Rows and columns may be sorted and widened; save as .xlsx and send the file back."
    )


def _item(
    sheet: "Worksheet",
    row: int,
    submission: str,
    item: HandoutItem,
    period: Period,
    looks: Mapping[str, "Format"],
) -> None:
    how = words.how_to_write(item.indicator, period)
    texts = {
        "indicator": item.indicator.id,
        "title": titled(item.indicator),
        "full": words.full(item.indicator),
        "guidance": "\n".join(words.guidance(item)),
        "rule": f"{words.rule(item)}\n{how}",
        "claim": words.number(item.claim),
        "panel": words.number(item.panel),
        "news": "\n".join(words.news(item)),
        "own": words.own(item),
        "submission": submission,
    }
    lines = [len(wrap(texts.get(column.name, ""), column.width)) for column in COLUMNS]
    sheet.set_row(row, min(max(*lines, LEAST_LINES) * LINE + PADDING, TALLEST))
    for index, column in enumerate(COLUMNS):
        text = texts.get(column.name, "")
        look = looks[_LOOKS.get(column.name, "cell")]
        if text:
            sheet.write_string(row, index, text, look)
        else:
            sheet.write_blank(row, index, None, look)
    cell = address(row + 1, _at("value") + 1)
    sheet.data_validation(cell, validation(item.indicator, how, cell))


_LOOKS = {"full": "middle", "claim": "middle", "panel": "middle"} | {
    "value": "value",
    "remark": "entry",
    "evidence": "entry",
}


def _at(name: str) -> int:
    return [column.name for column in COLUMNS].index(name)


def _print(sheet: "Worksheet", last: int) -> None:
    sheet.set_landscape()
    sheet.set_paper(A4)
    sheet.set_margins(left=0.4, right=0.4, top=0.5, bottom=0.6)
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(HEADS)
    sheet.print_area(TITLE, 0, last, SHOWN - 1)
    sheet.set_footer("&L&A&R&P / &N")


def _about(sheet: "Worksheet", handout: Handout) -> None:
    """Write what an import must know, and what every cell was based on."""
    said = (VERSION, handout.campaign, str(handout.round), handout.reviewer, handout.criteria)
    rows: list[Sequence[str]] = [*zip(KEYS, said, strict=True), (), ITEM_COLUMNS]
    for submission in handout.submissions:
        for item in submission.items:
            basis = item.basis
            rows.append((submission.id, item.indicator.id, str(basis.edition), basis.material))
    for row, cells in enumerate(rows):
        for index, text in enumerate(cells):
            sheet.write_string(row, index, text)
    sheet.protect()
    sheet.very_hidden()
