"""Where in a sheet the tables are, and what each of their columns holds."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from rolcheck.base.workbook import Sheet
from rolcheck.criteria.drafting.captions import is_caption
from rolcheck.criteria.drafting.columns import Column, columns_of, having
from rolcheck.criteria.drafting.draft import Remark
from rolcheck.criteria.drafting.grid import Headings, grid_of, headings_in
from rolcheck.criteria.drafting.headings import Role, role_of
from rolcheck.criteria.drafting.numbering import numbered
from rolcheck.criteria.drafting.words import squeezed

MOST_ABOVE = 40
"""Among how many rows from the top the headings are looked for."""
_TELLING = frozenset({"area", "group", "indicator", "fourth", "level", "content", "standard"})
_SECTION_STYLES = ("part", "chinese", "in-brackets")
_LEAST_AGAIN = 3


@dataclass(frozen=True, slots=True)
class Layout:
    """A table in a sheet: its columns, its rows, and what stands above.

    Attributes:
        top: The first row of its headings.
        bottom: The last row of its headings.
        last: Its last row.
        above: What stands above it, below the table before.
        caption: The section that stands right above the headings; None if there is none.
    """

    sheet: Sheet
    top: int
    bottom: int
    last: int
    columns: tuple[Column, ...]
    above: tuple[Remark, ...]
    caption: Remark | None = None

    def with_role(self, *roles: Role) -> tuple[Column, ...]:
        """Return the columns of these roles, left to right."""
        return having(self.columns, *roles)


def find_layouts(sheet: Sheet) -> tuple[Layout, ...]:
    """Return the tables with known headings, downwards; further ones have other headings."""
    headings = headings_in(sheet)
    places = list(_places(sheet, headings))
    ends = [_begin(headings, top) for top, _ in places[1:]] + [sheet.last_row + 1]
    begins = [1, *ends]
    return tuple(
        _layout(headings, begin, top, bottom, end - 1)
        for begin, (top, bottom), end in zip(begins, places, ends, strict=False)
    )


def _places(sheet: Sheet, headings: Headings) -> Iterator[tuple[int, int]]:
    """Yield the first and last rows of headings, of those that are repeated only the first."""
    known: set[str] = set()
    after = 0
    for top in sorted(headings.rows):
        if top <= after or (not known and top > MOST_ABOVE):
            continue
        texts = headings.texts(top)
        said = {squeezed(text) for text in texts.values()}
        if not _is_heading(texts) or (known and not _is_other(texts, said - known)):
            continue
        after = _bottom(headings, top)
        known = {
            squeezed(text) for row in range(top, after + 1) for text in headings.texts(row).values()
        }
        yield top, after


def _is_heading(texts: Mapping[int, str]) -> bool:
    roles = {role_of(text) for text in texts.values()} - {None}
    return len(roles) >= 2 and bool(roles & _TELLING)


def _is_other(texts: Mapping[int, str], new: set[str]) -> bool:
    """Tell whether a row below a table is one of headings for another: nearly all are known."""
    roles = [role_of(text) for text in texts.values()]
    known = len(roles) - roles.count(None)
    return len({*roles} - {None}) >= _LEAST_AGAIN and 4 * known >= 3 * len(roles) and len(new) > 1


def _bottom(headings: Headings, top: int) -> int:
    """Return the last row of the headings that begin in `top`."""
    areas = list(headings.merged_from(top))
    across = [area for area in areas if area.right > area.left]
    sheet = headings.sheet
    down = [area.bottom for area in areas if role_of(sheet.text(area.top, area.left))]
    bottom = max([top, *down])
    below = headings.texts(top + 1)
    under = [
        below.get(column, "") for area in across for column in range(area.left, area.right + 1)
    ]
    if bottom == top and any(map(role_of, under)):
        bottom += 1
    return bottom


def _begin(headings: Headings, top: int) -> int:
    """Return the first of the lone texts right above a row of headings, at its left edge."""
    left = min(headings.texts(top))
    begin = top
    while (above := headings.texts(begin - 1)) and len({*above.values()}) == 1:
        if min(above) > left:
            break
        begin -= 1
    return begin


def _layout(headings: Headings, begin: int, top: int, bottom: int, last: int) -> Layout:
    sheet = headings.sheet
    columns = columns_of(grid_of(sheet, top, bottom, last), headings)
    above = tuple(
        Remark(sheet.place(row, column), cell.text)
        for (row, column), cell in sorted(sheet.cells.items())
        if begin <= row < top
    )
    return Layout(sheet, top, bottom, last, columns, above, _caption(above, columns, begin > 1))


def _caption(above: tuple[Remark, ...], columns: tuple[Column, ...], again: bool) -> Remark | None:
    """Return the section that the lowest lone text above the headings opens, if it does."""
    if not above or having(columns, "area"):
        return None
    lowest = above[-1]
    alone = [one.where.line for one in above].count(lowest.where.line) == 1
    styled = numbered(lowest.text).style in _SECTION_STYLES
    return lowest if alone and (styled or (again and is_caption(lowest.text))) else None


def heading_texts(layout: Layout) -> frozenset[str]:
    """Return what stands in the rows of headings; tables repeat them on each page."""
    return frozenset(
        squeezed(cell.text)
        for (line, _), cell in layout.sheet.cells.items()
        if layout.top <= line <= layout.bottom
    )
