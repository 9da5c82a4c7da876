"""The rows of a table told apart: headings, indicators, what continues them, totals."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Literal

from rolcheck.base.places import Place
from rolcheck.criteria.drafting.headings import LEVELS, Role
from rolcheck.criteria.drafting.layout import Column, Layout, heading_texts
from rolcheck.criteria.drafting.numbering import numbered
from rolcheck.criteria.drafting.points import points_in, titled
from rolcheck.criteria.drafting.prose.extras import is_bonus, is_veto
from rolcheck.criteria.drafting.words import squeezed

Kind = Literal["section", "item", "more", "total", "note"]

_TOTAL = re.compile(
    r"(?:小计|合计|总计|共计|总分|总得分|得分合计|.{0,12}(?:小计|合计)(?:[（(].*)?)[:：]?"
)
_NOTE = re.compile(
    r"(?:注|备注|说明|填表|※|\*|评分说明|计分说明|附注|注意)(?:\d|[:：、.]|$|\s|.*[:：])"
)
_SECTION_STYLES = ("part", "chinese", "in-brackets")
_HEADLINES = frozenset({"area", "group", "indicator", "number", "content", "standard"})
_LONG = 60
_FULL = ("item", "more")


@dataclass(frozen=True, slots=True)
class Piece:
    """The text of a cell."""

    text: str
    where: Place
    is_formula: bool = False


@dataclass(frozen=True, slots=True)
class Record:
    """One row.

    Attributes:
        kind: What it is: ``more`` continues the indicator before it.
        pieces: Its cells by what their column holds.
        points: Its cells with points, by the level they are about.
        others: Cells of columns that are not known, with their headings.
        where: Its first cell.
    """

    kind: Kind
    pieces: Mapping[Role, Piece]
    points: Mapping[str, Piece]
    others: tuple[tuple[str, Piece], ...]
    where: Place

    @property
    def first(self) -> Piece:
        """The text that stands first."""
        found = [*self.pieces.values(), *(piece for _, piece in self.others), *self.points.values()]
        return min(found, key=lambda piece: piece.where.column or 0)

    @property
    def level(self) -> Role | None:
        """The level of a section whose column says so."""
        return next((role for role in LEVELS[:2] if role in self.pieces), None)


def records(layout: Layout) -> Iterator[Record]:
    """Yield the rows below the headings in their order, without repeated headings."""
    found = list(_rows(layout))
    last = max((at for at, record in enumerate(found) if record.kind in _FULL), default=-1)
    for at, record in enumerate(found):
        lone = at > last and record.kind == "section"  # a heading with nothing below is none
        yield replace(record, kind="note") if lone else record


def _rows(layout: Layout) -> Iterator[Record]:
    rows: dict[int, dict[int, str]] = {}
    for (row, column), cell in sorted(layout.sheet.cells.items()):
        if row > layout.bottom:
            rows.setdefault(row, {})[column] = cell.text
    headings = heading_texts(layout)
    for row, texts in rows.items():
        repeated = [text for text in texts.values() if squeezed(text) in headings]
        if len(repeated) < 2 or 2 * len(repeated) <= len(texts):
            yield _record(layout, row, texts)


def _record(layout: Layout, row: int, texts: Mapping[int, str]) -> Record:
    pieces: dict[Role, Piece] = {}
    points: dict[str, Piece] = {}
    others: list[tuple[str, Piece]] = []
    columns = {column.index: column for column in layout.columns}
    for index, text in texts.items():
        is_formula = layout.sheet.cells[row, index].kind == "formula"
        piece = Piece(text, layout.sheet.place(row, index), is_formula)
        column = columns.get(index, Column(index, "", None))
        if column.role == "points" or (column.role == "weight" and not layout.with_role("points")):
            points.setdefault(column.of, piece)
        elif column.role is None or column.role in pieces or column.of != "indicator":
            others.append((column.heading, piece))
        else:
            pieces[column.role] = piece
    kind = _kind(layout, texts, pieces, points)
    pieces |= {role: piece for role, piece in _offices(layout, row) if role not in pieces}
    return Record(kind, pieces, points, tuple(others), layout.sheet.place(row, min(texts)))


def _offices(layout: Layout, row: int) -> Iterator[tuple[Role, Piece]]:
    """Yield the offices whose cell was merged over several rows and reaches this one."""
    for column in layout.with_role("office", "co-office"):
        for area in layout.sheet.merged:
            text = layout.sheet.text(area.top, area.left)
            reaches = layout.bottom < area.top < row <= area.bottom
            if reaches and area.left == column.index and text and column.role:
                yield column.role, Piece(text, layout.sheet.place(area.top, area.left))


def _kind(
    layout: Layout,
    texts: Mapping[int, str],
    pieces: Mapping[Role, Piece],
    points: Mapping[str, Piece],
) -> Kind:
    said = [text for text in texts.values() if points_in(text) is None]
    if any(_TOTAL.fullmatch(squeezed(text)) for text in said[:3]):
        return "total"
    if len(texts) == 1 and said and (_NOTE.match(said[0].strip()) or _is_below(layout, texts)):
        return "note"
    if _is_section(layout, texts, pieces):
        return "section"
    if "indicator" in pieces or "indicator" in points or {"area", "group"} & {*pieces}:
        return "item"
    return "more" if pieces or not layout.columns else "note"


def _is_below(layout: Layout, texts: Mapping[int, str]) -> bool:
    """Tell whether a lone text is too long for a heading and stands where no title would."""
    (index, text) = next(iter(texts.items()))
    indicators = layout.with_role("indicator")
    return bool(indicators) and index < indicators[0].index and len(text) > _LONG


def _is_section(layout: Layout, texts: Mapping[int, str], pieces: Mapping[Role, Piece]) -> bool:
    headlines = [role for role in pieces if role in _HEADLINES]
    numbers = [text for text in texts.values() if points_in(text) is not None]
    if len(headlines) != 1 or len(texts) - len(numbers) != 1:
        return False
    role = headlines[0]
    text = pieces[role].text
    if points_in(text) is not None:
        return False
    if role in ("area", "group"):
        return True
    style = numbered(titled(text).text).style
    announced = is_bonus(titled(text).text) or (is_veto(text) and len(text) < _LONG)
    return style in _SECTION_STYLES or (announced and role != "standard")
