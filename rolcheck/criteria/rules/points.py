"""A number of points, given outright but in steps."""

from collections.abc import Iterator
from fractions import Fraction
from typing import Literal

from rolcheck.base.models import FreeText, Points, PositivePoints
from rolcheck.base.numbers import decimal_text
from rolcheck.base.toml import Fault
from rolcheck.criteria.rules.stepped import parse_stepped
from rolcheck.criteria.rules.terms import RuleModel, Terms, above_full


class PointsRule(RuleModel):
    """The number that was given.

    Observation: a number from the minimum to the full points, a whole number of steps above the
    minimum, or the full points. In a CSV ``2.5``.

    Attributes:
        step: From one number to the next, counted from the minimum.
        minimum: The lowest number that can be given; missing material is 0 all the same.
        hint: What reviewers are told beside the field.
    """

    kind: Literal["points"] = "points"
    step: PositivePoints = Fraction(1, 2)
    minimum: Points = Fraction(0)
    hint: FreeText = ""

    def parse(self, text: str, terms: Terms) -> Fraction:
        """Read the number.

        Raises:
            ObservationError: It is no number, out of range, or between two steps.
        """
        return parse_stepped(text, least=self.minimum, step=self.step, most=terms.full)

    def write(self, seen: Fraction) -> str:
        """Return the number in its shortest form."""
        return decimal_text(seen)

    def points(self, seen: Fraction, full: Fraction) -> Fraction:
        """Return the number."""
        return seen

    def faults(self, full: Fraction | None) -> Iterator[Fault]:
        """Yield a minimum above the full points."""
        yield from above_full(("minimum",), self.minimum, full)
