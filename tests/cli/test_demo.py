"""The sample campaign is made whole, from its history, and walked as text."""

import json
from pathlib import Path

import pytest

from rolcheck.wiring import make_sample
from tests.cli.terminal import Terminal
from tests.unit.desk.starting.test_replay import HISTORY, SETTINGS
from tests.world import make_world

REPORTS = tuple(f"summary.{form}" for form in ("csv", "html", "json", "md", "svg", "txt"))


@pytest.fixture
def sample(empty: Terminal, monkeypatch: pytest.MonkeyPatch) -> Terminal:
    """A terminal whose shipped sample is a small one."""
    origin = empty.folder / "shipped" / "submissions" / "qingyu-2023"
    make_world(origin, head=SETTINGS)
    (origin / "east" / "stage-1").mkdir()
    (origin / "east" / "stage-1" / "e1.txt").write_text("初稿", "utf-8")
    (origin / "history.csv").write_text(HISTORY, "utf-8")
    monkeypatch.setattr(
        "rolcheck.desk.starting.sample.shipped", lambda name: empty.folder / "shipped" / name
    )
    return empty


def test_without_a_terminal_the_whole_job_is_walked(sample: Terminal) -> None:
    said = sample("demo")
    folder = sample.folder / "rolcheck-demo"
    rounds = json.loads(sample.done("-C rolcheck-demo round status --format json"))
    summary = json.loads((folder / "reports" / "summary.json").read_text("utf-8"))

    assert said.status == 0
    assert "算例" in said.out
    assert "checked: 0 problems" in said.err
    assert sorted(path.name for path in (folder / "reports").iterdir()) == sorted(REPORTS)
    assert [row["state"] for row in rounds] == ["closed", "closed", "open", "planned"]
    assert summary["round"] == {"number": 3, "state": "open"}
    assert (
        sample.done("-C rolcheck-demo audit verify --against rolcheck-demo/reports/summary.json")
        == ""
    )


def test_a_demo_that_is_there_is_kept(sample: Terminal) -> None:
    sample.done("demo here")
    sample.done("-C here --as co round close 3 --waive trial")

    again = sample("demo", "here")

    assert (again.status, again.err.splitlines()[0]) == (0, "here is kept as it is")
    assert "round 3" in again.out


def test_an_empty_folder_is_filled_and_any_other_is_left_alone(sample: Terminal) -> None:
    (sample.folder / "void").mkdir()
    (sample.folder / "full").mkdir()
    (sample.folder / "full" / "mine.txt").write_text("x", "utf-8")

    sample.done("demo void")
    refused = sample("demo", "full")

    assert (sample.folder / "void" / "rolcheck.db").is_file()
    assert (refused.status, refused.err.splitlines()[0]) == (
        2,
        "error: full: the folder is not empty, and holds no campaign",
    )


def test_a_history_that_fails_leaves_nothing_behind(sample: Terminal) -> None:
    history = sample.folder / "shipped" / "submissions" / "qingyu-2023" / "history.csv"
    history.write_text(HISTORY.replace(",A,写得好", ",Z,写得好"), "utf-8")
    before = sorted(sample.folder.iterdir())

    said = sample("demo")

    assert said.status == 2
    assert "error: history.csv:18: " in said.err
    assert sorted(sample.folder.iterdir()) == before


@pytest.mark.slow
def test_the_shipped_sample_is_made_and_is_whole(empty: Terminal) -> None:
    said = empty("demo", "trial")

    assert said.status == 0, said.err
    assert "checked: 0 problems" in said.err
    assert empty.done("-C trial audit verify") == ""


def test_making_says_how_many_events_it_has(sample: Terminal, tmp_path: Path) -> None:
    assert make_sample(tmp_path / "made") == len(
        json.loads(sample.done("-C made --as co audit log --format json"))
    )
