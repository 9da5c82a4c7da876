"""The base of widgets that draw their lines by hand, quickly and never as markup."""

from collections.abc import Sequence

from textual.geometry import Size
from textual.strip import Strip
from textual.widget import Widget

from rolcheck.tui.paint import paint
from rolcheck.tui.text import Line


def ground_of(widget: Widget) -> str:
    """Return the background that a widget stands on, as ``#rrggbb``."""
    background = widget.visual_style.background
    return background.hex6 if background else "ground"


class Painted(Widget):
    """Draws the lines that `draw` gives for its width, as high as they are many."""

    DEFAULT_CSS = """
    Painted { height: auto; width: 1fr; }
    """

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:
        super().__init__(id=id, classes=classes)
        self._drawn: dict[int, Sequence[Line]] = {}

    def draw(self, width: int) -> Sequence[Line]:
        """Return the lines to show in `width` cells; none unless a subclass says some."""
        return ()

    def redraw(self) -> None:
        """Draw anew, and let the layout follow where the number of lines changed."""
        before = {width: len(lines) for width, lines in self._drawn.items()}
        self._drawn.clear()
        width = self.size.width
        self.refresh(layout=width not in before or len(self.drawn(width)) != before[width])

    def drawn(self, width: int) -> Sequence[Line]:
        """Return the lines for `width`, drawn once until `redraw`."""
        if width not in self._drawn:
            self._drawn[width] = self.draw(width)
        return self._drawn[width]

    def get_content_width(self, container: Size, viewport: Size) -> int:
        return container.width

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        return len(self.drawn(width))

    def render_line(self, y: int) -> Strip:
        width = self.size.width
        lines = self.drawn(width)
        line = lines[y] if y < len(lines) else ()
        return paint(line, width, theme=self.app.theme, ground=ground_of(self))
