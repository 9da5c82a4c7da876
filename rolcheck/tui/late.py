"""A desk that is opened when it is first asked for something."""

from collections.abc import Callable
from threading import Lock
from typing import TYPE_CHECKING, cast

if TYPE_CHECKING:
    from rolcheck.desk.desk import Desk


class LateDesk:
    """Stands for a desk; whoever asks first waits until it is open.

    Args:
        open: Opens it; called once.
    """

    def __init__(self, open: "Callable[[], Desk]") -> None:
        self._open, self._lock = open, Lock()
        self._desk: Desk | None = None

    def __getattr__(self, name: str) -> object:
        with self._lock:
            if self._desk is None:
                self._desk = self._open()
        return getattr(self._desk, name)


def late(open: "Callable[[], Desk]") -> "Desk":
    """Return a desk that is opened when it is first asked for something."""
    # a class derived from `Desk` would load all that this is to spare the first screen
    return cast("Desk", LateDesk(open))
