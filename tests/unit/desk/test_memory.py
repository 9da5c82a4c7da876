"""What a desk remembers: exactly what it showed, and only while nothing is another."""

import os
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from rolcheck.desk.memory import Memory
from rolcheck.desk.overview import overview
from rolcheck.wiring import ledger_state, open_desk
from tests.world import make_world

NOW = datetime(2026, 6, 2, 4, tzinfo=UTC)
LONG_AGO = (1_700_000_000, 1_700_000_000)


def campaign(folder: Path) -> Path:
    """Return a campaign on disk in its round 2, its files as old as files mostly are."""
    make_world(folder)
    co = open_desk(folder, "co", lambda: NOW)
    co.open_round(1)
    co.close_round(1, waive="试用")
    co.open_round(2)
    for path in folder.rglob("*.toml"):
        os.utime(path, LONG_AGO)
    return folder


def memory(folder: Path, who: str = "co") -> Memory:
    return Memory(folder, who, folder / "cache", lambda: ledger_state(folder))


def keep(folder: Path, who: str = "co") -> None:
    memory(folder, who).read(open_desk(folder, who, lambda: NOW))


def recalled(folder: Path, who: str = "co", now: datetime = NOW) -> object:
    return memory(folder, who).recall(now)


@pytest.mark.parametrize("who", ["co", "r1", "ar", "ob", ""])
def test_what_is_recalled_is_what_was_shown(tmp_path: Path, who: str) -> None:
    keep(campaign(tmp_path), who)

    seen = recalled(tmp_path, who)

    now = NOW.astimezone(overview(open_desk(tmp_path, who, lambda: NOW)).now.tzinfo)
    assert seen == replace(overview(open_desk(tmp_path, who, lambda: NOW)), now=now)


def append(path: Path) -> None:
    with path.open("a", encoding="utf-8") as file:
        file.write("\n")


def write(folder: Path) -> None:
    open_desk(folder, "co", lambda: NOW).recuse("r1", "east", "试用")


def new_submission(folder: Path) -> None:
    (folder / "west").mkdir()
    text = (folder / "east" / "submission.toml").read_text("utf-8").replace('"east"', '"west"')
    (folder / "west" / "submission.toml").write_text(text, encoding="utf-8")


def damage(folder: Path) -> None:
    for path in (folder / "cache" / "desk").iterdir():
        path.write_bytes(path.read_bytes()[:-20])


CHANGES: dict[str, Callable[[Path], None]] = {
    "settings": lambda folder: append(folder / "campaign.toml"),
    "criteria": lambda folder: append(folder / "criteria" / "paper.toml"),
    "a submission": lambda folder: append(folder / "east" / "submission.toml"),
    "another submission": new_submission,
    "another criteria file": lambda folder: append(folder / "criteria" / "other.toml"),
    "the ledger": write,
    "no ledger": lambda folder: (folder / "rolcheck.db").unlink(),
    "no criteria": lambda folder: (folder / "criteria" / "paper.toml").unlink(),
    "the cache": damage,
}


@pytest.mark.parametrize("change", CHANGES)
def test_nothing_is_recalled_once_something_changed(tmp_path: Path, change: str) -> None:
    keep(campaign(tmp_path))
    assert recalled(tmp_path) is not None

    CHANGES[change](tmp_path)

    assert recalled(tmp_path) is None


def test_nothing_is_recalled_on_another_day_or_for_another_person(tmp_path: Path) -> None:
    keep(campaign(tmp_path))

    assert recalled(tmp_path, now=NOW + timedelta(hours=11)) is not None
    assert recalled(tmp_path, now=NOW + timedelta(hours=12)) is None  # past midnight there
    assert recalled(tmp_path, "r1") is None


def test_files_that_may_have_changed_while_they_were_read_are_not_trusted(tmp_path: Path) -> None:
    campaign(tmp_path)
    (tmp_path / "campaign.toml").touch()

    keep(tmp_path)

    assert recalled(tmp_path) is None


def test_whoever_leaves_after_a_write_leaves_the_next_start_what_it_made(tmp_path: Path) -> None:
    keep(campaign(tmp_path))
    desk, kept = open_desk(tmp_path, "co", lambda: NOW), memory(tmp_path)
    kept.recall(NOW)
    desk.recuse("r1", "east", "试用")

    kept.refresh(desk)

    assert recalled(tmp_path) == overview(desk)


def test_only_its_owner_may_read_what_is_kept(tmp_path: Path) -> None:
    keep(campaign(tmp_path))

    (kept,) = (tmp_path / "cache" / "desk").iterdir()
    assert kept.stat().st_mode & 0o077 == 0


def test_a_cache_that_cannot_be_written_harms_nothing(tmp_path: Path) -> None:
    campaign(tmp_path)
    (tmp_path / "cache").write_text("a file", encoding="utf-8")

    keep(tmp_path)

    assert recalled(tmp_path) is None
