"""How lines become strips: a style looked up for every part, and exactly as wide as wanted."""

from collections.abc import Sequence
from fractions import Fraction
from functools import cache

from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from rolcheck.base.colours import palette
from rolcheck.tui.ascii import ascii_only
from rolcheck.tui.text import Line, Part, fill


def paint(line: Sequence[Part], width: int, *, theme: str, ground: str) -> Strip:
    """Return a line as a strip of exactly `width` cells.

    Args:
        line: What is shown; cut or filled with blanks.
        width: In cells.
        theme: Name of the theme, for its colours.
        ground: Token of the background where a part names none, or a colour as ``#rrggbb``.
    """
    segments: list[Segment] = []
    texts: list[str] = []
    before: Style | None = None
    parts = fill(line, width)
    for part in parts:
        drawn = style(theme, part.tone, part.ground or ground, part.bold, part.underline)
        if drawn is not before:  # neighbours of one style go to the terminal as one
            if texts:
                segments.append(Segment("".join(texts), before))
            texts, before = [], drawn
        texts.append(part.text)
    if texts:
        segments.append(Segment("".join(texts), before))
    if all(part.text.isascii() or cell_len(part.text) == part.cells for part in parts):
        return Strip(segments, width)
    # characters that Textual and we measure differently
    return Strip(segments).adjust_cell_length(width, style(theme, "fg", ground, False, False))


@cache
def style(theme: str, tone: str, ground: str, bold: bool, underline: bool) -> Style:
    """Return the style of a tone on a ground, each a token of the theme or a colour."""
    colours = palette(theme)
    return Style(
        color=colours.get(tone, tone),
        bgcolor=colours.get(ground, ground),
        bold=bold or None,
        underline=underline or None,
    )


def bar(share: Fraction, width: int, *, tone: str = "bar", track: str = "chrome") -> Line:
    """Return a painted bar: `share` (0 to 1) of `width` cells in `tone`.

    Anything above none shows at least one cell, anything below all leaves at least one. In ASCII
    it has characters of its own colour, which show where there is none.
    """
    full = round(share * width)
    if 0 < share < 1:
        full = min(max(full, 1), width - 1)
    full = min(max(full, 0), width)
    filled, empty = "#-" if ascii_only() else "  "
    done = Part(filled * full, tone, ground=tone) if full else None
    rest = Part(empty * (width - full), track, ground=track) if full < width else None
    return tuple(part for part in (done, rest) if part)
