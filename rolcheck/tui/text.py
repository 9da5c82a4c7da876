"""How data becomes something a widget shows: cleaned, never markup, measured in cells."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache

from textual.content import Content

from rolcheck.base.text import cell_width, clean, cut


def plain(value: object) -> Content:
    """Return `value` for widgets of Textual: never markup, without control characters."""
    return Content(clean(str(value)).expandtabs(4))


def one_line(value: object) -> str:
    """Return `value` cleaned and in one line; line ends and tabs become blanks."""
    text = str(value)
    if text.isprintable():  # quick, and true of nearly everything
        return text
    return " ".join(clean(text).split("\n")).replace("\t", " ")


@lru_cache(8192)
def _width(text: str) -> int:
    return cell_width(text)


@dataclass(frozen=True, slots=True)
class Part:
    """A piece of a line in one style; whatever text it is given, it holds a safe one.

    Attributes:
        text: In one line.
        tone: Token of the text's colour.
        bold: Strong.
        underline: For hits.
        ground: Token of the background; empty for that of the line.
        cells: How many terminal cells the text takes.
    """

    text: str
    tone: str = "fg"
    bold: bool = False
    underline: bool = False
    ground: str = ""
    cells: int = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        if not self.text.isprintable():
            object.__setattr__(self, "text", one_line(self.text))
        text = self.text
        object.__setattr__(self, "cells", len(text) if text.isascii() else _width(text))


Line = tuple[Part, ...]

BLANK: Line = ()


def cells(line: Sequence[Part]) -> int:
    """Return the width of a line in cells."""
    return sum(part.cells for part in line)


def gap(width: int) -> Part:
    """Return `width` empty cells."""
    return Part(" " * max(width, 0))


def cut_line(line: Sequence[Part], width: int) -> Line:
    """Return as much of a line as fits, its last part ending in dots where something is lost."""
    if cells(line) <= width:
        return tuple(line)
    kept: list[Part] = []
    room = width
    for part in line:
        if part.cells <= room:
            kept.append(part)
            room -= part.cells
            continue
        if room > 0:
            kept.append(replace(part, text=cut(part.text, room)))
        break
    return tuple(kept)


def fill(line: Sequence[Part], width: int) -> Line:
    """Return a line of exactly `width` cells, cut or with blanks behind."""
    taken = cells(line)
    if taken == width:
        return tuple(line)
    if taken < width:
        return (*line, gap(width - taken))
    fitted = cut_line(line, width)
    missing = width - cells(fitted)
    return (*fitted, gap(missing)) if missing else fitted


def aside(left: Sequence[Part], right: Sequence[Part], width: int, *, between: int = 2) -> Line:
    """Return `left` and, at the right end of `width`, `right`; the left one is cut for it."""
    if not right:
        return fill(left, width)
    shown = cut_line(right, width)
    room = width - cells(shown)
    return (*fill(left, max(room - between, 0)), gap(min(between, room)), *shown)


def to_right(line: Sequence[Part], width: int) -> Line:
    """Return a line of exactly `width` cells that ends at their end."""
    fitted = cut_line(line, width)
    return (gap(width - cells(fitted)), *fitted)


def grounded(line: Line, ground: str) -> Line:
    """Return a line on another ground, painted parts excepted."""
    return tuple(
        part if part.ground else Part(part.text, part.tone, part.bold, part.underline, ground)
        for part in line
    )


def stepping_back(line: Sequence[Part]) -> Line:
    """Return a line all in dim and thin, as a row that is done."""
    return tuple(replace(part, tone="dim", bold=False) for part in line)
