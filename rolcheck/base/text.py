"""Text from outside made fit for a terminal: cleaned, folded, measured in cells."""

import re
import unicodedata

PRIVATE_USE = re.compile("[\ue000-\uf8ff\U000f0000-\U0010ffff]")
_NEWLINES = re.compile("\r\n|[\u2028\u2029]")
_UNSAFE = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f"  # C0 but tab and newline, DEL, C1
    "\u00ad\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f"
    "\u200b-\u200f\u202a-\u202e\u2060-\u206f"  # zero width, bidi, deprecated format characters
    "\u3164\ufeff\uffa0\ufff9-\ufffb\ud800-\udfff\U000e0000-\U000e0fff]"
)
DOTS = ".."


def clean(text: str) -> str:
    """Return `text` without what a terminal obeys or hides; private use becomes U+FFFD."""
    if text.isascii() and text.isprintable():  # as most are
        return text
    return PRIVATE_USE.sub("\ufffd", _UNSAFE.sub("", _NEWLINES.sub("\n", text)))


def fold_width(text: str) -> str:
    """Return `text` in NFKC and trimmed; superscripts, circled digits and the like stay.

    Example:
        >>> fold_width(" ２．５ "), fold_width("2²")
        ('2.5', '2²')
    """
    folded = (
        char if unicodedata.category(char) == "No" else unicodedata.normalize("NFKC", char)
        for char in text
    )
    return unicodedata.normalize("NFC", "".join(folded)).strip()


def cell_width(text: str) -> int:
    """Return how many terminal cells `text` takes; ambiguous characters count as one."""
    return sum(map(_char_width, text))


def cut(text: str, cells: int) -> str:
    """Return `text`, or as much of its beginning as fits into `cells` with dots behind it."""
    if cell_width(text) <= cells:
        return text
    dots = DOTS[: max(cells, 0)]
    room, kept = cells - len(dots), []
    for char in text:
        room -= _char_width(char)
        if room < 0:
            break
        kept.append(char)
    return "".join(kept) + dots


def pad(text: str, cells: int) -> str:
    """Return `text` cut or filled with blanks to exactly `cells`."""
    fitted = cut(text, cells)
    return fitted + " " * (cells - cell_width(fitted))


def _char_width(char: str) -> int:
    if char.isascii():
        return 1 if char.isprintable() else 0
    if unicodedata.category(char) in ("Mn", "Me", "Cf", "Cc"):
        return 0
    return 2 if unicodedata.east_asian_width(char) in "WF" else 1
