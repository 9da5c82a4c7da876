"""An observation as people write it, checked against its indicator and turned into points."""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Protocol, TypeVar, cast

from rolcheck.base.errors import ObservationError
from rolcheck.base.messages import N_
from rolcheck.base.periods import Period
from rolcheck.base.text import fold_width
from rolcheck.criteria.model import Indicator
from rolcheck.criteria.rules.counting import CountingRule
from rolcheck.criteria.rules.periodic import PeriodicRule
from rolcheck.criteria.rules.terms import Terms

MISSING = "missing"
NOT_APPLICABLE = "n/a"
FULL = "full"
ZERO = "zero"
S = TypeVar("S")


class Reading(Protocol[S]):
    """What every rule kind can do."""

    def parse(self, text: str, terms: Terms) -> S:
        """Read the CSV form."""

    def write(self, seen: S) -> str:
        """Return the normalised CSV form."""

    def points(self, seen: S, full: Fraction) -> Fraction | None:
        """Return the exact points, None where there are none."""


@dataclass(frozen=True, slots=True)
class Observation:
    """What a reviewer saw, and what the rule makes of it.

    Attributes:
        value: The normalised text; read again it gives the same observation.
        points: The exact points; None for n/a and for a veto.
        not_applicable: Whether the indicator does not apply here.
        remark_required: Whether it has to be explained.
    """

    value: str
    points: Fraction | None
    not_applicable: bool = False
    remark_required: bool = False

    @property
    def is_missing(self) -> bool:
        """Whether there was no material at all."""
        return self.value == MISSING


def observe(indicator: Indicator, text: str, period: Period | None) -> Observation:
    """Read an observation of `indicator`.

    Args:
        indicator: What was observed.
        text: The value as it was typed.
        period: The campaign's period, which periodic counts are held against; None for no check.

    Raises:
        ObservationError: The indicator's rule does not take the value.
    """
    folded = fold_width(text)
    if not folded:
        raise ObservationError(N_("a value is missing"))
    word = _word(indicator, folded.casefold())
    if word is not None:
        return word
    terms = terms_of(indicator, period)
    rule = cast("Reading[object]", indicator.rule)  # what a rule parses it also writes and counts
    seen = rule.parse(folded, terms)
    value, points = rule.write(seen), rule.points(seen, terms.full)
    if indicator.is_veto:
        return Observation(value, None, remark_required=value == "veto")
    if points is None:
        return Observation(value, None, not_applicable=True, remark_required=True)
    return Observation(value, points)


def terms_of(indicator: Indicator, period: Period | None) -> Terms:
    """Return what the indicator's rule has to know beside its own table."""
    rule = indicator.rule
    whole = period.whole(rule.every) if period and isinstance(rule, PeriodicRule) else None
    mean = indicator.metric is not None and indicator.metric.is_mean
    return Terms(indicator.full, whole, mean)


def words_of(indicator: Indicator) -> Sequence[str]:
    """Return the words that the indicator takes beside what its rule reads."""
    if indicator.is_veto:
        return ()
    words = [MISSING]
    if indicator.not_applicable:
        words.append(NOT_APPLICABLE)
    if isinstance(indicator.rule, CountingRule) and indicator.rule.when_empty == "manual":
        words += [FULL, ZERO]
    return tuple(words)


def _word(indicator: Indicator, word: str) -> Observation | None:
    """Return what a word of all kinds means, None where it is left to the rule."""
    if indicator.is_veto:
        return None
    words = words_of(indicator)
    if word == NOT_APPLICABLE and word not in words:
        raise ObservationError(
            N_("indicator {indicator} cannot be n/a"),
            hint=N_("the criteria file allows it with not-applicable = true"),
            indicator=indicator.id,
        )
    if word not in words:
        return None
    if word == NOT_APPLICABLE:
        return Observation(word, None, not_applicable=True, remark_required=True)
    return Observation(word, indicator.full if word == FULL else Fraction(0))
