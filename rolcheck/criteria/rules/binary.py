"""A question with two answers."""

from collections.abc import Iterator
from fractions import Fraction
from typing import Literal

from rolcheck.base.errors import ObservationError
from rolcheck.base.messages import N_
from rolcheck.base.models import FreeText, Points
from rolcheck.base.text import fold_width
from rolcheck.base.toml import Fault
from rolcheck.criteria.rules.terms import RuleModel, Terms, above_full

ANSWERS = {"yes": True, "是": True, "no": False, "否": False}


class BinaryRule(RuleModel):
    """The points of the answer: all for yes and none for no, where the rule names no others.

    Observation: an answer. In a CSV ``yes`` or ``no`` (是 or 否).

    Attributes:
        question: What is answered.
        yes: The points for yes; left out, the full points.
        no: The points for no.
    """

    kind: Literal["binary"] = "binary"
    question: FreeText = ""
    yes: Points | None = None
    no: Points = Fraction(0)

    def parse(self, text: str, terms: Terms) -> bool:
        """Read the answer.

        Raises:
            ObservationError: It is neither.
        """
        answer = ANSWERS.get(fold_width(text).casefold())
        if answer is None:
            raise ObservationError(N_("'{value}' is neither yes nor no"), value=text)
        return answer

    def write(self, seen: bool) -> str:
        """Return ``yes`` or ``no``."""
        return "yes" if seen else "no"

    def points(self, seen: bool, full: Fraction) -> Fraction:
        """Return the points of the answer."""
        if not seen:
            return self.no
        return full if self.yes is None else self.yes

    def faults(self, full: Fraction | None) -> Iterator[Fault]:
        """Yield an answer above the full points."""
        yield from above_full(("no",), self.no, full)
        if self.yes is not None:
            yield from above_full(("yes",), self.yes, full)
