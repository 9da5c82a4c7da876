"""docs/cli.md says of every command and option that it is there, and of nothing else."""

import re
from collections.abc import Iterator
from importlib import import_module

import click
import pytest

from rolcheck.cli.commands import COMMANDS
from rolcheck.cli.exits import ExitStatus
from rolcheck.cli.parsing import COMMON
from tests.architecture.sources import ROOT

TEXT = (ROOT / "docs" / "cli.md").read_text("utf-8")


def leaves() -> Iterator[tuple[str, click.Command]]:
    """Yield every command that does something, by the words that call it."""
    for name in COMMANDS:
        made: click.Command = import_module(f"rolcheck.cli.commands.{name}").command
        if isinstance(made, click.Group):
            for sub, leaf in made.commands.items():
                yield f"{name} {sub}", leaf
        else:
            yield name, made


LEAVES = dict(leaves())


def sections() -> dict[str, str]:
    """Return what the page says below each heading, by the words of its command."""
    found = re.findall(r"^### `([a-z ]+[a-z])(?: [^`]*)?`\n(.*?)(?=^#|\Z)", TEXT, re.M | re.S)
    return dict(found)


def test_the_page_has_a_heading_for_every_command_and_no_other() -> None:
    assert set(sections()) == set(LEAVES)


@pytest.mark.parametrize("name", LEAVES)
def test_every_option_is_named_below_its_command(name: str) -> None:
    said = sections()[name]
    options = [
        flag
        for param in LEAVES[name].params
        if isinstance(param, click.Option) and not param.hidden
        for flag in param.opts
    ]

    missing = [flag for flag in options if not re.search(rf"`[^`]*{flag}\b", said)]
    assert missing == []


@pytest.mark.parametrize("name", LEAVES)
def test_no_option_is_named_that_the_command_does_not_take(name: str) -> None:
    taken = {flag for param in LEAVES[name].params for flag in param.opts}
    taken |= {"--format"} if name == "schema" else set()  # of `summary`

    named = set(re.findall(r"(?<![a-z-])--?[a-zA-Z][a-z-]*", sections()[name]))
    assert named <= taken


@pytest.mark.parametrize("flag", [flag for names, _ in COMMON for flag in names if flag[0] == "-"])
def test_every_common_option_is_named(flag: str) -> None:
    assert f"`{flag}" in TEXT


def test_every_exit_status_is_named() -> None:
    assert {int(found) for found in re.findall(r"^\| ([0-9]+) \|", TEXT, re.M)} == set(ExitStatus)


@pytest.mark.parametrize("name", LEAVES)
def test_every_command_says_what_it_does(name: str) -> None:
    first, *_ = name.split()
    summary = COMMANDS[name] if name in COMMANDS else getattr(LEAVES[name], "summary", "")

    assert first in COMMANDS
    assert summary
    assert not summary.endswith(".")
