"""Tables of a document, for any width: text wraps, shares are shaded, nothing is lost."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction

from rolcheck.base.colours import heat_class
from rolcheck.base.wrapping import wrap
from rolcheck.reports.blocks import Column, Table
from rolcheck.tui.text import BLANK, Line, Part, fill, gap, one_line, to_right

_GAP = 2
_LEAST = 12  # cells of a column of text that is wrapped
_HEAT_LEAST, _HEAT_MOST = 5, 8
_NONE = "-"


@dataclass(frozen=True, slots=True)
class Heat:
    """What the columns of a table that share a heading hold, exactly.

    Attributes:
        shares: By row, then by column: the share (0 to 1) that is shaded; None for none.
        titles: Of the columns, as long as they are; cut where there is no room.
    """

    shares: Sequence[Sequence[Fraction | None]]
    titles: Sequence[str]


def table_lines(table: Table, width: int, heat: Heat | None = None) -> list[Line]:
    """Return a table as lines of at most `width` cells.

    Args:
        table: What is drawn.
        width: The room there is.
        heat: Exact shares for the columns under a shared heading; None to draw them plain.
    """
    plain = [at for at, column in enumerate(table.columns) if heat is None or not column.over]
    shaded = [at for at in range(len(table.columns)) if at not in plain]
    natural = [_natural(table, at) for at in range(len(table.columns))]
    if heat is None or not shaded:
        return _part(table, plain, _fitted(table, plain, natural, width), _NoHeat())
    whole = [natural[at] for at in plain]
    if _taken(whole) + _GAP + len(shaded) * _HEAT_LEAST <= width:
        right = _Heat(table, heat, shaded, shaded, _taken(whole), width)
        return _part(table, plain, whole, right)
    lines = _part(table, plain, _fitted(table, plain, natural, width), _NoHeat())
    keys = plain[: table.keys]
    widths = [natural[at] for at in keys]
    fit = max((width - _taken(widths) - _GAP) // _HEAT_LEAST, 1)
    for start in range(0, len(shaded), fit):
        right = _Heat(table, heat, shaded, shaded[start : start + fit], _taken(widths), width)
        lines += [BLANK, *_part(table, keys, widths, right)]
    return lines


class _NoHeat:
    """The right part of a table that has no shaded columns."""

    def over(self) -> Line | None:
        return None

    def titles(self) -> Line:
        return BLANK

    def row(self, _number: int) -> Line:
        return BLANK


class _Heat(_NoHeat):
    """The shaded columns at the right of a table, one beside the other without gaps."""

    def __init__(
        self,
        table: Table,
        heat: Heat,
        every: Sequence[int],
        shown: Sequence[int],
        start: int,
        width: int,
    ) -> None:
        self._table, self._heat, self._start, self._width = table, heat, start + _GAP, width
        self._every, self._shown = every, shown
        room = (width - self._start) // len(shown)
        self._cells = min(max(room, _HEAT_LEAST), _HEAT_MOST)

    def over(self) -> Line | None:
        text = Part(self._table.columns[self._shown[0]].over, "dim")
        return (gap(min(self._start, self._width - text.cells)), text) if text.text else None

    def titles(self) -> Line:
        line: list[Part] = [gap(_GAP)]
        for at in self._shown:
            id = one_line(self._table.columns[at].title)
            title = self._heat.titles[self._every.index(at)]
            room = self._cells - 1
            name = _whole(title, room - Part(id).cells)
            line.extend((*to_right((Part(id, "dim"), Part(name, "dim")), room), gap(1)))
        return tuple(line)

    def row(self, number: int) -> Line:
        line: list[Part] = [gap(_GAP)]
        for at in self._shown:
            share = self._heat.shares[number][self._every.index(at)]
            text = self._table.rows[number][at]
            shown = to_right((Part(text),), self._cells - 2)
            said = "".join(part.text for part in shown) + "  "
            if share is None:
                line.append(Part(said, "dim"))
            else:
                shade = heat_class(share)
                line.append(Part(said, f"heat-{shade}-fg", ground=f"heat-{shade}"))
        return tuple(line)


def _whole(title: str, room: int) -> str:
    """Return as much of a title as fits and can still be read: two characters, a whole word."""
    shown = ""
    for char in title:
        if Part(shown + char).cells > room:
            break
        shown += char
    cut_word = shown.isascii() and len(shown) < len(title) and title[len(shown)] != " "
    return "" if cut_word or Part(shown).cells < 4 else shown


def _part(table: Table, at: Sequence[int], widths: Sequence[int], heat: _NoHeat) -> list[Line]:
    columns = [table.columns[one] for one in at]
    lines: list[Line] = []
    over = heat.over()
    if over is not None:
        lines.append(over)
    lines.append((*_titles(columns, widths), *heat.titles()))
    for number, row in enumerate(table.rows):
        first = True
        for line in _row(columns, [row[one] for one in at], widths, leads=table.keys == 2):
            lines.append((*line, *heat.row(number)) if first else line)
            first = False
    return lines


def _titles(columns: Sequence[Column], widths: Sequence[int]) -> Line:
    line: list[Part] = []
    for column, size in zip(columns, widths, strict=True):
        part: Line = (Part(column.title, "dim"),)
        line.extend(to_right(part, size) if column.kind == "number" else fill(part, size))
        line.append(gap(_GAP))
    return tuple(line[:-1])


def _row(
    columns: Sequence[Column], row: Sequence[str], widths: Sequence[int], *, leads: bool
) -> Iterator[Line]:
    wrapped = [wrap(one_line(cell), size) or ("",) for cell, size in zip(row, widths, strict=True)]
    for number in range(max(map(len, wrapped))):
        line: list[Part] = []
        for at, (column, texts, size) in enumerate(zip(columns, wrapped, widths, strict=True)):
            text = texts[number] if number < len(texts) else ""
            strong = leads and at < 3
            tone = "dim" if text == _NONE else _tone(column, at)
            part: Line = (Part(text, tone, bold=strong and text != _NONE),)
            line.extend(to_right(part, size) if column.kind == "number" else fill(part, size))
            line.append(gap(_GAP))
        yield tuple(line[:-1])


def _tone(column: Column, at: int) -> str:
    if at == 0 or column.kind == "number":
        return "fg"
    return "muted" if column.kind in ("word", "id") else "fg"


def _natural(table: Table, at: int) -> int:
    texts = (table.columns[at].title, *(row[at] for row in table.rows))
    return max(Part(one_line(text)).cells for text in texts)


def _taken(widths: Sequence[int]) -> int:
    return sum(widths) + _GAP * max(len(widths) - 1, 0)


def _fitted(table: Table, at: Sequence[int], natural: Sequence[int], width: int) -> list[int]:
    """Return widths that fit: the widest columns of text give way first, then all others."""
    widths = [natural[one] for one in at]
    for kinds in (("text",), ("text", "word", "id"), ("text", "word", "id", "number")):
        free = [index for index, one in enumerate(at) if table.columns[one].kind in kinds]
        while _taken(widths) > width and free:
            widest = max(free, key=lambda index: widths[index])
            if widths[widest] <= (_LEAST if kinds == ("text",) else 4):
                break
            widths[widest] -= 1
    return widths
