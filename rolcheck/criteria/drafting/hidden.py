"""What a workbook holds that the office program does not show: said, never passed over."""

from collections.abc import Iterable, Iterator

from rolcheck.base.messages import N_
from rolcheck.base.places import address
from rolcheck.base.problems import Problem
from rolcheck.base.workbook import Sheet


def hidden_sheets(sheets: Iterable[Sheet]) -> Iterator[Problem]:
    """Yield a problem for each sheet that is left out because it is hidden."""
    for one in sheets:
        if one.cells:
            yield Problem(
                N_("this sheet is hidden; it is left out"),
                one.place(),
                N_("read it with --sheet if it is meant"),
            )


def hidden_in(sheet: Sheet) -> Iterator[Problem]:
    """Yield what is hidden in a sheet that is read: it is read all the same."""
    if sheet.hidden_rows:
        rows = ", ".join(map(str, sorted(sheet.hidden_rows)))
        where = sheet.place(min(sheet.hidden_rows), 1)
        hint = N_("delete them in the draft if they are not meant")
        yield Problem(N_("hidden rows are read as well: {rows}"), where, hint, {"rows": rows})
    if sheet.hidden_columns:
        columns = ", ".join(address(1, one)[:-1] for one in sorted(sheet.hidden_columns))
        where = sheet.place(1, min(sheet.hidden_columns))
        yield Problem(
            N_("hidden columns are read as well: {columns}"), where, "", {"columns": columns}
        )
