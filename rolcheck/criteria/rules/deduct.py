"""Full points less what the defects cost."""

import re
from collections.abc import Iterator, Mapping
from fractions import Fraction
from typing import Annotated, Literal

from pydantic import Field

from rolcheck.base.errors import ObservationError
from rolcheck.base.messages import N_
from rolcheck.base.models import Model, Points, PositiveInt, Text
from rolcheck.base.text import fold_width
from rolcheck.base.toml import Fault
from rolcheck.base.toml_faults import repeated
from rolcheck.criteria.rules.terms import Code, RuleModel, Terms, above_full, pick

NONE = "none"
_ENTRY = re.compile(r"([^*]+?)\s*(?:\*\s*([0-9]{1,9}))?")


class Defect(Model):
    """One kind of defect, what each case of it costs, and up to how many cases.

    Attributes:
        code: What it is counted under: no blanks, none of ``* ; : , /``.
        label: What it is.
        points: What each case costs.
        max_count: From how many cases on more cost nothing; left out, every case costs.
    """

    code: Code
    label: Text
    points: Points
    max_count: PositiveInt | None = None

    def cost(self, count: int) -> Fraction:
        """Return what `count` cases cost."""
        return self.points * (count if self.max_count is None else min(count, self.max_count))


class DeductRule(RuleModel):
    """Full points less the cost of every defect seen, never under the floor.

    Observation: how often each defect was seen. In a CSV ``K1*2;K3``, or ``none`` (无).

    Attributes:
        defects: In the order in which they are offered.
        floor: What is left however many defects there are.
    """

    kind: Literal["deduct"] = "deduct"
    defects: Annotated[tuple[Defect, ...], Field(min_length=1)]
    floor: Points = Fraction(0)

    def parse(self, text: str, terms: Terms) -> Mapping[str, int]:
        """Read the counts; those above 0 are returned, in the order of the criteria.

        Raises:
            ObservationError: An unknown code, one that is named twice, or no whole number.
        """
        folded = fold_width(text)
        if folded.casefold() in (NONE, "无"):
            return {}
        counts: dict[str, int] = {}
        for entry in folded.split(";"):
            code, count = self._entry(entry.strip())
            if code in counts:
                raise ObservationError(N_("defect '{name}' is named twice"), name=code)
            counts[code] = count
        codes = (defect.code for defect in self.defects)
        return {code: counts[code] for code in codes if counts.get(code)}

    def _entry(self, entry: str) -> tuple[str, int]:
        match = _ENTRY.fullmatch(entry)
        if not match:
            raise ObservationError(
                N_("'{value}' is not a count of defects"),
                hint=N_("write CODE or CODE*COUNT, parted by ; as in K1*2;K3, or none"),
                value=entry,
            )
        codes = [defect.code for defect in self.defects]
        index = pick(match[1], codes)
        if index is None:
            raise ObservationError(
                N_("no defect '{name}'; expected {known}"), name=match[1], known=", ".join(codes)
            )
        return codes[index], int(match[2] or 1)

    def write(self, seen: Mapping[str, int]) -> str:
        """Return the counts in the order of the criteria, a single case without its count."""
        written = (
            defect.code if seen[defect.code] == 1 else f"{defect.code}*{seen[defect.code]}"
            for defect in self.defects
            if seen.get(defect.code)
        )
        return ";".join(written) or NONE

    def points(self, seen: Mapping[str, int], full: Fraction) -> Fraction:
        """Return what is left of `full`, exact."""
        cost = sum(defect.cost(seen.get(defect.code, 0)) for defect in self.defects)
        return max(self.floor, full - cost)

    def faults(self, full: Fraction | None) -> Iterator[Fault]:
        """Yield codes that stand twice and a floor above the full points."""
        codes = [defect.code for defect in self.defects]
        yield from repeated(("defects",), "code", codes, any_case=True)
        yield from above_full(("floor",), self.floor, full)
