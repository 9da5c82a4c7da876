"""What each step of the start costs: imports by package, then loading what the screen shows.

Run by start.py in processes of its own; prints JSON for it.
"""

import json
import subprocess
import sys
import time
from collections import defaultdict
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

T = TypeVar("T")

IMPORTS = "import rolcheck.cli.main, rolcheck.wiring, rolcheck.tui.app"
OWNERS = {"pydantic_core": "pydantic", "annotated_types": "pydantic", "_sqlite3": "sqlite3"}
NAMED = ("textual", "rich", "pydantic", "sqlite3", "tomli", "tomlkit", "click", "platformdirs")


def imports() -> dict[str, float]:
    """Return the milliseconds that the app's imports cost by package, without what they import."""
    done = subprocess.run(
        [sys.executable, "-X", "importtime", "-c", IMPORTS],
        capture_output=True,
        text=True,
        check=True,
    )
    costs: dict[str, float] = defaultdict(float)
    for line in done.stderr.splitlines():
        own, _, name = line.removeprefix("import time:").split("|")
        if own.strip().isdigit():
            costs[_owner(name.strip())] += int(own) / 1000
    return dict(sorted(costs.items(), key=lambda item: -item[1]))


def _owner(module: str) -> str:
    head = module.partition(".")[0]
    if head == "rolcheck":
        return ".".join(module.split(".")[:2])
    head = OWNERS.get(head, head)
    if head in NAMED:
        return head
    return "standard library" if head.lstrip("_") in _STANDARD else "others"


_STANDARD = {name.lstrip("_") for name in sys.stdlib_module_names} | {"frozen_importlib", "site"}


def loading(folder: Path, who: str) -> dict[str, float]:
    """Return the milliseconds of each step from the campaign's folder to an open desk."""
    from rolcheck.campaign.loader import load_campaign
    from rolcheck.wiring import open_desk, open_store

    costs: dict[str, float] = {}
    campaign = _timed(costs, "campaign, criteria and submissions", lambda: load_campaign(folder))
    _timed(costs, "opening the ledger", lambda: open_store(campaign))
    _timed(costs, "all of it, as the app does", lambda: open_desk(folder, who))
    return costs


def _timed(costs: dict[str, float], step: str, do: Callable[[], T]) -> T:
    start = time.perf_counter()
    result = do()
    costs[step] = (time.perf_counter() - start) * 1000
    return result


if __name__ == "__main__":
    if len(sys.argv) > 1:
        print(json.dumps(loading(Path(sys.argv[1]), sys.argv[2])))
    else:
        print(json.dumps(imports()))
