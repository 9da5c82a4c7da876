"""A page of blocks drawn by hand: headings, tables and bars to scroll over, some to choose."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.geometry import Region, Size
from textual.message import Message
from textual.reactive import reactive
from textual.scroll_view import ScrollView
from textual.strip import Strip

from rolcheck.base.messages import N_
from rolcheck.tui.paint import paint
from rolcheck.tui.text import BLANK, Line, Part, gap
from rolcheck.tui.widgets.painted import ground_of
from rolcheck.tui.widgets.rows import RowPlace

_GUTTER = 2  # the cursor's `>` and a blank, before a block that can be chosen


@dataclass(frozen=True, slots=True)
class Block:
    """Some lines that belong together.

    Attributes:
        draw: Gives the lines; as many for the same width whether chosen or not.
        key: Names what can be chosen; empty for what the cursor passes over. The lines of
            a block with a key begin behind the cursor's two cells.
        head: Whether it is the heading of what follows: it is drawn as selected and focused
            while the cursor is below it.
    """

    draw: Callable[[RowPlace], Sequence[Line]]
    key: str = ""
    head: bool = False


class Board(ScrollView, can_focus=True):
    """Shows blocks one below the other; the cursor goes from one that can be chosen to the next.

    Where none can be chosen, or none is left in that direction, it scrolls line by line.
    """

    DEFAULT_CSS = """
    Board {
        width: 1fr; height: 1fr; background: transparent;
        overflow-x: hidden; overflow-y: auto; scrollbar-size-vertical: 1;
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "choose", N_("open this"), id="board.choose"),
        Binding("down,j", "move(1)", N_("next row"), show=False, id="board.next"),
        Binding("up,k", "move(-1)", N_("previous row"), show=False, id="board.previous"),
        Binding("pagedown,space", "page(1)", N_("page down"), show=False, id="board.page-down"),
        Binding("pageup", "page(-1)", N_("page up"), show=False, id="board.page-up"),
        Binding("home", "edge(-1)", N_("to the top"), show=False, id="board.first"),
        Binding("end", "edge(1)", N_("to the end"), show=False, id="board.last"),
    ]
    selected_key: reactive[str] = reactive("", init=False, repaint=False)

    @dataclass
    class Chosen(Message):
        """Enter was pressed on a block, or the block under the cursor was clicked."""

        board: "Board"
        key: str

        @property
        def control(self) -> "Board":
            """The board, for `on` with a selector."""
            return self.board

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:
        super().__init__(id=id, classes=classes)
        self._blocks: Sequence[Block] = ()
        self._lines: list[tuple[int, Line]] = []
        self._tops: list[int] = []
        self._drawn: dict[int, tuple[RowPlace, Sequence[Line]]] = {}
        self._width = 0

    def show(self, blocks: Sequence[Block]) -> None:
        """Show other blocks; the cursor stays with the key it was on, and where it was seen."""
        before = self._top_of(self.selected_key) - self.scroll_offset.y
        self._blocks = blocks
        self._drawn.clear()
        keys = self._keys
        if self.selected_key not in keys:
            self.selected_key = keys[0] if keys else ""
            before = -1
        self._lay()
        if before >= 0:
            self._scroll(self._top_of(self.selected_key) - before)

    def redraw(self) -> None:
        """Draw all anew, after a change of language."""
        self._drawn.clear()
        self._lay()

    def select(self, key: str) -> bool:
        """Put the cursor on a block; tell whether there is one of that name."""
        if key in self._keys:
            self.selected_key = key
            return True
        return False

    @property
    def _room(self) -> int:
        return self.scrollable_content_region.width

    @property
    def _keys(self) -> list[str]:
        return [block.key for block in self._blocks if block.key]

    def on_resize(self, _event: events.Resize) -> None:
        self._lay()
        self._keep_in_sight()

    def on_focus(self) -> None:
        self._lay()

    def on_blur(self) -> None:
        self._lay()

    def watch_selected_key(self) -> None:
        self._lay()
        self._keep_in_sight()

    def action_move(self, step: int) -> None:
        keys = self._keys
        at = keys.index(self.selected_key) + step if self.selected_key in keys else -1
        if 0 <= at < len(keys):
            self.selected_key = keys[at]
        else:
            self._scroll(self.scroll_offset.y + step)

    def action_page(self, step: int) -> None:
        top = self.scroll_offset.y + step * max(self.size.height - 2, 1)
        self._scroll(top)
        middle = self.scroll_offset.y + self.size.height // 2
        keyed = [block.key for block in self._blocks if block.key]
        if keyed and self.selected_key:
            self.set_reactive(
                Board.selected_key,
                min(keyed, key=lambda key: abs(self._top_of(key) - middle)),
            )
            self._lay()

    def action_edge(self, side: int) -> None:
        keys = self._keys
        if keys:
            self.selected_key = keys[0 if side < 0 else -1]
        self._scroll(0 if side < 0 else len(self._lines))

    def action_choose(self) -> None:
        if self.selected_key:
            self.post_message(self.Chosen(self, self.selected_key))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        if action == "choose":
            return bool(self.selected_key)
        return super().check_action(action, parameters)

    def on_click(self, event: events.Click) -> None:
        at = event.y + self.scroll_offset.y
        if not 0 <= at < len(self._lines):
            return
        key = self._blocks[self._lines[at][0]].key
        if key and key == self.selected_key:
            self.action_choose()
        elif key:
            self.selected_key = key

    def render_line(self, y: int) -> Strip:
        if self._room != self._width:  # a scrollbar came or went
            self._lay()
        at = y + self.scroll_offset.y
        ground, line = ground_of(self), BLANK
        if at < len(self._lines):
            number, line = self._lines[at]
            if self._blocks[number].key and self._blocks[number].key == self.selected_key:
                ground = "cursor" if self.has_focus else "select"
        return paint(line, self._width, theme=self.app.theme, ground=ground)

    def _lay(self) -> None:
        """Put the lines of all blocks below each other, for the width there is."""
        self._width = self._room
        head = self._head_of(self.selected_key)
        self._lines, self._tops = [], []
        for number, block in enumerate(self._blocks):
            self._tops.append(len(self._lines))
            chosen = bool(block.key) and block.key == self.selected_key
            for at, line in enumerate(self._block(number, chosen or number == head)):
                drawn = (*_gutter(chosen and at == 0), *line) if block.key else line
                self._lines.append((number, drawn))
        self.virtual_size = Size(self._width, len(self._lines))
        self.refresh(Region(0, 0, *self.size))

    def _block(self, number: int, selected: bool) -> Sequence[Line]:
        """Return the lines of a block, drawn only where its place is another than before."""
        block = self._blocks[number]
        room = max(self._width - (_GUTTER if block.key else 0), 1)
        place = RowPlace(room, selected, selected and self.has_focus)
        before = self._drawn.get(number)
        if before is None or before[0] != place:
            self._drawn[number] = before = (place, block.draw(place))
        return before[1]

    def _head_of(self, key: str) -> int:
        head = -1
        for number, block in enumerate(self._blocks):
            if block.head:
                head = number
            if key and block.key == key:
                return head
        return -1

    def _top_of(self, key: str) -> int:
        for number, block in enumerate(self._blocks):
            if key and block.key == key and number < len(self._tops):
                return self._tops[number]
        return -1

    def _keep_in_sight(self) -> None:
        top, room = self._top_of(self.selected_key), self.size.height
        if top < 0 or not room:
            return
        below = next((one for one in self._tops if one > top), len(self._lines))
        keys = self._keys
        if self.selected_key == keys[0] and below <= room:
            self._scroll(0)
        elif top < self.scroll_offset.y:
            self._scroll(max(top - 1, 0))
        elif below > self.scroll_offset.y + room:
            self._scroll(below - room)

    def _scroll(self, top: int) -> None:
        wanted = min(max(top, 0), max(len(self._lines) - self.size.height, 0))
        if wanted <= self.max_scroll_y:
            self.scroll_to(y=wanted, animate=False, immediate=True, force=True)
        else:
            self.call_after_refresh(self.scroll_to, y=wanted, animate=False, force=True)


def _gutter(chosen: bool) -> Line:
    return (Part("> ", "accent"),) if chosen else (gap(_GUTTER),)
