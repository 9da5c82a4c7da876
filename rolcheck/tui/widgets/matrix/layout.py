"""Where everything stands for a width and a first column, and the lines made of it."""

from collections.abc import Set
from dataclasses import dataclass, replace

from rolcheck.base.messages import N_
from rolcheck.locale import _
from rolcheck.tui.text import Line, Part, fill, gap, to_right
from rolcheck.tui.widgets.matrix.axes import Column, Row
from rolcheck.tui.widgets.matrix.heads import corner, heads, side
from rolcheck.tui.widgets.matrix.sheet import Cell, Sheet

FRESH = N_("new")
GUTTER = 2  # the cursor's `>` and a blank
_MARK = 4  # of what changed
_SIDE = {False: 9, True: 7}  # what a row comes to: totals, or points where axes are swapped


@dataclass(frozen=True, slots=True)
class Places:
    """Where everything stands.

    Attributes:
        lead: Cells of what stands before the names.
        name: Cells of the names.
        columns: Those that are seen, whole.
        room: Cells between the names and what stands at the right.
        side: Cells of that.
    """

    lead: int
    name: int
    columns: tuple[Column, ...]
    room: int
    side: int

    @property
    def left(self) -> int:
        """Cells before the first column."""
        return GUTTER + (self.lead + 1 if self.lead else 0) + self.name + 1

    @property
    def whole(self) -> int:
        """Cells of all that is seen."""
        return self.left + self.room + self.side + _MARK


def places_of(sheet: Sheet, width: int, start: int) -> Places:
    """Return where everything stands.

    Args:
        sheet: What is drawn.
        width: Cells in all.
        start: How far it is scrolled to the right; the first column is the next one that begins
            there, for none is cut.
    """
    lead = sheet.lead_cells
    beside = _SIDE[sheet.view.swapped]
    fixed = GUTTER + (lead + 1 if lead else 0) + 1 + beside + _MARK
    name = sheet.name_cells(width - fixed)
    room = max(width - fixed - name, 1)
    if sheet.view.swapped:  # what stands at the right follows at once
        room = max(min(room, sheet.width), 1)
    first = next((one for one in sheet.columns if one.x >= start), None)
    if first is None:
        return Places(lead, name, sheet.columns[-1:], room, beside)
    end = first.x + room
    shown = tuple(one for one in sheet.columns if first.x <= one.x and one.x + one.cells <= end)
    return Places(lead, name, shown or (first,), room, beside)


def taken(sheet: Sheet, places: Places) -> int:
    """Return how many cells there would have to be for all columns."""
    return places.whole - places.room + sheet.width


def row_line(
    sheet: Sheet, places: Places, row: Row, chosen: Column | None, fresh: Set[Cell]
) -> Line:
    """Return a row.

    Args:
        sheet: What is drawn.
        places: Where everything stands.
        row: Which.
        chosen: The column of the cursor, if it is in this row.
        fresh: The cells that changed a moment ago.
    """
    parts: list[Part] = [*_label(row, places, chosen=chosen is not None)]
    start = end = places.columns[0].x
    for column, part in zip(places.columns, sheet.parts(row, places.columns), strict=True):
        if column.x > end:
            parts.append(gap(column.x - end))
        end = column.x + column.cells
        if column is chosen:
            # underlined: in high contrast the lowest shade is as light as reverse video
            parts.append(Part(part.text, "surface", True, True, ground="fg"))
        elif fresh and sheet.cell(row, column) in fresh:
            parts.append(replace(part, underline=True))
        else:
            parts.append(part)
    parts.append(gap(places.room - (end - start)))
    at = 1 if sheet.view.swapped else 0
    is_fresh = bool(row.key) and any(cell[at] == row.key for cell in fresh)
    mark = Part(_(FRESH) if is_fresh else "", "confirm", bold=True)
    return (*parts, *to_right((sheet.side(row),), places.side), *to_right((mark,), _MARK))


def head_line(sheet: Sheet, places: Places, chosen: str, y: int) -> Line:
    """Return one of the lines above; `chosen` is the key of the column under the cursor."""
    left = (gap(GUTTER), *corner(sheet, places.columns)[y])
    over = fill(heads(sheet, places.columns, chosen)[y], places.room)
    return (*fill(left, places.left), *over, *to_right(side(sheet)[y], places.side), gap(_MARK))


def _label(row: Row, places: Places, *, chosen: bool) -> Line:
    start = Part("> ", "accent") if chosen else gap(GUTTER)
    if not row.key:
        return (start, *fill((Part(row.name, "muted", bold=True),), places.left - GUTTER))
    name = fill((Part(row.name, "fg", bold=chosen),), places.name)
    if not places.lead:
        return (start, *name, gap(1))
    lead = Part(row.lead, "accent" if chosen else "dim")
    shown = to_right((lead,), places.lead) if row.lead.isdigit() else fill((lead,), places.lead)
    return (start, *shown, gap(1), *name, gap(1))
