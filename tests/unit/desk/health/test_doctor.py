"""What the doctor says of a machine: each check with the facts that make it speak up."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from rolcheck.base.health import Answer
from rolcheck.desk.health.doctor import CHECKS, examine
from rolcheck.desk.health.machine import Library, Machine, libraries, this_machine

NOW = datetime(2026, 6, 1, 8, tzinfo=UTC)
CLICK = Library("click", "<9,>=8.2", "", "8.3.1")
SHEETS = Library("openpyxl", "<4,>=3.1", "reports", "3.1.5")
SOUND = Machine(
    system="linux",
    python="3.12.4",
    python_wanted=">=3.11",
    libraries=(CLICK, SHEETS),
    encoding="utf-8",
    preferred="UTF-8",
    terminal=(120, 40),
    environ={"TERM": "xterm-256color", "LANG": "zh_CN.UTF-8"},
    zones=True,
    folders={},
    now=NOW,
    written=NOW - timedelta(days=30),
    mounts="",
)


def said(machine: Machine, check: str) -> Answer:
    return next(answer for answer in examine(machine) if answer.check == check)


def test_a_sound_machine_has_nothing_to_do() -> None:
    states = {answer.check: answer.state for answer in examine(SOUND)}

    assert states.pop("ambiguous-width") == "unknown"
    assert set(states.values()) == {"ok"}


@pytest.mark.parametrize(
    ("check", "state", "facts", "seen"),
    [
        ("python", "fail", {"python": "3.10.9"}, "Python 3.10.9, >=3.11 is wanted"),
        ("libraries", "fail", {"libraries": [replace(CLICK, found="8.1.7")]}, "click 8.1.7"),
        ("libraries", "fail", {"libraries": [replace(CLICK, found="9.0")]}, "click 9.0 (<9,>=8.2)"),
        ("libraries", "fail", {"libraries": [replace(CLICK, found=None)]}, "click (<9,>=8.2)"),
        ("libraries", "unknown", {"libraries": []}, "not installed as a package"),
        ("extras", "warn", {"libraries": [CLICK, replace(SHEETS, found=None)]}, "openpyxl"),
        ("encoding", "fail", {"encoding": "ascii"}, "what is printed is ascii"),
        ("encoding", "fail", {"encoding": "gbk"}, "what is printed is gbk"),
        ("locale", "warn", {"preferred": "ANSI_X3.4-1968"}, "ANSI_X3.4-1968"),
        ("terminal-size", "warn", {"terminal": (79, 24)}, "79 columns, 24 lines"),
        ("terminal-size", "warn", {"terminal": (80, 23)}, "80 columns, 23 lines"),
        ("terminal-size", "unknown", {"terminal": None}, "no terminal"),
        ("colours", "warn", {"environ": {"TERM": "dumb"}}, "TERM is dumb: the app cannot draw"),
        ("colours", "warn", {"environ": {}}, "TERM is -: the app cannot draw"),
        ("colours", "warn", {"environ": {"TERM": "xterm"}}, "TERM is xterm"),
        ("colours", "ok", {"environ": {"TERM": "xterm", "COLORTERM": "truecolor"}}, "xterm"),
        ("colours", "ok", {"environ": {"TERM": "xterm", "NO_COLOR": "1"}}, "NO_COLOR"),
        ("ambiguous-width", "unknown", {"environ": {}}, "only the terminal itself knows"),
        ("time-zones", "fail", {"zones": False}, "no data on time zone Asia/Shanghai"),
        ("clock", "fail", {"now": NOW - timedelta(days=40)}, "before the program was installed"),
        ("clock", "warn", {"environ": {"TERM": "xterm-256color", "ROLCHECK_NOW": "2026"}}, "$ROLC"),
    ],
)
def test_each_check_says_what_it_saw(
    check: str, state: str, facts: Mapping[str, object], seen: str
) -> None:
    answer = said(replace(SOUND, **facts), check)  # type: ignore[arg-type] # facts of any type

    assert answer.state == state
    assert seen in answer.seen.format(**answer.params)
    assert bool(answer.do) == (state != "ok") or (check, state) in {
        ("libraries", "unknown"),
        ("terminal-size", "unknown"),
    }


def test_what_is_optional_comes_with_its_install_line() -> None:
    answer = said(replace(SOUND, libraries=[CLICK, replace(SHEETS, found=None)]), "extras")

    assert answer.do.format(**answer.params) == "to get them: pip install 'rolcheck[reports]'"


def test_a_folder_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    locked = tmp_path / "file" / "rolcheck"

    answers = [said(replace(SOUND, folders={"data": at}), "own-folders")
               for at in (locked, tmp_path / "new" / "rolcheck")]  # fmt: skip

    assert [answer.state for answer in answers] == ["warn", "ok"]
    assert str(locked) in answers[0].seen.format(**answers[0].params)


def test_requirements_are_read_as_packages_write_them() -> None:
    found = libraries(
        ["click<9,>=8.2", 'no-such-thing>=3.1; extra == "reports"', "tzdata (>=2025.1)"]
    )

    assert [(one.name, one.wanted, one.extra) for one in found] == [
        ("click", "<9,>=8.2", ""),
        ("no-such-thing", ">=3.1", "reports"),
        ("tzdata", ">=2025.1", ""),
    ]
    assert [one.found is None for one in found] == [False, True, False]


def test_this_machine_answers_every_check() -> None:
    machine = this_machine(datetime.now(UTC))

    assert [answer.check for answer in examine(machine)] == list(CHECKS)
    assert said(machine, "python").state == "ok"
    assert said(machine, "time-zones").state == "ok"
