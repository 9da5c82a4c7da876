"""A whole campaign in which only a coordinator types commands, and the same typed by everybody."""

import json
from collections.abc import Mapping
from pathlib import Path

import pytest
from openpyxl import load_workbook

from rolcheck.desk.handing.handin import declaration_key
from tests.cli.terminal import Terminal
from tests.sheet_filling import Opened, form_filled
from tests.world import HEAD, make_world

PROMISES = ("回避承诺", "保密承诺")
SETTINGS = HEAD.replace("period =", f"declarations = {json.dumps(PROMISES)}\nperiod =")
FIVE = ("r1", "r2", "r3", "r4", "r5")
BY_FORM = ("r2", "r4")
"""Who fills in forms; the others workbooks."""

Said = Mapping[str, tuple[str, ...]]
"""By indicator: the value, and maybe a remark."""

Scores = Mapping[str, Said]
"""By reviewer."""


def by_all(indicator: str, *values: str) -> Scores:
    return {who: {indicator: (value,)} for who, value in zip(FIVE, values, strict=True)}


def together(*parts: Scores) -> Scores:
    return {
        who: {indicator: said for part in parts for indicator, said in part.get(who, {}).items()}
        for who in FIVE
    }


KEEP = "as before"
SECOND = together(
    by_all("1.1.1", "A", "B", "B", "B", "C"),
    by_all("1.1.2", *("9/10",) * 5),
    by_all("1.2.1", "4", "4.5", "3.5", "4", "5"),
    by_all("2.1.1", "none", "K1", "K2*9", "K1;K2", "K2"),
    {"r3": {"V.1.1": ("veto", "文号系伪造")}},
)
THIRD = together(
    {who: {"1.1.1": (KEEP,)} for who in ("r2", "r3", "r4")},
    {who: {"1.1.1": ("B", "重新核对")} for who in ("r1", "r5")},
    by_all("2.1.2", "yes", "yes", "yes", "no", "no"),
    by_all("B.1.1", *("0.7",) * 5),
)


def make_terminal(folder: Path, capsys: pytest.CaptureFixture[str]) -> Terminal:
    make_world(folder, head=SETTINGS)
    return Terminal(folder, capsys)


def finding(terminal: Terminal) -> str:
    (row,) = json.loads(terminal.done("--as co finding list --format json"))
    return str(row["id"])


def summary(terminal: Terminal) -> dict[str, object]:
    told: dict[str, object] = json.loads(terminal.done("--as co summary --format json"))
    told.pop("ledger")
    return told


def typed(terminal: Terminal) -> None:
    """Let everybody have a terminal."""
    do = terminal.done
    do("--as co round open 1")
    do("--as r1 declare")
    do("--as r1 complete east 1.1.1/a supplement")
    do("--as r1 finding add east 1.1.1 --code Q04 --ask 补盖公章 --due 2026-07-01")
    do("--as co round close 1")
    do("--as co round open 2")
    for who in FIVE[1:]:
        do(f"--as {who} declare")
    type_scores(terminal, SECOND)
    do(f"--as co finding answer {finding(terminal)} 已补盖")
    do("--as co round close 2")
    do("--as co round open 3")
    type_scores(terminal, THIRD)
    do(f"--as r1 finding accept {finding(terminal)}")
    do("--as co round close 3")
    do("--as co round open 4")
    do("--as ar rule east 2.1.2 yes --reason 材料齐全")
    do("--as ar rule east V.1.1 clear --reason 查无实据")
    do("--as co round close 4")
    do("--as co round seal")


def type_scores(terminal: Terminal, scores: Scores) -> None:
    for who, entries in scores.items():
        for indicator, (value, *remark) in entries.items():
            if value == KEEP:
                terminal.done(f"--as {who} keep east {indicator}")
                continue
            said = f" --remark {remark[0]}" if remark else ""
            terminal.done(f"--as {who} score east {indicator} {value}{said}")


def sent(terminal: Terminal) -> None:
    """Let nobody but the coordinator have one."""
    do = terminal.done
    do("--as co round open 1")
    do("--as co sheet export --force --for r1 -o r1.xlsx")
    opened = Opened(terminal.folder / "r1.xlsx", load_workbook(terminal.folder / "r1.xlsx"))
    opened.declare("是", "yes")
    opened.judge({("east", "1.1.1/a"): ("to be supplemented", "Q04", "补盖公章", "2026年7月1日")})
    opened.save()
    do("--as co sheet import r1.xlsx")
    do("--as co round close 1")
    do("--as co round open 2")
    send_scores(terminal, SECOND, declaring=FIVE[1:])
    do(f"--as co finding answer {finding(terminal)} 已补盖")
    do("--as co round close 2")
    do("--as co round open 3")
    send_scores(terminal, THIRD)
    do(f"--as co finding accept {finding(terminal)}")
    do("--as co round close 3")
    do("--as co round open 4")
    send_rulings(terminal, {"2.1.2": ("是", "材料齐全"), "V.1.1": ("不予认定", "查无实据")})
    do("--as co round close 4")
    do("--as co round seal")


def send_rulings(terminal: Terminal, rulings: Said) -> None:
    terminal.done("--as co sheet export --for ar -o ar.xlsx")
    path = terminal.folder / "ar.xlsx"
    opened = Opened(path, load_workbook(path))
    for indicator, texts in rulings.items():
        for column, text in zip(("ruling", "reason"), texts, strict=True):
            opened.write(opened.cell("rulings", indicator, column), text)
    opened.save()
    terminal.done("--as co sheet import ar.xlsx")


def send_scores(terminal: Terminal, scores: Scores, declaring: tuple[str, ...] = ()) -> None:
    for who, entries in scores.items():
        fill = by_form if who in BY_FORM else by_workbook
        fill(terminal, who, entries, PROMISES if who in declaring else ())


def by_workbook(terminal: Terminal, who: str, entries: Said, made: tuple[str, ...]) -> None:
    path = terminal.folder / f"{who}.xlsx"
    terminal.done(f"--as co sheet export --force --for {who} -o {who}.xlsx")
    opened = Opened(path, load_workbook(path))
    opened.fill({("east", indicator): said for indicator, said in entries.items()})
    if made:
        opened.declare(*("是" for _text in made))
    opened.save()
    terminal.done(f"--as co sheet import {who}.xlsx")


def by_form(terminal: Terminal, who: str, entries: Said, made: tuple[str, ...]) -> None:
    path = terminal.folder / f"{who}.txt"
    written: dict[str, dict[str, str]] = {
        f"east {indicator}": dict(zip(("", "Remark"), said, strict=False))
        for indicator, said in entries.items()
    }
    written |= {f"declaration {declaration_key(text)}": {"": "是"} for text in made}
    text = terminal.done(f"--as co form export --force --for {who}")
    path.write_text(form_filled(text, written), "utf-8")
    terminal.done(f"--as co form import {who}.txt")


def test_one_coordinator_comes_to_the_summary_that_everybody_comes_to(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    one = make_terminal(tmp_path / "one", capsys)
    other = make_terminal(tmp_path / "other", capsys)

    typed(one)
    sent(other)

    assert summary(other) == summary(one)
    assert summary(other)["round"] == {"number": 4, "state": "sealed"}


def test_only_the_coordinator_enters_anything_and_everything_stays_whose_it_is(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    terminal = make_terminal(tmp_path, capsys)
    sent(terminal)

    log = json.loads(terminal.done("--as co audit log --format json"))
    scores = json.loads(terminal.done("--as co scores export --format json"))
    (asked,) = json.loads(terminal.done("--as r1 finding list --format json"))
    assert {event["author"] for event in log} == {"co"}
    assert {row["reviewer"] for row in scores} == set(FIVE)
    assert [row["reviewer"] for row in scores if row["kept"]] == ["r2", "r3", "r4"]
    assert (asked["code"], asked["asked"], asked["due"]) == ("Q04", "补盖公章", "2026-07-01")
    assert terminal("audit", "verify").status == 0
