"""Files from outside are opened by a child process that may crash, hang or swell without harm.

The child knows nothing of this process but the bytes it is given, and gives back plain JSON.
"""

import json
import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from rolcheck.base.errors import InputError
from rolcheck.base.files import read_bytes
from rolcheck.base.messages import N_
from rolcheck.base.places import Place

LARGEST_FILE = 50 << 20  # bytes
# The child finds rolcheck and its libraries where this process did, however they were installed.
_BOOT = (
    "import sys; sys.path[:] = sys.argv.pop().split('\\n'); "
    "from rolcheck.base.isolated_child import main; main()"
)
_KEPT = ("SYSTEMROOT",)  # without it Windows starts no process


@dataclass(frozen=True, slots=True)
class Limits:
    """What one file may take before its child is ended."""

    memory_bytes: int = 1 << 30
    cpu_seconds: int = 10
    wall_seconds: float = 15


def run_isolated(task: str, path: Path, limits: Limits | None = None) -> Any:  # noqa: ANN401 (JSON)
    """Return what a function makes of a file, worked out in a child process.

    Args:
        task: The function as ``package.module:name``; it takes the file's bytes, gives what JSON
            can hold, and raises `InputError` for a file that it cannot use.
        path: The file.
        limits: What it may take; `Limits()` if left out.

    Raises:
        InputError: The file cannot be read or used, is too large, or took more than it may.
    """
    allowed = limits or Limits()
    data = read_bytes(path)
    if len(data) > LARGEST_FILE:
        raise _refused(path, N_("the file is larger than {most} MB"), most=LARGEST_FILE >> 20)
    argv = [sys.executable, "-I", "-c", _BOOT, task]
    argv += [str(allowed.memory_bytes), str(allowed.cpu_seconds), "\n".join(filter(None, sys.path))]
    try:
        done = subprocess.run(
            argv,
            input=data,
            capture_output=True,
            timeout=allowed.wall_seconds,
            env={name: os.environ[name] for name in _KEPT if name in os.environ},
            check=False,
        )
    except subprocess.TimeoutExpired as error:
        raise _too_much(path) from error
    if done.returncode != 0:
        raise _too_much(path)
    answer = json.loads(done.stdout)
    if "fault" in answer:
        message, hint, params = answer["fault"]
        raise InputError(message, where=Place(str(path)), hint=hint, **params)
    return answer["gives"]


def _too_much(path: Path) -> InputError:
    return _refused(path, N_("the file takes more time or memory than it may, or is damaged"))


def _refused(path: Path, message: str, **params: object) -> InputError:
    hint = N_("open it, save it anew without what is not needed, and try again")
    return InputError(message, where=Place(str(path)), hint=hint, **params)
