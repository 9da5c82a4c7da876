"""What the app asks of its screens, and of whoever finds the desk."""

from typing import TYPE_CHECKING, Protocol

from textual.app import App
from textual.screen import Screen

if TYPE_CHECKING:
    from rolcheck.desk.desk import Desk
    from rolcheck.desk.memory import Memory


class ShowsItems(Protocol):
    """What the app asks of the screen that shows single items."""

    def open_item(self, submission: str, indicator: str) -> None:
        """Show an item, also before the screen is mounted; empty for the next one left."""


class Remembers(Protocol):
    """What the app asks of a first screen that keeps what it showed for the next time."""

    def remember_in(self, memory: "Memory") -> None:
        """Begin with what was kept, and keep what is shown."""


class Start(Protocol):
    """Where and as whom one sits down: asked in the app before its first screen."""

    def screen(self) -> Screen[None]:
        """Return what stands behind the questions."""

    async def choose(self, app: App[None]) -> "Desk | None":
        """Return the desk; None where one leaves instead."""

    async def another_person(self, app: App[None], desk: "Desk") -> "Desk | None":
        """Return the desk of somebody else in the same campaign; None to stay who one is."""

    async def another_campaign(self, app: App[None]) -> "Desk | None":
        """Return a desk in another campaign; None to stay."""
