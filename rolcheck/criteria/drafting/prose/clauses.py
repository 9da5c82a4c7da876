"""Scoring notes cut where one thing ends and the next begins."""

import re
from dataclasses import dataclass
from fractions import Fraction

from rolcheck.criteria.drafting.numbering import numbered
from rolcheck.criteria.drafting.points import points_in
from rolcheck.criteria.drafting.words import NUMBER, half_width, number_of
from rolcheck.criteria.rules.terms import RuleModel

_ENDS = re.compile(r"[;；。\n]+")
_TRIMMED = " ,，、:：;；。.\n\t"
_SAYS_POINTS = re.compile(
    rf"{NUMBER}\s*分(?!钟|别|为|类|管|局|析|工|级|期)|扣分|得分|满分|计分|全扣|酌情"
)
_TAIL = re.compile(
    r"(?:的|(?<![细规准法守总附原])则|将|应|予以|给予|可|按|酌情|一次性|直接|再|各|均|相应|每项|分别"
    r"|[,，](?:本|该|此)大?项)+$"
)
NO_POINTS = (
    r"(?:不得分|不予?计分|不给分|[得计记为]?零分|(?:得|计|记|为)?(?<![\d.])0\s*分|全扣|扣完)"
)


@dataclass(frozen=True, slots=True)
class Note:
    """What is to be read, and what it is about.

    Attributes:
        text: The scoring notes.
        full: The full points, None where the table gives none.
        title: The title that they belong to.
    """

    text: str
    full: Fraction | None
    title: str = ""


@dataclass(frozen=True, slots=True)
class Reading:
    """A rule that was read.

    Attributes:
        rule: The rule.
        unread: Clauses about points that the rule does not say.
        remarks: What the notes leave open, and how it was read.
    """

    rule: RuleModel
    unread: tuple[str, ...] = ()
    remarks: tuple[str, ...] = ()


def clauses(text: str) -> tuple[str, ...]:
    """Return the clauses of scoring notes, without numbers before them.

    Example:
        >>> clauses("1.未制定的不得分；2.缺一项扣１分。")
        ('未制定的不得分', '缺一项扣1分')
    """
    parts = (part.strip(_TRIMMED) for part in _ENDS.split(half_width(text)))
    return tuple(numbered(part).text for part in parts if part)


def says_points(clause: str) -> bool:
    """Tell whether a clause is about points, so that leaving it out has to be said."""
    return points_in(clause) is None and _SAYS_POINTS.search(clause) is not None


def trimmed(text: str) -> str:
    """Return a label without the marks and joining words around it.

    Example:
        >>> trimmed("，每发现一项不符合的，")
        '每发现一项不符合'
    """
    plain = text.strip(_TRIMMED)
    plain = re.sub(r"^(?:其中|另|并|且|对于?|凡|如|若|的)[,，:：]?", "", plain).strip(_TRIMMED)
    return _TAIL.sub("", plain).strip(_TRIMMED)


def points_of(text: str, full: Fraction | None) -> Fraction | None:
    """Return the points that 满分, 不得分 or a number stand for; None where they are not known."""
    if re.fullmatch(NO_POINTS, text):
        return Fraction(0)
    if "满分" in text:
        return full
    number = re.search(NUMBER, text)
    return number_of(number[0]) if number else None
