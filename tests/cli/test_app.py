"""The app in a terminal of its own: what is left there when it ends."""

import os
import pty
import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.world import make_world

SCRIPT = """
import sys
from rolcheck.cli.main import main
from rolcheck.desk import overview

def broken(*_):
    secret = "备注原文"
    raise KeyError("boom")

overview.overview = broken
sys.argv = ["rolcheck", *sys.argv[1:]]
main()
"""
LEFT = "\x1b[?1049l"  # back from the screen that programs draw on
_CODES = re.compile(r"\x1b(\[[0-?]*[ -/]*[@-~]|[=>]|P.*?\x1b\\)")


def shown_after(folder: Path, *arguments: str) -> tuple[int, str]:
    """Run the app on a terminal; return its exit status and what stands there behind it."""
    ours, theirs = pty.openpty()
    process = subprocess.Popen(
        [sys.executable, "-c", SCRIPT, "--as", "co", *arguments],
        stdin=theirs,
        stdout=theirs,
        stderr=theirs,
        cwd=folder,
        env={**os.environ, "TERM": "xterm-256color", "ROLCHECK_LANG": "en"},
    )
    os.close(theirs)
    seen = b""
    try:
        while piece := os.read(ours, 65536):
            seen += piece
    except OSError:  # what a terminal answers once nobody has it open
        pass
    os.close(ours)
    status = process.wait(timeout=30)
    left = seen.decode(errors="replace").rpartition(LEFT)[2]
    return status, _CODES.sub("", left).replace("\r\n", "\n")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    make_world(tmp_path)
    return tmp_path


def test_a_bug_in_the_app_leaves_the_terminal_clean_but_for_what_it_was(folder: Path) -> None:
    status, shown = shown_after(folder)

    assert status == 70
    assert shown.strip().splitlines() == [
        "error: this is a bug of rolcheck: KeyError: 'boom'",
        "hint: what was recorded before stands; --debug shows where it comes from",
    ]


def test_where_it_comes_from_is_shown_when_asked_for_but_no_values(folder: Path) -> None:
    status, shown = shown_after(folder, "--debug")

    assert status == 70
    assert "Traceback" in shown
    assert "in broken" in shown
    assert "备注原文" not in shown
