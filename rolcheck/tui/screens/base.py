"""What every full screen has: first and last line, and room between."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.geometry import Size
from textual.screen import Screen
from textual.widget import Widget

from rolcheck.tui.widgets.chrome import BottomLine, Failure, TopLine, Where

NARROW, WIDE = 100, 150
SHORT = 34


_BY_WIDTH = [(0, "-narrow"), (NARROW, "-middle"), (WIDE, "-wide")]
_BY_HEIGHT = [(0, "-short"), (SHORT, "-tall")]


def size_classes(size: Size) -> tuple[str, str]:
    """Return the classes that a screen of that size has, so that it need not be styled twice."""
    across = next(name for least, name in reversed(_BY_WIDTH) if size.width >= least)
    down = next(name for least, name in reversed(_BY_HEIGHT) if size.height >= least)
    return across, down


class DeskScreen(Screen[None]):
    """A screen between the two lines.

    By its size it has the classes ``-narrow`` (one pane), ``-middle`` (from 100 columns) or
    ``-wide`` (from 150), and ``-short`` under 34 rows.

    Attributes:
        NAME: Message id of its name, in the first line and the palette.
    """

    NAME: ClassVar[str] = ""
    HORIZONTAL_BREAKPOINTS = _BY_WIDTH
    VERTICAL_BREAKPOINTS = _BY_HEIGHT

    def compose(self) -> ComposeResult:
        yield TopLine(Where(self.NAME))
        yield from self.compose_panes()
        yield BottomLine()

    def compose_panes(self) -> ComposeResult:
        """Yield what stands between the lines."""
        yield Widget()

    def where(self, where: Where) -> None:
        """Say in the first line where one is."""
        self.query_one(TopLine).where = where

    def say(self, text: str) -> None:
        """Say a sentence in the last line, until the next key."""
        self.query_one(BottomLine).said = text

    def fail(self, failure: Failure) -> None:
        """Say in the last line that something failed, until the next key."""
        self.query_one(BottomLine).failure = failure
