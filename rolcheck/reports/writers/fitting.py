"""How wide the columns of a text table are where the page does not hold all of it."""

import re
from collections.abc import Sequence

from rolcheck.base.text import cell_width
from rolcheck.reports.blocks import Column

GAP = 2
LEAST = 12  # cells of a column of free text that is wrapped
LONGEST_WORD = 20  # cells; longer ones are cut
HEADING = 4  # cells that a heading keeps if it has so many: two characters
_WORD = re.compile(r"[!-~]+")

Rows = Sequence[tuple[str, ...]]


def taken(widths: Sequence[int]) -> int:
    """Return how many cells columns of these widths take side by side."""
    return sum(widths) + GAP * (len(widths) - 1)


def natural(columns: Sequence[Column], rows: Rows) -> list[int]:
    """Return the widths at which nothing is wrapped."""
    return [
        max(map(cell_width, [column.title, *(row[index] for row in rows)]))
        for index, column in enumerate(columns)
    ]


def least(columns: Sequence[Column], rows: Rows) -> list[int]:
    """Return the least widths: free text wrapped, of other columns the headings alone."""
    widths = natural(columns, rows)
    return [
        min(width, LEAST)
        if column.kind == "text"
        else max([_least_heading(column.title), *(cell_width(row[index]) for row in rows)])
        for index, (column, width) in enumerate(zip(columns, widths, strict=True))
    ]


def fitted(columns: Sequence[Column], rows: Rows, width: int) -> list[int]:
    """Return the widths for a page: headings wrapped first, then free text, the widest first.

    Words stay whole as long as the page holds them.
    """
    widths = natural(columns, rows)
    if taken(widths) <= width:
        return widths
    floors = _whole_words(columns, rows)
    if taken(floors) > width:
        floors = least(columns, rows)
    free = [index for index, column in enumerate(columns) if column.kind == "text"]
    narrowed = [size if index in free else floors[index] for index, size in enumerate(widths)]
    while (excess := taken(narrowed) - width) > 0:
        wide = [index for index in free if narrowed[index] > floors[index]]
        if not wide:
            break
        widest = max(wide, key=lambda index: narrowed[index])
        others = max((narrowed[index] for index in wide if index != widest), default=0)
        room = max(narrowed[widest] - max(others, floors[widest]), 1)
        narrowed[widest] -= min(excess, room)
    return narrowed


def _whole_words(columns: Sequence[Column], rows: Rows) -> list[int]:
    """Return the least widths at which no word is cut."""
    return [
        max(floor, min(LONGEST_WORD, max((_longest_word(row[index]) for row in rows), default=0)))
        for index, floor in enumerate(least(columns, rows))
    ]


def _least_heading(title: str) -> int:
    return max(min(cell_width(title), HEADING), _longest_word(title))


def _longest_word(text: str) -> int:
    return max(map(len, _WORD.findall(text)), default=2)
