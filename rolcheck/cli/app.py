"""No command: the app, after asking for the campaign where there are several."""

import sys
from collections.abc import Sequence
from pathlib import Path

import click

from rolcheck.base.errors import InputError
from rolcheck.base.messages import N_
from rolcheck.cli.context import Context, campaign_folders
from rolcheck.locale import _


def open_app(context: Context) -> None:
    """Run the app on the campaign asked for, until it is left.

    Raises:
        InputError: There is no terminal to run it in, or no campaign.
    """
    if not has_terminal():
        raise InputError(
            N_("the app needs a terminal"),
            hint=N_("give a command instead; rolcheck --help lists them"),
        )
    if context.folder is None:
        found = campaign_folders()
        if len(found) > 1:
            context.folder = _asked(found)
    run_app(context)


def run_app(context: Context) -> None:
    """Run the app on the campaign's desk."""
    from rolcheck.tui.app import RolcheckApp

    RolcheckApp(context.desk).run()


def has_terminal() -> bool:
    """Tell whether somebody sits at stdin and stdout."""
    return sys.stdin is not None and sys.stdin.isatty() and sys.stdout.isatty()


def _asked(folders: Sequence[Path]) -> Path:
    for number, folder in enumerate(folders, 1):
        click.echo(f"{number}  {folder}")
    chosen: int = click.prompt(
        _("Which campaign?"), type=click.IntRange(1, len(folders)), prompt_suffix=" "
    )
    return folders[chosen - 1]
