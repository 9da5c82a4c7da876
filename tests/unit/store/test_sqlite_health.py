"""An SQLite ledger that was meddled with, and what is told of it."""

import shutil
import sqlite3
from pathlib import Path

import pytest

from rolcheck.base.health import Answer
from rolcheck.store import migrations
from rolcheck.store.migrations import Step
from rolcheck.store.sqlite import SqliteStore
from rolcheck.store.sqlite_health import (
    engine,
    engine_answer,
    file_answers,
    ledger_answers,
    settings_answer,
)
from rolcheck.store.verify import verify
from tests.factories_events import CAMPAIGN, DESK, NOON, numbered, story


@pytest.fixture(scope="module")
def original(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("sound") / "rolcheck.db"
    store = SqliteStore(path, campaign=CAMPAIGN, desk=DESK, new_id=numbered())
    with store.write() as transaction:
        transaction.append(story(), NOON)
    store.close()
    return path


@pytest.fixture
def path(original: Path, tmp_path: Path) -> Path:
    return Path(shutil.copy(original, tmp_path))


def meddle(path: Path, script: str) -> None:
    connection = sqlite3.connect(path)
    connection.executescript(script)
    connection.close()


def told(path: Path) -> dict[str, Answer]:
    answers = [*file_answers(path), *ledger_answers(path, CAMPAIGN)]
    return {answer.check: answer for answer in answers}


def words(answer: Answer) -> str:
    return answer.seen.format(**answer.params)


def test_a_ledger_as_it_was_made_is_sound(path: Path) -> None:
    answers = told(path)

    assert {answer.state for answer in answers.values()} == {"ok"}
    assert set(answers) == {
        *("journal-mode", "ledger-format", "journal-left"),
        *("durability", "tables", "triggers", "integrity"),
    }
    assert (
        words(answers["durability"])
        == "a connection has journal_mode=delete, synchronous=3, foreign_keys=1"
    )


@pytest.mark.parametrize(
    ("script", "check", "said"),
    [
        pytest.param(
            "DROP TRIGGER events_are_never_changed",
            "triggers",
            "missing or changed: events_are_never_changed",
            id="a trigger was dropped",
        ),
        pytest.param(
            "DROP TRIGGER events_are_never_removed;"
            "CREATE TRIGGER events_are_never_removed BEFORE DELETE ON events BEGIN SELECT 1; END",
            "triggers",
            "missing or changed: events_are_never_removed",
            id="a trigger was made harmless",
        ),
        pytest.param("DROP TABLE heads", "tables", "missing or changed: heads", id="a lost table"),
        pytest.param(
            "PRAGMA foreign_keys = OFF; UPDATE finding_moves SET finding = 'gone'",
            "integrity",
            "SQLite finds damage: foreign key of finding_moves",
            id="a row that points nowhere",
        ),
        pytest.param(
            "PRAGMA journal_mode = WAL", "journal-mode", "the file is in WAL mode", id="WAL mode"
        ),
    ],
)
def test_what_was_meddled_with_is_named(path: Path, script: str, check: str, said: str) -> None:
    meddle(path, script)

    answer = told(path)[check]

    assert answer.state == "fail"
    assert said in words(answer)
    assert answer.do


def test_a_journal_that_was_left_is_told(path: Path) -> None:
    path.with_name("rolcheck.db-journal").write_bytes(b"")

    answer = next(one for one in file_answers(path) if one.check == "journal-left")

    assert answer.state == "warn"


def test_an_older_ledger_is_told_and_looked_at_without_being_changed(path: Path) -> None:
    known = (*migrations.steps(), Step(len(migrations.steps()) + 1, "CREATE TABLE more (x);"))
    before = path.read_bytes()
    store = SqliteStore(path, campaign=CAMPAIGN, desk=DESK, known=known, older="copied")

    assert verify(store) == ()
    assert store.length() == len(store.events()) > 0
    with pytest.raises(RuntimeError, match="only looked at"), store.write():
        pass
    store.close()
    answers = [*ledger_answers(path, CAMPAIGN), *file_answers(path)]
    assert {answer.state for answer in answers} == {"ok"}
    assert path.read_bytes() == before
    assert [one.name for one in path.parent.iterdir()] == [path.name]


def test_the_format_of_a_ledger_is_read_from_outside(path: Path) -> None:
    meddle(path, "PRAGMA user_version = 1")

    answer = told(path)["ledger-format"]

    assert answer.state == "warn"
    assert words(answer).startswith("the ledger has format 1")


def test_a_connection_that_does_not_wait_for_the_disk_is_told(path: Path) -> None:
    connection = sqlite3.connect(path)
    connection.execute("PRAGMA synchronous = NORMAL")

    answer = settings_answer(connection)

    connection.close()
    assert answer.state == "fail"
    assert "synchronous=1" in words(answer)


def test_a_file_that_is_no_ledger_is_told(tmp_path: Path) -> None:
    path = tmp_path / "rolcheck.db"
    path.write_bytes(b"no database at all, but long enough to be read as one" * 20)

    answer = told(path)["ledger-readable"]

    assert (answer.state, words(answer)) == ("fail", "this is no ledger")


@pytest.mark.parametrize(
    ("version", "options"),
    [
        pytest.param("3.30.1", ["THREADSAFE=1"], id="too old"),
        pytest.param("3.45.0", ["THREADSAFE=0"], id="without threads"),
        pytest.param("3.45.0", ["THREADSAFE=1", "OMIT_TRIGGER"], id="without triggers"),
    ],
)
def test_an_sqlite_that_cannot_hold_a_ledger_is_told(version: str, options: list[str]) -> None:
    assert engine_answer(version, options).state == "fail"


def test_the_sqlite_of_this_python_will_do() -> None:
    assert engine().state == "ok"
