"""The matrix laid out: rows, columns, and what stands at every place, for one way of looking."""

from collections.abc import Sequence
from fractions import Fraction

from rolcheck.base.messages import N_
from rolcheck.base.numbers import decimal_text, finite_places
from rolcheck.desk.matrix.seen import IndicatorSeen, MatrixSeen, SubmissionScores
from rolcheck.locale import _
from rolcheck.scoring.changes import difference
from rolcheck.tui.dates import short_day
from rolcheck.tui.text import Part, gap
from rolcheck.tui.widgets.matrix.axes import CELL, Column, Row, View, columns_of, rows_of
from rolcheck.tui.widgets.matrix.looks import WAITING, Looks

Cell = tuple[str, str]
"""A submission's id and an indicator's id."""

_NONE = "-"
_LEAST, _MOST = 8, 64  # cells of names
SIDE_TITLES = {
    "share": N_("total"),
    "spread": N_("disputes"),
    "state": N_("waiting"),
    "change": N_("change"),
    "risk": N_("at risk"),
}


class Sheet:
    """What the grid draws.

    Args:
        seen: The matrix.
        view: How it is looked at.
        coloured: Whether cells have shades.

    Attributes:
        rows: From the top.
        columns: From the left.
        lead_cells: The room of what stands before the names.
    """

    def __init__(self, seen: MatrixSeen, view: View, *, coloured: bool = True) -> None:
        self.seen, self.view = seen, view
        self.rows, self.columns = rows_of(seen, view), columns_of(seen, view)
        cells = self.columns[0].cells if self.columns else CELL
        self._looks = Looks(seen, view.display, cells, coloured=coloured)
        self._longest = max((Part(row.name).cells for row in self.rows if row.key), default=0)
        self.lead_cells = max((Part(row.lead).cells for row in self.rows), default=0)
        self._places = max((_places(one.points) for one in seen.indicators), default=0)

    @property
    def width(self) -> int:
        """How many cells all columns take."""
        return self.columns[-1].x + self.columns[-1].cells if self.columns else 0

    def name_cells(self, room: int) -> int:
        """Return the room of the names, where names and columns together have `room`."""
        least = max(_LEAST, room - self.width) if self.view.swapped else max(_LEAST, room // 5)
        return max(min(self._longest, _MOST, least), Part(self.corner()).cells)

    def place(self, row: Row, column: Column) -> tuple[int, int]:
        """Return the places of the submission and of the indicator of a cell."""
        return (column.at, row.at) if self.view.swapped else (row.at, column.at)

    def cell(self, row: Row, column: Column) -> Cell:
        """Return the ids of a cell."""
        return (column.key, row.key) if self.view.swapped else (row.key, column.key)

    def parts(self, row: Row, columns: Sequence[Column]) -> list[Part]:
        """Return cells of a row as drawn; of a heading what its group comes to."""
        if not row.key:
            return [self._heading(row, column) for column in columns]
        if self.view.swapped:
            return [self._looks.part(column.at, row.at) for column in columns]
        return [self._looks.part(row.at, column.at) for column in columns]

    def _heading(self, row: Row, column: Column) -> Part:
        if not self.seen.is_ranking:
            risk = self._risk(column.at, row.group)
            return self._looks.number(decimal_text(risk, 2) if risk else _NONE, bold=True)
        if self.view.display != "share":
            return gap(column.cells)
        return self._looks.plain(self.seen.submissions[column.at].areas[row.at])

    def side(self, row: Row) -> Part:
        """Return what stands at the right of a row: what it comes to as a whole."""
        if not self.view.swapped:
            return self.whole(self.seen.submissions[row.at])
        if row.key:
            points = self.seen.indicators[row.at].points
            return Part(_NONE if points is None else decimal_text(points, self._places), "dim")
        if self.seen.is_ranking:
            return Part("")
        due = next((one.due for one in self.seen.units if one.name == row.group), None)
        return Part(short_day(due), "confirm")

    def whole(self, one: SubmissionScores) -> Part:
        """Return what a submission comes to, in the display in use."""
        display = self.view.display
        if display == "share":
            return _number(one.total, self.seen.places)
        if display == "change":
            gained = difference(one.total_before, one.total)
            return _number(gained, self.seen.places, signed=True)
        if display == "risk":
            return _number(sum(one.risks, Fraction()), self.seen.places)
        wanted = ("dispute",) if display == "spread" else WAITING
        count = sum(state in wanted for state in one.states)
        return Part(str(count), bold=True) if count else Part(_NONE, "dim")

    def value(self, row: Row, column: Column) -> Fraction | None:
        """Return what a cell shows, to put rows in order by it."""
        return self._looks.value(*self.place(row, column)) if row.key else None

    def state(self, row: Row, column: Column) -> str:
        """Return the state of a cell."""
        submission, indicator = self.place(row, column)
        return self.seen.submissions[submission].states[indicator]

    def waits(self, row: Row, column: Column) -> bool:
        """Tell whether a cell waits for somebody."""
        return self.state(row, column) in WAITING

    def submission(self, row: Row, column: Column) -> SubmissionScores:
        """Return the submission of a cell."""
        return self.seen.submissions[self.place(row, column)[0]]

    def indicator(self, row: Row, column: Column) -> IndicatorSeen:
        """Return the indicator of a cell."""
        return self.seen.indicators[self.place(row, column)[1]]

    def corner(self) -> str:
        """Return what the names are of."""
        return _("indicators") if self.view.swapped else _("submissions")

    def _risk(self, submission: int, unit: str) -> Fraction:
        risks = self.seen.submissions[submission].risks
        owned = (at for at, one in enumerate(self.seen.indicators) if one.office == unit)
        return sum((risks[at] for at in owned), Fraction())


def _places(points: Fraction | None) -> int:
    return (finite_places(points) or 0) if points is not None else 0


def _number(value: Fraction | None, places: int | None, *, signed: bool = False) -> Part:
    if value is None or (signed and not value):
        return Part(_NONE, "dim")
    shown = decimal_text(value, 2 if places is None else places)
    return Part(f"+{shown}" if signed and value > 0 else shown, bold=True)
