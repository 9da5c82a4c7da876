"""What stands in a filled-in workbook: bound by names and ids, wherever they moved to."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from rolcheck.base.errors import ProblemsError
from rolcheck.base.messages import N_
from rolcheck.base.problems import Problem
from rolcheck.base.text import fold_width
from rolcheck.base.workbook import Sheet, read_workbook
from rolcheck.desk.handing.handin import Handin, Written
from rolcheck.desk.handing.sheets.about import About, read_about
from rolcheck.desk.handing.sheets.layout import (
    ANSWERED,
    ANSWERS,
    DECLARED,
    ENTRIES,
    NAMED,
    RULED,
    RULINGS,
    sheet_names,
)
from rolcheck.desk.handing.sheets.named import Named
from rolcheck.desk.handing.sheets.rows import written_rows

FIRST_ROWS = 20
"""Among so many rows the one is looked for that names the columns."""

_HEADS = (NAMED, DECLARED, RULED, ANSWERED)


def read_sheets(path: Path) -> Handin:
    """Return what stands in a filled-in workbook.

    Raises:
        InputError: The file is no workbook, or does not say what it is for.
        ProblemsError: Sheets do not say what stands where; every one is named.
    """
    book = read_workbook(path)
    about = read_about(book)
    sheets = [sheet for sheet in book.sheets if sheet is not about.sheet]
    named = {sheet.name: _named(sheet) for sheet in sheets}
    items = [item for one in named.values() if one for item in written_rows(one, about)]
    rest = [sheet for sheet in sheets if named[sheet.name] is None]
    missing = [one for one in about.sheets if one not in set(map(_sheet_of, items))]
    problems = [problem for one in named.values() if one for problem in _doubled(one)]
    problems += [_without_names(sheet) for sheet in rest if _was_one(sheet, about, missing)]
    if problems:
        raise ProblemsError(problems)
    return Handin(
        where=about.sheet.place(),
        campaign=about.campaign,
        round=about.round,
        reviewer=about.reviewer,
        criteria=about.criteria,
        items=tuple(items),
        passed_over=(*map(_note, rest), *(_left_out(about, one) for one in missing)),
        handout=about.handout,
    )


def _sheet_of(item: Written) -> str:
    """Return on which sheet an item was handed out: its submission's, or one for all alike."""
    return {"ruling": RULINGS, "answer": ANSWERS}.get(item.part, item.submission)


def _named(sheet: Sheet) -> Named | None:
    """Return where a sheet's columns are; None where no row names them."""
    for row in range(1, min(sheet.last_row, FIRST_ROWS) + 1):
        names = _names(sheet, row)
        if any(set(wanted) <= set(names.values()) for wanted in _HEADS):
            return Named(sheet, row, {name: column for column, name in reversed(names.items())})
    return None


def _names(sheet: Sheet, row: int) -> dict[int, str]:
    cells = {column: sheet.text(row, column) for column in range(1, sheet.last_column + 1)}
    return {column: fold_width(text).casefold() for column, text in cells.items() if text}


def _doubled(named: Named) -> Iterator[Problem]:
    """Yield the columns that matter and are there twice."""
    for column, name in _names(named.sheet, named.row).items():
        if (
            name in {name for head in _HEADS for name in head}.union(ENTRIES)
            and column != named.columns[name]
        ):
            where = named.sheet.place(named.row, column)
            yield Problem(N_("column '{name}' is there twice"), where, params={"name": name})


def _was_one(sheet: Sheet, about: About, missing: Sequence[str]) -> bool:
    """Tell whether a sheet without names is one that was handed out, and misses elsewhere."""
    names = sheet_names(about.submissions)
    texts = {sheet.name, *(cell.text for cell in sheet.cells.values())}
    return any(one in texts or names.get(one) in texts for one in missing)


def _without_names(sheet: Sheet) -> Problem:
    return Problem(
        N_("the hidden first row that names the columns is gone"),
        sheet.place(),
        N_("expected the sheet as it was sent: copy what was filled in into a new export"),
    )


def _note(sheet: Sheet) -> Problem:
    return Problem(N_("this sheet is no score sheet and was passed over"), sheet.place())


def _left_out(about: About, submission: str) -> Problem:
    return Problem(
        N_("no sheet holds {submission}, which was handed out"),
        about.sheet.place(),
        params={"submission": submission},
    )
