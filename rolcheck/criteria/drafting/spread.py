"""Cells that are merged over several rows: what they say is said of each of these rows."""

from bisect import bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from rolcheck.base.places import Place
from rolcheck.criteria.drafting.headings import Role
from rolcheck.criteria.drafting.layout import Layout

_SPREAD: tuple[Role, ...] = ("office", "co-office", "standard", "evidence", "note")
Reaching = tuple[Role, str, Place]


@dataclass(frozen=True, slots=True)
class Spread:
    """What merged cells say of the rows below their first, and which columns they cover there."""

    texts: Mapping[int, tuple[Reaching, ...]]
    roles: Mapping[int, frozenset[Role]]

    def reaching(self, row: int) -> Iterator[Reaching]:
        """Yield the role, the text and the place of each merged cell that reaches a row."""
        yield from self.texts.get(row, ())

    def covered(self, row: int) -> frozenset[Role]:
        """Return the roles of the columns in which a cell from above reaches a row."""
        return self.roles.get(row, frozenset())


def spread_of(layout: Layout) -> Spread:
    """Return the merged cells of a table by the rows that they reach."""
    roles = {column.index: column.role for column in layout.columns}
    rows = sorted({row for row, _ in layout.sheet.cells if layout.bottom < row <= layout.last})
    texts: dict[int, dict[Role, Reaching]] = {}
    covered: dict[int, set[Role]] = {}
    for area in layout.sheet.merged:
        role = roles.get(area.left)
        if role is None or not layout.bottom < area.top < area.bottom:
            continue
        text = layout.sheet.text(area.top, area.left)
        place = layout.sheet.place(area.top, area.left)
        for row in rows[bisect_right(rows, area.top) : bisect_right(rows, area.bottom)]:
            covered.setdefault(row, set()).add(role)
            if role in _SPREAD and text:
                texts.setdefault(row, {}).setdefault(role, (role, text, place))
    return Spread(
        {row: tuple(found.values()) for row, found in texts.items()},
        {row: frozenset(found) for row, found in covered.items()},
    )
