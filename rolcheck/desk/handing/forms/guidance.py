"""The comments of an item told from what somebody typed, although a mail program broke the lines.

An item carries a check of its comments. With it lines that were broken are put together again,
and what somebody typed at the end of a comment is found.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from rolcheck.base.canon import sha256_hex
from rolcheck.base.text import fold_width

CHECK = 8
"""So many hex digits a check has."""

_UNSAID = re.compile(r"[\s\"'`“”‘’«»–—−\-…·.•_*>]+")
"""What mail programs put in, take away or change."""


@dataclass(frozen=True, slots=True)
class BlockLine:
    """A line below the one that names an item; `marked` tells a comment."""

    number: int
    text: str
    marked: bool


@dataclass(frozen=True, slots=True)
class Typed:
    """What of the lines below an item somebody typed.

    Attributes:
        lines: Those typed, in their order.
        doubt: What is wrong: ``behind`` a comment stands more than was sent, the comments are
            ``changed`` otherwise, or ``broken`` too, so that nobody can tell what was typed.
        at: The line in doubt: what was typed there if that is known, else where the comments end.
    """

    lines: tuple[BlockLine, ...]
    doubt: Literal["", "behind", "changed", "broken"] = ""
    at: BlockLine | None = None


def check_of(comments: Sequence[str]) -> str:
    """Return the check of an item's comments."""
    return sha256_hex(_plain("".join(comments)))[:CHECK]


def typed(block: Sequence[BlockLine], check: str) -> Typed:
    """Return what somebody typed among the lines below an item.

    Args:
        block: The lines in their order, empty ones too.
        check: That of the comments that were sent; empty where none is known.
    """
    comments = [line for line in block if line.marked]
    free = tuple(line for line in block if not line.marked and line.text.strip())
    if not (check and comments) or check == check_of([line.text for line in comments]):
        return Typed(free)
    joined = _joined(block, check)
    if joined is not None:
        return Typed(joined)
    behind = _behind(comments, check)
    if behind is not None:
        return Typed(free, "behind", behind)
    broken = any(line.number < comments[-1].number for line in free)
    return Typed(free, "broken" if broken else "changed", comments[-1])


def _joined(block: Sequence[BlockLine], check: str) -> tuple[BlockLine, ...] | None:
    """Return what stands below the comments with their broken lines joined; None where it fails."""
    said = ""
    for at, line in enumerate(block):
        said += line.text
        if line.text.strip() and check == check_of([said]):
            rest = block[at + 1 :]
            if not any(one.marked for one in rest):
                return tuple(one for one in rest if one.text.strip())
    return None


def _behind(comments: Sequence[BlockLine], check: str) -> BlockLine | None:
    """Return what was typed at the end of a comment; None where that explains nothing."""
    for at in reversed(range(len(comments))):
        before = "".join(line.text for line in comments[:at])
        after = "".join(line.text for line in comments[at + 1 :])
        line = comments[at]
        for cut in reversed(range(len(line.text))):
            if check == check_of([before, line.text[:cut], after]):
                return BlockLine(line.number, line.text[cut:].strip(), marked=True)
    return None


def _plain(text: str) -> str:
    return _UNSAID.sub("", fold_width(text))
