"""The screens; `SCREENS` names them, their class loaded when first shown."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Entry:
    """One screen of the app.

    Attributes:
        key: The key that shows it, from every screen.
        path: ``module:class``; the class takes the desk and nothing else.
    """

    key: str
    path: str


SCREENS: dict[str, Entry] = {}
