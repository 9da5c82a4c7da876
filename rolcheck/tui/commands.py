"""The command palette: every screen, and every action in force, by name."""

from collections.abc import Callable
from functools import partial

from textual.command import DiscoveryHit, Hit, Hits, Provider

from rolcheck.tui.text import plain

Command = tuple[str, str, Callable[[], object]]


class Commands(Provider):
    """Offers what the app can do here: its screens first, then what keys do."""

    def _commands(self) -> list[Command]:
        offered = getattr(self.app, "offered", None)
        return list(offered(self.screen)) if offered else []

    async def discover(self) -> Hits:
        for name, keys, run in self._commands():
            yield DiscoveryHit(plain(name), partial(_run, run), text=name, help=keys)

    async def search(self, query: str) -> Hits:
        matcher = self.matcher(query)
        for name, keys, run in self._commands():
            if (score := matcher.match(name)) > 0:
                yield Hit(score, plain(name), partial(_run, run), text=name, help=keys)
