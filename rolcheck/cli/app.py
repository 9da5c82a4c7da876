"""No command: the app, which asks for the campaign and the person where they are not named."""

import gc
import sys
from collections.abc import Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from rolcheck.base.errors import InputError, RolcheckError
from rolcheck.base.messages import N_
from rolcheck.cli.context import CAMPAIGN, Context, campaign_folders

if TYPE_CHECKING:
    from rolcheck.desk.memory import Memory
    from rolcheck.tui.app import RolcheckApp
    from rolcheck.tui.seats import Seats
    from rolcheck.tui.start import CampaignChoice, Start


def open_app(context: Context) -> None:
    """Run the app on the campaign asked for, until it is left.

    Raises:
        InputError: There is no terminal to run it in, no campaign, or nobody of that name.
    """
    if not has_terminal():
        raise InputError(
            N_("the app needs a terminal"),
            hint=N_("give a command instead; rolcheck --help lists them"),
        )
    run_app(context)


def run_app(context: Context) -> None:
    """Run the app on the campaign's desk."""
    gc.disable()  # a third of the start: nothing that is loaded is garbage; the app turns it on
    app = made(context)
    app.run()
    if app.bug is not None:
        raise app.bug
    if app.memory is not None:
        _remember(app.memory, context)


def made(context: Context) -> "RolcheckApp":
    """Return the app; what can be wrong with a campaign that is named is found before it shows.

    Raises:
        InputError: There is no campaign, its files have faults, or nobody has that name.
    """
    folders = () if context.folder else campaign_folders()
    if len(folders) < 2 and context.who:
        return _known(context)
    from rolcheck.tui.app import RolcheckApp
    from rolcheck.tui.start import Start
    from rolcheck.wiring import open_desk

    known = context.desk if len(folders) < 2 else None
    campaigns, who = _campaigns(folders), context.who or None
    return RolcheckApp(
        None,
        first="desk",
        start=Start(campaigns, who, partial(open_desk, who=""), known, _seats()),
        sitting=_sitting,
        keymap=_keys(),
        phrases=_phrases(),
        plain=context.plain,
    )


def has_terminal() -> bool:
    """Tell whether somebody sits at stdin and stdout."""
    return sys.stdin is not None and sys.stdin.isatty() and sys.stdout.isatty()


def _known(context: Context) -> "RolcheckApp":
    """Return the app where all is named; it opens the desk later where it remembers enough."""
    from platformdirs import user_cache_path

    from rolcheck.base.clock import system_now
    from rolcheck.desk.memory import Memory
    from rolcheck.wiring import ledger_state

    folder = context.campaign_folder
    memory = Memory(folder, context.who, user_cache_path("rolcheck"), partial(ledger_state, folder))
    remembers = memory.recall(system_now()) is not None
    desk = None if remembers else context.desk
    from rolcheck.tui.app import RolcheckApp
    from rolcheck.tui.late import late

    _seats().keep(folder, context.who)
    return RolcheckApp(
        desk or late(lambda: context.desk),
        first="desk",
        sitting=_sitting,
        memory=memory,
        keymap=_keys(),
        phrases=_phrases(),
        plain=context.plain,
    )


def _remember(memory: "Memory", context: Context) -> None:
    """Keep what the last writes made of the first screen, so that the next start is quick too."""
    try:
        memory.refresh(context.desk)
    except RolcheckError:
        return  # the app has shown it; the next start will say so


def _sitting() -> "Start":
    """Return what asks for another seat: in the campaigns around here, or where one sat before."""
    from rolcheck.tui.start import Start
    from rolcheck.wiring import open_desk

    seats = _seats()
    around = [folder.absolute() for folder in campaign_folders()]
    folders = tuple(dict.fromkeys((*around, *seats.folders)))
    return Start(_campaigns(folders), None, partial(open_desk, who=""), seats=seats)


def _seats() -> "Seats":
    """Return what remembers where and as whom one sat."""
    from platformdirs import user_state_path

    from rolcheck.tui.seats import FILE, Seats

    return Seats(user_state_path("rolcheck") / FILE)


def _keys() -> Mapping[str, str]:
    """Return the keys that the user has put elsewhere."""
    from platformdirs import user_config_path

    from rolcheck.tui.keymap import load_keymap

    return load_keymap(user_config_path("rolcheck") / "keys.toml")


def _phrases() -> Path:
    """Return where the user's own phrases for remarks stand."""
    from platformdirs import user_config_path

    return user_config_path("rolcheck") / "phrases.toml"


def _campaigns(folders: Sequence[Path]) -> "list[CampaignChoice]":
    from rolcheck.tui.start import CampaignChoice

    return [CampaignChoice(folder, _title(folder / CAMPAIGN)) for folder in folders]


def _title(path: Path) -> str:
    """Return what a campaign is called; empty where its file does not say: opening it will."""
    from tomli import TOMLDecodeError, loads

    from rolcheck.base.files import read_text

    try:
        title = loads(read_text(path))["campaign"]["title"]
    except (RolcheckError, TOMLDecodeError, KeyError, TypeError):
        return ""
    return title if isinstance(title, str) else ""
