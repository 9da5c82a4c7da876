"""What stands in a filled-in workbook: bound by names and ids, wherever they moved to."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from rolcheck.base.errors import ProblemsError
from rolcheck.base.messages import N_
from rolcheck.base.places import address
from rolcheck.base.problems import Problem
from rolcheck.base.text import fold_width
from rolcheck.base.workbook import Sheet, read_workbook
from rolcheck.criteria.model import has_parts
from rolcheck.desk.handing.handin import (
    SHORT_HASH,
    Handin,
    Written,
    WrittenFinding,
    evidence_ids,
    item_name,
)
from rolcheck.desk.handing.sheets.about import About, read_about
from rolcheck.desk.handing.sheets.layout import DECLARED, ENTRIES, NAMED, sheet_names

FIRST_ROWS = 20
"""Among so many rows the one is looked for that names the columns."""

PARTS_OF_AN_ID = 3


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
    items = [item for one in named.values() if one for item in _items_or_declarations(one, about)]
    rest = [sheet for sheet in sheets if named[sheet.name] is None]
    missing = [one for one in about.submissions if one not in {item.submission for item in items}]
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
    )


def _named(sheet: Sheet) -> Named | None:
    """Return where a sheet's columns are; None where no row names them."""
    for row in range(1, min(sheet.last_row, FIRST_ROWS) + 1):
        names = _names(sheet, row)
        if any(set(wanted) <= set(names.values()) for wanted in (NAMED, DECLARED)):
            return Named(sheet, row, {name: column for column, name in reversed(names.items())})
    return None


def _names(sheet: Sheet, row: int) -> dict[int, str]:
    cells = {column: sheet.text(row, column) for column in range(1, sheet.last_column + 1)}
    return {column: fold_width(text).casefold() for column, text in cells.items() if text}


def _doubled(named: Named) -> Iterator[Problem]:
    """Yield the columns that matter and are there twice."""
    for column, name in _names(named.sheet, named.row).items():
        if name in (*NAMED, *DECLARED, *ENTRIES) and column != named.columns[name]:
            where = named.sheet.place(named.row, column)
            yield Problem(N_("column '{name}' is there twice"), where, params={"name": name})


def _was_one(sheet: Sheet, about: About, missing: Sequence[str]) -> bool:
    """Tell whether a sheet without names is one that was handed out, and misses elsewhere."""
    names = sheet_names(about.submissions)
    texts = {sheet.name, *(cell.text for cell in sheet.cells.values())}
    return any(one in texts or names[one] in texts for one in missing)


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


def _items_or_declarations(named: Named, about: About) -> Iterator[Written]:
    if "indicator" in named.columns:
        return _items(named, about)
    return _declarations(named)


def _declarations(named: Named) -> Iterator[Written]:
    for row in range(named.row + 1, named.sheet.last_row + 1):
        key = fold_width(named.text(row, "declaration"))
        if len(key) == SHORT_HASH:
            yield Written(
                where=named.sheet.place(row, named.columns["value"]),
                submission="",
                indicator="",
                value=fold_width(named.text(row, "value")),
                faults=tuple(_faults(named, row, "value")),
                declaration=key,
            )


def _items(named: Named, about: About) -> Iterator[Written]:
    sheet, begun = named.sheet, False  # above the first item stands the heading
    by_name = {name: submission for submission, name in sheet_names(about.submissions).items()}
    for row in range(named.row + 1, sheet.last_row + 1):
        name = fold_width(named.text(row, "indicator"))
        indicator, _slash, expected = name.partition("/")
        if has_parts(indicator, PARTS_OF_AN_ID):
            begun = True
            submission = fold_width(named.text(row, "submission"))
            submission = submission or by_name.get(sheet.name, sheet.name)
            yield _item(named, row, submission, (indicator, expected), about)
        elif _loses_entries(named, row, about, begun=begun):
            yield _homeless(named, row, name)
        begun = begun or bool(named.text(row, "value"))


def _loses_entries(named: Named, row: int, about: About, *, begun: bool) -> bool:
    """Tell whether something is filled in in a row that names no indicator."""
    if fold_width(named.text(row, "submission")) in about.submissions:
        return any(named.text(row, name) for name in ENTRIES)
    return begun and bool(named.text(row, "value"))


def _homeless(named: Named, row: int, name: str) -> Written:
    filled = next(entry for entry in ENTRIES if named.text(row, entry))
    fault = Problem(
        N_("there is a value in a row without an indicator: '{value}'"),
        named.sheet.place(row, named.columns[filled]),
        N_("expected the row as it was sent, its number in the first column"),
        {"value": named.text(row, filled)},
    )
    return Written(fault.where, "", name, named.text(row, filled), faults=(fault,))


def _item(named: Named, row: int, submission: str, parts: tuple[str, str], about: About) -> Written:
    basis = about.items.get((submission, item_name(*parts)))
    faults = [fault for name in ENTRIES for fault in _faults(named, row, name)]
    faults += _merged(named, row)
    return Written(
        where=named.sheet.place(row, named.columns["value"]),
        submission=submission,
        indicator=parts[0],
        value=fold_width(named.text(row, "value")).removeprefix("'"),
        remark=named.text(row, "remark").strip(),
        evidence=evidence_ids(named.text(row, "evidence")),
        bases=(basis,) if basis else (),
        faults=tuple(faults),
        expected=parts[1],
        finding=WrittenFinding(
            *(named.text(row, name).strip() for name in ("code", "asked", "due"))
        ),
    )


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


_FAULTS = {
    ("value", "date"): (
        N_("a date stands here, {text}: the office program made one of what was typed"),
        N_("to type a count, begin with an apostrophe, as in '11/12"),
    ),
    ("", "formula"): (
        N_("a formula stands here that was never worked out: {text}"),
        N_("expected the value itself"),
    ),
    ("", "error"): (N_("the cell shows an error: {text}"), N_("expected a value")),
}
"""By column (empty for any) and kind of cell: what is wrong with it, and what is expected."""
