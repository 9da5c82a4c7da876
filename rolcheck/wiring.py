"""Builds a desk from settings; the only module that names a backend."""

from collections.abc import Callable
from pathlib import Path

from rolcheck.base.clock import system_now
from rolcheck.base.errors import InputError
from rolcheck.base.ids import is_id, new_id
from rolcheck.base.messages import N_
from rolcheck.campaign.loader import Campaign, load_campaign
from rolcheck.campaign.permissions import person
from rolcheck.desk.desk import Desk
from rolcheck.desk.ledger import Clock, Ledger
from rolcheck.store.port import EventStore

LEDGER = "rolcheck.db"
DESK_FILE = "desk-id"


def open_desk(folder: Path, who: str = "", clock: Clock = system_now) -> Desk:
    """Return the desk of one person in the campaign that stands in `folder`.

    Raises:
        InputError: No campaign stands there, its files have faults, or nobody is named `who`.
        StoreError: The ledger cannot be read.
    """
    campaign = load_campaign(folder)
    if who:
        person(campaign.settings, who)
    return Desk(Ledger(open_store(campaign), campaign, clock), who)


def open_store(campaign: Campaign) -> EventStore:
    """Return the ledger that a campaign's settings name.

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
    return backend(campaign)


def _sqlite(campaign: Campaign) -> EventStore:
    from rolcheck.store.sqlite import SqliteStore

    return SqliteStore(
        campaign.folder / LEDGER, campaign=campaign.settings.campaign.id, desk=desk_id()
    )


BACKENDS: dict[str, Callable[[Campaign], EventStore]] = {"sqlite": _sqlite}


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
