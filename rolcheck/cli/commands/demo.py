"""`demo`: the sample campaign, opened; as text where there is no terminal."""

from pathlib import Path

import click

from rolcheck.base.messages import N_
from rolcheck.campaign.loader import CAMPAIGN
from rolcheck.cli.app import has_terminal, run_app
from rolcheck.cli.context import Context
from rolcheck.cli.options import PATH
from rolcheck.cli.parsing import as_command
from rolcheck.cli.walking import walk
from rolcheck.desk.starting.sample import must_be_empty
from rolcheck.locale import _
from rolcheck.wiring import make_sample

DEFAULT = Path("rolcheck-demo")


@as_command(
    details=N_(
        "A campaign that is there already is kept. Without a terminal the whole job is walked as "
        "text: load, check, summary, reports."
    ),
    examples=("rolcheck demo", "rolcheck demo /tmp/trial"),
)
@click.argument("folder", type=PATH, default=DEFAULT, metavar="[DIR]")
@click.pass_obj
def command(context: Context, folder: Path) -> None:
    """Make the sample and open it."""
    if (folder / CAMPAIGN).is_file():
        context.note(_("{folder} is kept as it is").format(folder=folder))
    else:
        must_be_empty(folder)
        context.note(_("making the sample campaign in {folder}").format(folder=folder))
        events = make_sample(folder)
        context.note(_("its history was replayed: {events} events").format(events=events))
    context.folder = folder
    if has_terminal():
        context.note(_("later: rolcheck -C {folder}").format(folder=folder))
        run_app(context)
    else:
        walk(context)
