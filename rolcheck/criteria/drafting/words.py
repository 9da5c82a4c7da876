"""Text of tables as the readers want it: plain digits, numbers also where they are spelt out."""

import re
from fractions import Fraction

from rolcheck.base.models import LARGEST

_HALF = {0xFF10 + digit: str(digit) for digit in range(10)}
_HALF |= {0xFF21 + letter: chr(0x41 + letter) for letter in range(26)}
_HALF |= {0xFF41 + letter: chr(0x61 + letter) for letter in range(26)}
_HALF |= {ord(wide): narrow for wide, narrow in zip("．％～－＋／　＝", ".%~-+/ =", strict=True)}
_HALF |= {ord("\u00a0"): " ", ord("—"): "-", ord("–"): "-", ord("―"): "-"}

_ONE = "[一二两三四五六七八九]"
NUMBER = rf"(?:\d{{1,9}}(?:\.\d{{1,9}})?|{_ONE}?十{_ONE}?|[零半]|{_ONE})"
"""A number in a regular expression, in digits or spelt out up to 九十九."""
_DIGITS = {char: value for value, char in enumerate("零一二三四五六七八九")} | {"两": 2}


_MISTYPED = re.compile(r"(?<!\d)0。(?=\d)")
_BROKEN = re.compile(r"(?<=[\u4e00-\u9fff、，；])\s*\n\s*(?=[\u4e00-\u9fff\d])")


def half_width(text: str) -> str:
    """Return `text` with plain digits, letters, percent signs and dashes; Chinese marks stay.

    Example:
        >>> half_width("（３．５分）９５％"), half_width("扣0。5分")
        ('（3.5分）95%', '扣0.5分')
    """
    return _MISTYPED.sub("0.", text.translate(_HALF))


def in_one_line(text: str) -> str:
    r"""Return a title in one line; a narrow cell breaks it within words, so nothing joins them.

    Example:
        >>> in_one_line("组织\n领导\n工作"), in_one_line("A1\n章程")
        ('组织领导工作', 'A1 章程')
    """
    return " ".join(_BROKEN.sub("", text).split())


def squeezed(text: str) -> str:
    r"""Return `text` in plain characters without any blanks.

    Example:
        >>> squeezed(" 一 级\n指标 ")
        '一级指标'
    """
    return re.sub(r"\s+", "", half_width(text))


def number_of(text: str) -> Fraction:
    """Return what `NUMBER` matched.

    Example:
        >>> number_of("2.5"), number_of("十二"), number_of("半")
        (Fraction(5, 2), Fraction(12, 1), Fraction(1, 2))
    """
    if text == "半":
        return Fraction(1, 2)
    if text[0].isdigit():
        return Fraction(text)
    tens, ten, ones = text.partition("十")
    if not ten:
        return Fraction(_DIGITS[text])
    return Fraction(10 * (_DIGITS[tens] if tens else 1) + (_DIGITS[ones] if ones else 0))


def is_exact(number: Fraction) -> bool:
    """Tell whether a criteria file can hold the number: three decimals at most, not below 0."""
    return 0 <= number < LARGEST and 1000 % number.denominator == 0
