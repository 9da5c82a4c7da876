"""What a reviewer is to score or to judge away from the desk, and what helps."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction
from json import loads

from rolcheck.campaign.openings import LIVE_FINDINGS, may_be_scored
from rolcheck.campaign.standing import Cell, Standing
from rolcheck.criteria.model import EvidenceItem, Indicator
from rolcheck.desk.desk import Desk
from rolcheck.desk.handing.handin import Basis, editions, item_name, verdict_editions
from rolcheck.desk.review.item import EvidenceSeen, FindingSeen, Item, item
from rolcheck.scoring.results import Results


@dataclass(frozen=True, slots=True)
class OwnScore:
    """What the reviewer has recorded of an item, in which round."""

    round: int
    value: str
    remark: str
    evidence: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class HandoutItem:
    """One item to fill in.

    Attributes:
        indicator: What is to be observed.
        basis: What stood when it was handed out.
        claim: The applicant's own score, if there is one.
        panel: What the item scored as of the latest closed round; None without a score.
        own: The reviewer's latest observation, of whatever round.
        came_back: Why it is open again.
        findings: Those not yet settled, as far as the reviewer may see them.
        evidence: What was offered for it.
    """

    indicator: Indicator
    basis: Basis
    claim: Fraction | None
    panel: Fraction | None
    own: OwnScore | None
    came_back: tuple[str, ...]
    findings: tuple[FindingSeen, ...]
    evidence: tuple[EvidenceSeen, ...]

    @property
    def name(self) -> str:
        """What binds it when it comes back."""
        return self.indicator.id


@dataclass(frozen=True, slots=True)
class HandoutVerdict:
    """One expected item of the material, whose verdict is to be filled in.

    Attributes:
        indicator: What it is expected for.
        expected: What is expected.
        basis: What stood when it was handed out.
        verdict: The one that stands; empty without.
        findings: Those on the indicator that are not yet settled, as far as the reviewer may see.
        evidence: What was offered: for this item, or for the indicator without saying which.
    """

    indicator: Indicator
    expected: EvidenceItem
    basis: Basis
    verdict: str
    findings: tuple[FindingSeen, ...]
    evidence: tuple[EvidenceSeen, ...]

    @property
    def name(self) -> str:
        """What binds it when it comes back."""
        return item_name(self.indicator.id, self.expected.id)


@dataclass(frozen=True, slots=True)
class HandoutSubmission:
    """One submission with its items, in the order of the criteria; verdicts come before scores."""

    id: str
    name: str
    items: tuple[HandoutItem, ...]
    verdicts: tuple[HandoutVerdict, ...] = ()

    @property
    def bases(self) -> Iterator[tuple[str, Basis]]:
        """What everything in it was handed out upon, by name."""
        yield from ((one.name, one.basis) for one in self.verdicts)
        yield from ((one.name, one.basis) for one in self.items)


def scores_wanted(desk: Desk, number: int, closed: int | None) -> Iterator[HandoutSubmission]:
    """Yield the submissions of which the desk's reviewer may score or judge something.

    Args:
        desk: Whose.
        number: The open round.
        closed: As of which round last scores are told; None for none.
    """
    standing = desk.standing()
    made, verdicts = editions(standing, desk.who), verdict_editions(standing)
    results = desk.results(closed) if closed is not None else None
    for submission, manifest in standing.manifests.items():
        if (submission, desk.who) in standing.bars:
            continue
        scope = standing.assigned(number, submission, desk.who)
        items = tuple(
            _item(desk, submission, indicator, made, results)
            for indicator in standing.criteria.indicators
            if indicator.id in scope and may_be_scored(standing, number, submission, indicator)
        )
        expected: tuple[HandoutVerdict, ...] = ()
        if standing.plan(number).kind == "completeness":
            expected = tuple(_verdicts(desk, submission, scope, verdicts))
        if items or expected:
            yield HandoutSubmission(submission, manifest.submission.name, items, expected)


def _verdicts(
    desk: Desk, submission: str, scope: frozenset[str], made: Mapping[tuple[str, str, str], int]
) -> Iterator[HandoutVerdict]:
    standing = desk.standing()
    pieces = standing.manifest(submission).evidence
    answers = {piece.id: piece.answers for piece in pieces}
    for indicator in standing.criteria.base:
        if indicator.id not in scope or not indicator.evidence:
            continue
        seen = item(desk, submission, indicator.id)
        given = {one.id: one.verdict for one in seen.expected}
        for expected in indicator.evidence:
            name = item_name(indicator.id, expected.id)
            edition = made.get((submission, indicator.id, expected.id), 0)
            yield HandoutVerdict(
                indicator=indicator,
                expected=expected,
                basis=Basis(edition, standing.version(submission, indicator.id)),
                verdict=given[expected.id],
                findings=_unsettled(seen),
                evidence=tuple(p for p in seen.evidence if name in (answers[p.id] or (name,))),
            )


def _unsettled(seen: Item) -> tuple[FindingSeen, ...]:
    return tuple(one for one in seen.findings if one.state in LIVE_FINDINGS)


def _item(
    desk: Desk,
    submission: str,
    indicator: Indicator,
    made: Mapping[Cell, int],
    results: Results | None,
) -> HandoutItem:
    standing = desk.standing()
    seen = item(desk, submission, indicator.id)
    version = standing.version(submission, indicator.id)
    return HandoutItem(
        indicator=indicator,
        basis=Basis(made[submission, indicator.id], version),
        claim=seen.claim,
        panel=results.cell(submission, indicator.id).score if results else None,
        own=_own(standing, submission, indicator.id, desk.who),
        came_back=seen.came_back,
        findings=_unsettled(seen),
        evidence=seen.evidence,
    )


def _own(standing: Standing, submission: str, indicator: str, who: str) -> OwnScore | None:
    row = standing.own_latest(submission, indicator, who)
    if row is None:
        return None
    return OwnScore(row.round, row.value, row.remark, tuple(loads(row.evidence)))
