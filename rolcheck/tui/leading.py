"""Where what is left is solved: the screen that each kind of it leads to."""

from typing import Protocol, cast

from rolcheck.tui.app import RolcheckApp
from rolcheck.tui.screens import SCREENS

SOLVED_IN = {
    "dispute": "disputes",
    "veto": "disputes",
    "ruling-to-confirm": "disputes",
    "finding-open": "findings",
    "finding-overdue": "findings",
}
"""By kind of blocker; of all others Review shows the item itself."""


class OpensAt(Protocol):
    """What is asked of a screen that lists items."""

    def open_at(self, submission: str, indicator: str) -> None:
        """Show an item, also before the screen is mounted."""


def has_own_screen(kind: str) -> bool:
    """Tell whether a kind of what is left has a screen of its own."""
    return SOLVED_IN.get(kind, "") in SCREENS


def lead(app: RolcheckApp, kind: str, submission: str, indicator: str) -> None:
    """Show where one thing that is left is solved."""
    name = SOLVED_IN.get(kind, "")
    if name in SCREENS:
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
