"""Writing in the editor of one's choice, with the app out of the way."""

import os
import shlex
import subprocess
from collections.abc import Mapping
from pathlib import Path
from tempfile import TemporaryDirectory

from textual.app import App, SuspendNotSupported

from rolcheck.base.errors import InputError
from rolcheck.base.messages import N_
from rolcheck.base.text import clean

VARIABLES = ("VISUAL", "EDITOR")
FALLBACK = "vi"


def edit_outside(app: App[object], text: str) -> str:
    """Return `text` as it was left in `$VISUAL` or `$EDITOR`, cleaned.

    `NO_COLOR` is passed on, which Textual keeps to itself.

    Raises:
        InputError: The app cannot step aside here, or the editor could not be run.
    """
    command = editor_command(os.environ)
    environment = dict(os.environ) | ({"NO_COLOR": "1"} if app.no_color else {})
    with TemporaryDirectory(prefix="rolcheck-") as folder:
        file = Path(folder) / "remark.txt"
        file.write_text(text, encoding="utf-8")
        try:
            with app.suspend():
                # the user's own command; the file's name is its only argument from us
                subprocess.run([*command, str(file)], env=environment, check=True)
        except SuspendNotSupported as error:
            raise InputError(N_("no other editor can be opened from here")) from error
        except (OSError, subprocess.CalledProcessError) as error:
            raise InputError(
                N_("the editor did not work: {command}"),
                hint=N_("set $EDITOR"),
                command=shlex.join(command),
            ) from error
        app.refresh()
        written = file.read_text(encoding="utf-8", errors="replace")
    return clean(written).rstrip()


def editor_command(environ: Mapping[str, str]) -> list[str]:
    """Return the editor's command as its words.

    Example:
        >>> editor_command({"EDITOR": "code --wait"})
        ['code', '--wait']
    """
    named = next((environ[name] for name in VARIABLES if environ.get(name)), FALLBACK)
    return shlex.split(named) or [FALLBACK]
