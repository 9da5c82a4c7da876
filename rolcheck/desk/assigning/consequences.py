"""What a change of assignments brings: who gains and loses what, loads, scores in and out."""

from collections.abc import Sequence
from dataclasses import dataclass

from rolcheck.campaign.panels import UNASSIGNED, why_stray
from rolcheck.campaign.standing import Standing
from rolcheck.desk.assigning.transitions import Change, Holdings, Share
from rolcheck.events.rows import ObservationRow
from rolcheck.events.types import Draft


@dataclass(frozen=True, slots=True)
class Consequence:
    """What changes for one reviewer at one submission in one round.

    Attributes:
        gained: Indicators, in the order of the criteria; likewise the others.
        stray: Those whose score no longer counts.
        again: Those of which a score counts that did not.
        barred: Code of what keeps the reviewer away; empty for nothing.
    """

    round: int
    submission: str
    reviewer: str
    gained: tuple[str, ...]
    lost: tuple[str, ...]
    stray: tuple[str, ...]
    again: tuple[str, ...]
    barred: str


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
    holdings = Holdings(standing)
    for draft in drafts:
        scope = draft.payload["scope"]
        named = standing.indicators_in(list(map(str, scope)) if isinstance(scope, list) else [])
        share = (draft.round or 0, draft.submission, draft.subject)
        holdings.apply(Change(str(draft.payload["action"]), share, named))
    changed = holdings.changed()
    touched = sorted({share[0] for share in changed})
    return Consequences(
        tuple(_consequence(standing, holdings, share) for share in sorted(changed)),
        tuple(
            _load(standing, holdings, number, reviewer)
            for number in touched
            for reviewer in standing.reviewers
        ),
    )


def _consequence(standing: Standing, holdings: Holdings, share: Share) -> Consequence:
    number, submission, reviewer = share
    had, has = standing.assigned(*share), holdings.of(share)
    stray, again = [], []
    for indicator in had ^ has:
        before, after = _counted(standing, holdings, submission, indicator, reviewer)
        if before and before is not after and before.indicator not in _scope(holdings, before):
            stray.append(indicator)
        if after and before is not after:
            again.append(indicator)
    order = [one.id for one in standing.criteria.indicators]
    return Consequence(
        number,
        submission,
        reviewer,
        gained=tuple(one for one in order if one in has - had),
        lost=tuple(one for one in order if one in had - has),
        stray=tuple(one for one in order if one in stray),
        again=tuple(one for one in order if one in again),
        barred=standing.bars.get((submission, reviewer), ""),
    )


def _counted(
    standing: Standing, holdings: Holdings, submission: str, indicator: str, reviewer: str
) -> tuple[ObservationRow | None, ObservationRow | None]:
    """Return the reviewer's observation of a cell that counts, before and after."""
    before = after = None
    for row in standing.observations.get((submission, indicator), ()):
        why = why_stray(standing, row)
        if row.reviewer != reviewer or why not in ("", UNASSIGNED):
            continue
        before = before if why else row
        after = row if indicator in _scope(holdings, row) else after
    return before, after


def _scope(holdings: Holdings, row: ObservationRow) -> frozenset[str]:
    return holdings.of((row.round, row.submission, row.reviewer))


def _load(standing: Standing, holdings: Holdings, number: int, reviewer: str) -> Load:
    shares = [
        (number, submission, reviewer)
        for submission in standing.manifests
        if (submission, reviewer) not in standing.bars
    ]
    before = [len(standing.assigned(*share)) for share in shares]
    after = [len(holdings.of(share)) for share in shares]
    return Load(
        number,
        reviewer,
        submissions=sum(map(bool, after)),
        items=sum(after),
        submissions_before=sum(map(bool, before)),
        items_before=sum(before),
    )
