"""Whose observations count for an indicator, and why the others do not."""

from collections.abc import Iterator
from dataclasses import dataclass

from rolcheck.campaign.standing import Standing
from rolcheck.events.rows import ObservationRow

UNASSIGNED = "unassigned"


@dataclass(frozen=True, slots=True)
class Stray:
    """An observation that is kept and shown but does not count, and why."""

    row: ObservationRow
    reason: str


def panel(
    standing: Standing, submission: str, indicator: str, number: int
) -> tuple[ObservationRow, ...]:
    """Return the observations that make the panel score as of round `number`.

    For each reviewer who is not barred: the latest made in a round up to `number` whose
    assignment (in the round in which it was made) still stands. In the order of
    campaign.toml, at most one a reviewer; words for n/a are among them.
    """
    latest: dict[str, ObservationRow] = {}
    for row in standing.observations.get((submission, indicator), ()):
        if row.round <= number and not why_stray(standing, row):
            latest[row.reviewer] = row
    return tuple(latest[who] for who in standing.settings.people if who in latest)


def strays(standing: Standing, submission: str, indicator: str, number: int) -> Iterator[Stray]:
    """Yield the observations up to round `number` that do not count, oldest first."""
    for row in standing.observations.get((submission, indicator), ()):
        reason = why_stray(standing, row)
        if reason and row.round <= number:
            yield Stray(row, reason)


def why_stray(standing: Standing, row: ObservationRow) -> str:
    """Return what bars the reviewer, or unassigned; empty if `row` counts."""
    bar = standing.bars.get((row.submission, row.reviewer))
    if bar:
        return bar
    if row.reviewer not in standing.reviewers:
        return UNASSIGNED
    scope = standing.assigned(row.round, row.submission, row.reviewer)
    return "" if row.indicator in scope else UNASSIGNED
