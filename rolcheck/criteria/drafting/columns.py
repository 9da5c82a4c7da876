"""What the columns of a table hold: by their headings, and by what stands below them."""

import re
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import Literal

from rolcheck.criteria.drafting.grid import Grid, Headings
from rolcheck.criteria.drafting.headings import LEVELS, Role, role_of
from rolcheck.criteria.drafting.points import points_in, titled
from rolcheck.criteria.drafting.words import squeezed

_FEW = Fraction(3, 5)  # of the indicators: so seldom filled, points are those of what is above
_CODE = re.compile(r"[*★#]?[A-Za-z]{0,3}[-.]?\d{1,3}(?:[.-]\d{1,3}){0,3}[.、]?")
_METHOD = re.compile(r"(?:考核|考评|评价|评估|检查)(?:方法|方式|办法)$")
_SPREAD: frozenset[Role] = frozenset({"area", "group", "indicator", "level", "content"})


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its heading, what it holds, and of which level its points are.

    Attributes:
        cell: The column in which the cell of its heading begins; several share a merged one.
    """

    index: int
    heading: str
    role: Role | None
    of: Literal["area", "group", "indicator"] = "indicator"
    cell: int = 0


Columns = Sequence[Column]


def columns_of(grid: Grid, headings: Headings) -> tuple[Column, ...]:
    """Return the columns of a table, left to right."""
    found: Columns = list(_headed(grid, headings))
    steps: Sequence[Callable[[Grid, Columns], Iterator[Column]]] = (
        _parted,
        _with_one_standard,
        _without_points,
        _with_points,
        _shifted,
    )
    for step in steps:
        found = list(step(grid, found))
    generic = {column.index for column in found if column.role == "level"}
    found = list(_levelled(found))
    found = list(_without_groups(grid, found, generic))
    if not having(found, "indicator"):
        found = list(_with_indicator(grid, found))
    found = list(_named_by_rows(grid, found))
    return tuple(_with_owners(grid, found))


def having(columns: Columns, *roles: Role) -> tuple[Column, ...]:
    """Return the columns of these roles, left to right."""
    return tuple(column for column in columns if column.role in roles)


def _headed(grid: Grid, headings: Headings) -> Iterator[Column]:
    rows = [headings.texts(row) for row in range(grid.bottom, grid.top - 1, -1)]
    across = {
        column: area.left
        for row in range(grid.top, grid.bottom + 1)
        for area in headings.merged_from(row)
        for column in range(area.left, area.right + 1)
        if area.bottom == grid.bottom
    }
    for index in sorted({index for row in rows for index in row}):
        said = [row[index] for row in rows if index in row]
        known = next((text for text in said if role_of(text)), said[0])
        yield Column(index, known, role_of(known), cell=across.get(index, index))


def _parted(grid: Grid, columns: Columns) -> Iterator[Column]:
    """Give columns under one merged heading what each holds: numbers, then one level after another.

    Of other headings than those of levels the first keeps what the heading says.
    """
    for column in columns:
        shared = [one for one in columns if one.cell == column.cell]
        if len(shared) == 1 or column.role is None:
            yield column
            continue
        coded = [one for one in shared if _is_coded(grid, one)]
        others = [one for one in shared if one not in coded and grid.filled(one.index)]
        if column in coded and others:
            yield replace(column, role="number")
        elif column not in others:
            yield replace(column, role=None)
        elif column.role not in _SPREAD:
            yield column if column == others[0] else replace(column, role=None)
        elif len(others) == 1:
            yield column
        else:
            yield replace(column, role=_level_in(column, others, columns))


def _level_in(column: Column, others: Columns, columns: Columns) -> Role | None:
    """Return the level of one of several columns that share the heading of a level."""
    place = others.index(column)
    first = LEVELS.index(column.role) if column.role in LEVELS else None
    if first is None:
        return "level"
    taken = {one.role for one in columns if one not in others}
    at = min(first + place, len(LEVELS) - 1)
    return LEVELS[at] if not place or LEVELS[at] not in taken else None


def _is_coded(grid: Grid, column: Column) -> bool:
    said = [squeezed(text) for text in grid.filled(column.index).values()]
    return bool(said) and all(_CODE.fullmatch(text) for text in said)


def _with_one_standard(grid: Grid, columns: Columns) -> Iterator[Column]:
    """Of columns called 考核方法 and 评分标准 let the one about points hold the scoring notes."""
    del grid
    standards = having(columns, "standard")
    telling = [one for one in standards if not _METHOD.search(squeezed(one.heading))]
    for column in columns:
        passed = column in standards and telling and column not in telling
        yield replace(column, role=None) if passed else column


def _without_points(grid: Grid, columns: Columns) -> Iterator[Column]:
    """Make a column called 项目分值 one of titles where its cells are titles with points behind."""
    for column in columns:
        pointed = column.role == "points" and _is_pointed(grid, column)
        yield replace(column, role="level") if pointed else column


def _is_pointed(grid: Grid, column: Column) -> bool:
    """Tell whether most cells are titles with points behind."""
    said = grid.filled(column.index).values()
    named = [text for text in said if points_in(text) is None and titled(text, loose=True).points]
    return 2 * len(named) > len(said)


def _with_points(grid: Grid, columns: Columns) -> Iterator[Column]:
    """Take a column called 得分 that is filled in for the points where nothing else has any."""
    missing = not having(columns, "points", "weight") and not any(
        _is_pointed(grid, one) for one in having(columns, *_SPREAD)
    )
    for column in columns:
        said = [points_in(text) for text in grid.filled(column.index).values()]
        known = [one for one in said if one is not None]
        if missing and column.role == "own" and known and 2 * len(known) > len(said):
            missing = False
            yield replace(column, role="points")
        else:
            yield column


def _shifted(grid: Grid, columns: Columns) -> Iterator[Column]:
    """Move the levels where a table counts them otherwise: from the fourth, or below one more."""
    del grid
    fourth = having(columns, "fourth")
    areas = having(columns, "area")
    outer = [one for one in having(columns, "level") if areas and one.index < areas[0].index]
    for column in columns:
        match column.role:
            case "fourth":
                yield replace(column, role="indicator")
            case "indicator" if fourth and not having(columns, "group"):
                yield replace(column, role="group")
            case "indicator" if fourth:
                yield replace(column, role=None)
            case "level" if column in outer and not having(columns, "indicator"):
                yield replace(column, role="area" if column == outer[-1] else None)
            case "level" if column in outer:
                yield replace(column, role=None)
            case "area" | "group" if outer and not having(columns, "indicator"):
                yield replace(column, role=LEVELS[LEVELS.index(column.role) + 1])
            case _:
                yield column


def _levelled(columns: Columns) -> Iterator[Column]:
    """Give columns called 项目 and the like the levels that no other column is."""
    free = [role for role in LEVELS if all(column.role != role for column in columns)]
    generic = [column for column in columns if column.role == "level"]
    wanted = free[len(free) - len(generic) :] if len(generic) <= len(free) else free
    if all(column.role not in LEVELS for column in columns):
        wanted = list(LEVELS[: len(generic)])
    levels = dict(zip((column.index for column in generic), wanted, strict=False))
    for column in columns:
        yield replace(column, role=levels.get(column.index)) if column in generic else column


def _without_groups(grid: Grid, columns: Columns, generic: Collection[int]) -> Iterator[Column]:
    """Make a column called 项目 a group where it is merged over rows that the next one names."""
    has_group = bool(having(columns, "group"))
    for column in columns:
        above = column.role == "indicator" and column.index in generic and not has_group
        if above and _naming(grid, columns, column):
            yield replace(column, role="group")
        else:
            yield column


def _naming(
    grid: Grid, columns: Columns, column: Column, roles: Sequence[Role] = ("content",)
) -> Column | None:
    """Return the column that names each row, with points, beside a merged cell."""
    numbers = [one.index for one in having(columns, "points")]
    for one in having(columns, *roles):
        wanted = [grid.filled(index) for index in (one.index, *numbers)]
        if one.index > column.index and any(
            all(row in cells for row in span for cells in wanted)
            for span in grid.spans(column.index)
        ):
            return one
    return None


def _with_indicator(grid: Grid, columns: Columns) -> Iterator[Column]:
    """Make the column that says most about single rows that of the indicators."""
    named = [*reversed(having(columns, "area", "group"))]
    said = having(columns, "content") or having(columns, "standard")
    chosen = named[0] if named else said[0] if said else None
    if named and said and len(grid.filled(said[0].index)) > len(grid.filled(named[0].index)):
        chosen = said[0]
    chosen = (named and _naming(grid, columns, named[0])) or chosen
    for column in columns:
        yield replace(column, role="indicator") if column == chosen else column


def _named_by_rows(grid: Grid, columns: Columns) -> Iterator[Column]:
    """Let the scoring notes name the rows where what stands before is merged over them.

    Only where each row has points of its own, and a level is free for the merged cell.
    """
    indicators = having(columns, "indicator")
    numbers = having(columns, "points")
    naming = None
    if indicators and numbers and not having(columns, "group"):
        naming = _naming(grid, columns, indicators[0], ("content", "standard"))
    for column in columns:
        if naming and column == indicators[0]:
            yield replace(column, role="group")
        else:
            yield replace(column, role="indicator") if column == naming else column


def _with_owners(grid: Grid, columns: Columns) -> Iterator[Column]:
    """Say for columns of points and weights which level they are about."""
    numbers = having(columns, "points", "weight")
    indicators = having(columns, "indicator")
    rows = len(grid.filled(indicators[0].index)) if indicators else 0
    for column in columns:
        left = [
            one for one in having(columns, "area", "group", "indicator") if one.index < column.index
        ]
        owner = left[-1].role if left else None
        seldom = len(grid.filled(column.index)) < rows * _FEW
        if column in numbers and owner in ("area", "group") and (len(numbers) > 1 or seldom):
            yield replace(column, of=owner)
        else:
            yield column
