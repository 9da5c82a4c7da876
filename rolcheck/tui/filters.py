"""What is left of lines without colour (bold, underline, reverse), and in ASCII only."""

from functools import lru_cache

from rich.color import Color as RichColor
from rich.segment import Segment
from rich.style import Style
from textual.color import Color
from textual.filter import LineFilter

from rolcheck.tui.ascii import in_ascii


class Colourless(LineFilter):
    """Takes all colour away, for `NO_COLOR`.

    What stood in light on dark the other way round than the rest (a cursor, a block in accent)
    is reversed instead.

    Args:
        dark: Whether the theme is dark.
    """

    def __init__(self, *, dark: bool) -> None:
        super().__init__()
        self._dark = dark

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:
        """Return the segments without colour."""
        return [
            Segment(text, _colourless(style, self._dark) if style else None, control)
            for text, style, control in segments
        ]


class AsciiOnly(LineFilter):
    """Draws edges and bars with ASCII, for `--ascii`; one cell stays one cell."""

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:
        """Return the segments with plain characters for drawn ones."""
        return [Segment(in_ascii(text), style, control) for text, style, control in segments]


@lru_cache(4096)
def _colourless(style: Style, dark: bool) -> Style:
    reverse = bool(style.reverse)
    if style.color and style.bgcolor and style.color != style.bgcolor:
        inverted = (_light(style.bgcolor) > _light(style.color)) == dark
        reverse = reverse != inverted
    return Style(
        bold=style.bold, underline=style.underline, reverse=reverse or None, meta=style.meta
    )


def _light(colour: RichColor) -> float:
    red, green, blue = colour.get_truecolor()
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
