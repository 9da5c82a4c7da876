"""The rows of a table told apart: headings, indicators, what continues them, totals."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import zip_longest
from typing import Literal

from rolcheck.base.places import Place
from rolcheck.criteria.drafting.captions import (
    is_caption,
    is_note,
    is_note_word,
    is_page_number,
    is_total,
)
from rolcheck.criteria.drafting.columns import Column
from rolcheck.criteria.drafting.headings import LEVELS, Role
from rolcheck.criteria.drafting.layout import Layout, heading_texts
from rolcheck.criteria.drafting.numbering import numbered
from rolcheck.criteria.drafting.points import points_in, titled
from rolcheck.criteria.drafting.prose.extras import is_bonus, is_malus, is_veto
from rolcheck.criteria.drafting.spread import Spread, spread_of
from rolcheck.criteria.drafting.words import squeezed

Kind = Literal["section", "item", "more", "total", "note", "heading"]

_SECTION_STYLES = ("part", "chinese", "in-brackets")
_HEADLINES = frozenset({"area", "group", "indicator", "number", "content", "standard"})
_LONG, _SHORT = 60, 20
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
        weights: Its cells with weights of areas and groups.
        others: Cells of columns that are not known, with their headings.
        where: Its first cell.
        covered: The roles whose cells are merged with the row above.
        hidden: Whether the office program does not show it.
    """

    kind: Kind
    pieces: Mapping[Role, Piece]
    points: Mapping[str, Piece]
    weights: Mapping[str, Piece]
    others: tuple[tuple[str, Piece], ...]
    where: Place
    covered: frozenset[Role] = frozenset()
    hidden: bool = False

    @property
    def cells(self) -> tuple[Piece, ...]:
        """All of its cells, left to right."""
        found = [*self.pieces.values(), *(piece for _, piece in self.others)]
        found += [*self.points.values(), *self.weights.values()]
        return tuple(sorted(found, key=lambda piece: piece.where.column or 0))

    @property
    def first(self) -> Piece:
        """The text that stands first."""
        return self.cells[0]

    @property
    def level(self) -> Role | None:
        """The level of a section whose column says so."""
        return next((role for role in LEVELS[:2] if role in self.pieces), None)


def records(layout: Layout) -> Iterator[Record]:
    """Yield the rows below the headings in their order, without repeated headings."""
    found = list(_settled(layout, list(_rows(layout))))
    last = max((at for at, record in enumerate(found) if record.kind in _FULL), default=-1)
    for at, record in enumerate(found):
        lone = at > last and record.kind == "section"  # a heading with nothing below is none
        yield replace(record, kind="note") if lone else record


def _settled(layout: Layout, rows: Sequence[Record]) -> Iterator[Record]:
    """Yield rows told apart also by those around them: titles of tables, notes of several rows."""
    noting = False
    for row, after in zip_longest(rows, rows[1:]):
        kind = row.kind
        if _is_alone(layout, row) and kind != "total" and not _opens_section(row.first.text):
            if noting or (after and after.kind == "heading" and kind != "note"):
                kind = "note"
            if is_caption(row.first.text):
                kind = "note" if layout.with_role("area") else "section"
        ends = kind == "total" and "小计" not in row.first.text
        noting = ends or (kind == "note" and (noting or is_note(row.first.text)))
        if kind != "heading":
            yield replace(row, kind=kind)


def _is_alone(layout: Layout, row: Record) -> bool:
    """Tell whether a row is one text at the left edge of the table."""
    at = row.first.where.column or 0
    text = row.first.text
    return len(row.cells) == 1 and at <= layout.columns[0].index and points_in(text) is None


def _opens_section(text: str) -> bool:
    whole = titled(text)
    return (
        numbered(whole.text).style in _SECTION_STYLES
        or is_bonus(whole.text)
        or whole.points is not None
    )


def _rows(layout: Layout) -> Iterator[Record]:
    rows: dict[int, dict[int, str]] = {}
    for (row, column), cell in sorted(layout.sheet.cells.items()):
        if layout.bottom < row <= layout.last:
            rows.setdefault(row, {})[column] = cell.text
    headings = heading_texts(layout)
    spread = spread_of(layout)
    for row, texts in rows.items():
        repeated = [text for text in texts.values() if squeezed(text) in headings]
        record = _record(layout, row, texts, spread)
        if len(repeated) < 2 or 2 * len(repeated) <= len(texts):
            yield record
        else:
            yield replace(record, kind="heading")


def _record(layout: Layout, row: int, texts: Mapping[int, str], spread: Spread) -> Record:
    pieces: dict[Role, Piece] = {}
    points: dict[str, Piece] = {}
    weights: dict[str, Piece] = {}
    others: list[tuple[str, Piece]] = []
    columns = {column.index: column for column in layout.columns}
    weighs = bool(layout.with_role("points"))
    for index, text in texts.items():
        is_formula = layout.sheet.cells[row, index].kind == "formula"
        piece = Piece(text, layout.sheet.place(row, index), is_formula)
        column = columns.get(index, Column(index, "", None))
        if column.role == "points" or (column.role == "weight" and not weighs):
            points.setdefault(column.of, piece)
        elif column.role == "weight" and column.of != "indicator":
            weights.setdefault(column.of, piece)
        elif column.role in (None, "own") or column.role in pieces:
            others.append((column.heading, piece))
        else:
            pieces[column.role] = piece
    _announced(pieces)
    found = Record(
        _kind(layout, texts, pieces, points),
        pieces,
        points,
        weights,
        tuple(others),
        layout.sheet.place(row, min(texts)),
        spread.covered(row),
        row in layout.sheet.hidden_rows,
    )
    merged = {role: Piece(text, where) for role, text, where in spread.reaching(row)}
    return replace(found, pieces=merged | pieces) if found.kind in _FULL else found


def _announced(pieces: dict[Role, Piece]) -> None:
    """Make 加分项 in the column of numbers an area: the columns of levels beside it are empty."""
    number = pieces.get("number")
    if number and "area" not in pieces and announces(number.text):
        pieces["area"] = pieces.pop("number")


def announces(text: str) -> bool:
    """Tell whether a title announces what stands outside the base: bonuses, deductions, vetoes."""
    plain = titled(numbered(text).text, loose=True).text
    return len(plain) <= _SHORT and (is_bonus(plain) or is_malus(plain) or is_veto(plain))


def _kind(
    layout: Layout,
    texts: Mapping[int, str],
    pieces: Mapping[Role, Piece],
    points: Mapping[str, Piece],
) -> Kind:
    said = [text for text in texts.values() if points_in(text) is None]
    if any(map(is_total, said[:3])):
        return "total"
    if said and len(texts) <= 2 and is_note_word(said[0]) and texts[min(texts)] == said[0]:
        return "note"
    if len(texts) == 1 and said and (_is_aside(said[0]) or _is_below(layout, texts)):
        return "note"
    if _is_section(layout, texts, pieces):
        return "section"
    if "indicator" in pieces or "indicator" in points or {"area", "group"} & {*pieces}:
        return "item"
    return "more" if pieces or not layout.columns else "note"


def _is_aside(text: str) -> bool:
    return is_note(text) or is_page_number(text)


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
    whole = titled(text)
    announced = is_bonus(whole.text) or (is_veto(text) and len(text) < _LONG)
    across = len(text) <= _SHORT and not numbers and _is_across(layout, pieces[role].where)
    styled = numbered(whole.text).style in _SECTION_STYLES
    return styled or (announced and role != "standard") or across


def _is_across(layout: Layout, where: Place) -> bool:
    """Tell whether a cell is merged across all columns, as titles between rows are."""
    last = layout.columns[-1].index
    return any(
        area.top == where.line and area.left == where.column and area.right >= last > area.left
        for area in layout.sheet.merged
    )
