"""Counts of the form 38/40, shared by the kinds that take one."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from typing import Literal

from rolcheck.base.errors import ObservationError
from rolcheck.base.messages import N_
from rolcheck.base.text import fold_width
from rolcheck.base.toml import Fault
from rolcheck.criteria.rules.terms import RuleModel

WhenEmpty = Literal["full", "zero", "not-applicable", "manual"]
_COUNT = re.compile(r"([0-9]{1,9})\s*/\s*([0-9]{1,9})")


@dataclass(frozen=True, slots=True)
class Count:
    """So many of so many; `of` is 0 where there was nothing to count."""

    number: int
    of: int

    @property
    def is_empty(self) -> bool:
        """Whether there was nothing to count."""
        return self.of == 0

    @property
    def share(self) -> Fraction:
        """The share, exact; not to be asked of an empty count."""
        return Fraction(self.number, self.of)


class CountingRule(RuleModel):
    """Base of the kinds that take a count.

    Attributes:
        when_empty: What 0/0 gives; under ``manual`` reviewers say ``full`` or ``zero`` instead.
    """

    when_empty: WhenEmpty = "manual"

    def parse_count(self, text: str) -> Count:
        """Read ``38/40``.

        Raises:
            ObservationError: No count, more than there are, or 0/0 that somebody has to judge.
        """
        folded = fold_width(text)
        match = _COUNT.fullmatch(folded)
        if not match:
            if folded.casefold() == "confirm":
                raise ObservationError(N_("there is no recorded count to confirm"))
            raise ObservationError(
                N_("'{value}' is not a count"), hint=N_("write it as in 38/40"), value=text
            )
        seen = Count(int(match[1]), int(match[2]))
        if seen.number > seen.of:
            raise ObservationError(
                N_("{number} of {of} is more than there are"), number=seen.number, of=seen.of
            )
        if seen.is_empty and self.when_empty == "manual":
            raise ObservationError(
                N_("0/0 has to be judged here: say full or zero instead"),
            )
        return seen

    def write_count(self, seen: Count) -> str:
        """Return the count as ``38/40``."""
        return f"{seen.number}/{seen.of}"

    def points_when_empty(self, full: Fraction) -> Fraction | None:
        """Return what 0/0 gives; None where it does not apply or somebody has to judge."""
        return {"full": full, "zero": Fraction(0)}.get(self.when_empty)


def needs_register(register: str | None, **keys: str | None) -> Iterator[Fault]:
    """Yield a fault for each of `keys` that is set though the rule names no register."""
    for key, value in keys.items():
        if register is None and value is not None:
            yield Fault(
                (key,), N_("{key} stands without a register"), N_("expected register"), {"key": key}
            )
