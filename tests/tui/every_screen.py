"""Every screen of the app over campaigns at several stages, as those see it who work there."""

from collections.abc import Iterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from textual.pilot import Pilot

from rolcheck.desk.desk import Desk
from rolcheck.tui.app import RolcheckApp
from rolcheck.tui.screens import SCREENS
from tests.tui.campaign_world import settled
from tests.tui.stage import seen
from tests.world import World, make_world

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

WHO = {"review": "r1", "disputes": "ar"}
"""Who works on a screen; the coordinator where nobody is named."""


def seat(world: World, screen: str) -> Desk:
    """Return the desk of whoever works on a screen."""
    return world.desk(WHO.get(screen, "co"))


def without_submissions(folder: Path) -> World:
    """Return a campaign that nobody handed anything in to."""
    world = make_world(folder)
    for one in folder.glob("*/submission.toml"):
        for file in one.parent.iterdir():
            file.unlink()
        one.parent.rmdir()
    return world


@asynccontextmanager
async def shown(
    desk: Desk, screen: str, size: tuple[int, int] = (160, 45), *, plain: bool = False
) -> "AsyncIterator[Pilot[None]]":
    """Run the app with a screen of it on the stage, as it is once all is read."""
    app = RolcheckApp(desk, first=screen, plain=plain)
    async with app.run_test(size=size) as pilot:
        await settled(pilot)
        yield pilot


def drawn_by(pilot: Pilot[None]) -> str:
    """Return the text of the whole screen."""
    assert isinstance(pilot.app, RolcheckApp)
    return seen(pilot.app)


def data_of(folder: Path) -> frozenset[str]:
    """Return every character of a campaign's files: what may be drawn whatever the terminal."""
    texts = (path.read_text(encoding="utf-8") for path in _texts(folder))
    return frozenset().union(*texts)


def _texts(folder: Path) -> Iterator[Path]:
    return (path for path in folder.rglob("*") if path.suffix in (".toml", ".md", ".txt"))


NAMES = tuple(SCREENS)
