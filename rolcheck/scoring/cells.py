"""One indicator of one submission: who scored it, what that comes to, and why."""

from collections.abc import Callable
from dataclasses import dataclass
from fractions import Fraction

from rolcheck.campaign.panels import panel
from rolcheck.campaign.settings import Settings
from rolcheck.campaign.standing import Standing
from rolcheck.criteria.model import Criteria, Indicator
from rolcheck.criteria.observing import Observation
from rolcheck.events.rows import ObservationRow, RulingRow
from rolcheck.scoring.panel import Aggregation, combine, spread
from rolcheck.scoring.rounding import LEVELS, Level, Rounding

PANEL, RULING, NOT_APPLICABLE, PENDING = "panel", "ruling", "not-applicable", "pending"
CLEAR, RAISED, UPHELD = "clear", "raised", "upheld"

Observe = Callable[[Indicator, str], Observation]


@dataclass(frozen=True, slots=True)
class Seat:
    """One counted observation and the points that the rule makes of it.

    Attributes:
        row: The observation.
        points: Rounded at ``observation``; None for n/a and for a veto.
    """

    row: ObservationRow
    points: Fraction | None


@dataclass(frozen=True, slots=True)
class Cell:
    """What an indicator of a submission comes to, as of one round.

    Attributes:
        submission: The submission's id.
        indicator: The indicator.
        seats: The counted observations, at most one a reviewer.
        panel: Their aggregate, rounded at ``panel``; None without a score.
        score: The effective score: ruling, else panel; of an n/a indicator what the criteria
            make of it; None where pending.
        source: Where the score comes from: one of the constants of this module.
        spread: Highest less lowest score as a share of the full points; None under two.
        ruling: The ruling that stands.
        claim: The applicant's own score.
        round: The latest round that contributed.
        to_confirm: Whether the ruling, or else an observation, was made on older material.
        mixed: Whether some say n/a and others give scores.
        disputed: Whether the panel's spread passes the threshold, or it is mixed; ruled or not.
    """

    submission: str
    indicator: Indicator
    seats: tuple[Seat, ...]
    panel: Fraction | None
    score: Fraction | None
    source: str
    spread: Fraction | None
    ruling: RulingRow | None
    claim: Fraction | None
    round: int | None
    to_confirm: bool
    mixed: bool
    disputed: bool

    @property
    def values(self) -> tuple[Fraction, ...]:
        """The scores of the panel, without n/a."""
        return tuple(seat.points for seat in self.seats if seat.points is not None)


@dataclass(frozen=True, slots=True)
class Rules:
    """What turns observations into a cell, taken once from settings and criteria.

    Attributes:
        without: A reviewer whose observations are left out, to see what that changes.
    """

    observe: Observe
    rounding: Rounding
    aggregation: Aggregation
    dispute_at: Fraction
    not_applicable: str
    without: str = ""


def rounding_of(criteria: Criteria) -> Rounding:
    """Return the roundings that the criteria name."""
    named = criteria.scoring.round_to
    places: dict[Level, int] = {}
    for level in LEVELS:
        wanted = getattr(named, level)
        if wanted is not None:
            places[level] = wanted
    return Rounding(places, criteria.scoring.round_mode)


def aggregation_of(settings: Settings) -> Aggregation:
    """Return how a campaign combines the scores of a panel."""
    table = settings.aggregation
    return Aggregation(table.method, table.trim, table.minimum, dict(table.groups) or None)


def cell(standing: Standing, submission: str, indicator: Indicator, number: int, by: Rules) -> Cell:
    """Return what an indicator of a submission comes to as of round `number`."""
    rows = panel(standing, submission, indicator.id, number)
    if by.without:
        rows = tuple(row for row in rows if row.reviewer != by.without)
    seats = tuple(Seat(row, _points(indicator, row.value, by)) for row in rows)
    ruling = standing.rulings.get((submission, indicator.id))
    values = [seat.points for seat in seats if seat.points is not None]
    apart = spread(values, indicator.full) if not indicator.is_veto else None
    combined = _combined(standing, seats, by)
    source, score = _effective(indicator, seats, combined, ruling, by)
    version = standing.version(submission, indicator.id)
    contributing = [ruling.round] if ruling else [row.round for row in rows]
    relied_on = [ruling.version] if ruling else [row.version for row in rows]
    mixed = not indicator.is_veto and 0 < len(values) < len(seats)
    return Cell(
        submission=submission,
        indicator=indicator,
        seats=seats,
        panel=combined,
        score=score,
        source=source,
        spread=apart,
        ruling=ruling,
        claim=standing.manifests[submission].claimed(indicator.id),
        round=max(contributing, default=None),
        to_confirm=any(one != version for one in relied_on),
        mixed=mixed,
        disputed=mixed or (apart is not None and apart >= by.dispute_at),
    )


def _points(indicator: Indicator, value: str, by: Rules) -> Fraction | None:
    points = by.observe(indicator, value).points
    return None if points is None else by.rounding.at("observation", points)


def _combined(standing: Standing, seats: tuple[Seat, ...], by: Rules) -> Fraction | None:
    people = standing.settings.people
    scores = [
        (people[seat.row.reviewer].group or None, seat.points)
        for seat in seats
        if seat.points is not None
    ]
    combined = combine(scores, by.aggregation)
    return None if combined is None else by.rounding.at("panel", combined)


def _effective(
    indicator: Indicator,
    seats: tuple[Seat, ...],
    combined: Fraction | None,
    ruling: RulingRow | None,
    by: Rules,
) -> tuple[str, Fraction | None]:
    if indicator.is_veto:
        if ruling:
            return (UPHELD if ruling.value == "uphold" else CLEAR), None
        return (RAISED if any(seat.row.value == "veto" for seat in seats) else CLEAR), None
    if ruling:
        ruled = _points(indicator, ruling.value, by)
        if ruled is not None:
            return RULING, by.rounding.at("panel", ruled)
        return NOT_APPLICABLE, _instead(indicator, by)
    if combined is not None:
        return PANEL, combined
    return (NOT_APPLICABLE, _instead(indicator, by)) if seats else (PENDING, None)


def _instead(indicator: Indicator, by: Rules) -> Fraction | None:
    """Return what an indicator scores that does not apply; bonus ones are outside the tree."""
    if by.not_applicable == "rescale" or not indicator.is_base:
        return None
    return indicator.full if by.not_applicable == "full" else Fraction()
