"""Several real processes at one ledger, and processes that are killed while they write."""

import random
import subprocess
import sys
import time
from pathlib import Path

import pytest

import rolcheck
from rolcheck.store.sqlite import SqliteStore
from rolcheck.store.verify import verify
from tests.factories_events import CAMPAIGN, DESK

ROOT = Path(rolcheck.__file__).parents[1]
CHILD = f"""
import sys
from datetime import UTC, datetime
from pathlib import Path
from rolcheck.events.types import Draft, Kind
from rolcheck.store.sqlite import SqliteStore
path, author, count, batch = Path(sys.argv[1]), sys.argv[2], int(sys.argv[3]), int(sys.argv[4])
store = SqliteStore(path, campaign={CAMPAIGN!r}, desk={DESK!r})
print("ready", flush=True)
sys.stdin.readline()
for number in range(count):
    drafts = [
        Draft(author, Kind.SCORE_RECORDED, "yunlan", 2, "3.2.1", author, {{"value": str(number)}})
    ] * batch
    with store.write() as transaction:
        events = transaction.append(drafts, datetime.now(UTC))
    print(*(event.id for event in events), flush=True)
"""


def start(path: Path, author: str, *, count: int, batch: int = 1) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-c", CHILD, path, author, str(count), str(batch)],
        env={"PYTHONPATH": str(ROOT)},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )


def go(*children: subprocess.Popen[str]) -> None:
    """Let all of them begin at once, when the last one is ready."""
    for child in children:
        assert child.stdout and child.stdout.readline() == "ready\n"
    for child in children:
        assert child.stdin
        child.stdin.write("go\n")
        child.stdin.flush()


def acknowledged(child: subprocess.Popen[str]) -> list[str]:
    """Wait for the end and return the ids that were told; half a line tells nothing."""
    out, _ = child.communicate()
    lines = out.splitlines(keepends=True)
    return [id_ for line in lines if line.endswith("\n") for id_ in line.split()]


def open_(path: Path) -> SqliteStore:
    return SqliteStore(path, campaign=CAMPAIGN, desk=DESK)


def test_processes_that_write_at_once_lose_nothing_and_break_no_chain(tmp_path: Path) -> None:
    path = tmp_path / "rolcheck.db"
    children = [start(path, f"reviewer-{n % 3}", count=50) for n in range(6)]

    go(*children)
    told = [id_ for child in children for id_ in acknowledged(child)]

    store = open_(path)
    assert [child.returncode for child in children] == [0] * 6
    assert len(told) == 300
    assert sorted(told) == sorted(event.id for event in store.events())
    assert [link[2] for link in store.frontier()] == [100, 100, 100]
    assert verify(store, against=store.keep_head()) == ()
    store.close()


def kill_while_writing(path: Path, *, rounds: int, seed: int) -> None:
    chance = random.Random(seed)
    told: list[str] = []
    batch = 40
    for _ in range(rounds):
        child = start(path, "reviewer-01", count=100_000, batch=batch)
        go(child)
        time.sleep(chance.uniform(0.005, 0.15))
        child.kill()
        told += acknowledged(child)

        store = open_(path)
        stored = [event.id for event in store.events()]
        assert set(told) <= set(stored)
        assert len(stored) % batch == 0, "half a write was kept"
        assert verify(store) == ()
        store.close()
    assert told, "no child lived long enough to write"


def test_what_was_acknowledged_survives_a_kill(tmp_path: Path) -> None:
    kill_while_writing(tmp_path / "rolcheck.db", rounds=8, seed=1)


@pytest.mark.slow
def test_what_was_acknowledged_survives_many_kills(tmp_path: Path) -> None:
    kill_while_writing(tmp_path / "rolcheck.db", rounds=60, seed=2)


def test_a_kill_in_the_midst_of_a_commit_is_undone_by_the_next_reader(tmp_path: Path) -> None:
    """A hot journal, as a crash during a commit leaves it."""
    path = tmp_path / "rolcheck.db"
    child = start(path, "reviewer-01", count=1)
    go(child)
    told = acknowledged(child)
    before = path.read_bytes()
    script = """
import os, sqlite3, sys
c = sqlite3.connect(sys.argv[1], isolation_level=None)
c.execute("PRAGMA cache_size = 1")
c.execute("PRAGMA synchronous = EXTRA")
c.execute("BEGIN IMMEDIATE")
c.execute("CREATE TABLE big (x)")
c.executemany("INSERT INTO big VALUES (?)", [["x" * 3000]] * 200)
c.execute("UPDATE meta SET value = 'spoilt'")
c.execute("INSERT INTO big SELECT x FROM big")
os.kill(os.getpid(), 9)
"""
    subprocess.run([sys.executable, "-c", script, path], check=False)
    assert path.with_name("rolcheck.db-journal").stat().st_size > 0
    assert path.read_bytes() != before

    store = open_(path)

    assert [event.id for event in store.events()] == told
    assert verify(store) == ()
    assert not path.with_name("rolcheck.db-journal").exists()
    store.close()
