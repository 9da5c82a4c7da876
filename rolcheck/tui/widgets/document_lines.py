"""Plain text and Markdown as lines: headings in bold, tables in columns, the rest as it stands."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from rolcheck.base.text import cell_width
from rolcheck.base.wrapping import wrap
from rolcheck.tui.text import Line, Part, fill, gap

_BETWEEN = 2
_LEAST_CELLS = 4


def document_lines(text: Sequence[str], width: int) -> list[Line]:
    """Return the lines of a text for `width` cells."""
    lines: list[Line] = []
    for is_table, block in groupby(text, key=_is_table_row):
        if is_table:
            lines.extend(_table(list(block), width))
        else:
            for source in block:
                lines.extend(_paragraph(source, width))
    return lines


def _is_table_row(source: str) -> bool:
    return source.lstrip().startswith("|") and source.count("|") > 1


def _paragraph(source: str, width: int) -> Iterator[Line]:
    is_heading = source.startswith("#")
    said = source.lstrip("#").strip() if is_heading else source
    for line in wrap(said, width) or ("",):
        yield (Part(line, bold=is_heading),)


def _table(sources: Sequence[str], width: int) -> Iterator[Line]:
    rows = [[cell.strip() for cell in one.strip().strip("|").split("|")] for one in sources]
    shown = [row for row in rows if not all(set(cell) <= set("-: ") for cell in row)]
    if not shown:
        return
    widths = _widths(shown, width)
    for at, row in enumerate(shown):
        cells = [wrap(cell, room) or ("",) for cell, room in zip(row, widths, strict=False)]
        for number in range(max(map(len, cells), default=0)):
            line: list[Part] = []
            for cell, room in zip(cells, widths, strict=False):
                said = cell[number] if number < len(cell) else ""
                line.extend((*fill((Part(said, "fg" if at else "muted"),), room), gap(_BETWEEN)))
            yield tuple(line[:-1])


def _widths(rows: Sequence[Sequence[str]], width: int) -> list[int]:
    """Return the columns' widths: as wide as needed, the widest made narrower until all fit."""
    count = max(map(len, rows))
    widths = [
        max((cell_width(row[at]) for row in rows if at < len(row)), default=1) or 1
        for at in range(count)
    ]
    while sum(widths) + _BETWEEN * (count - 1) > width and max(widths) > _LEAST_CELLS:
        widths[widths.index(max(widths))] -= 1
    return widths
