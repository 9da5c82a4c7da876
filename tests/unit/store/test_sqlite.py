"""What only the SQLite ledger has: a file, its guards, its shape and its errors."""

import re
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import time
from itertools import takewhile
from pathlib import Path

import pytest

import rolcheck
from rolcheck.base.errors import StoreError
from rolcheck.events import codec
from rolcheck.events.rows import ROWS
from rolcheck.events.types import Kind
from rolcheck.store import migrations
from rolcheck.store.mapping import COLUMNS_OF
from rolcheck.store.migrations import Step
from rolcheck.store.sqlite import SqliteStore
from rolcheck.store.verify import verify
from tests.factories_events import CAMPAIGN, DESK, NOON, numbered, score, story

ROOT = Path(rolcheck.__file__).parents[1]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "rolcheck.db"


def open_(path: Path, **options: object) -> SqliteStore:
    return SqliteStore(path, **{"campaign": CAMPAIGN, "desk": DESK} | options)  # type: ignore[arg-type]


def filled(path: Path, count: int = 3) -> Path:
    store = open_(path)
    with store.write() as transaction:
        transaction.append([score() for _ in range(count)], NOON)
    store.close()
    return path


def one(path: Path, query: str) -> object:
    connection = sqlite3.connect(path)
    (value,) = connection.execute(query).fetchone()
    connection.close()
    return value


def run(path: Path, script: str) -> None:
    connection = sqlite3.connect(path)
    try:
        connection.executescript(script)
    finally:
        connection.close()


def test_reading_makes_no_file(path: Path) -> None:
    store = open_(path)
    store.length(), store.tables(), store.events(), store.frontier(), store.keep_head()
    store.kept_frontier("1:" + "0" * 64), store.stored()

    assert verify(store) == ()
    assert list(path.parent.iterdir()) == []


def test_a_file_that_somebody_else_makes_later_is_seen(path: Path) -> None:
    store = open_(path)
    assert store.length() == 0

    filled(path)

    assert store.length() == 3
    store.close()


def test_a_first_write_that_is_refused_leaves_no_ledger(path: Path) -> None:
    store = open_(path)
    with pytest.raises(LookupError), store.write():
        raise LookupError
    with store.write():
        pass

    assert path.stat().st_size == 0
    assert store.events() == ()
    store.close()


def test_the_file_is_durable_and_has_no_side_files(path: Path) -> None:
    store = open_(path)
    with store.write() as transaction:
        transaction.append([score()], NOON)
        connection = transaction._connection
        pragmas = {
            name: connection.execute(f"PRAGMA {name}").fetchone()[0]
            for name in ("journal_mode", "synchronous", "foreign_keys", "busy_timeout")
        }
    store.close()

    assert pragmas.pop("busy_timeout") >= 10_000
    assert pragmas == {"journal_mode": "delete", "synchronous": 3, "foreign_keys": 1}
    assert [each.name for each in path.parent.iterdir()] == ["rolcheck.db"]


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE events SET payload = '{}'",
        "DELETE FROM events",
        "DELETE FROM events WHERE position = 3",
        "INSERT OR REPLACE INTO events SELECT * FROM events WHERE position = 2",
        "REPLACE INTO events SELECT 4, id, campaign, author, desk, 9, at, kind, submission, round,"
        " indicator, subject, payload, prev, replace(hash, '0', '1'), signature"
        " FROM events WHERE position = 2",
        "INSERT INTO events SELECT 9, 'new', campaign, author, desk, 9, at, kind, submission,"
        " round, indicator, subject, payload, prev, replace(hash, '0', '1'), signature"
        " FROM events WHERE position = 2",
    ],
)
def test_the_file_itself_forbids_to_change_or_remove_events(path: Path, statement: str) -> None:
    filled(path)

    with pytest.raises(sqlite3.IntegrityError, match="only ever appended"):
        run(path, statement)
    assert verify(open_(path)) == ()


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE observations SET undone = 2",
        "UPDATE observations SET round = 'two'",
        "UPDATE observations SET round = 0",
        "UPDATE observations SET value = NULL",
        "UPDATE observations SET value = x'00'",
        "INSERT INTO heads VALUES ('none', '[]', '')",
    ],
)
def test_the_file_itself_forbids_what_no_row_can_hold(path: Path, statement: str) -> None:
    filled(path)

    with pytest.raises(sqlite3.IntegrityError):
        run(path, statement)


def test_every_projection_has_the_columns_of_its_row(path: Path) -> None:
    filled(path)
    connection = sqlite3.connect(path)
    for row in ROWS:
        info = connection.execute(f'PRAGMA table_info("{row.table}")').fetchall()
        assert tuple(column[1] for column in info) == ("place", *COLUMNS_OF[row])
    info = connection.execute("PRAGMA table_info(events)").fetchall()
    connection.close()

    assert tuple(column[1] for column in info) == ("position", *codec.COLUMNS)


def test_chains_of_one_author_at_two_desks_are_two(path: Path) -> None:
    filled(path)
    other = open_(path, desk="another")
    with other.write() as transaction:
        (event,) = transaction.append([score()], NOON)

    assert (event.seq, event.prev) == (1, codec.FIRST)
    assert [link[:3] for link in other.frontier()] == [
        ("reviewer-01", DESK, 3),
        ("reviewer-01", "another", 1),
    ]
    assert verify(other) == ()
    other.close()


# What is no ledger


@pytest.mark.parametrize("size", [2, 99, 600, 5000])
def test_garbage_is_refused_and_left_as_it_is(path: Path, size: int) -> None:
    path.write_bytes(b"x" * size)

    for use in (open_(path).tables, open_(path).write().__enter__):
        with pytest.raises(StoreError, match=r"rolcheck\.db: this is no ledger"):
            use()
    assert path.read_bytes() == b"x" * size


def test_a_database_of_another_program_is_refused(path: Path) -> None:
    run(path, "CREATE TABLE t (x)")

    for use in (open_(path).tables, open_(path).write().__enter__):
        with pytest.raises(StoreError, match="no ledger of rolcheck"):
            use()


def test_the_ledger_of_another_campaign_is_refused(path: Path) -> None:
    filled(path)

    with pytest.raises(StoreError, match="of campaign 'qingyu-2023', not of 'nankai-2023'"):
        open_(path, campaign="nankai-2023").length()


def test_a_folder_or_no_folder_is_refused(path: Path) -> None:
    path.mkdir()

    with pytest.raises(StoreError, match="cannot be opened"):
        open_(path).length()
    with pytest.raises(StoreError, match="cannot be opened"):
        open_(path.parent / "none" / "rolcheck.db").write().__enter__()


def test_a_ledger_that_was_cut_short_is_damaged(path: Path) -> None:
    filled(path, 200)
    with path.open("r+b") as file:
        file.truncate(path.stat().st_size // 2)

    with pytest.raises(StoreError, match="damaged"):
        open_(path).events()
    assert any("damaged" in str(problem) for problem in verify(open_(path)))


def test_an_event_that_cannot_be_read_is_named(path: Path) -> None:
    filled(path)
    run(
        path,
        "DROP TRIGGER events_are_never_changed;"
        "UPDATE events SET kind = 'score-guessed' WHERE position = 2",
    )

    with pytest.raises(StoreError, match=r"rolcheck\.db:2: event 2 cannot be read") as caught:
        open_(path).events()
    assert "audit verify" in caught.value.hint


def test_a_last_time_that_was_tampered_with_stops_recording(path: Path) -> None:
    filled(path)
    run(
        path,
        "DROP TRIGGER events_are_never_changed;"
        "UPDATE events SET at = '9999-99-99T00:00:00.000000Z' WHERE position = 3",
    )

    with pytest.raises(StoreError, match="9999-99-99"):
        filled(path)


# What stands in the way


def test_a_lock_that_is_held_too_long_is_told_and_nothing_is_stored(path: Path) -> None:
    filled(path)
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    store = open_(path, busy_seconds=0.05)

    with pytest.raises(StoreError, match="locked by another program"), store.write():
        pass
    assert store.length() == 3

    other.execute("ROLLBACK")
    other.close()
    with store.write() as transaction:
        transaction.append([score()], NOON)
    assert store.length() == 4
    store.close()


def test_a_reader_that_never_ends_delays_the_commit_and_undoes_it(path: Path) -> None:
    filled(path)
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("BEGIN")
    other.execute("SELECT count(*) FROM events").fetchone()
    store = open_(path, busy_seconds=0.05)

    with pytest.raises(StoreError, match="nothing was stored"), store.write() as transaction:
        transaction.append([score()], NOON)

    other.close()
    assert store.length() == 3
    assert verify(store) == ()
    store.close()


def test_a_ledger_that_was_replaced_while_open_is_not_written_into_the_void(path: Path) -> None:
    filled(path)
    backup = Path(shutil.copy(path, path.with_name("backup.db")))
    store = open_(path)
    assert store.length() == 3
    backup.replace(path)

    with store.write() as transaction:
        transaction.append([score()], NOON)

    assert one(path, "SELECT count(*) FROM events") == 4
    store.close()


def test_a_ledger_that_is_replaced_during_a_write_takes_nothing(path: Path) -> None:
    filled(path)
    backup = Path(shutil.copy(path, path.with_name("backup.db")))
    store = open_(path)

    with pytest.raises(StoreError, match="moved or replaced"), store.write() as transaction:
        backup.replace(path)
        transaction.append([score()], NOON)

    assert store.length() == 3
    store.close()


READ_ONLY = f"""
import os
import sys
from datetime import UTC, datetime
from pathlib import Path
from rolcheck.base.errors import StoreError
from rolcheck.events import codec
from rolcheck.events.types import Draft, Kind
from rolcheck.store.sqlite import SqliteStore
if os.getuid() == 0:
    os.setuid(65534)  # root may write whatever the mode says
store = SqliteStore(Path(sys.argv[1]), campaign={CAMPAIGN!r}, desk={DESK!r})
assert store.length() == 3
assert store.keep_head() == codec.head(store.frontier())
try:
    with store.write() as transaction:
        transaction.append([Draft("a", Kind.DECLARED)], datetime.now(UTC))
except StoreError as error:
    print(error)
"""


def test_a_file_that_may_only_be_read_is_read_and_not_written() -> None:
    with tempfile.TemporaryDirectory() as folder:  # tmp_path is closed to other users
        path = filled(Path(folder) / "rolcheck.db")
        path.chmod(0o444)
        Path(folder).chmod(0o555)
        done = subprocess.run(
            [sys.executable, "-c", READ_ONLY, path],
            env={"PYTHONPATH": str(ROOT), "PYTHONDONTWRITEBYTECODE": "1"},
            capture_output=True,
            text=True,
            check=False,
        )

    assert done.stderr == ""
    assert "the ledger cannot be written; nothing was stored" in done.stdout


# Shapes

VERSION = len(migrations.steps())


def later(*sqls: str) -> tuple[Step, ...]:
    known = migrations.steps()
    return (*known, *(Step(len(known) + n, sql) for n, sql in enumerate(sqls, 1)))


def test_an_older_ledger_is_brought_up_to_date_and_a_copy_is_kept(path: Path) -> None:
    filled(path)
    before = path.read_bytes()
    known = later("CREATE TABLE extra (x);\nCREATE TABLE more (y);")
    store = open_(path, known=known)

    assert store.length() == 3

    store.close()
    version = len(migrations.steps())
    copy = path.with_name(f"rolcheck.v{version}.db")
    assert one(path, "PRAGMA user_version") == version + 1
    assert one(path, "SELECT count(*) FROM sqlite_master WHERE name IN ('extra', 'more')") == 2
    assert one(copy, "PRAGMA user_version") == version
    assert one(copy, "SELECT count(*) FROM events") == 3
    assert verify(open_(copy)) == ()
    assert len(before) == copy.stat().st_size


def undoing(sql: str) -> str:
    """Return what takes away again the columns and tables that a migration brought."""
    added = re.findall(r"ALTER TABLE (\w+) ADD COLUMN (\w+)", sql)
    made = re.findall(r"CREATE TABLE (\w+)", sql)
    columns = "".join(f"ALTER TABLE {table} DROP COLUMN {name};" for table, name in added)
    return columns + "".join(f"DROP TABLE {table};" for table in made)


def test_a_ledger_of_the_first_format_keeps_its_events_and_learns_who_entered_what(
    path: Path,
) -> None:
    store = open_(path, new_id=numbered())
    for draft in takewhile(lambda one: one.kind is not Kind.ASSIGNMENTS_PUBLISHED, story()):
        with store.write() as transaction:  # what came later, the first format did not know
            transaction.append([draft], NOON)
    before = store.events()
    head = store.keep_head()
    store.close()
    run(path, "".join(undoing(step.sql) for step in migrations.steps()[1:]))
    run(path, "PRAGMA user_version = 1")

    store = open_(path)

    assert store.events() == before
    assert store.keep_head() == head
    assert verify(store) == ()
    assert one(path, "SELECT author FROM verdicts") == "reviewer-01"
    assert one(path, "PRAGMA user_version") == VERSION


def test_a_copy_never_takes_the_place_of_another(path: Path) -> None:
    filled(path)
    taken = path.with_name(f"rolcheck.v{VERSION}.db")
    taken.write_bytes(b"mine")

    open_(path, known=later("CREATE TABLE extra (x);")).length()

    assert taken.read_bytes() == b"mine"
    assert one(path.with_name(f"rolcheck.v{VERSION}-2.db"), "PRAGMA user_version") == VERSION


def test_a_migration_that_fails_changes_nothing(path: Path) -> None:
    filled(path)
    known = later("CREATE TABLE extra (x);", "CREATE TABLE extra (x);")

    with pytest.raises(StoreError):
        open_(path, known=known).length()

    assert one(path, "PRAGMA user_version") == VERSION
    assert one(path, "SELECT count(*) FROM sqlite_master WHERE name = 'extra'") == 0
    assert verify(open_(path)) == ()


def test_a_new_ledger_is_made_in_the_newest_shape_without_a_copy(path: Path) -> None:
    store = open_(path, known=later("CREATE TABLE extra (x);"))
    with store.write() as transaction:
        transaction.append([score()], NOON)
    store.close()

    assert one(path, "PRAGMA user_version") == VERSION + 1
    assert [each.name for each in path.parent.iterdir()] == ["rolcheck.db"]


def test_a_ledger_of_a_newer_program_is_refused_untouched(path: Path) -> None:
    filled(path)
    run(path, "PRAGMA user_version = 9")

    for use in (open_(path).tables, open_(path).write().__enter__):
        with pytest.raises(
            StoreError, match=f"format 9; this program knows up to {VERSION}"
        ) as caught:
            use()
        assert caught.value.hint == "use a newer rolcheck"


def test_a_program_that_is_overtaken_while_it_runs_stops_writing(path: Path) -> None:
    filled(path)
    store = open_(path)
    assert store.length() == 3
    open_(path, known=later("CREATE TABLE extra (x);")).length()

    with pytest.raises(StoreError, match=f"format {VERSION + 1}"), store.write():
        pass


def test_migrations_are_numbered_without_gaps(tmp_path: Path) -> None:
    (tmp_path / "0001.sql").write_text("SELECT 1;")
    (tmp_path / "0003.sql").write_text("SELECT 1;")

    with pytest.raises(ValueError, match=r"0003\.sql"):
        migrations.steps(tmp_path)


def test_a_script_is_cut_at_its_statements_and_triggers_stay_whole() -> None:
    script = "-- a note; with a semicolon\nCREATE TABLE t (x);\nCREATE TRIGGER n BEFORE DELETE ON t\nBEGIN\n  SELECT 1;\nEND;\n-- end\n"

    assert len(list(migrations.statements(script))) == 2
    with pytest.raises(ValueError, match="without an end"):
        list(migrations.statements("SELECT 1"))


def test_two_thousand_drafts_are_stored_in_far_less_than_two_seconds(path: Path) -> None:
    store = open_(path)
    began = time.perf_counter()
    with store.write() as transaction:
        transaction.append([score() for _ in range(2000)], NOON)
    took = time.perf_counter() - began
    store.close()

    assert took < 2
