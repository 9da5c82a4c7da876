"""Numbers on a ladder of steps, shared by the kinds that take one."""

from fractions import Fraction
from math import floor

from rolcheck.base.errors import ObservationError
from rolcheck.base.messages import N_
from rolcheck.base.numbers import decimal_text, parse_points


def parse_stepped(text: str, *, least: Fraction, step: Fraction, most: Fraction) -> Fraction:
    """Read a number from `least` to `most`, on a step counted from `least`; `most` always is.

    Raises:
        ObservationError: It is no number, outside, or between two steps.
    """
    value = parse_points(text)
    if not least <= value <= most:
        raise ObservationError(
            N_("{value} points is outside {least} to {most}"),
            value=decimal_text(value),
            least=decimal_text(least),
            most=decimal_text(most),
        )
    steps = (value - least) / step
    if steps.denominator == 1 or value == most:
        return value
    below = least + floor(steps) * step
    raise ObservationError(
        N_("{value} is not on a step of {step}: {below} or {above}"),
        value=decimal_text(value),
        step=decimal_text(step),
        below=decimal_text(below),
        above=decimal_text(min(below + step, most)),
    )
