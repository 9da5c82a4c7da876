"""Where in a sheet the table is, and what each of its columns holds."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import Literal

from rolcheck.base.workbook import Sheet
from rolcheck.criteria.drafting.draft import Remark
from rolcheck.criteria.drafting.headings import LEVELS, Role, role_of
from rolcheck.criteria.drafting.words import squeezed

MOST_ABOVE = 40
"""Among how many rows from the top the headings are looked for."""
MOST_COLUMNS = 100
_TELLING = frozenset({"area", "group", "indicator", "level", "content", "standard"})
_FEW = Fraction(3, 5)  # of the indicators: so seldom filled, points are those of what is above


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its heading, what it holds, and of which level its points are."""

    index: int
    heading: str
    role: Role | None
    of: Literal["area", "group", "indicator"] = "indicator"


@dataclass(frozen=True, slots=True)
class Layout:
    """A table in a sheet: its columns, the rows of its headings, and what stands above."""

    sheet: Sheet
    top: int
    bottom: int
    columns: tuple[Column, ...]
    above: tuple[Remark, ...]

    def with_role(self, *roles: Role) -> tuple[Column, ...]:
        """Return the columns of these roles, left to right."""
        return tuple(column for column in self.columns if column.role in roles)


def find_layout(sheet: Sheet) -> Layout | None:
    """Return the layout of the first table with known headings, None if there is none."""
    for top in range(1, min(sheet.last_row, MOST_ABOVE) + 1):
        row = _texts(sheet, top)
        roles = {role_of(text) for text in row.values()} - {None}
        if len(roles) < 2 or not roles & _TELLING:
            continue
        bottom = _bottom(sheet, top)
        columns = _columns(sheet, top, bottom)
        above = tuple(
            Remark(sheet.place(line, column), cell.text)
            for (line, column), cell in sorted(sheet.cells.items())
            if line < top
        )
        return _resolved(Layout(sheet, top, bottom, columns, above))
    return None


def _texts(sheet: Sheet, row: int) -> dict[int, str]:
    """Return the texts of a row of headings, those of merged cells in each of their columns."""
    found = {column: sheet.text(row, column) for column in range(1, MOST_COLUMNS + 1)}
    for area in sheet.merged:
        if area.top <= row <= area.bottom and (text := sheet.text(area.top, area.left)):
            for column in range(area.left, min(area.right, MOST_COLUMNS) + 1):
                found[column] = text
    return {column: text for column, text in found.items() if text}


def _bottom(sheet: Sheet, top: int) -> int:
    """Return the last row of the headings that begin in `top`."""
    across = [area for area in sheet.merged if area.top == top and area.right > area.left]
    down = [
        area.bottom
        for area in sheet.merged
        if area.top == top and role_of(sheet.text(area.top, area.left))
    ]
    bottom = max([top, *down])
    if bottom == top and across and any(map(role_of, _texts(sheet, top + 1).values())):
        bottom += 1
    return bottom


def _columns(sheet: Sheet, top: int, bottom: int) -> tuple[Column, ...]:
    rows = [_texts(sheet, row) for row in range(bottom, top - 1, -1)]
    indexes = sorted({index for row in rows for index in row})
    columns = []
    for index in indexes:
        said = [row[index] for row in rows if index in row]
        known = next((text for text in said if role_of(text)), said[0])
        columns.append(Column(index, known, role_of(known)))
    return tuple(columns)


def _resolved(layout: Layout) -> Layout:
    generic = {column.index for column in layout.columns if column.role == "level"}
    layout = replace(layout, columns=tuple(_levelled(layout.columns)))
    layout = replace(layout, columns=tuple(_without_groups(layout, generic)))
    if not layout.with_role("indicator"):
        layout = replace(layout, columns=tuple(_with_indicator(layout)))
    return replace(layout, columns=tuple(_with_owners(layout)))


def _levelled(columns: Sequence[Column]) -> Iterator[Column]:
    """Give columns called 项目 and the like the levels that no other column is."""
    free = [role for role in LEVELS if all(column.role != role for column in columns)]
    generic = [column for column in columns if column.role == "level"]
    wanted = free[len(free) - len(generic) :] if len(generic) <= len(free) else free
    if all(column.role not in LEVELS for column in columns):
        wanted = list(LEVELS[: len(generic)])
    levels = dict(zip((column.index for column in generic), wanted, strict=False))
    for column in columns:
        yield replace(column, role=levels.get(column.index)) if column in generic else column


def _without_groups(layout: Layout, generic: Collection[int]) -> Iterator[Column]:
    """Make a column called 项目 a group where it is merged over rows that the next one names."""
    has_group = bool(layout.with_role("group"))
    for column in layout.columns:
        above = column.role == "indicator" and column.index in generic and not has_group
        yield replace(column, role="group") if above and _naming(layout, column) else column


def _naming(layout: Layout, column: Column) -> Column | None:
    """Return the content column that names each row, with points, beside a merged cell."""
    numbers = [one.index for one in layout.with_role("points")]
    spans = [
        range(area.top, area.bottom + 1)
        for area in layout.sheet.merged
        if layout.bottom < area.top < area.bottom and area.left == area.right == column.index
    ]
    for one in layout.with_role("content"):
        wanted = [one.index, *numbers]
        if one.index > column.index and any(
            all((row, index) in layout.sheet.cells for row in span for index in wanted)
            for span in spans
        ):
            return one
    return None


def _with_indicator(layout: Layout) -> Iterator[Column]:
    """Make the column that says most about single rows that of the indicators."""
    filled = _filled(layout)
    named = [*reversed(layout.with_role("area", "group"))]
    said = layout.with_role("content") or layout.with_role("standard")
    chosen = named[0] if named else said[0] if said else None
    if named and said and filled[said[0].index] > filled[named[0].index]:
        chosen = said[0]
    chosen = (named and _naming(layout, named[0])) or chosen
    for column in layout.columns:
        yield replace(column, role="indicator") if column == chosen else column


def _with_owners(layout: Layout) -> Iterator[Column]:
    """Say for columns of points and weights which level they are about."""
    filled = _filled(layout)
    numbers = layout.with_role("points", "weight")
    indicators = layout.with_role("indicator")
    rows = filled[indicators[0].index] if indicators else 0
    for column in layout.columns:
        left = [
            one
            for one in layout.with_role("area", "group", "indicator")
            if one.index < column.index
        ]
        owner = left[-1].role if left else None
        seldom = filled[column.index] < rows * _FEW
        if column in numbers and owner in ("area", "group") and (len(numbers) > 1 or seldom):
            yield replace(column, of=owner)
        else:
            yield column


def _filled(layout: Layout) -> Mapping[int, int]:
    counts = {column.index: 0 for column in layout.columns}
    for row, index in layout.sheet.cells:
        if row > layout.bottom and index in counts:
            counts[index] += 1
    return counts


def heading_texts(layout: Layout) -> frozenset[str]:
    """Return what stands in the rows of headings; tables repeat them on each page."""
    return frozenset(
        squeezed(cell.text)
        for (line, _), cell in layout.sheet.cells.items()
        if layout.top <= line <= layout.bottom
    )
