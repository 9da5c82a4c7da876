"""Whether an SQLite ledger and the SQLite under it are as the program relies on."""

import sqlite3
from collections.abc import Collection, Iterator
from pathlib import Path

from rolcheck.base.errors import StoreError
from rolcheck.base.health import Answer, State
from rolcheck.base.messages import N_
from rolcheck.store import migrations
from rolcheck.store.sqlite_file import LedgerFile
from rolcheck.store.sqlite_schema import differing, made_with

OLDEST = (3, 31, 0)
"""With UPSERT, and with schemas that can be distrusted."""

NEEDED = ("TRIGGER", "FOREIGN_KEY", "CHECK", "INTEGRITY_CHECK")
"""What may be left out when SQLite is built, and the ledger cannot do without."""

_WAL = b"\x02\x02"
_BACKUP = N_("keep a copy of the file, then put a backup in its place")
_SETTINGS = {"journal_mode": "delete", "synchronous": 3, "foreign_keys": 1}
"""What a connection that writes must have: synchronous 3 is EXTRA."""


def engine() -> Answer:
    """Return whether the SQLite that Python brings will do."""
    with_options = sqlite3.connect(":memory:")
    options = [row[0] for row in with_options.execute("PRAGMA compile_options")]
    with_options.close()
    return engine_answer(sqlite3.sqlite_version, options)


def engine_answer(version: str, options: Collection[str]) -> Answer:
    """Return whether an SQLite of that version, built with `options`, will do."""
    missing = [f"OMIT_{name}" for name in NEEDED if f"OMIT_{name}" in options]
    threads = next((one for one in options if one.startswith("THREADSAFE=")), "THREADSAFE=1")
    old = tuple(map(int, version.split("."))) < OLDEST
    params = {"version": version, "options": " ".join([threads, *missing])}
    if old or missing or threads == "THREADSAFE=0":
        return Answer(
            "sqlite",
            "fail",
            N_("SQLite {version} ({options}) cannot hold a ledger safely"),
            N_("use a Python that brings SQLite 3.31 or newer, built with threads and triggers"),
            params,
        )
    return Answer("sqlite", "ok", N_("SQLite {version} ({options})"), params=params)


def file_answers(path: Path) -> Iterator[Answer]:
    """Yield what shows from outside, without opening the ledger: opening it would mend some.

    Args:
        path: The ledger's file, which is there.
    """
    with path.open("rb") as file:
        header = file.read(100)
    side = [path.with_name(path.name + end) for end in ("-wal", "-shm")]
    wal = header[18:20] == _WAL or any(one.exists() for one in side)
    yield _told(
        "journal-mode",
        "fail" if wal else "ok",
        N_("the file is in WAL mode") if wal else N_("rollback journal"),
        N_("something else opened the ledger; copy it with its -wal file, then open it once"),
    )
    yield _format_answer(int.from_bytes(header[60:64], "big"), len(migrations.steps()))
    left = path.with_name(f"{path.name}-journal").exists()
    yield _told(
        "journal-left",
        "warn" if left else "ok",
        N_("a journal lies beside the ledger: a write goes on, or one was cut off")
        if left
        else N_("no write was cut off"),
        N_("leave it there: the next command that opens the ledger undoes what was cut off"),
    )


def _format_answer(version: int, known: int) -> Answer:
    older = 0 < version < known
    return _told(
        "ledger-format",
        "warn" if older else "ok",
        N_("the ledger has format {version}; this program writes {known}"),
        N_("nothing to do: the next command that opens it brings it up to date and keeps a copy"),
        version=version,
        known=known,
    )


def ledger_answers(path: Path, campaign: str) -> Iterator[Answer]:
    """Yield what shows inside: the connection's settings, the schema, SQLite's own check.

    Args:
        path: The ledger's file, which is there.
        campaign: Whose it must be.
    """
    ledger = LedgerFile(
        path, campaign=campaign, busy_seconds=20, steps=migrations.steps(), older="left"
    )
    try:
        with ledger.reading() as connection:
            if connection is not None:
                yield settings_answer(connection)
                yield from schema_answers(connection)
                yield _integrity(connection)
    except StoreError as error:
        yield Answer("ledger-readable", "fail", error.message, error.hint, error.params)
    finally:
        ledger.close()


def settings_answer(connection: sqlite3.Connection) -> Answer:
    """Return whether what a connection writes is on disk before it says so."""
    seen = {key: connection.execute(f"PRAGMA {key}").fetchone()[0] for key in _SETTINGS}
    said = ", ".join(f"{key}={value}" for key, value in seen.items())
    sound = seen == _SETTINGS
    return _told(
        "durability",
        "ok" if sound else "fail",
        N_("a connection has {settings}"),
        N_("use the SQLite that Python brings, without settings of its own"),
        settings=said,
    )


def schema_answers(connection: sqlite3.Connection) -> Iterator[Answer]:
    """Yield whether the tables and the triggers that forbid changes are as they were made."""
    known = migrations.steps()
    wrong = tuple(differing(connection, known))
    for name, kind, sound in (
        ("tables", "table", N_("all {count} tables are there")),
        ("triggers", "trigger", N_("all {count} triggers that forbid changes are there")),
    ):
        names = [one for its, one in wrong if its == kind]
        yield _told(
            name,
            "fail" if names else "ok",
            N_("missing or changed: {names}") if names else sound,
            N_("somebody changed the file by hand: run rolcheck audit verify, use a backup"),
            names=", ".join(names),
            count=sum(its == kind for its, _name in made_with(connection, known)),
        )


def _integrity(connection: sqlite3.Connection) -> Answer:
    said = [str(row[0]) for row in connection.execute("PRAGMA integrity_check(5)")]
    dangling = {str(row[0]) for row in connection.execute("PRAGMA foreign_key_check")}
    said = [one for one in said if one != "ok"] + [f"foreign key of {one}" for one in dangling]
    sound = not said
    seen = N_("SQLite finds no damage") if sound else N_("SQLite finds damage: {reason}")
    return _told("integrity", "ok" if sound else "fail", seen, _BACKUP, reason="; ".join(said))


def _told(check: str, state: State, seen: str, do: str, **params: object) -> Answer:
    return Answer(check, state, seen, "" if state == "ok" else do, params)
