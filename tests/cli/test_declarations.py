"""Whichever way a score comes in, none is taken before its reviewer made the declarations."""

from pathlib import Path

import pytest

from tests.cli.terminal import Terminal
from tests.cli.test_handing_in import answer_form, fill
from tests.world import HEAD, make_world

ASKING = HEAD + 'declarations = ["回避承诺", "保密承诺"]\n'
ROW = "round,submission,indicator,reviewer,value,remark\n2,east,1.1.1,r1,A,\n"
WAYS = (
    "--as r1 score east 1.1.1 A",
    "--as r1 scores import own.csv",
    "--as co scores import own.csv",
    "--as r1 sheet import sheet.xlsx",
    "--as co sheet import sheet.xlsx",
    "--as r1 form import form.txt",
    "--as co form import form.txt",
)
"""Every command that records scores; the app's Review goes through the same service as `score`."""


@pytest.fixture
def asking(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Terminal:
    """Give a terminal in a scoring round that asks for declarations, with files filled in."""
    make_world(tmp_path, head=ASKING)
    terminal = Terminal(tmp_path, capsys)
    for line in ("open 1", "close 1 --waive trial", "open 2"):
        terminal.done(f"--as co round {line}")
    (tmp_path / "own.csv").write_text(ROW, "utf-8")
    terminal.done("--as co sheet export --for r1 -o sheet.xlsx")
    fill(terminal, "sheet.xlsx", {("east", "1.1.1"): ("A",)})
    terminal.done("--as co form export --for r1 -o form.txt")
    answer_form(terminal, "form.txt", "east 1.1.1", "A")
    return terminal


def test_no_way_in_takes_a_score_before_the_declarations(asking: Terminal) -> None:
    said = {way: asking(*way.split()) for way in WAYS}

    assert {way: answer.status for way, answer in said.items()} == dict.fromkeys(WAYS, 3)
    for answer in said.values():
        assert "r1 has not declared yet: 回避承诺, 保密承诺" in answer.err
    assert "r1" not in asking.done("--as co scores export --format csv")


def test_declarations_on_paper_open_the_same_ways(asking: Terminal) -> None:
    asking.done("--as co declare --for r1")

    for way in WAYS:
        assert asking(*way.split()).status == 0, way
