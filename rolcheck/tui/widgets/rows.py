"""A list drawn by hand: thousands of rows, a cursor, and only the two changed rows repainted."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import ClassVar, Generic, TypeVar

from textual import events
from textual.binding import Binding, BindingType
from textual.geometry import Region, Size
from textual.message import Message
from textual.reactive import reactive
from textual.scroll_view import ScrollView
from textual.strip import Strip

from rolcheck.base.messages import N_
from rolcheck.tui.paint import paint
from rolcheck.tui.text import BLANK, Line, Part, aside, gap
from rolcheck.tui.widgets.painted import ground_of

T = TypeVar("T")

_GUTTER = 2  # the cursor's `>` and a blank; rows begin behind it


@dataclass(frozen=True, slots=True)
class RowPlace:
    """How a row stands when it is drawn.

    Attributes:
        cells: Width that its parts have.
        selected: Whether the cursor is on it: draw what names it in bold, its id in accent.
        focused: Whether its list has the focus.
    """

    cells: int
    selected: bool = False
    focused: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """One row as drawn.

    Attributes:
        left: From the left; cut where the right end needs the room.
        right: Right-aligned, a mark last.
        below: Further lines of lists whose rows have several.
    """

    left: Line
    right: Line = ()
    below: tuple[Line, ...] = ()


Draw = Callable[[T, RowPlace], Row]


class RowList(ScrollView, Generic[T], can_focus=True):
    """Shows rows and moves a cursor over them.

    Args:
        draw: Draws an item; called only for rows that are seen.
        key: Names an item: the cursor stays with the name when the items change. An empty name
            makes a row that the cursor passes over (a heading).
        empty: What is said where there is no row: a sentence with the key that helps.
        height: Lines a row.
    """

    DEFAULT_CSS = """
    RowList {
        height: 1fr; background: transparent;
        overflow-x: hidden; overflow-y: auto; scrollbar-size-vertical: 1;
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down,j", "move(1)", N_("next row"), show=False, id="list.next"),
        Binding("up,k", "move(-1)", N_("previous row"), show=False, id="list.previous"),
        Binding("pagedown", "page(1)", N_("page down"), show=False, id="list.page-down"),
        Binding("pageup", "page(-1)", N_("page up"), show=False, id="list.page-up"),
        Binding("home", "edge(-1)", N_("first row"), show=False, id="list.first"),
        Binding("end", "edge(1)", N_("last row"), show=False, id="list.last"),
        Binding("enter", "choose", N_("open this"), id="list.choose"),
    ]
    cursor: reactive[int] = reactive(-1, init=False, repaint=False)

    @dataclass
    class Moved(Message):
        """The cursor is on another row."""

        rows: "RowList[object]"
        key: str

        @property
        def control(self) -> "RowList[object]":
            """The list, for `on` with a selector."""
            return self.rows

    @dataclass
    class Chosen(Message):
        """Enter was pressed on a row, or the row under the cursor was clicked."""

        rows: "RowList[object]"
        key: str

        @property
        def control(self) -> "RowList[object]":
            """The list, for `on` with a selector."""
            return self.rows

    def __init__(
        self,
        draw: Draw[T],
        key: Callable[[T], str],
        *,
        empty: Callable[[], Line] = tuple,
        height: int = 1,
        id: str | None = None,
        classes: str | None = None,
    ) -> None:
        super().__init__(id=id, classes=classes)
        self._draw, self._key, self._empty, self._height = draw, key, empty, height
        self._items: Sequence[T] = ()

    @property
    def items(self) -> Sequence[T]:
        """What is shown, in order."""
        return self._items

    @property
    def selected(self) -> T | None:
        """The item under the cursor."""
        return self._items[self.cursor] if 0 <= self.cursor < len(self._items) else None

    @property
    def selected_key(self) -> str:
        """Its name; empty where there is none."""
        item = self.selected
        return "" if item is None else self._key(item)

    def show(self, items: Sequence[T]) -> None:
        """Show other items; cursor and window stay with the row they were on."""
        key, offset = self.selected_key, self.cursor * self._height - self.scroll_offset.y
        self._items = items
        self.virtual_size = Size(0, len(items) * self._height)
        at = next((at for at, item in enumerate(items) if key and self._key(item) == key), -1)
        if at < 0:
            at = self._selectable(max(self.cursor, 0), 1)
        else:
            self._scroll(at * self._height - offset)
        self.cursor = at
        self.refresh()

    def select(self, key: str) -> bool:
        """Put the cursor on the row of that name; tell whether there is one."""
        for at, item in enumerate(self._items):
            if self._key(item) == key:
                self.cursor = at
                return True
        return False

    def redraw(self) -> None:
        """Draw all rows anew, after a change of language or theme."""
        self.refresh()

    def refresh_row(self, key: str) -> None:
        """Draw one row anew, after it changed in place."""
        for at, item in enumerate(self._items):
            if self._key(item) == key:
                self._refresh_at(at)

    def validate_cursor(self, at: int) -> int:
        return min(max(at, -1), len(self._items) - 1)

    def watch_cursor(self, before: int, at: int) -> None:
        self._refresh_at(before)
        self._refresh_at(at)
        self._keep_in_sight(at)
        if at >= 0:
            self.post_message(self.Moved(self, self.selected_key))  # type: ignore[arg-type]

    @property
    def below(self) -> int:
        """How many rows are out of sight below."""
        seen = (self.scroll_offset.y + self.size.height) // self._height
        return max(len(self._items) - seen, 0)

    def on_focus(self) -> None:
        self._refresh_at(self.cursor)

    def on_blur(self) -> None:
        self._refresh_at(self.cursor)

    def on_resize(self) -> None:
        self.keep_in_sight()

    def keep_in_sight(self) -> None:
        """Scroll to the cursor, where it moved while nothing of the list was shown."""
        self._keep_in_sight(self.cursor)

    def on_click(self, event: events.Click) -> None:
        at = (event.y + self.scroll_offset.y) // self._height
        if not 0 <= at < len(self._items) or not self._key(self._items[at]):
            return
        if at == self.cursor:
            self.action_choose()
        self.cursor = at

    def action_move(self, step: int) -> None:
        self.cursor = self._selectable(self.cursor + step, step, otherwise=self.cursor)

    def action_page(self, step: int) -> None:
        rows = max(self.size.height // self._height - 1, 1)
        wanted = min(max(self.cursor + step * rows, 0), len(self._items) - 1)
        beyond = self._selectable(wanted, -step, otherwise=self.cursor)
        self.cursor = self._selectable(wanted, step, otherwise=beyond)

    def action_edge(self, side: int) -> None:
        start = 0 if side < 0 else len(self._items) - 1
        self.cursor = self._selectable(start, -side, otherwise=self.cursor)

    def action_choose(self) -> None:
        if self.selected is not None:
            self.post_message(self.Chosen(self, self.selected_key))  # type: ignore[arg-type]

    def render_line(self, y: int) -> Strip:
        width, ground = self.scrollable_content_region.width, ground_of(self)
        at, line_in_row = divmod(y + self.scroll_offset.y, self._height)
        if not self._items and y == 0:
            line: Line = (gap(_GUTTER), *self._empty())
        elif at < len(self._items):
            line = self._line(at, line_in_row, width)
            if at == self.cursor:
                ground = "cursor" if self.has_focus else "select"
        else:
            line = BLANK
        return paint(line, width, theme=self.app.theme, ground=ground)

    def _line(self, at: int, line_in_row: int, width: int) -> Line:
        place = RowPlace(width - _GUTTER, at == self.cursor, self.has_focus)
        row = self._draw(self._items[at], place)
        if line_in_row:
            below = row.below[line_in_row - 1] if line_in_row <= len(row.below) else BLANK
            return (gap(_GUTTER), *below)
        start = Part("> ", "accent") if place.selected else gap(_GUTTER)
        return (start, *aside(row.left, row.right, place.cells))

    def _refresh_at(self, at: int) -> None:
        top = at * self._height - self.scroll_offset.y
        if at >= 0 and -self._height < top < self.size.height:
            self.refresh(Region(0, top, self.size.width, self._height))

    def _keep_in_sight(self, at: int) -> None:
        room, top = self.size.height, at * self._height
        if at < 0 or not room:
            return
        if top < self.scroll_offset.y:
            # at the first row the headings above it come back into sight
            first = self._selectable(0, 1) == at
            self._scroll(0 if first else top)
        elif top + self._height > self.scroll_offset.y + room:
            self._scroll(top + self._height - room)

    def _scroll(self, top: int) -> None:
        """Put line `top` first; where the list has just grown, once that is laid out."""
        if top <= self.max_scroll_y:
            self.scroll_to(y=top, animate=False, immediate=True, force=True)
        else:
            self.call_after_refresh(self.scroll_to, y=top, animate=False, force=True)

    def _selectable(self, start: int, step: int, *, otherwise: int = -1) -> int:
        at = start
        while 0 <= at < len(self._items):
            if self._key(self._items[at]):
                return at
            at += step
        return otherwise
