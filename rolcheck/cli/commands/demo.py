"""`demo`: the sample campaign, opened; as text where there is no terminal."""

import shutil
from pathlib import Path

import click

from rolcheck.base.clock import system_now
from rolcheck.base.errors import InputError
from rolcheck.base.ids import new_id
from rolcheck.base.messages import N_
from rolcheck.base.places import Place
from rolcheck.campaign.loader import CAMPAIGN, load_campaign
from rolcheck.cli.app import has_terminal, run_app
from rolcheck.cli.context import Context
from rolcheck.cli.options import PATH
from rolcheck.cli.parsing import as_command
from rolcheck.cli.walking import walk
from rolcheck.desk.replay import replay
from rolcheck.desk.sample import lay_out
from rolcheck.locale import _
from rolcheck.wiring import open_store

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
        events = make(folder)
        context.note(_("its history was replayed: {events} events").format(events=events))
    context.folder = folder
    if has_terminal():
        context.note(_("later: rolcheck -C {folder}").format(folder=folder))
        run_app(context)
    else:
        walk(context)


def must_be_empty(folder: Path) -> None:
    """Check that nothing stands where the sample is to be made.

    Raises:
        InputError: Something does.
    """
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise InputError(
            N_("the folder is not empty, and holds no campaign"),
            where=Place(str(folder)),
            hint=N_("name another one"),
        )


def make(folder: Path, source: Path | None = None) -> int:
    """Make the sample campaign in `folder`, whole or not at all; return how many events it has.

    Args:
        folder: A folder that is not there yet, or is empty.
        source: The sample's folder; the shipped one by default.

    Raises:
        RolcheckError: The sample has faults.
    """
    place = folder.resolve()
    place.parent.mkdir(parents=True, exist_ok=True)
    making = place.parent / f".{place.name}.{new_id()[:8]}"
    try:
        events = _fill(making, source)
        if place.is_dir():  # maybe somebody stands in it
            for child in sorted(making.iterdir(), key=lambda child: child.name == CAMPAIGN):
                child.rename(place / child.name)
        else:
            making.rename(place)
    finally:
        shutil.rmtree(making, ignore_errors=True)
    return events


def _fill(folder: Path, source: Path | None) -> int:
    sample = lay_out(folder, system_now(), source)
    campaign = load_campaign(folder)
    store = open_store(campaign)
    try:
        return replay(store, campaign, sample.lines, shift=sample.shift)
    finally:
        store.close()
