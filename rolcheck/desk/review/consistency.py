"""How somebody scored the same indicator elsewhere: to measure all by one measure."""

from dataclasses import dataclass
from fractions import Fraction

from rolcheck.campaign.standing import Standing
from rolcheck.criteria.observing import observe
from rolcheck.desk.review.queue import submissions_of


@dataclass(frozen=True, slots=True)
class ScoreElsewhere:
    """One's own latest observation of the same indicator of another submission.

    Attributes:
        submission: Its id; `name` is what people call it.
        value: The CSV form.
        points: What the rule makes of it; None for n/a and vetoes.
    """

    submission: str
    name: str
    value: str
    points: Fraction | None


def scores_elsewhere(
    standing: Standing, who: str, submission: str, indicator: str
) -> tuple[ScoreElsewhere, ...]:
    """Return how `who` scored an indicator of the other submissions, in the campaign's order."""
    found = []
    for other in submissions_of(standing, who):
        row = standing.own_latest(other, indicator, who)
        if row is None or other == submission:
            continue
        seen = observe(standing.criteria.indicator(indicator), row.value, standing.settings.period)
        name = standing.manifest(other).submission.name
        found.append(ScoreElsewhere(other, name, row.value, seen.points))
    return tuple(found)
