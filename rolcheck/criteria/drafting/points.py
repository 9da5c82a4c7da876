"""Points as tables write them: in a cell of their own, or at the end of a title."""

import re
from dataclasses import dataclass
from fractions import Fraction

from rolcheck.criteria.drafting.words import half_width, is_exact

LONGEST = 40
"""Characters at the end of a title among which its points are looked for."""
_PLAIN = r"\d{1,6}(?:\.\d{1,3})?"
_CELL = re.compile(
    rf"[（(]?(?:满分|共|计|最高|至多|\+)?({_PLAIN})(?:\s*[-~至到]\s*({_PLAIN}))?\s*(?:分|%)?[）)]?"
)
_TITLE = re.compile(
    rf"[\s,，:：]*[（(\[【](?:满分|共|共计|计|合计|最高|总分|分值|占)?[:：]?\s*({_PLAIN})\s*(?:分|%|points?)[）)\]】]\s*$"
    rf"|[\s,，:：]+({_PLAIN})\s*分\s*$"
)


def points_in(cell: str) -> Fraction | None:
    """Return the points of a cell, of a range the most; None where it holds something else.

    Example:
        >>> points_in("（３分）"), points_in("0-5分"), points_in("按情况")
        (Fraction(3, 1), Fraction(5, 1), None)
    """
    match = _CELL.fullmatch(half_width(cell).strip())
    return max(Fraction(number) for number in match.groups() if number) if match else None


@dataclass(frozen=True, slots=True)
class Title:
    """A title without the points that stood behind it."""

    text: str
    points: Fraction | None = None


def titled(text: str) -> Title:
    """Part a title from the points at its end.

    Example:
        >>> titled("一、政府职能依法全面履行（20分）")
        Title(text='一、政府职能依法全面履行', points=Fraction(20, 1))
    """
    plain = half_width(text).strip()
    match = _TITLE.search(plain, max(len(plain) - LONGEST, 0))
    if not match or not plain[: match.start()].strip():
        return Title(plain)
    found = Fraction(match[1] or match[2])
    return Title(plain[: match.start()].strip(), found) if is_exact(found) else Title(plain)
