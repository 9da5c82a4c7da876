"""The ways out: which screen settles what is left, and the key that leads there."""

from collections.abc import Mapping

from rolcheck.locale import _
from rolcheck.tui.keys import screen_key
from rolcheck.tui.screens import SCREENS
from rolcheck.tui.text import Line, Part

SETTLED_IN: Mapping[str, str] = {
    "unfinished": "rounds",
    "under-quorum": "assignments",
    "no-verdict": "review",
    "dispute": "disputes",
    "veto": "disputes",
    "ruling-to-confirm": "disputes",
    "finding-open": "findings",
    "finding-overdue": "findings",
}
"""By kind of what is left: the screen where it is settled, or that tells who settles it."""


def to_screen(name: str) -> Line:
    """Return the key of a screen and what the screen is called."""
    key = Part(screen_key(name), "accent", bold=True)
    return (key, Part(f" {_(SCREENS[name].title)}", "muted"))
