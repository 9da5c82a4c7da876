"""A disk that is really full: nothing is half written, and it goes on once there is room."""

import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

import rolcheck
from rolcheck.base.errors import StoreError
from rolcheck.events import codec
from rolcheck.events.types import Draft, Kind
from rolcheck.store.sqlite import SqliteStore
from rolcheck.store.verify import verify
from tests.factories_events import CAMPAIGN, DESK, NOON, score

ROOT = Path(rolcheck.__file__).parents[1]
BIG = Draft("reviewer-01", Kind.DECLARED, payload={"texts": ["承诺" * 20_000]})


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A file system of its own with room for half a megabyte."""
    folder = tmp_path / "disk"
    folder.mkdir()
    mount = shutil.which("mount")
    command = [mount or "mount", "-t", "tmpfs", "-o", "size=512k", "tmpfs", str(folder)]
    if mount is None or subprocess.run(command, capture_output=True, check=False).returncode:
        pytest.skip("no file system can be mounted here")
    yield folder
    subprocess.run(["umount", "-l", str(folder)], check=True)


def fill(path: Path) -> None:
    """Take all the room that is left."""
    with path.open("wb", buffering=0) as file:
        for size in (4096, 1):
            try:
                while True:
                    file.write(b"x" * size)
            except OSError:
                continue


def open_(path: Path) -> SqliteStore:
    return SqliteStore(path, campaign=CAMPAIGN, desk=DESK)


def add(store: SqliteStore, *drafts: Draft) -> None:
    with store.write() as transaction:
        transaction.append(drafts, NOON)


def test_a_full_disk_is_told_and_nothing_is_half_written(small_disk: Path) -> None:
    store = open_(small_disk / "rolcheck.db")
    add(store, score(value="1"))
    fill(small_disk / "filler")

    for _ in range(3):
        with pytest.raises(StoreError, match="the disk is full; nothing was stored") as caught:
            add(store, score(value="2"), BIG)
        assert "make room" in caught.value.hint
        assert caught.value.exit_status == 2

    assert store.length() == 1
    assert len(store.tables()[1].rows) > 0
    assert verify(store) == ()
    assert store.keep_head() == codec.head(store.frontier())

    (small_disk / "filler").unlink()
    add(store, score(value="2"))
    assert [event.seq for event in store.events()] == [1, 2]
    assert verify(store, against=store.keep_head()) == ()
    store.close()


def test_a_disk_that_fills_up_during_a_large_write_keeps_what_was_there(small_disk: Path) -> None:
    store = open_(small_disk / "rolcheck.db")
    add(store, score(value="1"))

    with pytest.raises(StoreError, match="disk is full"):
        add(store, *[BIG] * 20)

    assert store.length() == 1
    assert verify(store) == ()
    add(store, score(value="2"))
    store.close()


def test_a_first_write_on_a_full_disk_makes_no_ledger(small_disk: Path) -> None:
    fill(small_disk / "filler")
    store = open_(small_disk / "rolcheck.db")

    with pytest.raises(StoreError, match="disk is full"):
        add(store, score())

    assert store.events() == ()
    (small_disk / "filler").unlink()
    add(store, score())
    assert verify(store) == ()
    store.close()


LIMITED = """
import resource, sys
from pathlib import Path
from rolcheck.base.errors import StoreError
from rolcheck.store.verify import verify
from tests.e2e.test_ledger_full_disk import BIG, add, open_, score
path = Path(sys.argv[1])
store = open_(path)
add(store, score(value="1"))
unlimited = resource.getrlimit(resource.RLIMIT_FSIZE)
resource.setrlimit(resource.RLIMIT_FSIZE, (path.stat().st_size + 20_000, unlimited[1]))
try:
    add(store, score(value="2"), *[BIG] * 3)
except StoreError as error:
    print(error)
assert store.length() == 1
assert verify(store) == ()
resource.setrlimit(resource.RLIMIT_FSIZE, unlimited)
add(store, score(value="2"), BIG)
assert store.length() == 3
assert verify(store) == ()
"""


def test_a_limit_on_the_size_of_files_is_told_and_nothing_is_half_written(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", LIMITED, tmp_path / "rolcheck.db"],
        env={"PYTHONPATH": str(ROOT)},
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )

    assert done.stderr == ""
    assert "nothing was stored" in done.stdout
