"""Finds the data that comes with the program, from a wheel and from a checkout alike."""

from pathlib import Path
from typing import Literal

PACKAGE = Path(__file__).resolve().parent.parent


def shipped(name: Literal["criteria", "submissions"]) -> Path:
    """Return the folder of the shipped criteria sets or sample campaigns.

    A wheel carries them inside the package; in a checkout they stand beside it.
    """
    packed = PACKAGE / "_shipped" / name
    return packed if packed.is_dir() else PACKAGE.parent / name
