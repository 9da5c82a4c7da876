"""`complete`: one verdict by hand, proposals listed and confirmed."""

import json
from pathlib import Path

import pytest

from tests.cli.terminal import Terminal, terminal_in_campaign


@pytest.fixture
def opened(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Terminal:
    """A terminal in a campaign whose completeness round is open."""
    terminal = terminal_in_campaign(tmp_path, capsys)
    terminal.done("--as co round open 1")
    return terminal


@pytest.mark.parametrize("call", ["complete", "complete give"])
def test_a_verdict_is_given_with_the_word_or_without(opened: Terminal, call: str) -> None:
    given = opened.done(f"--as co {call} east 1.1.1/a ok --for r1")

    assert given == "verdict given: east 1.1.1/a ok r1\n"


def test_proposals_are_listed_tried_and_confirmed_and_the_ledger_says_why(
    opened: Terminal,
) -> None:
    opened.done("--as r2 complete east 1.1.1/b ok")
    rows = json.loads(opened.done("--as r1 complete propose east --format json"))
    tried = opened("--as", "r1", "complete", "confirm", "east", "--all", "--dry-run")
    done = opened("--as", "r1", "complete", "confirm", "east", "1.1.1")

    assert [(row["item"], row["proposed"], row["basis"], row["verdict"]) for row in rows] == [
        ("1.1.1/a", "ok", "file-there", ""),
        ("1.1.1/b", "missing", "not-offered", "ok"),
    ]
    assert tried.err.splitlines() == [
        "1 verdict would be recorded",
        "1 item has a verdict already, which stays",
    ]
    assert done.out == tried.out
    assert " ".join(done.out.split()).endswith(
        "east 1.1.1/a yes there the file is there as received E-1"
    )
    assert "there the file is there as received" in opened.done("--as r1 audit log")


def test_confirming_wants_indicators_or_all_and_not_both(opened: Terminal) -> None:
    neither = opened("--as", "r1", "complete", "confirm", "east")
    both = opened("--as", "r1", "complete", "confirm", "east", "1.1.1", "--all")

    assert (neither.status, both.status) == (2, 2)
    assert "name indicators, or give --all" in neither.err
