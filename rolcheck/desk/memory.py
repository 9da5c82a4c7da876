"""What the Desk showed last, kept so that it shows at once while nothing has changed since.

A cache: it may be deleted at any time, and holds nothing but what its reader saw. It is believed
only where every file of the campaign, the ledger and the day are those that it was made from.
Nothing heavy is loaded before something is read.
"""

import hashlib
import json
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from rolcheck import __version__
from rolcheck.base.errors import InputError
from rolcheck.base.files import write_atomic
from rolcheck.desk.plain import from_plain, to_plain
from rolcheck.desk.seen import Overview

if TYPE_CHECKING:
    from rolcheck.campaign.loader import Campaign
    from rolcheck.desk.desk import Desk

State = Mapping[str, object]
"""What an overview rests on, as plain values: files, ledger."""

FORMAT = f"3 {__version__}"
MARGIN_SECONDS = 2.0  # files as young as this may have changed after they were read


class Memory:
    """The overview of one person in one campaign, from one run of the program to the next.

    Args:
        folder: The campaign's folder.
        who: The person's id; empty for nobody in particular.
        cache: The folder of all caches.
        ledger_state: Returns what the ledger looks like now, as plain values that are equal as
            long as nobody wrote; raises `OSError` where there is none to look at.

    Attributes:
        recalled: What `recall` gave.
    """

    recalled: Overview | None = None

    def __init__(
        self, folder: Path, who: str, cache: Path, ledger_state: Callable[[], Sequence[object]]
    ) -> None:
        self._folder, self._who = folder.absolute(), who
        self._ledger_state = ledger_state
        name = hashlib.sha256(f"{self._folder}\n{who}".encode()).hexdigest()[:32]
        self._path = cache / "desk" / f"{name}.json"
        self._began = time.time()
        self._kept: State | None = None

    def recall(self, now: datetime) -> Overview | None:
        """Return what was shown last; None where anything is another than it was then."""
        self.recalled = self._recalled(now)
        return self.recalled

    def read(self, desk: "Desk") -> Overview:
        """Return the overview of now; keep it if nobody wrote while it was read."""
        from rolcheck.desk.overview import overview

        before = self._state_of(desk.campaign)
        seen = overview(desk)
        if before is not None and before == self._state_of(desk.campaign):
            self._keep(seen, before, str(desk.campaign.settings.campaign.timezone))
        return seen

    def refresh(self, desk: "Desk") -> None:
        """Keep what the desk would show now, where that rests on something else than what is kept.

        For whoever leaves: the last writes may not have been shown yet.
        """
        if self._kept is None or self._kept != self._state_of(desk.campaign):
            self.read(desk)

    def _recalled(self, now: datetime) -> Overview | None:
        try:
            kept = json.loads(self._path.read_bytes())
            zone = ZoneInfo(kept["zone"])
            if kept["format"] != FORMAT or kept["who"] != self._who:
                return None
            if kept["day"] != now.astimezone(zone).date().isoformat():
                return None
            if kept["state"] != self._state(kept["state"]["files"]):
                return None
            self._kept = kept["state"]
            return replace(from_plain(Overview, kept["seen"]), now=now.astimezone(zone))
        except (OSError, ValueError, KeyError, TypeError, AttributeError, InputError):
            return None  # a cache that cannot be read is none

    def _keep(self, seen: Overview, state: State, zone: str) -> None:
        kept = {
            "format": FORMAT,
            "who": self._who,
            "zone": zone,
            "day": seen.now.date().isoformat(),
            "state": state,
            "seen": to_plain(seen),
        }
        try:
            self._path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            write_atomic(self._path, json.dumps(kept).encode())
            self._path.chmod(0o600)
        except (OSError, InputError):
            return  # then the next start is slower
        self._kept = state

    def _state_of(self, campaign: "Campaign") -> State | None:
        """Return what an overview rests on now; None where that is not sure."""
        files = _files(campaign)
        try:
            if any(path.stat().st_mtime > self._began - MARGIN_SECONDS for path in files):
                return None
            return self._state([str(path.absolute()) for path in files])
        except OSError:
            return None

    def _state(self, files: Sequence[str] | Mapping[str, str]) -> State:
        return {
            "files": {name: hashlib.sha256(Path(name).read_bytes()).hexdigest() for name in files},
            "folders": sorted(str(path) for path in self._folder.glob("*/submission.toml")),
            "criteria": sorted(str(path) for path in _criteria_near(self._folder)),
            "ledger": list(self._ledger_state()),
        }


def _files(campaign: "Campaign") -> list[Path]:
    """Return what a campaign was read from, evidence and registers apart."""
    found = [campaign.file.path, campaign.criteria.path]
    if campaign.criteria.catalogue_path is not None:
        found.append(campaign.criteria.catalogue_path)
    return [*found, *(one.file.path for one in campaign.submissions.values())]


def _criteria_near(folder: Path) -> list[Path]:
    """Return the criteria files that a campaign may find before those that ship."""
    bases = (folder, *list(folder.parents)[:2])
    return [path for base in bases for path in (base / "criteria").glob("*.toml")]
