"""What an entry would give, before it is made."""

from dataclasses import dataclass
from fractions import Fraction

from rolcheck.base.errors import ObservationError
from rolcheck.campaign.standing import Standing
from rolcheck.criteria.observing import observe


@dataclass(frozen=True, slots=True)
class Preview:
    """What an entry would give.

    Attributes:
        value: The normalised CSV form; empty where the value is wrong.
        points: None for n/a, vetoes and wrong values.
        full: The full points.
        error: Why the rule does not take the value.
        does: ``first``, ``change``, ``keep`` (given again in a later round or on new
            material), ``same`` (nothing would be recorded) or ``wrong``.
        remark_required: Whether it must be explained.
    """

    value: str
    points: Fraction | None
    full: Fraction
    error: ObservationError | None
    does: str
    remark_required: bool


def preview(standing: Standing, who: str, submission: str, indicator: str, text: str) -> Preview:
    """Return what entering `text` would give, without entering it."""
    entry = standing.criteria.indicator(indicator)
    try:
        seen = observe(entry, text, standing.settings.period)
    except ObservationError as error:
        return Preview("", None, entry.full, error, "wrong", remark_required=False)
    latest = standing.own_latest(submission, indicator, who)
    if latest is None:
        return Preview(seen.value, seen.points, entry.full, None, "first", seen.remark_required)
    if latest.value != seen.value:
        return Preview(seen.value, seen.points, entry.full, None, "change", remark_required=True)
    version = standing.version(submission, indicator)
    current = latest.round == standing.open_round and latest.version == version
    does = "same" if current else "keep"
    return Preview(seen.value, seen.points, entry.full, None, does, remark_required=False)
