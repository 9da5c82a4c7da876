"""The command line as somebody types it: arguments in, stdout, stderr and exit status out."""

import os
from contextlib import chdir
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from unittest.mock import patch

import pytest

from rolcheck.cli.main import run
from tests.world import make_world


@dataclass(frozen=True)
class Answer:
    """What one command said."""

    status: int
    out: str
    err: str


@dataclass
class Terminal:
    """A shell in a folder, whose clock moves on a minute with every command."""

    folder: Path
    capsys: pytest.CaptureFixture[str]
    time: datetime = datetime(2026, 6, 1, 8, tzinfo=UTC)

    def __call__(self, *arguments: str, **environment: str) -> Answer:
        """Run a command line in English."""
        self.time += timedelta(minutes=1)
        ours = {"ROLCHECK_NOW": self.time.isoformat(), "ROLCHECK_LANG": "en", **environment}
        self.capsys.readouterr()
        with chdir(self.folder), patch.dict(os.environ, ours):
            status = run(arguments)
        said = self.capsys.readouterr()
        return Answer(status, said.out, said.err)

    def done(self, line: str) -> str:
        """Run a command line, parted at blanks, that must succeed; return what it answered."""
        answer = self(*line.split())
        assert answer.status == 0, (line, answer)
        return answer.out


def terminal_in_campaign(folder: Path, capsys: pytest.CaptureFixture[str]) -> Terminal:
    """Give a terminal in the folder of a small campaign; nothing is recorded yet."""
    make_world(folder)
    return Terminal(folder, capsys)
