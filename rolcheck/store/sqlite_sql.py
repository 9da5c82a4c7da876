"""The statements of a SQLite ledger, and the rows that go through them."""

import sqlite3
from collections.abc import Container, Iterable, Sequence

from rolcheck.events import codec
from rolcheck.events.codec import Link
from rolcheck.events.rows import ROWS, Change, Put, Row, Tables
from rolcheck.events.types import Event
from rolcheck.store.mapping import COLUMNS_OF, plain, row_of, values_of
from rolcheck.store.port import Values


def _list(names: Iterable[str]) -> str:
    return ", ".join(f'"{name}"' for name in names)


_EVENT = _list(("position", *codec.COLUMNS))
_MARKS = ", ".join("?" * (len(codec.COLUMNS) + 1))
_SELECT = f"SELECT {_EVENT} FROM events WHERE position > ? ORDER BY position LIMIT ?"
_NO_LIMIT = -1
_INSERT = f"INSERT INTO events ({_EVENT}) VALUES ({_MARKS})"
_CHAIN = "SELECT seq, hash FROM events WHERE author = ? AND desk = ? ORDER BY seq DESC LIMIT 1"
_NEXT_DESK = "SELECT author, desk FROM events WHERE author = ? AND desk > ? ORDER BY desk LIMIT 1"
_NEXT_AUTHOR = "SELECT author, desk FROM events WHERE author > ? ORDER BY author, desk LIMIT 1"


def _put(kind: type[Row]) -> str:
    columns = COLUMNS_OF[kind]
    sets = ", ".join(f'"{name}" = excluded."{name}"' for name in columns)
    marks = ", ".join("?" * len(columns))
    return (
        f'INSERT INTO "{kind.table}" ({_list(columns)}) VALUES ({marks})'
        f' ON CONFLICT ("{kind.key}") DO UPDATE SET {sets}'
    )


_PUT = {kind: _put(kind) for kind in ROWS}
_ROWS = {
    kind: f'SELECT {_list(COLUMNS_OF[kind])} FROM "{kind.table}" ORDER BY place' for kind in ROWS
}


def length(connection: sqlite3.Connection) -> int:
    """Return the position of the last event, which is how many there are."""
    (count,) = connection.execute("SELECT coalesce(max(position), 0) FROM events").fetchone()
    return int(count)


def latest(connection: sqlite3.Connection) -> str:
    """Return `at` of the last event; empty if there is none."""
    row = connection.execute("SELECT at FROM events ORDER BY position DESC LIMIT 1").fetchone()
    return str(row[0]) if row else ""


def last_link(connection: sqlite3.Connection, author: str, desk: str) -> tuple[int, str]:
    """Return where one chain stands: 0 and `codec.FIRST` if it has not begun."""
    row = connection.execute(_CHAIN, [author, desk]).fetchone()
    return (row[0], row[1]) if row else (0, codec.FIRST)


def frontier(connection: sqlite3.Connection) -> tuple[Link, ...]:
    """Return the last link of every chain, sorted.

    From chain to chain through the index: a GROUP BY would read every event.
    """
    links: list[Link] = []
    author, desk = "", ""
    while found := (
        connection.execute(_NEXT_DESK, [author, desk]).fetchone()
        or connection.execute(_NEXT_AUTHOR, [author]).fetchone()
    ):
        author, desk = found
        links.append((author, desk, *last_link(connection, author, desk)))
    return tuple(sorted(links))


def raw_events(
    connection: sqlite3.Connection, *, after: int = 0, limit: int | None = None
) -> tuple[tuple[int, Values], ...]:
    """Return position and columns of the events behind position `after`, all or `limit`."""
    rows = connection.execute(_SELECT, [after, _NO_LIMIT if limit is None else limit])
    return tuple((row[0], row[1:]) for row in rows)


def insert(connection: sqlite3.Connection, events: Sequence[Event], *, after: int) -> None:
    """Insert `events` behind position `after`."""
    rows = ((place, *codec.to_row(event)) for place, event in enumerate(events, after + 1))
    connection.executemany(_INSERT, rows)


def apply(connection: sqlite3.Connection, change: Change) -> None:
    """Carry out one change of a projection, as `Tables.apply` does.

    Raises:
        KeyError: A patch of a row that is not there.
    """
    if isinstance(change, Put):
        connection.execute(_PUT[type(change.row)], values_of(change.row))
        return
    sets = ", ".join(f'"{name}" = ?' for name in change.fields)
    done = connection.execute(
        f'UPDATE "{change.row.table}" SET {sets} WHERE "{change.row.key}" = ?',
        [*map(plain, change.fields.values()), change.key],
    )
    if done.rowcount == 0:
        raise KeyError(change.key)


def tables(connection: sqlite3.Connection) -> Tables:
    """Return all projections."""
    found = Tables()
    for kind in ROWS:
        rows = (row_of(kind, values) for values in connection.execute(_ROWS[kind]))
        found.rows[kind] = {row.id_value: row for row in rows}
    return found


def raw_rows(
    connection: sqlite3.Connection, lost: Container[str] = ()
) -> dict[type[Row], tuple[Values, ...]]:
    """Return the columns of every row of every projection; none of a table that is lost."""
    return {
        kind: () if kind.table in lost else tuple(connection.execute(_ROWS[kind])) for kind in ROWS
    }


def raw_heads(connection: sqlite3.Connection) -> tuple[tuple[str, str], ...]:
    """Return the kept heads and their frontiers."""
    return tuple(connection.execute("SELECT head, frontier FROM heads"))
