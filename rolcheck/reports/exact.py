"""Exact numbers as text."""

from fractions import Fraction

from rolcheck.base.numbers import LONGEST, decimal_text, fraction_text


def exact_text(value: Fraction) -> str:
    """Return a finite decimal of at most nine places, anything else as ``p/q``.

    Example:
        >>> exact_text(Fraction(5, 2)), exact_text(Fraction(8, 3))
        ('2.5', '8/3')
    """
    is_short = 10**LONGEST % value.denominator == 0
    return decimal_text(value) if is_short else fraction_text(value)
