"""The marks by which lines of a form begin, however a mail program left them."""

import re

from rolcheck.base.text import fold_width
from rolcheck.desk.handing.forms.layout import DIRECTIVE, HEADER

FORM_BEGINS = re.compile(
    rf"(?P<quoted>[>＞\s]*){re.escape(DIRECTIVE)}\s*{HEADER}\s*(?P<version>\S*)",
    re.I,
)
MARKED = re.compile(r"\s*(==[-+*]==)\s*(.*)")
SIGNATURE = re.compile(r"--\s*$")
"""Below this line mail programs put who wrote it."""

_LOOSE = re.compile(r"([>＞\s]*)([=＝]{2}\s*[-+*－＋＊]\s*[=＝]{2})(.*)")
_ENCODED = re.compile(r"[>\s]*=3D=3D\+=3D=3D")


def with_plain_mark(line: str) -> str:
    """Return a line with its mark, if it has one, in the characters that forms are written in.

    Example:
        >>> with_plain_mark("＝＝＊＝＝ east 1.1.1"), with_plain_mark("== * == east 1.1.1")
        ('==*== east 1.1.1', '==*== east 1.1.1')
    """
    match = _LOOSE.match(line)
    if not match:
        return line
    mark = re.sub(r"\s", "", fold_width(match[2]))
    behind = match[3].replace("\xa0", " ").replace("\u3000", " ")
    return f"{match[1]}{mark}{behind}"


def is_encoded(line: str) -> bool:
    """Tell whether a line is a mark as it stands in the source of a mail."""
    return bool(_ENCODED.match(line))
