"""Where what is left is settled: the screen that each kind of it leads to."""

from typing import Protocol, cast

from rolcheck.tui.app import RolcheckApp
from rolcheck.tui.ways import SETTLED_IN

_LISTING = ("disputes", "findings")
"""Screens that show one item among others."""


class OpensAt(Protocol):
    """What is asked of a screen that lists items."""

    def open_at(self, submission: str, indicator: str) -> None:
        """Show an item, also before the screen is mounted."""


def has_own_screen(kind: str) -> bool:
    """Tell whether a kind of what is left has a screen of its own."""
    return SETTLED_IN.get(kind, "") in _LISTING


def lead(app: RolcheckApp, kind: str, submission: str, indicator: str) -> None:
    """Show where one thing that is left is settled; mostly Review shows the item itself."""
    name = SETTLED_IN.get(kind, "")
    if name in _LISTING:
        app.action_go(name)
        cast(OpensAt, app.get_screen(name)).open_at(submission, indicator)
    else:
        app.open_item(submission, indicator)


def lead_to_assignments(app: RolcheckApp, words: str) -> None:
    """Show who has what, narrowed by words: a reviewer's name, mostly."""
    from rolcheck.tui.screens.assignments import AssignmentsScreen  # not for a first screen

    app.action_go("assignments")
    screen = app.get_screen("assignments")
    if isinstance(screen, AssignmentsScreen):
        screen.narrow(words)
