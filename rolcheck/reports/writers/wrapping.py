"""Text in lines of so many cells: Chinese breaks anywhere but before its closing punctuation."""

from rolcheck.base.text import cell_width, clean

_NEVER_FIRST = frozenset("，。、；：？！）》」』】〕〉”’…,.;:?!)]}%")
_NEVER_LAST = frozenset("（《「『【〔〈“‘([{")


def one_line(text: str) -> str:
    """Return `text` without what a terminal obeys, in one line."""
    return " ".join(clean(text).split())


def wrap(text: str, width: int) -> tuple[str, ...]:
    """Return `text` as lines of at most `width` cells; one empty line for an empty text."""
    lines, current = [], ""
    for piece in _pieces(one_line(text), width):
        if current.strip() and cell_width(current) + cell_width(piece.rstrip()) > width:
            lines.append(current.rstrip())
            current = piece.lstrip()
        else:
            current += piece
    return (*lines, current.rstrip())


def _pieces(text: str, width: int) -> list[str]:
    """Cut a text wherever a line may end, and wherever nothing else would fit."""
    pieces, current = [], ""
    for char in text:
        if current and _may_end(current, char, width):
            pieces.append(current)
            current = ""
        current += char
    return [*pieces, current] if current else pieces


def _may_end(current: str, following: str, width: int) -> bool:
    if cell_width(current) + cell_width(following) > width:
        return True
    last = current[-1]
    if following in _NEVER_FIRST or last in _NEVER_LAST:
        return False
    if last == " ":
        return following != " "
    return cell_width(last) == 2 or cell_width(following) == 2
