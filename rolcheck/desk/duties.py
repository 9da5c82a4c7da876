"""What each reviewer owes in a round, item by item."""

from collections.abc import Iterator
from dataclasses import dataclass

from rolcheck.campaign.blockers import expected_items
from rolcheck.campaign.openings import may_be_scored
from rolcheck.campaign.standing import Standing
from rolcheck.events.rows import ObservationRow


@dataclass(frozen=True, slots=True)
class Duty:
    """One thing that one reviewer is to do in a round.

    Attributes:
        submission: Whose material.
        indicator: Which indicator.
        item: The expected item, in a completeness round; else empty.
        reviewer: Who owes it.
        done: Whether it is done.
        to_confirm: Whether an earlier score waits to be kept or changed, or was made in
            this round on material that has changed since.
        at: When it was done; empty if it is not.
    """

    submission: str
    indicator: str
    item: str
    reviewer: str
    done: bool
    to_confirm: bool
    at: str = ""


def duties(standing: Standing, number: int) -> Iterator[Duty]:
    """Yield what everybody owes in round `number`, bonus and veto apart."""
    completeness = standing.plan(number).kind == "completeness"
    for submission in standing.manifests:
        for reviewer in standing.reviewers:
            if (submission, reviewer) not in standing.bars:
                scope = standing.assigned(number, submission, reviewer)
                if scope and completeness:
                    yield from _verdicts(standing, submission, reviewer, scope)
                elif scope:
                    yield from _scores(standing, number, submission, reviewer, scope)


def _verdicts(
    standing: Standing, submission: str, reviewer: str, scope: frozenset[str]
) -> Iterator[Duty]:
    for indicator in standing.criteria.base:
        if indicator.id in scope:
            for item in expected_items(indicator):
                row = standing.verdicts.get((submission, indicator.id, item))
                at = row.at if row else ""
                yield Duty(submission, indicator.id, item, reviewer, bool(row), False, at)


def _scores(
    standing: Standing, number: int, submission: str, reviewer: str, scope: frozenset[str]
) -> Iterator[Duty]:
    for indicator in standing.criteria.base:
        if indicator.id in scope and may_be_scored(standing, number, submission, indicator):
            row = standing.own_latest(submission, indicator.id, reviewer)
            done = row is not None and row.round == number
            yield Duty(
                submission,
                indicator.id,
                "",
                reviewer,
                done,
                row is not None and (not done or is_outdated(standing, row)),
                row.at if row and done else "",
            )


def is_outdated(standing: Standing, row: ObservationRow) -> bool:
    """Tell whether an observation was made on other material than was received last."""
    return row.version != standing.version(row.submission, row.indicator)
