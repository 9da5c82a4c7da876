"""One key after the other: keys typed ahead wait until the one before has done all its work.

Textual hands a key from widget to widget through their queues, and what it brings about travels
the same way back. Somebody quick (or a script) is two keys further by then, and the second would
still meet the item that the first has just left.
"""

from collections import deque
from collections.abc import Callable, Sequence
from time import monotonic
from typing import Any

from textual.app import App
from textual.dom import DOMNode
from textual.events import Key
from textual.message_pump import MessagePump
from textual.screen import Screen

PATIENCE = 10.0  # seconds; a key is landed long before, unless the whole machine stands still


class KeyGate:
    """Lets a screen's keys through one by one; `hold` keeps them back while it reads or writes.

    Args:
        screen: Whose keys; its `on_key` has to ask `lets_pass`.
    """

    def __init__(self, screen: Screen[Any]) -> None:
        self._screen = screen
        self._waiting: deque[Key] = deque()
        self._released: Key | None = None
        self._since: float | None = None
        self._held: set[str] = set()

    @property
    def is_held(self) -> bool:
        """Whether keys wait for something that is being read or written."""
        return bool(self._held)

    def hold(self, reason: str) -> None:
        """Keep keys back until `free` is called for the same reason."""
        self._held.add(reason)

    def free(self, *reasons: str) -> None:
        """Let keys through again, unless another reason is left."""
        self._held.difference_update(reasons)
        if not self._held and not self._in_flight():
            self._next()

    def drop(self) -> int:
        """Forget the keys kept back; tell how many there were."""
        count = len(self._waiting)
        self._waiting.clear()
        return count

    def lets_pass(self, key: Key) -> bool:
        """Tell whether a key that reached the screen may go on; else it is kept for later."""
        if key is self._released:
            self._released = None
            return True
        if self.is_held or self._waiting or self._in_flight():
            self._waiting.append(Key(key.key, key.character))
            return False
        self._take_off()
        return True

    def _in_flight(self) -> bool:
        return self._since is not None and monotonic() - self._since < PATIENCE

    def _take_off(self) -> None:
        self._since = monotonic()
        self._screen.call_later(self._follow, 2)

    def _follow(self, rounds: int) -> None:
        """Go the way of a key, and of what it brings about, `rounds` times; then it has landed."""
        if not rounds:
            self._since = None
            if not self.is_held:
                self._next()
            return
        app = self._screen.app
        _visit([app, *_way_up(app, self._screen), app], lambda: self._follow(rounds - 1))

    def _next(self) -> None:
        if self._waiting:
            app = self._screen.app
            self._released = self._waiting.popleft().set_sender(app)  # else it stops at us
            self._since = monotonic()
            app.post_message(self._released)
            app.call_later(self._follow, 3)


def _way_up(app: App[Any], screen: Screen[Any]) -> Sequence[DOMNode]:
    """Return the focused widget and all around it, up to the screen."""
    focused = app.focused
    return focused.ancestors_with_self[:-1] if focused is not None else [screen]


def _visit(stations: Sequence[MessagePump], then: Callable[[], object]) -> None:
    """Wait in the queue of every station in turn; those that are gone are passed over."""
    if not stations:
        then()
        return
    first, *rest = stations
    if not first.call_later(_visit, rest, then):
        _visit(rest, then)
