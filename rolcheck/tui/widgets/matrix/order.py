"""In which order rows stand, and where the cursor jumps to."""

from collections.abc import Iterator, Sequence
from fractions import Fraction

from rolcheck.desk.matrix.seen import MatrixSeen
from rolcheck.tui.widgets.matrix.axes import Column, Row, View
from rolcheck.tui.widgets.matrix.sheet import Cell, Sheet


def kept(before: MatrixSeen, view: View) -> tuple[str, ...]:
    """Return the order in which rows stood, so that what others write moves none of them."""
    if view.order or view.swapped:
        return view.order
    return tuple(one.id for one in before.submissions)


def ordered(sheet: Sheet, column: Column) -> tuple[str, ...]:
    """Return the rows in the order of a column, what wants attention first, then the unknown.

    That is the smallest share, the largest spread or risk, the deepest fall; what is in the same
    state stays together.
    """
    display = sheet.view.display
    sign = -1 if display in ("spread", "risk") else 1

    def place(row: Row) -> tuple[bool, Fraction, str, int]:
        if display == "state":
            return not sheet.waits(row, column), Fraction(), sheet.state(row, column), row.at
        value = sheet.value(row, column)
        return value is None, sign * (value or Fraction()), "", row.at

    rows = [row for row in sheet.rows if row.key]
    return tuple(row.key for row in sorted(rows, key=place))


def next_waiting(sheet: Sheet, at: tuple[Row, Column], step: int) -> Cell | None:
    """Return the next cell that waits for somebody, row by row from a place on, then around."""
    for row, column in _round(sheet, at, step):
        if row.key and sheet.waits(row, column):
            return sheet.cell(row, column)
    return None


def next_group(sheet: Sheet, at: tuple[Row, Column], step: int) -> Cell | None:
    """Return the first cell of the next area or unit; going back, of this one if not there yet."""
    row, column = at
    if sheet.view.swapped:
        rows = [one for one in sheet.rows if one.key]
        down = _first_of_next([one.group for one in rows], rows.index(row), step)
        return None if down is None else sheet.cell(rows[down], column)
    groups = [one.group for one in sheet.columns]
    across = _first_of_next(groups, sheet.columns.index(column), step)
    return None if across is None else sheet.cell(row, sheet.columns[across])


def _first_of_next(groups: Sequence[str], here: int, step: int) -> int | None:
    starts = [at for at, one in enumerate(groups) if not at or groups[at - 1] != one]
    if step > 0:
        return next((at for at in starts if at > here), None)
    return next((at for at in reversed(starts) if at < here), None)


def _round(sheet: Sheet, at: tuple[Row, Column], step: int) -> Iterator[tuple[Row, Column]]:
    """Yield every other cell, beginning behind a place and going around."""
    across, down = len(sheet.columns), len(sheet.rows)
    start = sheet.rows.index(at[0]) * across + sheet.columns.index(at[1])
    for distance in range(1, across * down):
        row, column = divmod((start + step * distance) % (across * down), across)
        yield sheet.rows[row], sheet.columns[column]
