"""Criteria that changed while rounds ran: by which rule an earlier observation is read now.

| rule | what becomes of observations and rulings made before |
|---|---|
| keep | the points that the rule of then made of them |
| rescale | the same share of the full points |
| apply | read again, by the rule of now |
| again | they count no more: to be given again |
| new | the indicator was not there; what an earlier one of its id got counts no more |
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from functools import lru_cache
from itertools import pairwise
from json import loads

from rolcheck.base.periods import Period
from rolcheck.criteria.loader import criteria_of
from rolcheck.criteria.model import Criteria, Indicator
from rolcheck.criteria.observing import Observation, observe
from rolcheck.events.rows import SettingsRow

KEEP, RESCALE, APPLY, AGAIN, NEW = "keep", "rescale", "apply", "again", "new"
STATED = (KEEP, RESCALE, APPLY, AGAIN)
"""What can be stated for an indicator whose points or rule changed."""
ENDS = (AGAIN, NEW)
"""After these nothing made before counts."""

SUPERSEDED = "criteria"
"""Why an observation does not count whose criteria changed."""


@dataclass(frozen=True, slots=True)
class Migration:
    """One change of the criteria on record.

    Attributes:
        at: When it was recorded.
        rules: By indicator, what becomes of what was made before; those untouched are left out.
    """

    at: str
    before: Criteria
    after: Criteria
    rules: Mapping[str, str]
    reason: str
    author: str


@dataclass(frozen=True, slots=True)
class Basis:
    """How an observation is read: by which indicator's rule, and what its points are scaled by."""

    indicator: Indicator
    factor: Fraction = Fraction(1)


def migrations_of(rows: Sequence[SettingsRow]) -> tuple[Migration, ...]:
    """Return the changes of criteria that the settings on record show, oldest first."""
    return tuple(
        Migration(
            at=row.at,
            before=_criteria(before.criteria),
            after=_criteria(row.criteria),
            rules=loads(row.rules),
            reason=row.reason,
            author=row.author,
        )
        for before, row in pairwise(rows)
        if before.criteria_sha256 != row.criteria_sha256
    )


class Bases:
    """Looks up how observations are read, by when they were made.

    Args:
        migrations: All of them, oldest first.
        criteria: The set in force.
    """

    def __init__(self, migrations: Sequence[Migration], criteria: Criteria) -> None:
        self._migrations, self._criteria = migrations, criteria
        self._known: dict[tuple[str, int], Basis | None] = {}

    def of(self, indicator: str, at: str) -> Basis | None:
        """Return how an observation made at a stamp is read; None where it counts no more."""
        since = sum(one.at < at for one in self._migrations)
        key = (indicator, since)
        if key not in self._known:
            self._known[key] = self._basis(indicator, self._migrations[since:])
        return self._known[key]

    def _basis(self, name: str, later: Sequence[Migration]) -> Basis | None:
        if name not in self._criteria.under:
            return None
        if not later:
            return Basis(self._criteria.indicator(name))
        if name not in later[0].before.under:
            return None
        basis = Basis(later[0].before.indicator(name))
        for one in later:
            rule = one.rules.get(name, "")
            if rule in ENDS or name not in one.after.under:
                return None
            basis = _after(basis, rule, one, name)
        return basis

    def is_untouched(self, indicator: str, at: str) -> bool:
        """Tell whether an observation made at a stamp reads as one that is made now would."""
        since = [one for one in self._migrations if one.at > at]
        return not any(one.rules.get(indicator) for one in since)


def _after(basis: Basis, rule: str, one: Migration, name: str) -> Basis:
    if rule == APPLY:
        return Basis(one.after.indicator(name))
    if rule == RESCALE:
        before, after = one.before.indicator(name).full, one.after.indicator(name).full
        return replace(basis, factor=basis.factor * after / before)
    return basis


def read(basis: Basis, value: str, period: Period) -> Observation:
    """Return what a recorded value means, and its points in the criteria in force."""
    seen = observe(basis.indicator, value, period)
    if seen.points is None or basis.factor == 1:
        return seen
    return replace(seen, points=seen.points * basis.factor)


def reopened(migrations: Sequence[Migration], indicator: str, since: str) -> Iterator[str]:
    """Yield why an indicator is open again in a round that opened at `since`."""
    if any(one.at > since and one.rules.get(indicator) in ENDS for one in migrations):
        yield SUPERSEDED


@lru_cache(maxsize=16)
def _criteria(content: str) -> Criteria:
    return criteria_of(content)
