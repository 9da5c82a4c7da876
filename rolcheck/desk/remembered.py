"""What a desk showed last, kept so that it shows at once while nothing has changed since.

A cache: it may be deleted at any time, and holds nothing but what its reader saw. It is believed
only where every file of the campaign, the ledger and the day are those that it was made from.
Nothing heavy is loaded here.
"""

import hashlib
import json
import os
import time
from collections.abc import Mapping, Sequence
from dataclasses import fields, is_dataclass, replace
from datetime import date, datetime
from fractions import Fraction
from pathlib import Path
from typing import Any, TypeVar
from zoneinfo import ZoneInfo

from rolcheck import __version__
from rolcheck.base.errors import InputError
from rolcheck.base.files import write_atomic
from rolcheck.desk.seen import (
    BlockerGroup,
    EventSeen,
    ItemLeft,
    Overview,
    ProgressRow,
    RoundSeen,
    SubmissionSeen,
)

T = TypeVar("T")

FORMAT = f"1 {__version__}"
MARGIN_SECONDS = 2.0  # files as young as this may have changed after they were read
_HEADER_BYTES = 100  # of an SQLite file: a counter in it grows with every write


class Remembered:
    """The overview of one person in one campaign, from one run of the program to the next.

    Args:
        folder: The campaign's folder.
        who: The person's id; empty for nobody in particular.
        cache: The folder of all caches.

    Attributes:
        recalled: What `recall` gave.
    """

    recalled: Overview | None = None

    def __init__(self, folder: Path, who: str, cache: Path) -> None:
        self._folder, self._who = folder.absolute(), who
        name = hashlib.sha256(f"{self._folder}\n{who}".encode()).hexdigest()[:32]
        self._path = cache / "desk" / f"{name}.json"
        self._began = time.time()

    def recall(self, now: datetime) -> Overview | None:
        """Return what was shown last; None where anything is another than it was then."""
        self.recalled = self._recalled(now)
        return self.recalled

    def _recalled(self, now: datetime) -> Overview | None:
        try:
            kept = json.loads(self._path.read_bytes())
            zone = ZoneInfo(kept["zone"])
            if kept["format"] != FORMAT or kept["who"] != self._who:
                return None
            if kept["day"] != now.astimezone(zone).date().isoformat():
                return None
            if kept["state"] != self._state(list(kept["state"]["files"])):
                return None
            return replace(_decoded(Overview, kept["seen"]), now=now.astimezone(zone))
        except (OSError, ValueError, KeyError, TypeError, AttributeError, InputError):
            return None  # a cache that cannot be read is none

    def state(self, files: Sequence[Path]) -> Mapping[str, Any] | None:
        """Return what an overview rests on now; None where that is not sure.

        Args:
            files: Those that the campaign was read from, evidence and registers apart.
        """
        try:
            if any(path.stat().st_mtime > self._began - MARGIN_SECONDS for path in files):
                return None
            return self._state([str(path.absolute()) for path in files])
        except OSError:
            return None

    def keep(self, seen: Overview, state: Mapping[str, Any], zone: str) -> None:
        """Keep an overview for the next run; where that cannot be done nothing happens."""
        kept = {
            "format": FORMAT,
            "who": self._who,
            "zone": zone,
            "day": seen.now.date().isoformat(),
            "state": state,
            "seen": _plain(seen),
        }
        try:
            self._path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            write_atomic(self._path, json.dumps(kept).encode())
            self._path.chmod(0o600)
        except (OSError, InputError):
            return

    def _state(self, files: Sequence[str]) -> dict[str, Any]:
        ledger = self._folder / "rolcheck.db"
        stat = ledger.stat()
        with ledger.open("rb") as file:
            header = file.read(_HEADER_BYTES).hex()
        journal = Path(f"{ledger}-journal").exists()
        return {
            "files": {name: hashlib.sha256(Path(name).read_bytes()).hexdigest() for name in files},
            "folders": sorted(str(path) for path in self._folder.glob("*/submission.toml")),
            "criteria": sorted(str(path) for path in _criteria_near(self._folder)),
            "ledger": [stat.st_size, stat.st_mtime_ns, stat.st_ino, header, journal],
            "environment": os.environ.get("ROLCHECK_STORE", ""),
        }


def _criteria_near(folder: Path) -> list[Path]:
    """Return the criteria files that a campaign may find before those that ship."""
    bases = (folder, *list(folder.parents)[:2])
    return [path for base in bases for path in (base / "criteria").glob("*.toml")]


_NESTED: Mapping[str, type[Any]] = {
    "rounds": RoundSeen,
    "blockers": BlockerGroup,
    "carried": BlockerGroup,
    "reviewers": ProgressRow,
    "areas": ProgressRow,
    "mine": ProgressRow,
    "left": ItemLeft,
    "submissions": SubmissionSeen,
    "recent": EventSeen,
}
_DAYS = ("opens", "due")
_TIMES = ("now", "at", "closes", "opened_at", "closed_at")
_EXACT = ("total", "claim")


def _plain(value: object) -> object:
    if is_dataclass(value) and not isinstance(value, type):
        return {one.name: _plain(getattr(value, one.name)) for one in fields(value)}
    if isinstance(value, tuple):
        return [_plain(one) for one in value]
    if isinstance(value, date):  # a datetime too
        return value.isoformat()
    return str(value) if isinstance(value, Fraction) else value


def _decoded(kind: type[T], row: Mapping[str, object]) -> T:
    return kind(**{name: _value(name, value) for name, value in row.items()})


def _value(name: str, value: object) -> object:
    if isinstance(value, list):
        if name in _NESTED:
            return tuple(_decoded(_NESTED[name], row) for row in value)
        return _tuple(value)
    if isinstance(value, str):
        if name in _DAYS:
            return date.fromisoformat(value)
        if name in _TIMES:
            return datetime.fromisoformat(value)
        if name in _EXACT:
            return Fraction(value)
    return value


def _tuple(value: object) -> object:
    return tuple(map(_tuple, value)) if isinstance(value, list) else value
