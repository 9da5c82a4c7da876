"""What SQLite says, in words that help."""

import sqlite3
from pathlib import Path

from rolcheck.base.errors import StoreError
from rolcheck.base.messages import N_
from rolcheck.base.places import Place

SAID: dict[int, tuple[str, str]] = {
    sqlite3.SQLITE_FULL: (
        N_("the disk is full; nothing was stored"),
        N_("make room on the disk, then do it again"),
    ),
    sqlite3.SQLITE_BUSY: (
        N_("the ledger was locked by another program for too long; nothing was stored"),
        N_("end the other program or wait for it, then do it again"),
    ),
    sqlite3.SQLITE_READONLY: (
        N_("the ledger cannot be written; nothing was stored"),
        N_("give yourself the right to write the file and its folder"),
    ),
    sqlite3.SQLITE_READONLY_ROLLBACK: (
        N_("a write was cut off, and is undone only where the ledger may be written"),
        N_("run rolcheck audit verify, which undoes it, then look again"),
    ),
    sqlite3.SQLITE_READONLY_DBMOVED: (
        N_("the ledger was moved or replaced while it was in use; nothing was stored"),
        N_("see that the right file is in its place, then do it again"),
    ),
    sqlite3.SQLITE_CANTOPEN: (
        N_("the ledger cannot be opened"),
        N_("see that the folder is there and that you may read and write in it"),
    ),
    sqlite3.SQLITE_PERM: (
        N_("the ledger cannot be opened"),
        N_("see that the folder is there and that you may read and write in it"),
    ),
    sqlite3.SQLITE_NOTADB: (
        N_("this is no ledger"),
        N_("put the ledger's own file or a backup of it in this place"),
    ),
    sqlite3.SQLITE_CORRUPT: (
        N_("the ledger is damaged: {reason}"),
        N_("keep a copy of the file, then put a backup in its place"),
    ),
    sqlite3.SQLITE_IOERR_WRITE: (
        N_("the ledger could not be written; nothing was stored"),
        N_("look at the disk, its quota and its limits, then do it again"),
    ),
}
SAID[sqlite3.SQLITE_LOCKED] = SAID[sqlite3.SQLITE_BUSY]

UNWRITABLE = frozenset({sqlite3.SQLITE_FULL, sqlite3.SQLITE_READONLY, sqlite3.SQLITE_CANTOPEN})

OTHERWISE = (
    N_("the ledger cannot be used: {reason}"),
    N_("run `rolcheck audit verify`, and look at the disk"),
)


def store_error(error: sqlite3.Error, path: Path) -> StoreError:
    """Return what `error` means to whoever uses the ledger at `path`."""
    code = _code(error)
    message, hint = SAID.get(code) or SAID.get(code & 0xFF) or OTHERWISE
    return StoreError(message, where=Place(str(path)), hint=hint, reason=str(error))


def only_unwritable(error: StoreError) -> bool:
    """Tell whether reading goes on although nothing can be written: read-only, or full."""
    cause = error.__cause__
    code = _code(cause) if isinstance(cause, sqlite3.Error) else 0
    return code & 0xFF in UNWRITABLE or code == sqlite3.SQLITE_IOERR_WRITE


def damage_in(error: StoreError) -> str:
    """Return what is broken inside a file that is a ledger; empty if that is not the fault."""
    cause = error.__cause__
    broken = isinstance(cause, sqlite3.Error) and _code(cause) & 0xFF == sqlite3.SQLITE_CORRUPT
    return str(cause) if broken else ""


def _code(error: sqlite3.Error) -> int:
    """Return SQLite's extended result code, 0 where Python's own driver complains."""
    return getattr(error, "sqlite_errorcode", None) or 0
