"""The cursor over the cells of a sheet: where it is, how it moves, what is kept in sight."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.geometry import Region, Size
from textual.message import Message
from textual.reactive import reactive
from textual.scroll_view import ScrollView

from rolcheck.base.messages import N_
from rolcheck.tui.text import BLANK, Line
from rolcheck.tui.widgets.matrix.axes import Column, Row
from rolcheck.tui.widgets.matrix.foot import foot_height
from rolcheck.tui.widgets.matrix.heads import HEIGHT
from rolcheck.tui.widgets.matrix.layout import Places, places_of, taken
from rolcheck.tui.widgets.matrix.sheet import Cell, Sheet

_MOVES = (
    ("down,j", "move(1)", N_("next row"), "down"),
    ("up,k", "move(-1)", N_("previous row"), "up"),
    ("right,l", "across(1)", N_("next column"), "right"),
    ("left,h", "across(-1)", N_("previous column"), "left"),
    ("pagedown", "page(1)", N_("page down"), "page-down"),
    ("pageup", "page(-1)", N_("page up"), "page-up"),
    ("home", "edge(-1)", N_("first row"), "first"),
    ("end", "edge(1)", N_("last row"), "last"),
    ("ctrl+pagedown", "page_across(1)", N_("page right"), "page-right"),
    ("ctrl+pageup", "page_across(-1)", N_("page left"), "page-left"),
    ("ctrl+home,shift+home", "edge_across(-1)", N_("first column"), "first-column"),
    ("ctrl+end,shift+end", "edge_across(1)", N_("last column"), "last-column"),
)


class SheetCursor(ScrollView, can_focus=True):
    """Holds a sheet and moves a cursor over its cells; a subclass draws it.

    Cursor and window stay with the row and the column they were on when the sheet changes.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "choose", N_("open this item"), id="matrix.choose"),
        *(
            Binding(keys, action, said, show=False, id=f"matrix.{id}")
            for keys, action, said, id in _MOVES
        ),
    ]
    row: reactive[int] = reactive(-1, init=False, repaint=False)
    column: reactive[int] = reactive(-1, init=False, repaint=False)

    @dataclass
    class Chosen(Message):
        """Enter was pressed on a cell, or it was clicked twice."""

        grid: "SheetCursor"
        cell: Cell

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._sheet: Sheet | None = None
        self.fresh: frozenset[Cell] = frozenset()
        self.empty: Line = BLANK
        self._known: tuple[int, int, Places] | None = None

    # what is shown

    @property
    def sheet(self) -> Sheet | None:
        """What is shown."""
        return self._sheet

    @property
    def at(self) -> tuple[Row, Column] | None:
        """Row and column of the cursor; None where there is no cell."""
        sheet = self._sheet
        if sheet is None or not (0 <= self.row < len(sheet.rows) and self.column >= 0):
            return None
        return sheet.rows[self.row], sheet.columns[self.column]

    @property
    def cell(self) -> Cell | None:
        """Ids of the cell under the cursor."""
        at = self.at
        return self._sheet.cell(*at) if at and self._sheet else None

    def show(
        self, sheet: Sheet, *, fresh: frozenset[Cell] = frozenset(), empty: Line = BLANK
    ) -> None:
        """Show another sheet.

        Args:
            sheet: What is drawn.
            fresh: The cells that changed a moment ago.
            empty: What is said where there is no cell.
        """
        cell, above = self.cell, self.row - self.scroll_offset.y
        self._sheet, self.fresh, self.empty = sheet, fresh, empty
        self.forget()
        self._lay()
        rows = {row.key: at for at, row in enumerate(sheet.rows) if row.key}
        columns = {column.key: at for at, column in enumerate(sheet.columns)}
        row_key, column_key = _turned(cell, sheet) if cell else ("", "")
        nearest = self._selectable(min(max(self.row, 0), len(sheet.rows) - 1), 1)
        row = rows.get(row_key, nearest) if columns else -1
        self.set_reactive(SheetCursor.row, row)
        self.set_reactive(SheetCursor.column, columns.get(column_key, 0) if row >= 0 else -1)
        if row_key in rows:
            self._scroll(y=max(row - above, 0))
        self._keep_in_sight()
        self.refresh()

    def show_nothing(self, why: Line) -> None:
        """Show a sentence and no cell."""
        self._sheet, self.empty = None, why
        self.forget()
        self.set_reactive(SheetCursor.row, -1)
        self.set_reactive(SheetCursor.column, -1)
        self.refresh()

    def select(self, cell: Cell) -> bool:
        """Put the cursor on a cell; tell whether it is there."""
        sheet = self._sheet
        if sheet is None:
            return False
        row_key, column_key = _turned(cell, sheet)
        rows = [at for at, row in enumerate(sheet.rows) if row.key == row_key]
        columns = [at for at, column in enumerate(sheet.columns) if column.key == column_key]
        if rows and columns:
            self.row, self.column = rows[0], columns[0]
        return bool(rows and columns)

    # moving

    def validate_row(self, at: int) -> int:
        return min(max(at, -1), len(self._sheet.rows) - 1) if self._sheet else -1

    def validate_column(self, at: int) -> int:
        return min(max(at, 0), len(self._sheet.columns) - 1) if self._sheet else -1

    def watch_row(self, before: int, at: int) -> None:
        self._refresh_row(before)
        self._refresh_row(at)
        self._refresh_foot()
        self._keep_in_sight()

    def watch_column(self) -> None:
        self.refresh(Region(0, 0, self.size.width, HEIGHT))
        self._refresh_row(self.row)
        self._refresh_foot()
        self._keep_in_sight()

    def action_move(self, step: int) -> None:
        self.row = self._selectable(self.row + step, step, otherwise=self.row)

    def action_across(self, step: int) -> None:
        self.column += step

    def action_page(self, step: int) -> None:
        if self._sheet is None:
            return
        rows = max(self.room - 1, 1)
        wanted = min(max(self.row + step * rows, 0), len(self._sheet.rows) - 1)
        beyond = self._selectable(wanted, -step, otherwise=self.row)
        self.row = self._selectable(wanted, step, otherwise=beyond)

    def action_page_across(self, step: int) -> None:
        if self._sheet is not None:
            self.column += step * max(len(self.places(self._sheet).columns) - 1, 1)

    def action_edge(self, side: int) -> None:
        last = len(self._sheet.rows) - 1 if self._sheet else -1
        self.row = self._selectable(0 if side < 0 else last, -side, otherwise=self.row)

    def action_edge_across(self, side: int) -> None:
        self.column = 0 if side < 0 or self._sheet is None else len(self._sheet.columns) - 1

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        if action == "choose":
            return self.at is not None
        return super().check_action(action, parameters)

    def action_choose(self) -> None:
        if self.cell is not None:
            self.post_message(self.Chosen(self, self.cell))

    def on_click(self, event: events.Click) -> None:
        if event.y >= HEIGHT + self.room:
            return
        column = self._column_at(event.x)
        row = event.y - HEIGHT + self.scroll_offset.y
        was = (self.row, self.column)
        if event.y >= HEIGHT and self._selectable(row, 1) == row:
            self.row = row
        if column >= 0:
            self.column = column
        if event.chain >= 2 and was == (self.row, self.column) and event.y >= HEIGHT:
            self.action_choose()

    def on_focus(self) -> None:
        self._refresh_row(self.row)

    def on_blur(self) -> None:
        self._refresh_row(self.row)

    def on_resize(self) -> None:
        self._lay()
        self._keep_in_sight()

    # places

    @property
    def below(self) -> int:
        """How many lines stand below the rows."""
        return foot_height(self.size.width, self.size.height)

    @property
    def room(self) -> int:
        """How many rows can be seen."""
        return max(self.size.height - HEIGHT - self.below, 1)

    def places(self, sheet: Sheet) -> Places:
        """Return where everything stands, for the width and the first column there are."""
        width, start = self.scrollable_content_region.width, self.scroll_offset.x
        if self._known is None or self._known[:2] != (width, start):
            self._known = (width, start, places_of(sheet, width, start))
        return self._known[2]

    def forget(self) -> None:
        """Draw all anew from now on."""
        self._known = None

    def _lay(self) -> None:
        self.forget()
        if self._sheet is not None and self._sheet.columns:
            across = taken(self._sheet, self.places(self._sheet))
            self.virtual_size = Size(across, HEIGHT + len(self._sheet.rows) + self.below)

    def _column_at(self, x: int) -> int:
        """Return the column that is drawn at `x`; -1 for none."""
        if self.at is None or self._sheet is None:
            return -1
        places = self.places(self._sheet)
        inside = x - places.left + places.columns[0].x
        found = (one for one in places.columns if one.x <= inside < one.x + one.cells)
        column = next(found, None)
        return -1 if column is None else self._sheet.columns.index(column)

    def _refresh_row(self, at: int) -> None:
        y = at - self.scroll_offset.y + HEIGHT
        if at >= 0 and HEIGHT <= y < HEIGHT + self.room:
            self.refresh(Region(0, y, self.size.width, 1))

    def _refresh_foot(self) -> None:
        # a widget of its own would be repainted a frame later
        self.refresh(Region(0, HEIGHT + self.room, self.size.width, self.below))

    def _keep_in_sight(self) -> None:
        sheet, room, top = self._sheet, self.room, self.scroll_offset.y
        if sheet is None or self.at is None or not self.size.height:
            return
        if self.row < top:
            # at the first row the heading above it comes back into sight
            self._scroll(y=0 if self._selectable(0, 1) == self.row else self.row)
        elif self.row >= top + room:
            self._scroll(y=self.row - room + 1)
        self._scroll_across(sheet.columns, self.places(sheet))

    def _scroll_across(self, columns: Sequence[Column], places: Places) -> None:
        seen, chosen = places.columns, columns[self.column]
        if chosen.x < seen[0].x:
            self._scroll(x=chosen.x)
        elif chosen.x > seen[-1].x:
            least = chosen.x + chosen.cells - places.room
            self._scroll(x=next(one.x for one in columns if one.x >= min(least, chosen.x)))

    def _scroll(self, *, x: int | None = None, y: int | None = None) -> None:
        """Scroll at once; where the sheet has just grown, once that is laid out."""
        if (y or 0) <= self.max_scroll_y and (x or 0) <= self.max_scroll_x:
            self.scroll_to(x, y, animate=False, immediate=True, force=True)
        else:
            self.call_after_refresh(self.scroll_to, x, y, animate=False, force=True)

    def _selectable(self, start: int, step: int, *, otherwise: int = -1) -> int:
        rows = self._sheet.rows if self._sheet else ()
        at = start
        while 0 <= at < len(rows):
            if rows[at].key:
                return at
            at += step
        return otherwise


def _turned(cell: Cell, sheet: Sheet) -> Cell:
    """Return the keys of row and column of a cell."""
    return (cell[1], cell[0]) if sheet.view.swapped else cell
