"""The matrix drawn by line: frozen heads and names, rows kept as strips."""

from dataclasses import dataclass

from textual.filter import ANSIToTruecolor
from textual.geometry import Region
from textual.strip import Strip

from rolcheck.tui.paint import paint
from rolcheck.tui.text import BLANK, Line, gap
from rolcheck.tui.widgets.matrix.axes import Column, Row
from rolcheck.tui.widgets.matrix.cursor import SheetCursor
from rolcheck.tui.widgets.matrix.foot import foot
from rolcheck.tui.widgets.matrix.heads import HEIGHT
from rolcheck.tui.widgets.matrix.layout import GUTTER, head_line, row_line
from rolcheck.tui.widgets.matrix.sheet import Sheet

_KEPT = 500  # rows as strips


class HeatGrid(SheetCursor):
    """Shows a sheet; a row that is neither new nor under the cursor is drawn only once."""

    DEFAULT_CSS = """
    HeatGrid {
        width: 1fr; height: 1fr; background: $surface;
        overflow: auto; scrollbar-size-vertical: 1; scrollbar-size-horizontal: 0;
    }
    """

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._frame: _Frame | None = None
        self._drawn: dict[int, Strip] = {}
        self._heads: tuple[str, list[Strip]] = ("", [])
        self._foot: tuple[tuple[Row, Column] | None, list[Strip]] = (None, [])

    def forget(self) -> None:
        super().forget()
        self._frame = None

    def render_lines(self, crop: Region) -> list[Strip]:
        """Return the lines as they are, with all that Textual remembers of each strip.

        The way over a widget's styles makes every strip anew: that was most of the time of
        a scrolled line.
        """
        width, height = self.scrollable_content_region.width, self.size.height
        frame = _Frame(self.app.theme, width, height, self.scroll_offset.x, self.room)
        if frame != self._frame:
            self._frame, self._drawn = frame, {}
            self._heads, self._foot = ("", []), (None, [])
        strips = [self.render_line(y) for y in crop.line_range]
        behind = self.background_colors[1]
        for one in self.get_line_filters():
            if not isinstance(one, ANSIToTruecolor):  # our colours are true ones
                strips = [strip.apply_filter(one, behind) for strip in strips]
        if crop.column_span == (0, self.size.width):
            return strips
        return [strip.crop(*crop.column_span) for strip in strips]

    def render_line(self, y: int) -> Strip:
        sheet, at, frame = self.sheet, self.at, self._frame
        assert frame is not None  # made before the first line
        if sheet is None or at is None:
            line: Line = (gap(GUTTER), *self.empty) if y == HEIGHT else BLANK
            return frame.paint(line, "surface")
        if y < HEIGHT:
            return self._head(frame, sheet, at[1].key)[y]
        if y >= HEIGHT + frame.room:
            lines, from_end = self._below(frame, sheet, at), y - frame.height
            return lines[from_end] if -from_end <= len(lines) else frame.paint(BLANK, "ground")
        number = y - HEIGHT + self.scroll_offset.y
        if number >= len(sheet.rows):
            return frame.paint(BLANK, "surface")
        return self._row(frame, sheet, number)

    def _head(self, frame: "_Frame", sheet: Sheet, chosen: str) -> list[Strip]:
        if self._heads[0] != chosen:
            places = self.places(sheet)
            lines = [head_line(sheet, places, chosen, y) for y in range(HEIGHT)]
            self._heads = (chosen, [frame.paint(line, "ground") for line in lines])
        return self._heads[1]

    def _below(self, frame: "_Frame", sheet: Sheet, at: tuple[Row, Column]) -> list[Strip]:
        if self._foot[0] != at:
            lines = foot(sheet, at, frame.width, coloured=not self.app.no_color)
            self._foot = (at, [frame.paint(line, "ground") for line in lines])
        return self._foot[1]

    def _row(self, frame: "_Frame", sheet: Sheet, at: int) -> Strip:
        chosen = sheet.columns[self.column] if at == self.row else None
        strip = None if chosen else self._drawn.get(at)
        if strip is not None:
            return strip
        line = row_line(sheet, self.places(sheet), sheet.rows[at], chosen, self.fresh)
        if chosen:
            return frame.paint(line, "select")
        if len(self._drawn) > _KEPT:
            self._drawn.clear()
        strip = self._drawn[at] = frame.paint(line, "surface")
        return strip


@dataclass(frozen=True, slots=True)
class _Frame:
    """What all strips have in common.

    Attributes:
        theme: Name of the theme.
        width: Cells in all.
        height: Lines in all.
        start: How far it is scrolled to the right.
        room: How many rows are seen.
    """

    theme: str
    width: int
    height: int
    start: int
    room: int

    def paint(self, line: Line, ground: str) -> Strip:
        """Return a line as a strip."""
        return paint(line, self.width, theme=self.theme, ground=ground)
