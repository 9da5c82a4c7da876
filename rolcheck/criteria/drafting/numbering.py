"""The numbers before titles: 一、 （一） 1. 1.1.1 ① 第一条 and their like."""

import re
from dataclasses import dataclass
from typing import Literal

from rolcheck.criteria.drafting.words import half_width

Style = Literal[
    "part", "chinese", "in-brackets", "dotted", "arabic", "arabic-in-brackets", "circled"
]
"""How a number is written; ``part`` is 第一章, ``in-brackets`` is （一）, ``dotted`` is 1.1."""

_CHINESE = "[零〇一二三四五六七八九十百]{1,4}"
_STYLES: tuple[tuple[Style, re.Pattern[str]], ...] = (
    ("part", re.compile(rf"(第(?:{_CHINESE}|\d+)[章节条项部类](?:分)?)[、.,，:：\s]*")),
    ("in-brackets", re.compile(rf"([（(]{_CHINESE}[）)])[、.\s]*")),
    ("arabic-in-brackets", re.compile(r"([（(]\d{1,3}[）)])[、.\s]*")),
    ("chinese", re.compile(rf"({_CHINESE})(?:[、.．:：]\s*|\s+)")),
    (
        "dotted",
        re.compile(
            r"([A-Za-z]?\d{1,3}(?:[.\-]\d{1,3}){1,3})(?:[、.,，:：]\s*|\s+|(?=[^\d\s%.分个倍元万年月日]))"
        ),
    ),
    ("dotted", re.compile(r"([A-Z]{1,4}-?\d{1,3})[、.:：]?\s+(?=[^\x00-\x7f])")),
    ("dotted", re.compile(r"([A-Z](?:\.\d{1,3}){0,3})(?:[、.:：]\s*|\s+)(?=[^\x00-\x7f])")),
    ("arabic", re.compile(r"(\d{1,3})(?:[、.:：]\s*(?!\d)|[)）]\s*|\s+(?=[^\d\s%]))")),
    ("circled", re.compile(r"([①-⑳㈠-㈩⒈-⒛])[、.\s]*")),
)


@dataclass(frozen=True, slots=True)
class Numbered:
    """A text and the number that stood before it.

    Attributes:
        text: What is left without the number.
        marker: The number as written, empty where there is none.
        style: How it is written.
    """

    text: str
    marker: str = ""
    style: Style | None = None


def numbered(text: str) -> Numbered:
    """Part a title from the number before it; a text that is only a number stays whole.

    Example:
        >>> numbered("（一）机构职能").style, numbered("１.２.3 权责清单").marker
        ('in-brackets', '1.2.3')
        >>> numbered("12345热线").marker
        ''
    """
    plain = half_width(text).strip()
    for style, pattern in _STYLES:
        match = pattern.match(plain)
        if match and plain[match.end() :].strip():
            return Numbered(plain[match.end() :].strip(), match[1], style)
    return Numbered(plain)
