"""The first line of an editor: what this is, how it is done, what was said before."""

from collections.abc import Sequence

from rolcheck.tui.text import Line, Part, aside, cells, gap
from rolcheck.tui.widgets.editors.outcome import Before


def heading(title: Part, hint: str, before: Before, right: Line, width: int) -> Line:
    """Return the line; where it is narrow the hint gives way to what was said before.

    Args:
        title: What is made here.
        hint: How it is done.
        before: What was said of the item before.
        right: What stands at the right end.
        width: In cells.
    """
    how: Line = (Part(hint, "muted"),)
    own, panel = before.said, before.panel
    ways = [(how, own, panel), (own, panel), (own,)] if own else [(how, panel)]
    room = width - cells(right) - 3
    fitting = (line for line in (_joined(title, way) for way in ways) if cells(line) <= room)
    return aside(next(fitting, _joined(title, (how,))), (*right, gap(1)), width)


def _joined(title: Part, said: Sequence[Line]) -> Line:
    line: Line = (title, gap(2))
    for at, one in enumerate(one for one in said if one):
        line = (*line, gap(3), *one) if at else (*line, *one)
    return line
