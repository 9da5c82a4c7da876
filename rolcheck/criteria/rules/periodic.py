"""Something that has to be there for every month, quarter or half-year."""

from collections.abc import Iterator
from fractions import Fraction
from typing import Literal

from pydantic import Field

from rolcheck.base.errors import ObservationError
from rolcheck.base.messages import N_
from rolcheck.base.models import Points, Text
from rolcheck.base.periods import Every
from rolcheck.base.toml import Fault
from rolcheck.criteria.rules.counting import Count, CountingRule, needs_register
from rolcheck.criteria.rules.terms import Terms


class PeriodicRule(CountingRule):
    """Full points less what each missing period costs, never under 0.

    Observation: how many of the campaign's whole periods are there. In a CSV ``11/12``.

    Attributes:
        register_id: The register that has to hold a row for each; left out, reviewers count.
        where: Which of its rows count, as a condition over its columns.
        column: The column that says when; may be left out where one has the type ``every``.
        every: How long a period is.
        per_missing: What each missing period costs.
    """

    kind: Literal["periodic"] = "periodic"
    register_id: Text | None = Field(default=None, alias="register")
    where: Text | None = None
    column: Text | None = None
    every: Every
    per_missing: Points

    def parse(self, text: str, terms: Terms) -> Count:
        """Read the count.

        Raises:
            ObservationError: No count, not of the campaign's whole periods, or 0/0 to be judged.
        """
        seen = self.parse_count(text)
        if terms.whole is not None and seen.of != terms.whole:
            raise ObservationError(
                N_("the period of the campaign holds {whole} of these, not {of}"),
                whole=terms.whole,
                of=seen.of,
            )
        return seen

    def write(self, seen: Count) -> str:
        """Return the count."""
        return self.write_count(seen)

    def points(self, seen: Count, full: Fraction) -> Fraction | None:
        """Return what is left of `full`; None where 0/0 gives none."""
        if seen.is_empty:
            return self.points_when_empty(full)
        return max(Fraction(0), full - (seen.of - seen.number) * self.per_missing)

    def faults(self, full: Fraction | None) -> Iterator[Fault]:
        """Yield keys that mean nothing without a register."""
        yield from needs_register(self.register_id, where=self.where, column=self.column)
