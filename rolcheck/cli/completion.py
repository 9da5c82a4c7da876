"""Completion by a shell: what it asks this program while somebody types."""

import os
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import click

VARIABLE = "_ROLCHECK_COMPLETE"
"""Set by the shell's script; says which shell asks, and for what."""

SHELLS = ("bash", "zsh", "fish")


def script(program: "click.Command", shell: str) -> str:
    """Return what makes a shell ask this program for completions."""
    from click.shell_completion import get_completion_class

    asking = get_completion_class(shell)
    assert asking is not None  # one of `SHELLS`
    return asking(program, {}, "rolcheck", VARIABLE).source()


def answer(program: "click.Command") -> int:
    """Answer the shell that asks, and return the exit status."""
    from click.shell_completion import shell_complete

    return shell_complete(program, {}, "rolcheck", VARIABLE, os.environ[VARIABLE])
