"""Builds a desk from settings; the only module that names a backend.

What is heavy is loaded where it is used: a start that shows what is remembered needs none of it.
"""

from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

from rolcheck.base.clock import system_now
from rolcheck.base.errors import InputError, RolcheckError
from rolcheck.base.ids import is_id, new_id
from rolcheck.base.messages import N_

if TYPE_CHECKING:
    from rolcheck.base.health import Answer
    from rolcheck.base.problems import Problem
    from rolcheck.campaign.loader import Campaign
    from rolcheck.desk.desk import Desk
    from rolcheck.desk.health.machine import Machine
    from rolcheck.desk.ledger import Clock
    from rolcheck.store.port import EventStore

LEDGER = "rolcheck.db"
DESK_FILE = "desk-id"


def open_desk(folder: Path, who: str = "", clock: "Clock" = system_now) -> "Desk":
    """Return the desk of one person in the campaign that stands in `folder`.

    Raises:
        InputError: No campaign stands there, its files have faults, or nobody is named `who`.
        StoreError: The ledger cannot be read.
    """
    from rolcheck.campaign.loader import load_campaign
    from rolcheck.campaign.permissions import person
    from rolcheck.desk.desk import Desk
    from rolcheck.desk.ledger import Ledger

    campaign = load_campaign(folder)
    if who:
        person(campaign.settings, who)
    return Desk(Ledger(open_store(campaign), campaign, clock), who)


def open_store(campaign: "Campaign", *, as_is: bool = False) -> "EventStore":
    """Return the ledger that a campaign's settings name.

    Args:
        campaign: Whose.
        as_is: Whether it is only looked at: nothing is written to it, also where its format
            is older than the program's.

    Raises:
        InputError: They name a backend that this version does not have.
    """
    url = campaign.settings.campaign.store
    backend = BACKENDS.get(url.partition(":")[0])
    if backend is None:
        raise InputError(
            N_("no store '{url}'"),
            hint=N_("this version has: {known}"),
            url=url,
            known=", ".join(BACKENDS),
        )
    return backend(campaign, as_is)


def ledger_state(folder: Path) -> tuple[object, ...]:
    """Return plain values that are equal as long as nobody wrote to the ledger of a campaign.

    Raises:
        OSError: There is no file to look at.
    """
    from rolcheck.store.sqlite_state import file_state

    return file_state(folder / LEDGER)


def verify_ledger(folder: Path, against: str = "") -> "tuple[Problem, ...]":
    """Return what is wrong with the ledger of the campaign in `folder`, nothing if it is whole.

    Args:
        folder: The campaign's.
        against: A head that was printed, or a report that carries one; empty for none.

    Raises:
        InputError: No campaign stands there, or `against` is no head.
        StoreError: The ledger cannot be read at all.
    """
    from rolcheck.campaign.loader import load_campaign
    from rolcheck.desk.auditing import faults

    with closing(open_store(load_campaign(folder))) as store:
        return faults(store, against)


def diagnose(folder: Path | None, clock: "Clock" = system_now) -> "tuple[Answer, ...]":
    """Return what the doctor says of this machine, and of the campaign in `folder` if any."""
    from rolcheck.desk.health.doctor import examine
    from rolcheck.desk.health.machine import this_machine
    from rolcheck.store.sqlite_health import engine

    machine = this_machine(clock())
    answers = (*examine(machine), engine())
    return answers if folder is None else (*answers, *_campaign_answers(folder, machine))


def _campaign_answers(folder: Path, machine: "Machine") -> "Iterator[Answer]":
    from rolcheck.campaign.loader import load_campaign
    from rolcheck.desk.health.campaigns import examine_record, examine_site, site, unusable
    from rolcheck.store.sqlite_health import file_answers, ledger_answers

    try:
        campaign = load_campaign(folder)
        store = open_store(campaign, as_is=True)
    except RolcheckError as error:
        yield unusable(error)
        return
    name, path = campaign.settings.campaign, folder / LEDGER
    in_file = name.store == "sqlite"
    here = site(campaign, path if in_file else None, machine.system, machine.mounts, machine.now)
    yield from examine_site(here)
    if in_file and path.is_file():
        yield from file_answers(path)
        yield from ledger_answers(path, name.id)
    with closing(store):
        yield from examine_record(store, here)


def make_sample(folder: Path, source: Path | None = None, clock: "Clock" = system_now) -> int:
    """Make the sample campaign in `folder`, whole or not at all; return how many events it has.

    Args:
        folder: Where; nothing may stand there.
        source: The sample's folder; the shipped one by default.
        clock: Tells today, to which the sample's dates are moved.

    Raises:
        InputError: Something stands there.
        RolcheckError: The sample has faults.
    """
    from rolcheck.desk.starting.sample import make

    return make(folder, clock(), open_store, source)


def _sqlite(campaign: "Campaign", as_is: bool) -> "EventStore":
    from rolcheck.store.sqlite import SqliteStore

    return SqliteStore(
        campaign.folder / LEDGER,
        campaign=campaign.settings.campaign.id,
        desk=desk_id(),
        older="copied" if as_is else "upgraded",
    )


BACKENDS: "dict[str, Callable[[Campaign, bool], EventStore]]" = {"sqlite": _sqlite}


def desk_id() -> str:
    """Return the random id of this installation, made and kept at the first call.

    Where it cannot be kept each run of the program is a desk of its own.
    """
    from platformdirs import user_data_path

    path = user_data_path("rolcheck") / DESK_FILE
    try:
        kept = path.read_text(encoding="utf-8").strip()
        if is_id(kept):
            return kept
    except (OSError, UnicodeDecodeError):
        pass
    made = new_id()
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("x", encoding="utf-8") as file:
            file.write(made)
    except FileExistsError:
        return path.read_text(encoding="utf-8").strip() or made
    except OSError:
        return made
    return made
