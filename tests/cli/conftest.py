"""Terminals for the tests of the command line."""

from pathlib import Path

import pytest

from tests.cli.terminal import Terminal, terminal_in_campaign


@pytest.fixture
def empty(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Terminal:
    """A terminal in a folder with nothing in it."""
    return Terminal(tmp_path, capsys)


@pytest.fixture
def town(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Terminal:
    """A terminal in the folder of a campaign of which nothing is recorded yet."""
    return terminal_in_campaign(tmp_path, capsys)


@pytest.fixture
def scoring(town: Terminal) -> Terminal:
    """The same with round 2 open, which is blind."""
    for line in (
        "--as co round open 1",
        "--as co round close 1 --waive trial",
        "--as co round open 2",
    ):
        town.done(line)
    return town
