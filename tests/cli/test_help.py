"""Pages of help, and what a shell is told while somebody types."""

from pathlib import Path

import pytest

from rolcheck.base.text import cell_width
from rolcheck.cli.commands import COMMANDS
from rolcheck.cli.commands.help import laid_out
from rolcheck.cli.completion import SHELLS, VARIABLE
from rolcheck.locale import LANGUAGES, Language
from rolcheck.locale.topics import TOPICS, page
from tests.cli.terminal import Terminal

FOLDER = Path(__file__).parents[2] / "rolcheck" / "locale" / "topics"


@pytest.fixture
def terminal(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Terminal:
    return Terminal(tmp_path, capsys)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_topic_has_a_page_in_every_language_and_no_page_is_forgotten(lang: Language) -> None:
    assert {path.stem for path in (FOLDER / lang).glob("*.txt")} == set(TOPICS)


def test_a_topic_hides_no_command() -> None:
    assert not set(TOPICS) & set(COMMANDS)


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("topic", TOPICS)
def test_a_page_fits_a_terminal_of_eighty_columns(topic: str, lang: Language) -> None:
    lines = laid_out(page(topic, lang), 80).splitlines()

    assert [line for line in lines if cell_width(line) > 80] == []


def test_help_without_a_topic_lists_them(terminal: Terminal) -> None:
    said = terminal.done("help")

    assert all(f"  {topic} " in said for topic in TOPICS)


def test_a_topic_is_shown_in_the_language_in_use(terminal: Terminal) -> None:
    assert terminal.done("help rounds").startswith("THE FOUR ROUNDS\n")
    assert terminal.done("--lang zh help rounds").startswith("四轮审核\n")


def test_the_help_of_a_command_is_what_the_command_says_of_itself(terminal: Terminal) -> None:
    assert terminal.done("help round close") == terminal.done("round close --help")


def test_an_unknown_topic_is_answered_with_the_nearest(terminal: Terminal) -> None:
    answer = terminal("help", "roumds")

    assert answer.status == 2
    assert answer.err == "error: no help on 'roumds'\nhint: perhaps rounds\n"


@pytest.mark.parametrize("shell", SHELLS)
def test_a_shell_gets_a_script_that_asks_this_program(terminal: Terminal, shell: str) -> None:
    assert VARIABLE in terminal.done(f"completion {shell}")


@pytest.mark.parametrize(
    ("typed", "offered"),
    [
        pytest.param("rolcheck ro", ["plain,round"], id="a command"),
        pytest.param("rolcheck round re", ["plain,reopen", "plain,recall"], id="a subcommand"),
        pytest.param("rolcheck -C x round re", ["plain,reopen", "plain,recall"], id="behind -C"),
        pytest.param("rolcheck progress --by u", ["plain,unit"], id="a choice"),
    ],
)
def test_what_is_typed_is_completed(terminal: Terminal, typed: str, offered: list[str]) -> None:
    words = {"COMP_WORDS": typed, "COMP_CWORD": str(len(typed.split()) - 1)}

    answer = terminal(**words, **{VARIABLE: "bash_complete"})

    assert answer.out.splitlines() == offered
