"""What results tell of the review itself: agreement, severity, and how firm the ranking is."""

from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction

from rolcheck.scoring.agreement import Agreement, Level
from rolcheck.scoring.cells import aggregation_of
from rolcheck.scoring.coefficients import Coefficients, alpha_alone, coefficients
from rolcheck.scoring.panel import METHODS, Aggregation
from rolcheck.scoring.results import Results
from rolcheck.scoring.sensitivity import Sensitivity, Variant
from rolcheck.scoring.severity import Severity, severity


def coefficients_of(results: Results, level: Level, indicator: str | None = None) -> Coefficients:
    """Return how far reviewers agree, on shares of the full points.

    Args:
        results: As of one round.
        level: The level of measurement that alpha takes.
        indicator: One indicator alone; None for all base indicators.
    """
    base = results.standing.criteria.base
    if indicator is None and len(base) == 1:
        indicator = base[0].id
    units = results.ratings(indicator)
    return coefficients(units, level) if indicator else alpha_alone(units, level)


def by_indicator(results: Results, level: Level) -> tuple[tuple[str, Agreement], ...]:
    """Return the agreement of each base indicator, the lowest alpha first, without one last."""
    found = [(one.id, results.agreement(level, one.id)) for one in results.standing.criteria.base]
    return tuple(sorted(found, key=lambda pair: _lowest_first(pair[1])))


def _lowest_first(found: Agreement) -> tuple[bool, Fraction]:
    return found.alpha is None, found.alpha or Fraction()


def severities(results: Results) -> tuple[Severity, ...]:
    """Return every reviewer's deviation from the panel, the most generous first.

    Items with one score alone are left out: there the reviewer is the panel.
    """
    deviations: dict[str, list[Fraction]] = {}
    for one in results.judged:
        if one.panel is None or len(one.values) < 2:
            continue
        for seat in one.seats:
            if seat.points is not None:
                apart = (seat.points - one.panel) / one.indicator.full
                deviations.setdefault(seat.row.reviewer, []).append(apart)
    found = [severity(reviewer, apart) for reviewer, apart in deviations.items()]
    return tuple(sorted(found, key=lambda one: (-one.deviation, one.reviewer)))


def sensitivity_of(results: Results) -> Sensitivity:
    """Return how the ranking would change by method, and without each reviewer."""
    alone = _alone(results)
    return Sensitivity(
        results.ranks,
        tuple(
            Variant(other.method, results.varied(aggregation=other).ranks)
            for other in _methods(aggregation_of(results.standing.settings))
        ),
        tuple(
            Variant(one, results.varied(without=one).ranks, alone[one])
            for one in results.standing.settings.people
            if one in alone
        ),
    )


def _methods(own: Aggregation) -> Iterator[Aggregation]:
    """Yield the methods; a trimmed mean needs more scores than it drops."""
    for method in METHODS:
        yield replace(own, method=method, minimum=max(own.minimum, 2 * own.trim + 1))


def _alone(results: Results) -> dict[str, int]:
    """Return the reviewers who gave a score, with how many items are theirs alone."""
    found: dict[str, int] = {}
    for result in results.all:
        for one in result.cells.values():
            for seat in one.seats:
                if not one.indicator.is_veto:
                    mine = found.get(seat.row.reviewer, 0)
                    is_alone = len(one.seats) == 1 and one.ruling is None
                    found[seat.row.reviewer] = mine + is_alone
    return found
