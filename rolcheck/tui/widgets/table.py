"""Columns of rows: widths in cells, numbers right-aligned, and the line of headings above."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from rolcheck.locale import _
from rolcheck.tui.text import Line, Part, fill, gap, to_right
from rolcheck.tui.widgets.painted import Painted

NONE = Part("-", "dim")
_BETWEEN = 2


@dataclass(frozen=True, slots=True)
class Column:
    """One column.

    Attributes:
        title: Message id of its heading; may be empty.
        cells: Its width; 0 for the one column that takes what is left.
        right: Whether it is right-aligned, as numbers are.
    """

    title: str
    cells: int
    right: bool = False


def lay(columns: Sequence[Column], parts: Sequence[Part | Line], width: int) -> Line:
    """Return a row of exactly `width` cells, each part in its column, cut where it is too long."""
    fixed = sum(column.cells for column in columns) + _BETWEEN * (len(columns) - 1)
    flexible = max(width - fixed, 0)
    line: list[Part] = []
    for at, (column, part) in enumerate(zip(columns, parts, strict=True)):
        content: Line = (part,) if isinstance(part, Part) else part
        cells = column.cells or flexible
        line.extend(to_right(content, cells) if column.right else fill(content, cells))
        if at < len(columns) - 1:
            line.append(gap(_BETWEEN))
    return fill(line, width)


class Headings(Painted):
    """The dim line of headings over a list of the same columns.

    Args:
        columns: Gives the columns, which may depend on the width.
    """

    def __init__(
        self, columns: Callable[[int], Sequence[Column]], *, id: str | None = None
    ) -> None:
        super().__init__(id=id)
        self._columns = columns

    def draw(self, width: int) -> Sequence[Line]:
        room = width - 2  # rows begin behind the cursor's two cells
        columns = self._columns(room)
        titles = [Part(_(column.title), "dim") for column in columns]
        return [(gap(2), *lay(columns, titles, room))]
