"""Writing in the editor of one's choice, with the app out of the way."""

import os
import shlex
import subprocess
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from textual.app import App, SuspendNotSupported

from rolcheck.base.errors import InputError
from rolcheck.base.messages import N_
from rolcheck.base.text import clean

VARIABLES = ("VISUAL", "EDITOR")
FALLBACK = "vi"
PLUS = frozenset(
    {"vi", "vim", "nvim", "view", "nano", "pico", "emacs", "micro", "kak", "joe", "ne"}
)
COLON = frozenset({"hx", "helix", "subl", "zed"})
GOTO = frozenset({"code", "codium", "code-insiders"})
"""Editors by how they are told a line."""


def edit_outside(app: App[object], text: str) -> str:
    """Return `text` as it was left in `$VISUAL` or `$EDITOR`, cleaned.

    `NO_COLOR` is passed on, which Textual keeps to itself.

    Raises:
        InputError: The app cannot step aside here, or the editor could not be run.
    """
    with TemporaryDirectory(prefix="rolcheck-") as folder:
        file = Path(folder) / "remark.txt"
        file.write_text(text, encoding="utf-8")
        _edit(app, [str(file)])
        written = file.read_text(encoding="utf-8", errors="replace")
    return clean(written).rstrip()


def edit_file(app: App[object], path: Path, line: int) -> None:
    """Let a file be edited where it stands, at a line where the editor can be told.

    Raises:
        InputError: The app cannot step aside here, or the editor could not be run.
    """
    program = Path(editor_command(os.environ)[0]).stem
    _edit(app, [*at_line(program, str(path), line)])


def at_line(program: str, file: str, line: int) -> Iterator[str]:
    """Yield the arguments by which an editor opens a file at a line.

    Example:
        >>> [*at_line("vim", "a.toml", 7)], [*at_line("code", "a.toml", 7)]
        (['+7', 'a.toml'], ['--goto', 'a.toml:7'])
    """
    if program in PLUS:
        yield from (f"+{line}", file)
    elif program in GOTO:
        yield from ("--goto", f"{file}:{line}")
    else:
        yield f"{file}:{line}" if program in COLON else file


def _edit(app: App[object], arguments: Sequence[str]) -> None:
    command = editor_command(os.environ)
    environment = dict(os.environ) | ({"NO_COLOR": "1"} if app.no_color else {})
    try:
        with app.suspend():
            # the user's own command; the file's name and line are its only arguments from us
            subprocess.run([*command, *arguments], env=environment, check=True)
    except SuspendNotSupported as error:
        raise InputError(N_("no other editor can be opened from here")) from error
    except (OSError, subprocess.CalledProcessError) as error:
        raise InputError(
            N_("the editor did not work: {command}"),
            hint=N_("set $EDITOR"),
            command=shlex.join(command),
        ) from error
    app.refresh()


def editor_command(environ: Mapping[str, str]) -> list[str]:
    """Return the editor's command as its words.

    Example:
        >>> editor_command({"EDITOR": "code --wait"})
        ['code', '--wait']
    """
    named = next((environ[name] for name in VARIABLES if environ.get(name)), FALLBACK)
    return shlex.split(named) or [FALLBACK]
