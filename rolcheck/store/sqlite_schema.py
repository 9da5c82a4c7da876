"""The tables and triggers of an SQLite ledger, held against those that it was made with."""

import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from rolcheck.store import migrations
from rolcheck.store.migrations import Step

Object = tuple[str, str]
"""What a schema holds: its type (table, trigger, index) and its name."""


def made_with(connection: sqlite3.Connection, known: Sequence[Step]) -> Mapping[Object, str]:
    """Return the schema that a ledger of this version has: the statements by object."""
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    return _made(tuple(known[:version]))


def differing(connection: sqlite3.Connection, known: Sequence[Step]) -> Iterator[Object]:
    """Yield the tables and triggers that are missing or another, and triggers that are added."""
    there, right = _objects(connection), made_with(connection, known)
    for name, sql in right.items():
        if name[0] in ("table", "trigger") and there.get(name) != sql:
            yield name
    yield from (name for name in there if name[0] == "trigger" and name not in right)


def _objects(connection: sqlite3.Connection) -> dict[Object, str]:
    rows = connection.execute(
        "SELECT type, name, sql FROM sqlite_master WHERE sql IS NOT NULL ORDER BY rowid"
    )
    return {(kind, name): " ".join(sql.split()) for kind, name, sql in rows}


@cache
def _made(known: tuple[Step, ...]) -> Mapping[Object, str]:
    fresh = sqlite3.connect(":memory:")
    try:
        migrations.migrate(fresh, known)
        return _objects(fresh)
    finally:
        fresh.close()
