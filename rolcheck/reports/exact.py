"""Exact numbers as text."""

from fractions import Fraction

from rolcheck.base.numbers import decimal_text, finite_places, fraction_text


def exact_text(value: Fraction) -> str:
    """Return a finite decimal as it is, anything else as ``p/q``.

    Example:
        >>> exact_text(Fraction(5, 2)), exact_text(Fraction(8, 3))
        ('2.5', '8/3')
    """
    return fraction_text(value) if finite_places(value) is None else decimal_text(value)
