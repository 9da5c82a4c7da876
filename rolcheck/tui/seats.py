"""Where and as whom one sat down last: kept from one run of the app to the next.

What cannot be read or kept is as if it had never been there: it only preselects.
"""

import json
from collections.abc import Mapping, Sequence
from pathlib import Path

from rolcheck.base.errors import InputError
from rolcheck.base.files import write_atomic

FILE = "seats.json"
MOST = 20
"""How many campaigns are remembered."""


class Seats:
    """The campaigns where one sat, the latest last, each with who one was.

    Args:
        path: The file; it need not be there.
    """

    def __init__(self, path: Path) -> None:
        self._path = path

    @property
    def last(self) -> Path | None:
        """The campaign where one sat last; None before the first."""
        folders = self.folders
        return folders[0] if folders else None

    @property
    def folders(self) -> Sequence[Path]:
        """The campaigns that still stand where they stood, the latest first."""
        kept = [Path(name) for name in reversed(tuple(self._read()))]
        return [folder for folder in kept if (folder / "campaign.toml").is_file()]

    def who(self, folder: Path) -> str | None:
        """Return who one was in a campaign; empty for nobody in particular, None if never."""
        return self._read().get(str(folder.absolute()))

    def keep(self, folder: Path, who: str) -> None:
        """Remember a seat as the latest."""
        name, kept = str(folder.absolute()), dict(self._read())
        if list(kept.items())[-1:] == [(name, who)]:
            return
        kept.pop(name, None)
        kept = dict([*kept.items(), (name, who)][-MOST:])
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            write_atomic(self._path, json.dumps(kept, ensure_ascii=False, indent=1).encode())
        except (OSError, InputError):
            return  # then the next time nothing is preselected

    def _read(self) -> Mapping[str, str]:
        try:
            kept = json.loads(self._path.read_bytes())
        except (OSError, ValueError, RecursionError):
            return {}
        if not isinstance(kept, dict):
            return {}
        return {name: who for name, who in kept.items() if isinstance(who, str)}
