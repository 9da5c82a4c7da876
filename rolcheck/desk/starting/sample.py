"""The sample campaign made in a folder of one's own, its dates moved to today."""

import csv
import io
import shutil
from collections.abc import Callable, Sequence
from contextlib import closing
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from rolcheck.base.errors import InputError
from rolcheck.base.files import read_text, write_atomic
from rolcheck.base.ids import new_id
from rolcheck.base.messages import N_
from rolcheck.base.places import Place
from rolcheck.base.shipped import shipped
from rolcheck.campaign.loader import CAMPAIGN, Campaign, load_campaign
from rolcheck.criteria.loader import FOLDER, REGISTERS
from rolcheck.desk.imports import Line, read_lines
from rolcheck.desk.starting.replay import COLUMNS, last_time, replay
from rolcheck.store.port import EventStore

SAMPLE = "qingyu-2023"
HISTORY = "history.csv"
DATES = ("opens", "due", "closes")
LEFT_OUT = ("rolcheck.db*", "reports", "__pycache__")


@dataclass(frozen=True, slots=True)
class Sample:
    """What was laid out.

    Attributes:
        folder: Where.
        lines: The history, with the times of the shipped one.
        shift: Whole days by which everything is moved.
    """

    folder: Path
    lines: Sequence[Line]
    shift: timedelta


def make(
    folder: Path,
    now: datetime,
    open_store: Callable[[Campaign], EventStore],
    source: Path | None = None,
) -> int:
    """Make the sample with its history, whole or not at all; return how many events it has.

    Args:
        folder: Where; nothing may stand there.
        now: The clock's time.
        open_store: Gives the ledger of a campaign.
        source: The sample's folder; the shipped one by default.

    Raises:
        InputError: Something stands there.
        RolcheckError: The sample has faults.
    """
    must_be_empty(folder)
    place = folder.resolve()
    place.parent.mkdir(parents=True, exist_ok=True)
    making = place.parent / f".{place.name}.{new_id()[:8]}"
    try:
        sample = lay_out(making, now, source)
        campaign = load_campaign(making)
        with closing(open_store(campaign)) as store:
            events = replay(store, campaign, sample.lines, shift=sample.shift)
        _put(making, place)
    finally:
        shutil.rmtree(making, ignore_errors=True)
    return events


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


def _put(made: Path, place: Path) -> None:
    """Put what was made in its place; into a folder that is there, for somebody may stand in it."""
    if not place.is_dir():
        made.rename(place)
        return
    for child in sorted(made.iterdir(), key=lambda child: child.name == CAMPAIGN):
        child.rename(place / child.name)


def lay_out(folder: Path, now: datetime, source: Path | None = None) -> Sample:
    """Copy the sample with its criteria into `folder`, and move the dates of its rounds.

    The last row of the history comes to stand on today, or on yesterday where today it would
    lie in the future.

    Args:
        folder: A folder that is not there yet.
        now: The clock's time.
        source: The sample's folder; the shipped one by default.

    Raises:
        RolcheckError: The sample has faults.
    """
    origin = source or shipped("submissions") / SAMPLE
    campaign = load_campaign(origin)
    text = read_text(origin / HISTORY)
    lines = read_lines(text, HISTORY, required=COLUMNS)
    shift = _shift(last_time(lines), now, campaign.settings.timezone)
    shutil.copytree(origin, folder, ignore=shutil.ignore_patterns(*LEFT_OUT))
    criteria = campaign.criteria
    (folder / FOLDER / REGISTERS).mkdir(parents=True, exist_ok=True)
    shutil.copy(criteria.path, folder / FOLDER)
    if criteria.catalogue_path:
        shutil.copy(criteria.catalogue_path, folder / FOLDER / REGISTERS)
    _move_rounds(folder / CAMPAIGN, shift)
    write_atomic(folder / HISTORY, _moved(lines, shift).encode())
    return Sample(folder, lines, shift)


def _shift(last: datetime, now: datetime, zone: ZoneInfo) -> timedelta:
    local = now.astimezone(zone).replace(tzinfo=None)
    days = local.date() - last.date()
    return days if last + days <= local else days - timedelta(days=1)


def _move_rounds(path: Path, shift: timedelta) -> None:
    import tomlkit

    document = tomlkit.parse(read_text(path))
    for plan in document["round"]:
        for key in DATES:
            if isinstance(plan.get(key), date):
                plan[key] = plan[key] + shift
    write_atomic(path, tomlkit.dumps(document).encode())


def _moved(lines: Sequence[Line], shift: timedelta) -> str:
    """Return the history with its times and due dates moved."""
    out = io.StringIO()
    writer = csv.DictWriter(out, COLUMNS, lineterminator="\n")
    writer.writeheader()
    for line in lines:
        cells = dict(line.cells)
        cells["at"] = (datetime.fromisoformat(cells["at"]) + shift).isoformat()
        if cells["action"] == "finding-add" and cells["value"]:
            cells["value"] = (date.fromisoformat(cells["value"]) + shift).isoformat()
        writer.writerow(cells)
    return out.getvalue()
