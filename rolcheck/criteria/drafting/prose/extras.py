"""What stands outside the base: bonus items and vetoes."""

import re
from fractions import Fraction
from math import gcd

from rolcheck.criteria.drafting.prose.clauses import Note
from rolcheck.criteria.drafting.words import NUMBER, half_width, is_exact, number_of
from rolcheck.criteria.rules.bonus import BonusRule
from rolcheck.criteria.rules.veto import VetoRule

_VETO = re.compile(
    r"一票否决|否决(?:项|事项|指标|情形)|^否决$|^veto$|^不合格案?卷。?$",
    re.IGNORECASE | re.MULTILINE,
)
_BONUS = re.compile(r"加分(?:项目?|指标|事项|内容)?$|附加分|^bonus$|鼓励项|创新加分", re.IGNORECASE)
_MALUS = re.compile(r"(?<!不)(?:扣|减)分(?:项目?|指标|事项|内容)$|^(?:扣|减|倒扣)分$")
_GIVEN = re.compile(rf"[加得奖]\s*(?:励|计)?\s*({NUMBER})\s*分")
_MOST = re.compile(
    rf"(?:最高|最多|不超过|上限|至多|封顶|累计|至)[^\d零一二两三四五六七八九十半]{{0,6}}({NUMBER})\s*分"
)


def is_veto(text: str) -> bool:
    """Tell whether a title or a note speaks of a veto.

    Example:
        >>> is_veto("一票否决事项"), is_veto("否决权运用")
        (True, False)
    """
    return _VETO.search(half_width(text).strip()) is not None


def is_bonus(text: str) -> bool:
    """Tell whether a title announces bonus items.

    Example:
        >>> is_bonus("十一、加分项"), is_bonus("行政执法")
        (True, False)
    """
    return _BONUS.search(re.sub(r"[（(][^（()）]*[）)]", "", half_width(text)).strip()) is not None


def is_malus(text: str) -> bool:
    """Tell whether a title announces deductions from the total, which have no points of their own.

    Example:
        >>> is_malus("三、扣分项目"), is_malus("减分项（最多扣5分）"), is_malus("扣分标准")
        (True, True, False)
    """
    return _MALUS.search(re.sub(r"[（(][^（()）]*[）)]", "", half_width(text)).strip()) is not None


def read_bonus(note: Note) -> BonusRule | None:
    """Return the rule of a bonus item; None where the most that it gives is not said."""
    text = half_width(note.text)
    given = [number_of(number) for number in _GIVEN.findall(text)]
    most = [number_of(number) for number in _MOST.findall(text)]
    at_most = most[-1] if most else note.full or max(given, default=Fraction(0))
    if not at_most or not is_exact(at_most):
        return None
    return BonusRule(at_most=at_most, step=_step([*given, at_most]), hint=note.text)


def read_veto(note: Note) -> VetoRule:
    """Return the rule of a veto."""
    return VetoRule(describe=note.text)


def _step(amounts: list[Fraction]) -> Fraction:
    """Return the largest step that reaches every amount; a half where that would be odd."""
    exact = [int(amount * 1000) for amount in amounts if amount and is_exact(amount)]
    return min(Fraction(gcd(*exact), 1000), Fraction(1, 2))
