"""A ledger in one SQLite file, through the standard library's driver.

Rollback journal and not WAL, durable before a write returns, one writer at a time. See
`docs/ledger.md`.
"""

import sqlite3
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime
from functools import partial
from pathlib import Path

from rolcheck.base import ids
from rolcheck.base.errors import StoreError
from rolcheck.base.messages import N_
from rolcheck.base.places import Place
from rolcheck.events import codec
from rolcheck.events.codec import Link
from rolcheck.events.fold import fold
from rolcheck.events.rows import Tables
from rolcheck.events.types import Draft, Event
from rolcheck.store import sqlite_sql as sql
from rolcheck.store.heads import frontier_text, read_kept
from rolcheck.store.migrations import Step, steps
from rolcheck.store.port import Stored
from rolcheck.store.sealing import Sealer
from rolcheck.store.sqlite_errors import damage_in, only_unwritable, store_error
from rolcheck.store.sqlite_file import LedgerFile, Older
from rolcheck.store.sqlite_schema import differing

VERIFY = N_("run `rolcheck audit verify` to see what was changed")


class SqliteStore:
    """An `EventStore` in a file, which comes into being with the first event.

    Args:
        path: The file; nothing is read or made before a method is called.
        campaign: Whose ledger it must be.
        desk: Where events are recorded.
        new_id: Gives a fresh event id.
        busy_seconds: How long another program's lock is waited for.
        known: The migrations; others than the program's own only in trials.
        older: What becomes of a ledger of an older format.
    """

    def __init__(
        self,
        path: Path,
        *,
        campaign: str,
        desk: str,
        new_id: Callable[[], str] = ids.new_id,
        busy_seconds: float = 20,
        known: Sequence[Step] | None = None,
        older: Older = "upgraded",
    ) -> None:
        self._path, self._campaign, self._desk, self._new_id = path, campaign, desk, new_id
        self._known = known or steps()
        self._file = LedgerFile(
            path, campaign=campaign, busy_seconds=busy_seconds, steps=self._known, older=older
        )

    def length(self) -> int:
        """Return the number of events."""
        with self._file.reading() as connection:
            return sql.length(connection) if connection else 0

    def events(self, *, after: int = 0, limit: int | None = None) -> Sequence[Event]:
        """Return the events behind the first `after`, in recording order."""
        with self._file.reading() as connection:
            return _events(connection, self._path, after, limit) if connection else ()

    def tables(self) -> tuple[int, Tables]:
        """Return the projections and the number of events that they stand for."""
        with self._file.reading() as connection:
            if connection is None:
                return 0, Tables()
            return sql.length(connection), sql.tables(connection)

    @contextmanager
    def write(self) -> Iterator["SqliteTransaction"]:
        """Begin a write; leaving it normally makes it durable, an exception undoes it whole."""
        with self._file.writing() as connection:
            sealer = Sealer(
                campaign=self._campaign,
                desk=self._desk,
                new_id=self._new_id,
                latest=sql.latest(connection),
                last=partial(sql.last_link, connection, desk=self._desk),
            )
            transaction = SqliteTransaction(connection, self._path, sealer)
            try:
                yield transaction
                transaction.must_be_whole()
            finally:
                transaction.over()

    def frontier(self) -> tuple[Link, ...]:
        """Return the last link of every chain, sorted."""
        with self._file.reading() as connection:
            return sql.frontier(connection) if connection else ()

    def keep_head(self) -> str:
        """Return today's head, and keep its frontier unless the disk is full or read-only."""
        frontier = self.frontier()
        head = codec.head(frontier)
        if self.kept_frontier(head) is None:
            try:
                with self._file.writing() as connection:
                    connection.execute(
                        "INSERT OR REPLACE INTO heads VALUES (?, ?, ?)",
                        [head, frontier_text(frontier), sql.latest(connection)],
                    )
            except StoreError as error:
                if not only_unwritable(error):
                    raise
        return head

    def kept_frontier(self, head: str) -> tuple[Link, ...] | None:
        """Return the frontier kept for a head that was printed, or None."""
        if head == codec.head(()):
            return ()
        with self._file.reading() as connection:
            if connection is None:
                return None
            query = "SELECT frontier FROM heads WHERE head = ?"
            row = connection.execute(query, [head]).fetchone()
        return read_kept(row[0], head) if row else None

    def stored(self) -> Stored:
        """Return all that is stored, undecoded; of a broken file what is broken."""
        try:
            with self._file.reading() as connection:
                return self._stored(connection)
        except StoreError as error:
            if damage := damage_in(error):
                return Stored(str(self._path), self._campaign, damage=(damage,))
            raise

    def close(self) -> None:
        """Give the file back; a later call opens it again."""
        self._file.close()

    def _stored(self, connection: sqlite3.Connection | None) -> Stored:
        if connection is None:
            return Stored(str(self._path), self._campaign)
        said = tuple(str(row[0]) for row in connection.execute("PRAGMA integrity_check(20)"))
        schema = tuple(differing(connection, self._known))
        lost = {name for kind, name in schema if kind == "table"}
        connection.text_factory = _any_text
        try:
            return Stored(
                name=str(self._path),
                campaign=self._campaign,
                events=sql.raw_events(connection),
                rows=sql.raw_rows(connection, lost),
                heads=() if "heads" in lost else sql.raw_heads(connection),
                schema=schema,
                damage=() if said == ("ok",) else said,
            )
        finally:
            connection.text_factory = str


class SqliteTransaction:
    """A write that is going on in a `SqliteStore`."""

    def __init__(self, connection: sqlite3.Connection, path: Path, sealer: Sealer) -> None:
        self._connection, self._path, self._sealer = connection, path, sealer
        self._length = sql.length(connection)
        self._open = True
        self._failure: Exception | None = None

    def length(self) -> int:
        """Return the number of events, those of this transaction included."""
        self.must_be_whole()
        return self._length

    def events(self, *, after: int = 0) -> Sequence[Event]:
        """Return the events behind the first `after`, in recording order."""
        self.must_be_whole()
        return _events(self._connection, self._path, after)

    def append(self, drafts: Sequence[Draft], at: datetime) -> tuple[Event, ...]:
        """Append `drafts` in order and write what they fold to."""
        self.must_be_whole()
        try:
            return self._append(drafts, at)
        except sqlite3.Error as error:
            self._failure = store_error(error, self._path)
            raise self._failure from error
        except Exception as error:
            self._failure = error
            raise

    def over(self) -> None:
        """Take no more."""
        self._open = False

    def must_be_whole(self) -> None:
        """Fail again where an append failed and the caller went on."""
        if self._failure:
            raise self._failure
        if not self._open:
            raise RuntimeError("this write is over")

    def _append(self, drafts: Sequence[Draft], at: datetime) -> tuple[Event, ...]:
        events = tuple(self._sealer.seal(draft, at) for draft in drafts)
        sql.insert(self._connection, events, after=self._length)
        for event in events:
            for change in fold(event):
                sql.apply(self._connection, change)
        self._length += len(events)
        return events


def _events(
    connection: sqlite3.Connection, path: Path, after: int, limit: int | None = None
) -> tuple[Event, ...]:
    found: list[Event] = []
    for position, row in sql.raw_events(connection, after=after, limit=limit):
        try:
            found.append(codec.from_row(row))
        except (ValueError, RecursionError) as error:
            raise StoreError(
                N_("event {position} cannot be read: {reason}"),
                where=Place(str(path), position),
                hint=VERIFY,
                position=position,
                reason=error,
            ) from error
    return tuple(found)


def _any_text(data: bytes) -> str:
    return data.decode("utf-8", "surrogateescape")
