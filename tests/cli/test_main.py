"""The options before commands, and how a command line ends when it goes wrong."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from rolcheck.cli import main as cli_main
from rolcheck.cli.commands import COMMANDS
from rolcheck.locale import set_language
from tests.cli.terminal import Terminal
from tests.world import make_world

Spoil = Callable[[Path], object]


def damaged(folder: Path) -> None:
    (folder / "rolcheck.db").write_bytes(b"no database at all, but long enough to be looked at")


def broken_settings(folder: Path) -> None:
    (folder / "campaign.toml").write_text('[campaign]\nid = "x y"\n', "utf-8")


def as_it_is(folder: Path) -> None:
    del folder


@pytest.mark.parametrize(
    ("line", "spoil", "status", "error"),
    [
        ("round status", as_it_is, 0, ""),
        ("check", broken_settings, 1, ""),
        ("check nowhere", as_it_is, 2, "error: nowhere: there is no such file"),
        ("nonsense", as_it_is, 2, "error: no command 'nonsense'"),
        ("scor", as_it_is, 2, "error: no command 'scor'"),
        ("round shut", as_it_is, 2, "error: no command 'shut'"),
        ("--nonsense", as_it_is, 2, "error: no option --nonsense"),
        ("round status --nonsense", as_it_is, 2, "error: no option --nonsense"),
        ("score east", as_it_is, 2, "error: INDICATOR is missing"),
        ("round open two", as_it_is, 2, "error: N takes a whole number"),
        ("progress --by day", as_it_is, 2, "error: --by takes one of reviewer, submission"),
        ("finding add east 1.1.1", as_it_is, 2, "error: --code is missing"),
        ("campaign amend --reason", as_it_is, 2, "error: --reason wants a value"),
        ("undo more", as_it_is, 2, "error: these arguments are too many: more"),
        ("--lang fr round status", as_it_is, 2, "error: --lang is no language of the interface"),
        ("score east 1.1.1 A", as_it_is, 2, "error: this command must know who you are"),
        ("--as x round status", as_it_is, 2, "error: nobody named 'x' in campaign.toml"),
        ("--as co receive west", as_it_is, 2, "error: no submission 'west'"),
        ("--as co round open 7", as_it_is, 2, "error: no round 7"),
        ("-C elsewhere round status", as_it_is, 2, "error: elsewhere/campaign.toml: there is no"),
        ("round status", broken_settings, 2, "error: campaign.toml:1:1: title is missing"),
        ("round status", damaged, 2, "error: rolcheck.db: "),
        ("--as r1 scores import none.csv", as_it_is, 2, "error: none.csv: there is no such file"),
        ("", as_it_is, 2, "error: the app needs a terminal"),
        ("init here", as_it_is, 2, "error: say where and how to begin"),
        ("--as r1 score east 1.1.1 A", as_it_is, 3, "error: no round is open"),
        ("--as r1 round open 1", as_it_is, 3, "error: r1 may not run rounds"),
    ],
)
def test_every_end_has_its_status_and_its_line(
    town: Terminal, line: str, spoil: Spoil, status: int, error: str
) -> None:
    spoil(town.folder)

    said = town(*line.split())

    assert (
        (said.status, said.err.splitlines()[0][: len(error)]) == (status, error)
        if error
        else (said.status == status)
    ), said


def test_every_problem_of_a_file_is_a_line_of_its_own(town: Terminal) -> None:
    broken_settings(town.folder)

    said = town("round", "status")

    lines = said.err.splitlines()
    assert len(lines) > 3
    assert all(line.startswith("error: campaign.toml:") for line in lines)


def test_what_people_typed_cannot_command_the_terminal(town: Terminal) -> None:
    said = town("--as", "co", "receive", "e\x1b[31mast\nx")

    assert said.err.splitlines()[0] == "error: no submission 'e[31mast x'"


def test_a_traceback_is_shown_only_when_asked_for(town: Terminal) -> None:
    plain = town("--as", "co", "receive", "west")
    before = town("--debug", "--as", "co", "receive", "west")
    behind = town("--as", "co", "receive", "west", "--debug")

    assert "Traceback" not in plain.err
    assert "Traceback" in before.err
    assert "Traceback" in behind.err
    assert before.status == behind.status == 2


@pytest.mark.parametrize(
    ("raised", "status", "said"),
    [
        (
            RuntimeError("boom\nbang"),
            70,
            "error: this is a bug of rolcheck: RuntimeError: boom bang",
        ),
        (KeyboardInterrupt(), 130, "interrupted"),
    ],
)
def test_a_bug_and_an_interruption_end_in_one_line(
    town: Terminal,
    monkeypatch: pytest.MonkeyPatch,
    raised: BaseException,
    status: int,
    said: str,
) -> None:
    def fail(_ctx: object) -> None:
        raise raised

    monkeypatch.setattr(cli_main.program, "invoke", fail)
    answer = town("round", "status")

    assert (answer.status, answer.err.splitlines()[0]) == (status, said)


def test_a_reader_that_goes_away_is_no_error(town: Terminal) -> None:
    script = "import sys; from rolcheck.cli.main import run; sys.exit(run(['criteria','show','general']))"
    reading, writing = os.pipe()
    os.close(reading)
    done = subprocess.run(
        [sys.executable, "-c", script], stdout=writing, stderr=subprocess.PIPE, check=False
    )
    os.close(writing)

    assert (done.returncode, done.stderr) == (141, b"")


def test_the_options_may_stand_before_and_behind_the_command(town: Terminal) -> None:
    behind = town("-C", "elsewhere", "round", "status", "-C", ".", "--as", "co", "--lang", "zh")

    assert behind.status == 0, behind
    assert behind.out == town("--lang", "zh", "--as", "co", "round", "status").out
    assert behind.out != town("--as", "co", "round", "status").out


def test_the_environment_says_what_the_options_do_not(town: Terminal, tmp_path: Path) -> None:
    away = tmp_path / "away"
    away.mkdir()
    here, town.folder = str(town.folder), away

    assert town("round", "status").status == 2
    assert town("round", "status", ROLCHECK_CAMPAIGN=here).status == 0
    assert (
        town("--as", "x", "round", "status", ROLCHECK_CAMPAIGN=here, ROLCHECK_AS="co").status == 2
    )
    opened = town("round", "open", "1", ROLCHECK_CAMPAIGN=here, ROLCHECK_AS="co")
    assert opened.status == 0
    assert "轮次" in town("--help", ROLCHECK_LANG="zh").out


def test_the_one_campaign_below_submissions_is_found_and_several_are_listed(
    empty: Terminal,
) -> None:
    nothing = empty("round", "status")
    make_world(empty.folder / "submissions" / "one")
    found = empty("round", "status")
    make_world(empty.folder / "submissions" / "two")
    several = empty("round", "status")

    assert (nothing.status, found.status, several.status) == (2, 0, 2)
    assert "submissions/one, submissions/two" in several.err


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_has_help_in_both_languages(
    empty: Terminal, name: str, language: str
) -> None:
    said = empty(name, "--help", ROLCHECK_LANG=language)

    assert said.status == 0, said
    assert said.out.splitlines()[2].strip()
    assert "--help" in said.out


def test_machine_output_is_the_same_in_every_language(scoring: Terminal) -> None:
    scoring.done("--as r1 score east 1.1.1 A")
    for line in (
        "--as co round status",
        "--as co progress",
        "--as co audit log",
        "criteria list",
        "criteria show paper",
        "--as r1 scores export",
    ):
        for form in ("json", "csv"):
            words = [*line.split(), "--format", form]
            assert scoring("--lang", "zh", *words).out == scoring("--lang", "en", *words).out, line


def test_the_version_is_said_in_one_line(empty: Terminal) -> None:
    assert empty.done("--version").startswith("rolcheck ")


def test_a_group_without_a_subcommand_shows_its_help_as_bad_usage(empty: Terminal) -> None:
    said = empty("round")

    assert (said.status, said.out) == (2, "")
    assert "close the open round" in said.err


@pytest.mark.parametrize(
    ("arguments", "left_out"),
    [
        (["--help"], {"pydantic", "sqlite3", "textual", "tomlkit", "json"}),
        (["criteria", "list"], {"sqlite3", "textual", "tomlkit"}),
        (["-C", "{folder}", "round", "status"], {"textual", "tomlkit"}),
    ],
)
def test_a_command_loads_only_what_it_needs(
    town: Terminal, arguments: list[str], left_out: set[str]
) -> None:
    script = (
        "import sys; from rolcheck.cli.main import run; run(sys.argv[1:]);"
        "print(*{name.split('.')[0] for name in sys.modules}, file=sys.stderr)"
    )
    done = subprocess.run(
        [sys.executable, "-c", script, *(one.format(folder=town.folder) for one in arguments)],
        capture_output=True,
        text=True,
        check=True,
    )

    assert left_out.isdisjoint(done.stderr.split())


def test_help_is_translated_when_it_is_shown(empty: Terminal) -> None:
    first = empty("score", "--help", ROLCHECK_LANG="zh").out
    set_language("en")
    second = empty("score", "--help", ROLCHECK_LANG="en").out

    assert "选项" in first
    assert "Options" in second
