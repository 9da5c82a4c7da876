"""Names: which are allowed, which are random, which was probably meant."""

import difflib
import re
import secrets
from collections.abc import Iterable

from rolcheck.base.messages import N_

ID_PATTERN = r"[A-Za-z0-9][A-Za-z0-9._-]{0,63}"


def is_id(text: str) -> bool:
    """Tell whether `text` may name a submission, a reviewer or a piece of evidence."""
    return re.fullmatch(ID_PATTERN, text) is not None


def new_id() -> str:
    """Return 128 random bits as 32 hex digits."""
    return secrets.token_hex(16)


def suggest(name: str, known: Iterable[str]) -> str:
    """Return the known name nearest to `name`, empty if none is near."""
    return next(iter(difflib.get_close_matches(name, list(known), n=1)), "")


def perhaps(name: str, known: Iterable[str], otherwise: str = "") -> tuple[str, str]:
    """Return the way out where nothing has a name: the nearest that something has, if one is near.

    Args:
        name: What nothing has.
        known: What there is.
        otherwise: The way out where none of it is near; a message id, or empty.

    Returns:
        A message id, and what its ``{near}`` stands for.
    """
    near = suggest(name, known)
    return (N_("perhaps {near}") if near else otherwise), near
