"""Pieces that several sections share: headings, sentences, bars with their percentage."""

from collections.abc import Callable, Collection, Sequence
from fractions import Fraction

from rolcheck.base.messages import N_
from rolcheck.base.wrapping import wrap
from rolcheck.locale import _
from rolcheck.tui.paint import bar
from rolcheck.tui.text import BLANK, Line, Part, aside, fill, gap
from rolcheck.tui.widgets.board import Block
from rolcheck.tui.widgets.rows import RowPlace

INDENT = gap(2)
FRESH = N_("new")
FRESH_CELLS = 3


def head(
    title: Callable[[], str], summary: Callable[[], str] = str, *, spaced: bool = True
) -> Block:
    """Return a heading, with an empty line below and, if `spaced`, one above.

    Args:
        title: Gives it in the language in use.
        summary: Gives what stands dim at the right end.
        spaced: Whether it follows another section.
    """

    def draw(place: RowPlace) -> Sequence[Line]:
        tone = "accent" if place.selected and place.focused else "muted"
        line = aside((Part(title(), tone, bold=True),), (Part(summary(), "dim"),), place.cells)
        return [BLANK, line, BLANK] if spaced else [line, BLANK]

    return Block(draw, head=True)


def sentence(parts: Callable[[], Line], tone: str = "muted") -> Block:
    """Return a sentence in lines, of plain text and of keys in accent."""

    def draw(place: RowPlace) -> Sequence[Line]:
        line = parts()
        if sum(part.cells for part in line) + INDENT.cells <= place.cells:
            return [(INDENT, *line)]
        text = "".join(part.text for part in line)
        return [(INDENT, Part(said, tone)) for said in wrap(text, place.cells - INDENT.cells)]

    return Block(draw)


def key_and(key: str, what: str) -> Line:
    """Return a key as it is pressed and what it does."""
    return (Part(key, "accent", bold=True), Part(f" {what}", "muted"))


def fresh_mark(key: str, fresh: Collection[str]) -> Line:
    """Return the mark of what changed a moment ago; as many blanks for what did not."""
    shown: Line = (Part(_(FRESH), "confirm", bold=True),) if key in fresh else BLANK
    return fill(shown, FRESH_CELLS)


def share_of(done: int, due: int) -> Fraction:
    """Return how much of what is due is done; all of nothing."""
    return Fraction(done, due) if due else Fraction(1)


def percent_words(share: Fraction) -> str:
    """Return a share in whole percent; 100 only where all is done."""
    return f"{int(share * 100)}%"


def progress_bar(share: Fraction, cells: int, *, late: bool) -> Line:
    """Return a painted bar: those behind in accent, full ones stepping back."""
    if share >= 1:
        return bar(Fraction(1), cells, tone="select", track="surface")
    return bar(share, cells, tone="accent" if late else "bar", track="surface")


def slowest(shares: Sequence[Fraction]) -> Fraction:
    """Return up to which share something is among the slowest quarter, three at most."""
    behind = sorted(share for share in shares if share < 1)
    count = min(-(-len(shares) // 4), 3, len(behind))
    return behind[count - 1] if count else Fraction(-1)
