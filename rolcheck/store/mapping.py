"""Rows as the values of columns, the same for every store: flags become 0 and 1."""

from collections.abc import Sequence
from dataclasses import fields

from rolcheck.events.rows import ROWS, R, Row
from rolcheck.store.port import Values

COLUMNS_OF: dict[type[Row], tuple[str, ...]] = {
    row: tuple(each.name for each in fields(row)) for row in ROWS
}
"""The columns of each table, in the order of the row's fields."""

_FLAGS: dict[type[Row], frozenset[int]] = {
    row: frozenset(index for index, each in enumerate(fields(row)) if each.type is bool)
    for row in ROWS
}


def values_of(row: Row) -> Values:
    """Return the values of the columns of `row`."""
    return tuple(plain(getattr(row, name)) for name in COLUMNS_OF[type(row)])


def row_of(row: type[R], values: Sequence[object]) -> R:
    """Return the row whose `values_of` is `values`."""
    flags = _FLAGS[row]
    return row(*(bool(v) if index in flags else v for index, v in enumerate(values)))


def plain(value: object) -> object:
    """Return `value` as a column holds it."""
    return int(value) if isinstance(value, bool) else value
