"""What a command does not need is not loaded: the start stays quick."""

import subprocess
import sys

import pytest

HEAVY = ("textual", "pydantic", "sqlite3", "tomlkit", "rich", "platformdirs")

SCRIPT = """
import sys
from rolcheck.cli.main import main
sys.argv = ["rolcheck", *sys.argv[1:]]
try:
    main()
except SystemExit as stop:
    assert stop.code in (0, None), stop.code
print("loaded:", *sorted({name.split(".")[0] for name in sys.modules}))
"""


@pytest.mark.parametrize("option", ["--version", "--help"])
def test_saying_the_version_or_the_help_loads_nothing_heavy(option: str) -> None:
    done = subprocess.run(
        [sys.executable, "-c", SCRIPT, option], capture_output=True, text=True, check=False
    )

    said, _, loaded = done.stdout.rpartition("loaded:")
    assert done.returncode == 0, done.stderr
    assert said.strip()
    assert set(HEAVY) & set(loaded.split()) == set()


def test_the_package_runs_as_a_module() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "rolcheck", "--version"], capture_output=True, text=True, check=True
    )

    assert done.stdout.strip()
