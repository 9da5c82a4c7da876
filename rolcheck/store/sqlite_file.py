"""The file behind a SQLite ledger: opened late, checked, given up after a failure."""

import sqlite3
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Literal

from rolcheck.base.errors import StoreError
from rolcheck.base.messages import N_
from rolcheck.base.places import Place
from rolcheck.store import migrations
from rolcheck.store.migrations import Step
from rolcheck.store.sqlite_errors import store_error

PRAGMAS = (
    "PRAGMA foreign_keys = ON",
    "PRAGMA synchronous = EXTRA",
    "PRAGMA trusted_schema = OFF",
)


Older = Literal["upgraded", "copied", "left"]
"""What becomes of an older ledger that is opened: brought up to date with a copy kept beside it,
brought up to date in memory only, or left as it is."""


class LedgerFile:
    """One connection for all threads, and the lock that lets one of them in at a time.

    Args:
        path: The file; it need not be there before something is written.
        campaign: Whose ledger it must be.
        busy_seconds: How long another program's lock is waited for.
        steps: The schema's migrations, from the first.
        older: What becomes of a ledger of an older format; but for "upgraded" nothing is ever
            written to the file.
    """

    def __init__(
        self,
        path: Path,
        *,
        campaign: str,
        busy_seconds: float,
        steps: Sequence[Step],
        older: Older = "upgraded",
    ) -> None:
        self.path = path
        self._real = path.absolute()
        self._campaign, self._busy_seconds, self._steps = campaign, busy_seconds, steps
        self._older = older
        self._lock = threading.RLock()
        self._connection: sqlite3.Connection | None = None
        self._identity = (0, 0)
        self._writing = False

    @contextmanager
    def reading(self) -> Iterator[sqlite3.Connection | None]:
        """Give a connection that sees one moment; None where nothing was ever written.

        Inside a write of the same thread it sees what that has written so far.

        Raises:
            StoreError: The file is no ledger, another campaign's, newer, or cannot be read.
        """
        with self._lock, self._told():
            if self._writing:
                yield self._connection
                return
            connection = self._opened(create=False)
            if connection is None:
                yield None
                return
            connection.execute("BEGIN")
            yield connection if self._current(connection, "BEGIN") else None
            connection.execute("COMMIT")

    @contextmanager
    def writing(self) -> Iterator[sqlite3.Connection]:
        """Give a connection that nobody else can write beside; commit on leaving.

        Raises:
            StoreError: As for `reading`, or the file cannot be written; nothing was stored.
        """
        with self._lock:
            if self._writing:
                raise RuntimeError("a write inside a write")
            if self._older != "upgraded":
                raise RuntimeError("a write to a ledger that is only looked at")
            with self._told():
                connection = self._opened(create=True)
                assert connection is not None  # it was created
                connection.execute("BEGIN IMMEDIATE")
                fresh = not self._current(connection, "BEGIN IMMEDIATE")
                if fresh:
                    self._create(connection)
                self._writing = True
                try:
                    yield connection
                finally:
                    self._writing = False
                connection.execute("ROLLBACK" if fresh and _empty(connection) else "COMMIT")

    def close(self) -> None:
        """Give the file back; a later call opens it again."""
        with self._lock:
            if self._connection is not None:
                self._connection.close()
            self._connection = None

    @contextmanager
    def _told(self) -> Iterator[None]:
        # A full disk has already rolled back, and then a bare ROLLBACK would hide the error.
        try:
            yield
        except BaseException as error:
            self._undo(forget=isinstance(error, sqlite3.Error | StoreError))
            if isinstance(error, sqlite3.Error):
                raise store_error(error, self.path) from error
            raise

    def _undo(self, *, forget: bool) -> None:
        connection = self._connection
        if connection is None or self._writing:
            return
        try:
            if connection.in_transaction:
                connection.execute("ROLLBACK")
        except sqlite3.Error:
            forget = True  # closing undoes it; what went wrong first is what is told
        if forget:
            self.close()

    def _opened(self, *, create: bool) -> sqlite3.Connection | None:
        if self._connection is not None and self._identity != self._seen():
            self.close()
        if self._connection is None:
            if not create and not self._real.exists():
                return None
            if self._older == "upgraded":
                self._connection = self._connect("rwc" if create else "rw")
            else:
                self._connection = self._connect("ro")
                self._copy_if_older(self._connection)
            self._identity = self._seen()
        return self._connection

    def _connect(self, mode: str) -> sqlite3.Connection:
        connection = sqlite3.connect(
            f"{self._real.as_uri()}?mode={mode}",
            uri=True,
            timeout=self._busy_seconds,
            isolation_level=None,
            check_same_thread=False,
        )
        try:
            for pragma in PRAGMAS:
                connection.execute(pragma)
            if mode != "ro":
                connection.execute("PRAGMA journal_mode = DELETE").fetchone()
        except BaseException:
            connection.close()
            raise
        return connection

    def _copy_if_older(self, connection: sqlite3.Connection) -> None:
        """Go on with a copy in memory, of this program's format, where the file is older."""
        if self._older != "copied" or not 0 < self._version(connection) < len(self._steps):
            return
        self._connection = sqlite3.connect(
            ":memory:", isolation_level=None, check_same_thread=False
        )
        connection.backup(self._connection)
        connection.close()
        migrations.migrate(self._connection, self._steps)

    def _seen(self) -> tuple[int, int]:
        try:
            status = self._real.stat()
        except FileNotFoundError:
            return (0, 0)
        return (status.st_dev, status.st_ino)

    def _current(self, connection: sqlite3.Connection, begin: str) -> bool:
        """Tell whether there is a ledger; an older one is brought up to date first."""
        version = self._version(connection)
        if 0 < version < len(self._steps) and self._older == "upgraded":
            self._upgrade(connection)
            connection.execute(begin)
        if version:
            self._must_be_ours(connection)
        return version > 0

    def _version(self, connection: sqlite3.Connection) -> int:
        (version,) = connection.execute("PRAGMA user_version").fetchone()
        (application,) = connection.execute("PRAGMA application_id").fetchone()
        (tables,) = connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
        if (version, application, tables) == (0, 0, 0):
            return 0
        if application != migrations.APPLICATION or version < 1:
            raise self._refusal(
                N_("this is a database, but no ledger of rolcheck"),
                N_("put the ledger's own file or a backup of it in this place"),
            )
        if version > len(self._steps):
            raise self._refusal(
                N_("the ledger has format {version}; this program knows up to {known}"),
                N_("use a newer rolcheck"),
                version=version,
                known=len(self._steps),
            )
        return int(version)

    def _must_be_ours(self, connection: sqlite3.Connection) -> None:
        row = connection.execute("SELECT value FROM meta WHERE name = 'campaign'").fetchone()
        found = row[0] if row else ""
        if found != self._campaign:
            raise self._refusal(
                N_("this is the ledger of campaign '{found}', not of '{campaign}'"),
                N_("put the campaign's own ledger in this place"),
                found=found,
                campaign=self._campaign,
            )

    def _refusal(self, message: str, hint: str, **params: object) -> StoreError:
        return StoreError(message, where=Place(str(self.path)), hint=hint, **params)

    def _create(self, connection: sqlite3.Connection) -> None:
        migrations.migrate(connection, self._steps)
        connection.execute("INSERT INTO meta VALUES ('campaign', ?)", [self._campaign])

    def _upgrade(self, connection: sqlite3.Connection) -> None:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        connection.execute("BEGIN IMMEDIATE")
        version = self._version(connection)
        if version < len(self._steps):  # nobody else was quicker
            migrations.copy_before(self._real, version)
            migrations.migrate(connection, self._steps)
        connection.execute("COMMIT")


def _empty(connection: sqlite3.Connection) -> bool:
    return connection.execute("SELECT 1 FROM events LIMIT 1").fetchone() is None
