"""What each reviewer owes in a round, item by item."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rolcheck.campaign.blockers import expected_items
from rolcheck.campaign.openings import may_be_scored
from rolcheck.campaign.standing import Standing
from rolcheck.criteria.model import Indicator
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


def duties(standing: Standing, number: int, who: str = "") -> Iterator[Duty]:
    """Yield what everybody, or only `who`, owes in round `number`, bonus and veto apart."""
    completeness = standing.plan(number).kind == "completeness"
    reviewers = [one for one in standing.reviewers if not who or one == who]
    for submission in standing.manifests:
        scorable: Sequence[Indicator] | None = None
        for reviewer in reviewers:
            scope = standing.assigned(number, submission, reviewer)
            if not scope or (submission, reviewer) in standing.bars:
                continue
            if completeness:
                yield from _verdicts(standing, submission, reviewer, scope)
                continue
            if scorable is None:
                scorable = [
                    indicator
                    for indicator in standing.criteria.base
                    if may_be_scored(standing, number, submission, indicator)
                ]
            owed = [indicator.id for indicator in scorable if indicator.id in scope]
            yield from _scores(standing, number, submission, reviewer, owed)


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
    standing: Standing, number: int, submission: str, reviewer: str, owed: Sequence[str]
) -> Iterator[Duty]:
    for indicator in owed:
        row = standing.own_latest(submission, indicator, reviewer)
        done = row is not None and row.round == number
        yield Duty(
            submission,
            indicator,
            "",
            reviewer,
            done,
            row is not None and (not done or is_outdated(standing, row)),
            row.at if row and done else "",
        )


def is_outdated(standing: Standing, row: ObservationRow) -> bool:
    """Tell whether an observation was made on other material than was received last."""
    return row.version != standing.version(row.submission, row.indicator)
