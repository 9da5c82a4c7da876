"""A campaign's folder, files and ledger, spoiled one by one, and what the doctor says of it."""

import os
import shutil
import sqlite3
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from rolcheck.base.health import Answer
from rolcheck.campaign.loader import load_campaign
from rolcheck.desk.desk import Desk
from rolcheck.desk.health.campaigns import MIB, Site, examine_record, examine_site, site
from rolcheck.desk.ledger import Ledger
from rolcheck.store.sqlite import SqliteStore
from rolcheck.wiring import LEDGER, diagnose
from tests.world import make_world

NOW = datetime(2026, 6, 1, 8, tzinfo=UTC)
LOCAL = "/dev/sda1 / ext4 rw 0 0\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    make_world(tmp_path / "town")
    store = open_(tmp_path / "town")
    Desk(Ledger(store, load_campaign(tmp_path / "town"), lambda: NOW), "co").open_round(1)
    store.close()
    (tmp_path / "town" / LEDGER).chmod(0o600)
    return tmp_path / "town"


def open_(folder: Path) -> SqliteStore:
    return SqliteStore(folder / LEDGER, campaign="paper-2026", desk="desk-1")


def here(folder: Path, now: datetime = NOW) -> Site:
    return site(load_campaign(folder), folder / LEDGER, "linux", LOCAL, now + timedelta(hours=1))


def placed(at: Site, check: str) -> Answer:
    return next(answer for answer in examine_site(at) if answer.check == check)


def recorded(folder: Path, now: datetime = NOW) -> dict[str, Answer]:
    store = open_(folder)
    answers = {one.check: one for one in examine_record(store, here(folder, now))}
    store.close()
    return answers


def words(answer: Answer) -> str:
    return answer.seen.format(**answer.params)


def test_a_campaign_in_order_is_sound(folder: Path) -> None:
    answers = [*examine_site(here(folder)), *recorded(folder).values()]

    assert [(one.check, words(one)) for one in answers if one.state != "ok"] == []
    assert len(answers) == 16


def test_a_submission_that_cannot_be_read_is_told(folder: Path) -> None:
    (folder / "east" / "submission.toml").write_text("[submission]\nid = 1\n", "utf-8")

    answer = placed(here(folder), "files-readable")

    assert answer.state == "fail"
    assert "submission.toml" in words(answer)


def test_a_folder_on_a_network_drive_is_told(folder: Path) -> None:
    remote = replace(here(folder), mounts=f"nas:/export {folder.parent} nfs4 rw 0 0\n")

    answer = placed(remote, "network-drive")

    assert (answer.state, answer.params["kind"]) == ("fail", "nfs4")
    assert placed(replace(remote, mounts="", system="darwin"), "network-drive").state == "unknown"


@pytest.mark.parametrize(("free", "state"), [(600, "ok"), (499, "warn"), (19, "fail")])
def test_a_disk_that_fills_up_is_told(folder: Path, free: int, state: str) -> None:
    assert placed(replace(here(folder), free_bytes=free * MIB), "disk-space").state == state


@pytest.mark.parametrize(
    ("mode", "state"), [(0o600, "ok"), (0o644, "warn"), (0o640, "warn"), (0o662, "fail")]
)
@pytest.mark.skipif(os.name == "nt", reason="modes are of POSIX")
def test_who_may_read_the_ledger_of_a_blind_round_is_told(
    folder: Path, mode: int, state: str
) -> None:
    (folder / LEDGER).chmod(mode)

    answer = placed(here(folder), "ledger-permissions")

    assert answer.state == state
    assert f"{mode:o}" in words(answer)


def test_a_ledger_of_no_bytes_is_told(folder: Path) -> None:
    (folder / LEDGER).write_bytes(b"")

    assert placed(here(folder), "ledger-present").state == "warn"
    (folder / LEDGER).unlink()
    assert words(placed(here(folder), "ledger-present")) == "there is no ledger yet"


def test_a_submission_that_was_received_and_is_gone_is_named(folder: Path) -> None:
    shutil.rmtree(folder / "east")

    answer = recorded(folder)["material-received"]

    assert answer.state == "warn"
    assert "east/submission.toml" in words(answer)


def test_reading_is_nobodys_secret_where_no_round_is_blind(folder: Path) -> None:
    text = (folder / "campaign.toml").read_text("utf-8")
    (folder / "campaign.toml").write_text(text.replace("blind = true\n", ""), "utf-8")
    (folder / LEDGER).chmod(0o644)

    assert placed(here(folder), "ledger-permissions").state == "ok"


def test_a_file_that_no_reader_takes_is_told(folder: Path) -> None:
    with (folder / "east" / "e1.txt").open("wb") as file:
        file.truncate(201 * MIB)

    answer = placed(here(folder), "file-sizes")

    assert answer.state == "warn"
    assert words(answer) == "too large to be read: east/e1.txt (201 MiB)"


def changed_criteria(folder: Path) -> None:
    path = folder / "criteria" / "paper.toml"
    path.write_text(path.read_text("utf-8").replace("纸面算例", "另一算例"), "utf-8")


def changed_evidence(folder: Path) -> None:
    (folder / "east" / "e1.txt").write_text("改过的纪要", "utf-8")


@pytest.mark.parametrize(
    ("spoil", "check", "state", "said"),
    [
        (changed_criteria, "settings-on-record", "fail", "criteria/paper.toml"),
        (changed_evidence, "material-received", "warn", "not as received: east/e1.txt"),
    ],
)
def test_files_that_differ_from_the_record_are_named(
    folder: Path, spoil: Callable[[Path], None], check: str, state: str, said: str
) -> None:
    spoil(folder)

    answer = recorded(folder)[check]

    assert answer.state == state
    assert said in words(answer)


def test_a_clock_behind_the_ledger_is_told_without_the_time(folder: Path) -> None:
    answer = recorded(folder, NOW - timedelta(days=1))["clock-after-entries"]

    assert answer.state == "warn"
    assert words(answer) == "the clock is behind the ledger's latest entry"


@pytest.mark.parametrize(
    ("script", "broken"),
    [
        ("UPDATE rounds SET state = 'closed'", {"projections"}),
        ("DROP TRIGGER events_are_never_changed; UPDATE events SET author = 'li' WHERE position = 2",
         {"triggers", "file-as-made", "events-unchanged", "events-complete", "projections"}),
        ("DROP TRIGGER events_are_never_changed; UPDATE events SET kind = 'no_such_kind'",
         {"triggers", "file-as-made", "events-unchanged", "projections", "ledger-readable"}),
        ("DROP TRIGGER events_are_never_removed; DELETE FROM events WHERE position = 1",
         {"triggers", "file-as-made", "events-complete", "projections", "integrity"}),
        ("INSERT INTO heads VALUES ('1:x', '[]', '')", {"heads"}),
        ("DROP TABLE heads", {"tables", "file-as-made"}),
    ],
)  # fmt: skip
def test_a_ledger_that_was_meddled_with_breaks_the_invariants_that_it_breaks(
    folder: Path, script: str, broken: set[str]
) -> None:
    connection = sqlite3.connect(folder / LEDGER)
    connection.executescript(f"PRAGMA foreign_keys = OFF; {script}")
    connection.close()

    answers = diagnose(folder, lambda: NOW + timedelta(hours=1))

    assert {one.check for one in answers if one.state == "fail"} - {"clock"} == broken


def test_criteria_with_faults_leave_only_that_to_be_told(folder: Path) -> None:
    path = folder / "criteria" / "paper.toml"
    path.write_text(path.read_text("utf-8").replace("points = 20", "points = 21"), "utf-8")

    answers = {one.check: one for one in diagnose(folder, lambda: NOW)}

    assert answers["files-readable"].state == "fail"
    assert "the base adds up to 20, not to 21" in words(answers["files-readable"])
    assert "triggers" not in answers
