"""Levels with a label each, of which one is seen."""

from collections.abc import Iterator
from fractions import Fraction
from typing import Annotated, Literal

from pydantic import Field

from rolcheck.base.errors import ObservationError
from rolcheck.base.messages import N_
from rolcheck.base.models import FreeText, Model, Points
from rolcheck.base.toml import Fault
from rolcheck.base.toml_faults import repeated
from rolcheck.criteria.rules.terms import (
    Label,
    RuleModel,
    Terms,
    above_full,
    pick,
)


class Level(Model):
    """One level: its label, what it means, and the points it gives.

    Attributes:
        label: What reviewers choose it by; no two are the same but for upper and lower case.
        points: What it gives, not above the full points.
        describe: What has to be seen for it.
    """

    label: Label
    points: Points
    describe: FreeText = ""


class GradedRule(RuleModel):
    """The points of the level that was seen.

    Observation: a level. In a CSV its label, ``A``.

    Attributes:
        levels: In the order in which they are offered, usually the best first.
    """

    kind: Literal["graded"] = "graded"
    levels: Annotated[tuple[Level, ...], Field(min_length=1)]

    def parse(self, text: str, terms: Terms) -> Level:
        """Read a label; case matters only where two labels differ by nothing else.

        Raises:
            ObservationError: There is no such level.
        """
        labels = [level.label for level in self.levels]
        index = pick(text, labels)
        if index is None:
            raise ObservationError(
                N_("no level '{name}'; expected {known}"), name=text, known=", ".join(labels)
            )
        return self.levels[index]

    def write(self, seen: Level) -> str:
        """Return the label."""
        return seen.label

    def points(self, seen: Level, full: Fraction) -> Fraction:
        """Return the level's points."""
        return seen.points

    def faults(self, full: Fraction | None) -> Iterator[Fault]:
        """Yield labels that stand twice and levels above the full points."""
        labels = [level.label for level in self.levels]
        yield from repeated(("levels",), "label", labels, any_case=True)
        for index, level in enumerate(self.levels):
            yield from above_full(("levels", index, "points"), level.points, full)
