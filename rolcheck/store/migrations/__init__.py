"""The shapes that a ledger file has had: numbered steps, forward only, a copy before each run.

A step is a file ``NNNN.sql``. It is never changed once a release carried it; a later need
is a further step. The file's ``user_version`` is the number of its last step.
"""

import sqlite3
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

APPLICATION = 0x726F6C63
"""What marks a SQLite file as a ledger of rolcheck: the letters ``rolc``."""

HERE = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class Step:
    """One migration: its number, and the statements that it runs."""

    number: int
    sql: str


@cache
def steps(folder: Path = HERE) -> tuple[Step, ...]:
    """Return the migrations in `folder`, numbered from 1 without gaps.

    Raises:
        ValueError: A number is missing or stands twice.
    """
    files = sorted(folder.glob("[0-9]*.sql"))
    found = tuple(Step(int(file.stem), file.read_text("utf-8")) for file in files)
    if [step.number for step in found] != list(range(1, len(found) + 1)):
        raise ValueError(f"migrations are not numbered from 1: {[file.name for file in files]}")
    return found


def migrate(connection: sqlite3.Connection, known: Sequence[Step]) -> None:
    """Bring the schema up to the last of `known`; the caller has begun and will commit."""
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    for step in known[version:]:
        for statement in statements(step.sql):
            connection.execute(statement)
        connection.execute(f"PRAGMA user_version = {step.number}")
    connection.execute(f"PRAGMA application_id = {APPLICATION}")


def statements(sql: str) -> Iterator[str]:
    """Return the statements of a script one by one.

    `executescript` would commit first, and a half made schema could be left behind.
    """
    lines: list[str] = []
    for line in sql.splitlines():
        lines.append(line)
        if line.rstrip().endswith(";") and sqlite3.complete_statement("\n".join(lines)):
            yield "\n".join(lines)
            lines.clear()
    if any(line.strip() and not line.lstrip().startswith("--") for line in lines):
        raise ValueError(f"a statement without an end: {lines[0]}")


def copy_before(path: Path, version: int) -> Path:
    """Copy the ledger beside itself, as ``rolcheck.v1.db`` with its version; return where.

    The caller keeps others from writing and has written nothing itself. SQLite does the
    copying, through a connection of its own: opening and closing the file by other means
    would drop the locks that this process holds on it, and a connection that is writing
    cannot be copied from.
    """
    target = free_name(path.with_name(f"{path.stem}.v{version}{path.suffix}"))
    source, copy = sqlite3.connect(f"{path.as_uri()}?mode=ro", uri=True), sqlite3.connect(target)
    try:
        source.backup(copy)
    except BaseException:
        copy.close()
        target.unlink(missing_ok=True)
        raise
    finally:
        source.close()
        copy.close()
    return target


def free_name(path: Path) -> Path:
    """Return `path`, with a number behind it where that is taken."""
    taken, number = path, 1
    while taken.exists():
        number += 1
        taken = path.with_name(f"{path.stem}-{number}{path.suffix}")
    return taken
