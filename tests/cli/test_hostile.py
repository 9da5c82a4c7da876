"""What hostile, broken or tampered-with files meet: one clear line, and nothing is lost."""

import json
import os
import sqlite3
from pathlib import Path

import pytest

from tests.cli.terminal import Terminal, terminal_in_campaign


@pytest.fixture
def terminal(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Terminal:
    return terminal_in_campaign(tmp_path / "campaign", capsys)


def append(terminal: Terminal, text: str) -> None:
    path = terminal.folder / "east" / "submission.toml"
    path.write_text(path.read_text(encoding="utf-8") + text, encoding="utf-8")


def edit_ledger(terminal: Terminal, statement: str) -> None:
    with sqlite3.connect(terminal.folder / "rolcheck.db") as connection:
        connection.execute(statement)
    connection.close()


@pytest.mark.parametrize("points", ["1e-99999999", "1e-999999999", "1e99999999", "nan", "0.0001"])
def test_a_number_of_absurd_size_is_refused_at_once(terminal: Terminal, points: str) -> None:
    append(terminal, f'[[claim]]\nindicator = "1.1.2"\npoints = {points}\n')

    answer = terminal("--as", "co", "receive", "east")

    assert answer.status == 2
    assert "submission.toml:16:10: points" in answer.err


def test_a_pipe_named_as_evidence_is_no_file_to_wait_for(terminal: Terminal) -> None:
    os.mkfifo(terminal.folder / "east" / "pipe")
    append(terminal, '[[evidence]]\nid = "E-2"\ntitle = "x"\nfile = "pipe"\n')

    answer = terminal("--as", "co", "round", "open", "1")

    assert answer.status == 2
    assert "submission.toml:17:8: no file 'pipe'" in answer.err
    assert not (terminal.folder / "rolcheck.db").exists(), "a refused first step leaves nothing"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('[[claim]]\nindicator = "9.9.9"\npoints = 1\n', "15:13: no indicator '9.9.9'"),
        ('[[claim]]\nindicator = "1.1.2"\npoints = 4\n', "16:10: 4 points are claimed"),
        (
            '[[evidence]]\nid = "E-2"\ntitle = "x"\nfile = "../campaign.toml"\n',
            "17:8: ../campaign.toml is not inside its folder",
        ),
    ],
)
def test_what_check_refuses_is_not_received(terminal: Terminal, text: str, said: str) -> None:
    append(terminal, text)

    answer = terminal("--as", "co", "receive", "east")

    assert answer.status == 2
    assert f"submission.toml:{said}" in answer.err


@pytest.mark.parametrize("step", [("round", "close", "1", "--waive", "x"), ("round", "seal")])
def test_nothing_is_closed_or_sealed_on_a_ledger_that_was_tampered_with(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], step: tuple[str, ...]
) -> None:
    terminal = terminal_in_campaign(tmp_path / "campaign", capsys)
    terminal.done("--as co round open 1")
    terminal.done("--as r1 complete east 1.1.1/a missing")
    edit_ledger(terminal, "UPDATE verdicts SET verdict = 'ok'")

    answer = terminal("--as", "co", *step)

    assert answer.status == 3
    assert "the ledger is not what was written" in answer.err


def test_a_report_that_contradicts_itself_proves_nothing(terminal: Terminal) -> None:
    terminal.done("--as co round open 1")
    report = json.loads(terminal.done("--as co summary --format json"))
    path = terminal.folder / "report.json"
    path.write_text(json.dumps(report), encoding="utf-8")
    assert terminal("audit", "verify", "--against", str(path)).status == 0
    report["ledger"]["frontier"] = []
    path.write_text(json.dumps(report), encoding="utf-8")

    answer = terminal("audit", "verify", "--against", str(path))

    assert answer.status == 1
    assert "contradicts itself" in answer.out


def test_a_printed_report_in_markdown_carries_its_head(terminal: Terminal) -> None:
    terminal.done("--as co round open 1")
    terminal.done("--as co summary --format md -o report.md")

    assert terminal("audit", "verify", "--against", "report.md").status == 0


def test_what_a_terminal_obeys_never_comes_out_of_a_manifest(terminal: Terminal) -> None:
    title = r"\u001b]0;x\u0007\u009b31m\u202e坏\u200b"
    append(terminal, f'[[evidence]]\nid = "E-2"\ntitle = "{title}"\nfile = "e1.txt"\n')
    terminal.done("--as co round open 1")

    out = terminal.done("--as co audit log --format json")

    assert "坏" in out
    assert not set("\x1b\x9b\u202e\u200b").intersection(out)


def test_a_row_with_too_many_cells_hides_no_other_bad_row(terminal: Terminal) -> None:
    terminal.done("--as co round open 1")
    path = terminal.folder / "scores.csv"
    path.write_text(
        "submission,indicator,value\nwest,1.1.1,A\neast,1.1.1,A,B\neast,9.9.9,A\n",
        encoding="utf-8",
    )

    answer = terminal("--as", "r1", "scores", "import", "scores.csv")

    assert answer.status == 2
    assert [line.split(": ")[1] for line in answer.err.splitlines()] == [
        "scores.csv:2",
        "scores.csv:3",
        "scores.csv:4",
    ]


def test_a_missing_reason_is_bad_usage(terminal: Terminal) -> None:
    for line in ("recuse r1 east", "round reopen 1", "rule east 1.1.1 A", "abstain east"):
        answer = terminal("--as", "co", *line.split())

        assert answer.status == 2, answer
        assert "--reason" in answer.err


def test_a_finding_is_accepted_only_after_an_answer(terminal: Terminal) -> None:
    terminal.done("--as co round open 1")
    name = terminal.done("--as co finding add east 1.1.1 --code Ｑ０１ --ask more").split()[2]

    assert terminal("--as", "co", "finding", "accept", name).status == 3
