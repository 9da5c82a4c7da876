"""What a change of assignments brings: who gains and loses what, loads, scores in and out."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from rolcheck.campaign.panels import why_stray
from rolcheck.campaign.shares import Share
from rolcheck.campaign.standing import Standing
from rolcheck.desk.handing.supposing import LATER, supposed
from rolcheck.events.rows import ObservationRow, PublicationRow
from rolcheck.events.types import Draft

Has = Callable[[int, str, str], frozenset[str]]
"""What somebody has of a submission in a round: as planned, or in effect."""


@dataclass(frozen=True, slots=True)
class Consequence:
    """What changes for one reviewer at one submission in one round.

    Attributes:
        gained: Indicators, in the order of the criteria; likewise the others.
        stray: Those whose score no longer counts.
        again: Those of which a score counts that did not.
        barred: Code of what keeps the reviewer away; empty for nothing.
        draft: Whether some of it waits to be published.
    """

    round: int
    submission: str
    reviewer: str
    gained: tuple[str, ...]
    lost: tuple[str, ...]
    stray: tuple[str, ...]
    again: tuple[str, ...]
    barred: str
    draft: bool


@dataclass(frozen=True, slots=True)
class Load:
    """How much a reviewer has in a round: submissions, and items of them; bars not counted."""

    round: int
    reviewer: str
    submissions: int
    items: int
    submissions_before: int
    items_before: int


@dataclass(frozen=True, slots=True)
class Consequences:
    """What a file would change, and the loads of everybody in the rounds that it touches."""

    changes: tuple[Consequence, ...]
    loads: tuple[Load, ...]


def consequences(standing: Standing, drafts: Sequence[Draft]) -> Consequences:
    """Return what the events of an assignment file bring.

    Args:
        standing: How it stood before them.
        drafts: As `assignments.set_assignments` returns them.
    """
    shares = {(draft.round or 0, draft.submission, draft.subject) for draft in drafts}
    return _compared(standing, supposed(standing, drafts), shares, standing.planned)


def of_publishing(standing: Standing, number: int) -> Consequences:
    """Return what publishing the drafts of a round brings.

    Args:
        standing: How it stood before.
        number: The round.
    """
    after = as_published(standing, number)
    shares = {share for share in standing.shares.planned if share[0] == number}
    return _compared(standing, after, shares, standing.assigned)


def as_published(standing: Standing, number: int) -> Standing:
    """Return how it would stand once all drafts of a round are published."""
    return standing.supposing(PublicationRow("supposed", number, "", LATER))


def _compared(before: Standing, after: Standing, shares: Iterable[Share], had: Has) -> Consequences:
    found = [_consequence(before, after, share, had) for share in sorted(shares)]
    changed = tuple(one for one in found if one.gained or one.lost)
    return Consequences(
        changed,
        tuple(
            _load(before, after, number, reviewer, had)
            for number in sorted({one.round for one in changed})
            for reviewer in before.reviewers
        ),
    )


def _consequence(before: Standing, after: Standing, share: Share, had: Has) -> Consequence:
    number, submission, reviewer = share
    was, seen = had(*share), before.assigned(*share)
    has, sees = after.planned(*share), after.assigned(*share)
    stray, again = [], []
    for indicator in seen ^ sees:
        counted = _counted(before, submission, indicator, reviewer)
        counts = _counted(after, submission, indicator, reviewer)
        if counted and counted is not counts and why_stray(after, counted):
            stray.append(indicator)
        if counts and counted is not counts:
            again.append(indicator)
    order = [one.id for one in before.criteria.indicators]
    return Consequence(
        number,
        submission,
        reviewer,
        gained=tuple(one for one in order if one in (has - was) | (sees - seen)),
        lost=tuple(one for one in order if one in (was - has) | (seen - sees)),
        stray=tuple(one for one in order if one in stray),
        again=tuple(one for one in order if one in again),
        barred=before.bars.get((submission, reviewer), ""),
        draft=has != sees,
    )


def _counted(
    standing: Standing, submission: str, indicator: str, reviewer: str
) -> ObservationRow | None:
    """Return the reviewer's observation of a cell that counts."""
    rows = standing.observations.get((submission, indicator), ())
    own = (row for row in reversed(rows) if row.reviewer == reviewer)
    return next((row for row in own if not why_stray(standing, row)), None)


def _load(before: Standing, after: Standing, number: int, reviewer: str, had: Has) -> Load:
    shares = [
        (number, submission, reviewer)
        for submission in before.manifests
        if (submission, reviewer) not in before.bars
    ]
    was = [len(had(*share)) for share in shares]
    has = [len(after.planned(*share)) for share in shares]
    return Load(
        number,
        reviewer,
        submissions=sum(map(bool, has)),
        items=sum(has),
        submissions_before=sum(map(bool, was)),
        items_before=sum(was),
    )
