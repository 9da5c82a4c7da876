"""Points on top of the base, in steps."""

from fractions import Fraction
from typing import Literal

from rolcheck.base.models import FreeText, PositivePoints
from rolcheck.base.numbers import decimal_text
from rolcheck.criteria.rules.stepped import parse_stepped
from rolcheck.criteria.rules.terms import RuleModel, Terms


class BonusRule(RuleModel):
    """The number that was given; it is added outside the base, and the sum is capped.

    Observation: a number from 0 to the most it gives, in steps. In a CSV ``1``.

    Attributes:
        at_most: The most it gives.
        step: From one number to the next.
        hint: What reviewers are told beside the field.
    """

    kind: Literal["bonus"] = "bonus"
    at_most: PositivePoints
    step: PositivePoints = Fraction(1, 2)
    hint: FreeText = ""

    def parse(self, text: str, terms: Terms) -> Fraction:
        """Read the number.

        Raises:
            ObservationError: It is no number, out of range, or between two steps.
        """
        return parse_stepped(text, least=Fraction(0), step=self.step, most=self.at_most)

    def write(self, seen: Fraction) -> str:
        """Return the number in its shortest form."""
        return decimal_text(seen)

    def points(self, seen: Fraction, full: Fraction) -> Fraction:
        """Return the number."""
        return seen
