"""Points and weights as tables write them: in a cell of their own, or at the end of a title."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from rolcheck.base.numbers import decimal_text
from rolcheck.criteria.drafting.words import NUMBER, half_width, is_exact, number_of

LONGEST = 40
"""Characters at the end of a title among which its points are looked for."""
_PLAIN = r"\d{1,6}(?:\.\d{1,3})?"
_SAID = rf"(?:{_PLAIN}|{NUMBER}(?=\s*分))"
_FRONT = (
    r"(?:满分|共计?|合?计|最[高多]|至多|总分值?|分值|标准分|基础分|占|可?加|得|不?超过|不高于|上限"
    r"|≤|≦|<=?|\+|为|[:：\s])*"
)
_BEHIND = r"(?:封顶|为限|以内|以下)?"
_RANGE = rf"({_SAID})(?:\s*[-~至到]\s*({_PLAIN}))?\s*"
_CELL = re.compile(rf"[（(]?{_FRONT}{_RANGE}(?:分|%|points?)?{_BEHIND}[）)]?[。.]?")
_BRACKET = re.compile(r"[\s,，:：]*[（(\[【]([^（()）\[\]【】]{1,30})[）)\]】][。.;；\s]*$")
_POINTS = re.compile(rf"{_FRONT}{_RANGE}(?:分|points?){_BEHIND}")
_SHARE = re.compile(rf"(?:权重|比重|占[^\d%]{{0,8}})(?:系数)?[:：为是]?\s*({_PLAIN})\s*(%?)")
_BARE_SHARE = re.compile(rf"({_PLAIN})\s*(%)")
_PARTS = re.compile(r"[,，、;；]")
_NO_VERB = r"(?<![\s,，:：;；。扣得加减记计给赋到过低高于第约达前每\d.~-])"
_TAIL = re.compile(rf"{_NO_VERB}[\s,，:：]+({_PLAIN})\s*分\s*$")
_LOOSE_TAIL = re.compile(rf"{_NO_VERB}[\s,，:：;；。]*(?:共|满分)?({_PLAIN})\s*分[。\s]*$")
_SHARE_TAIL = re.compile(rf"[\s,，:：;；]*(?:权重|比重)[:：为]?\s*({_PLAIN})\s*(%?)\s*$")


def points_in(cell: str) -> Fraction | None:
    """Return the points of a cell, of a range or a limit the most; None where it holds no points.

    Example:
        >>> points_in("（３分）"), points_in("0-5分"), points_in("≤三分"), points_in("按情况")
        (Fraction(3, 1), Fraction(5, 1), Fraction(3, 1), None)
    """
    match = _CELL.fullmatch(half_width(cell).strip())
    return _most(match.groups()) if match else None


def share_in(cell: str) -> Fraction | None:
    """Return the weight of a cell: a percentage as a share, another number as it stands.

    Example:
        >>> share_in("30%"), share_in("权重：0.3"), share_in("较大")
        (Fraction(3, 10), Fraction(3, 10), None)
    """
    plain = half_width(cell).strip()
    match = _SHARE.fullmatch(plain) or re.fullmatch(rf"({_PLAIN})\s*(%?)", plain)
    return _share(match) if match else None


def percent_text(share: Fraction) -> str:
    """Return a weight as tables write it: a share as a percentage, another number as it stands.

    Example:
        >>> percent_text(Fraction(3, 10)), percent_text(Fraction(20))
        ('30%', '20')
    """
    return f"{decimal_text(share * 100)}%" if share <= 1 else decimal_text(share)


@dataclass(frozen=True, slots=True)
class Title:
    """A title without what stood behind it: its points, its weight."""

    text: str
    points: Fraction | None = None
    weight: Fraction | None = None


def titled(text: str, *, loose: bool = False, shares: bool = False) -> Title:
    """Part a title from the points and the weight at its end.

    Args:
        text: The title as the table has it.
        loose: Whether no cell has its points, so that also 工作12分 and （2.5） are read as such.
        shares: Whether a mere （30%） is a weight.

    Example:
        >>> titled("一、政府职能依法全面履行（20分，权重30%）")
        Title(text='一、政府职能依法全面履行', points=Fraction(20, 1), weight=Fraction(3, 10))
        >>> titled("组织领导工作12分", loose=True).points
        Fraction(12, 1)
    """
    plain = half_width(text).strip()
    found = _bracketed(plain, loose, shares)
    if found is None:
        tail = (_LOOSE_TAIL if loose else _TAIL).search(plain, max(len(plain) - LONGEST, 0))
        if tail and tail.start() and is_exact(Fraction(tail[1])):
            return Title(plain[: tail.start()].strip(), Fraction(tail[1]))
        share = _SHARE_TAIL.search(plain, max(len(plain) - LONGEST, 0))
        if share and share.start():
            return Title(plain[: share.start()].strip(), None, _share(share))
    return found or Title(plain)


def _bracketed(plain: str, loose: bool, shares: bool) -> Title | None:
    """Return a title without the brackets at its end; None where they hold something else."""
    match = _BRACKET.search(plain, max(len(plain) - LONGEST, 0))
    if not match or not plain[: match.start()].strip():
        return None
    points = weight = None
    for part in _PARTS.split(match[1].strip()):
        said = part.strip()
        if found := _POINTS.fullmatch(said) or (loose and re.fullmatch(rf"({_PLAIN})()", said)):
            points = _most(found.groups())
        elif share := _SHARE.fullmatch(said) or (shares and _BARE_SHARE.fullmatch(said)):
            weight = _share(share)
        else:
            return None
    if points is not None and not is_exact(points):
        return None
    return Title(plain[: match.start()].strip(), points, weight)


def _most(numbers: Sequence[str | None]) -> Fraction:
    return max(number_of(number) for number in numbers if number)


def _share(match: re.Match[str]) -> Fraction:
    return Fraction(match[1]) / (100 if match[2] else 1)
