"""What disqualifies, whatever the score."""

from fractions import Fraction
from typing import Literal

from rolcheck.base.errors import ObservationError
from rolcheck.base.messages import N_
from rolcheck.base.models import FreeText
from rolcheck.base.text import fold_width
from rolcheck.criteria.rules.terms import RuleModel, Terms


class VetoRule(RuleModel):
    """No points; raised, and upheld by a ruling, it disqualifies.

    Observation: whether it is raised. In a CSV ``veto``, with a remark, or ``clear``.

    Attributes:
        describe: What has to be seen to raise it.
    """

    kind: Literal["veto"] = "veto"
    describe: FreeText = ""

    def parse(self, text: str, terms: Terms) -> bool:
        """Return whether the veto is raised.

        Raises:
            ObservationError: It is neither word.
        """
        word = fold_width(text).casefold()
        if word not in ("veto", "clear"):
            raise ObservationError(N_("'{value}' is neither veto nor clear"), value=text)
        return word == "veto"

    def write(self, seen: bool) -> str:
        """Return ``veto`` or ``clear``."""
        return "veto" if seen else "clear"

    def points(self, seen: bool, full: Fraction) -> None:
        """Return nothing: a veto gives no points."""
