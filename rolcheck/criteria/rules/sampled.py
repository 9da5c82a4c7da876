"""A sample, each item of which is looked at in several steps."""

from collections.abc import Iterator
from fractions import Fraction
from typing import Annotated, Literal

from pydantic import Field

from rolcheck.base.errors import ObservationError
from rolcheck.base.messages import N_
from rolcheck.base.models import Model, PositiveInt, Text
from rolcheck.base.toml import Fault
from rolcheck.base.toml_faults import repeated
from rolcheck.criteria.rules.counting import Count, CountingRule, needs_register
from rolcheck.criteria.rules.terms import Code, Terms


class Step(Model):
    """One thing that is looked at in every item.

    Attributes:
        code: What it is named by: no blanks, none of ``* ; : , /``.
        label: What is looked at.
    """

    code: Code
    label: Text


class SampledRule(CountingRule):
    """The share of what passed, of the full points.

    Observation: how many of the looked-at passed. In a CSV ``47/50``, of size x steps at most.

    Attributes:
        size: How many items are looked at.
        register_id: The register that they are drawn from.
        where: Which of its rows can be drawn, as a condition over its columns.
        unit: What passes or fails: each ``step`` of an item, or the ``item`` as a whole.
        steps: What is looked at in every item.
    """

    kind: Literal["sampled"] = "sampled"
    size: PositiveInt
    register_id: Text | None = Field(default=None, alias="register")
    where: Text | None = None
    unit: Literal["step", "item"] = "step"
    steps: Annotated[tuple[Step, ...], Field(min_length=1)]

    def parse(self, text: str, terms: Terms) -> Count:
        """Read the count; it cannot be of more than size times steps.

        Raises:
            ObservationError: No count, of more than can be looked at, or 0/0 to be judged.
        """
        seen = self.parse_count(text)
        most = self.size * len(self.steps)
        if seen.of > most:
            raise ObservationError(
                N_("{of} is more than the sample holds: {most} at most"), of=seen.of, most=most
            )
        return seen

    def write(self, seen: Count) -> str:
        """Return the count."""
        return self.write_count(seen)

    def points(self, seen: Count, full: Fraction) -> Fraction | None:
        """Return the passed share of `full`, exact; None where 0/0 gives none."""
        return self.points_when_empty(full) if seen.is_empty else full * seen.share

    def faults(self, full: Fraction | None) -> Iterator[Fault]:
        """Yield codes that stand twice, and a condition without a register."""
        codes = [step.code for step in self.steps]
        yield from repeated(("steps",), "code", codes, any_case=True)
        yield from needs_register(self.register_id, where=self.where)
