"""Text in lines of so many cells: Chinese breaks anywhere but before its closing punctuation."""

from collections.abc import Iterator

from rolcheck.base.text import cell_width, clean

_NEVER_FIRST = frozenset("，。、；：？！）》」』】〕〉”’…,.;:?!)]}%")
_NEVER_LAST = frozenset("（《「『【〔〈“‘([{")


def one_line(text: str) -> str:
    """Return `text` cleaned and in one line, every run of white space as one blank."""
    return " ".join(clean(text).split())


def wrap(text: str, width: int) -> tuple[str, ...]:
    """Return the paragraphs of `text`, cleaned, as lines of at most `width` cells.

    Latin words stay whole where they fit; closing punctuation is never first in a line, an
    opening bracket never last.

    Args:
        text: Paragraphs end with a newline; blanks at a paragraph's beginning stay.
        width: In cells; under 2 it counts as 2, which a wide character needs.

    Returns:
        At least one line a paragraph; none where all are empty.

    Example:
        >>> wrap("按 review desk 的说明", 11)
        ('按 review', 'desk 的说明')
    """
    lines: list[str] = []
    for paragraph in clean(text).expandtabs(4).split("\n"):
        lines.extend(_wrap_paragraph(paragraph, max(width, 2)))
    return tuple(lines) if any(lines) else ()


def _wrap_paragraph(text: str, width: int) -> Iterator[str]:
    current, taken = "", 0
    for piece in _pieces(text, width):
        if taken + cell_width(piece.rstrip()) > width:
            if current.strip():
                yield current.rstrip()
            current = piece.lstrip()
        else:
            current += piece
        taken = cell_width(current)
    yield current.rstrip()


def _pieces(text: str, width: int) -> Iterator[str]:
    """Cut a text where a line may end: after a wide character, a blank, or a part too long."""
    current = ""
    for char in text:
        if current and _may_end(current, char, width):
            yield current
            current = ""
        current += char
    if current:
        yield current


def _may_end(current: str, following: str, width: int) -> bool:
    if cell_width(current) + cell_width(following) > width:
        return True
    last = current[-1]
    if following in _NEVER_FIRST or last in _NEVER_LAST:
        return False
    if last == " ":
        return following != " "
    return cell_width(last) == 2 or cell_width(following) == 2
