"""Numbers as people type them and as they are written out; exact in between."""

import re
from fractions import Fraction

from rolcheck.base.errors import ObservationError
from rolcheck.base.messages import N_
from rolcheck.base.text import fold_width

DECIMALS = 3
LONGEST = 9
_NUMBER = re.compile(r"[0-9]{1,9}(\.[0-9]+)?")


def parse_points(text: str) -> Fraction:
    """Read digits with at most three decimals; no sign, no exponent.

    Raises:
        ObservationError: `text` is something else.
    """
    folded = fold_width(text)
    match = _NUMBER.fullmatch(folded)
    if not match:
        raise ObservationError(
            N_("{value} is not a number"),
            hint=N_("write digits, with at most three decimals, as in 2.5"),
            value=repr(text),
        )
    if len(match[1] or ".") > DECIMALS + 1:
        raise ObservationError(N_("{value} has more than three decimals"), value=folded)
    return Fraction(folded)


def decimal_text(number: Fraction, places: int | None = None) -> str:
    """Write `number` as a plain decimal.

    Args:
        number: What is written.
        places: Exactly so many decimals, rounded half to even where it has more; None writes a
            finite decimal as it is, anything else with nine places.

    Example:
        >>> decimal_text(Fraction(5, 2)), decimal_text(Fraction(5, 2), 2)
        ('2.5', '2.50')
        >>> decimal_text(Fraction(1, 3))
        '0.333333333'
    """
    finite = finite_places(number) if places is None else None
    wanted = next(one for one in (places, finite, LONGEST) if one is not None)
    digits = str(round(abs(number * 10**wanted))).rjust(wanted + 1, "0")
    whole, part = digits[: len(digits) - wanted], digits[len(digits) - wanted :]
    sign = "-" if number < 0 and int(digits) else ""
    return f"{sign}{whole}.{part}" if part else f"{sign}{whole}"


def finite_places(number: Fraction) -> int | None:
    """Return how many decimals `number` has; None where they never end.

    Example:
        >>> finite_places(Fraction(1, 8)), finite_places(Fraction(1, 3))
        (3, None)
    """
    rest, places = number.denominator, 0
    for prime in (2, 5):
        power = 0
        while rest % prime == 0:
            rest, power = rest // prime, power + 1
        places = max(places, power)
    return places if rest == 1 else None


def fraction_text(number: Fraction) -> str:
    """Write `number` as ``p/q``, a whole number as it is."""
    return str(number)
