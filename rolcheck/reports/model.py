"""What a summary says, as plain values: exact numbers and no sentence yet."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from rolcheck.campaign.settings import REVIEW, AggregationTable
from rolcheck.criteria.model import Area, Group, Indicator
from rolcheck.reports.claims import Claims
from rolcheck.reports.facts import (
    CampaignFacts,
    CriteriaFacts,
    LedgerFacts,
    ObjectionCounts,
    RoundFacts,
)
from rolcheck.reports.outlook import Outlook
from rolcheck.scoring.agreement import Agreement
from rolcheck.scoring.cells import NOT_APPLICABLE, PENDING, RAISED, UPHELD


@dataclass(frozen=True, slots=True)
class GroupLine:
    """What a group came to."""

    group: Group
    score: Fraction | None
    points: Fraction

    @property
    def share(self) -> Fraction | None:
        """The score as a share of the full points, where both are there."""
        return self.score / self.points if self.score is not None and self.points else None


@dataclass(frozen=True, slots=True)
class AreaLine:
    """What an area came to."""

    area: Area
    score: Fraction | None
    points: Fraction
    groups: tuple[GroupLine, ...]

    @property
    def share(self) -> Fraction | None:
        """The score as a share of the full points, where both are there."""
        return self.score / self.points if self.score is not None and self.points else None


@dataclass(frozen=True, slots=True)
class RulingFacts:
    """What the arbiter decided.

    Attributes:
        value: The observation that was ruled; of a veto uphold or clear.
        points: What it comes to; None for n/a and for a veto.
        who: The arbiter's name.
        on: The day, where the campaign is run.
    """

    value: str
    points: Fraction | None
    reason: str
    who: str
    on: date


@dataclass(frozen=True, slots=True)
class IndicatorLine:
    """One indicator of one submission.

    Attributes:
        points: The full points, of a bonus its most; None of a veto.
        n: How many reviewers gave what counts, n/a left out.
        n_here: How many of them gave it in this round.
        round: The latest round that contributed; None where none did.
        mixed: Whether some say n/a and others give scores, which is a dispute.
        under_quorum: Whether fewer gave anything, n/a included, than the quorum asks for.
        missed: Weight x (points - score) of a base indicator that applies; None without a score.
        over_claimed: Weight x (claim - score); None where one of the two is missing.
    """

    indicator: Indicator
    score: Fraction | None
    points: Fraction | None
    claim: Fraction | None
    n: int
    n_here: int
    round: int | None
    spread: Fraction | None
    source: str
    to_confirm: bool
    mixed: bool
    disputed: bool
    under_quorum: bool
    missed: Fraction | None
    over_claimed: Fraction | None
    ruling: RulingFacts | None

    @property
    def share(self) -> Fraction | None:
        """The score as a share of the full points, where both are there."""
        return self.score / self.points if self.score is not None and self.points else None


@dataclass(frozen=True, slots=True)
class FindingCounts:
    """How many findings stand where; what is overdue is open too."""

    open: int = 0
    answered: int = 0
    accepted: int = 0
    overdue: int = 0

    @property
    def unsettled(self) -> int:
        """How many wait for an answer or for a judgement."""
        return self.open + self.answered


@dataclass(frozen=True, slots=True)
class ComponentLine:
    """A component of one submission's result; `score` is out of 100, None while it is missing."""

    id: str
    title: str
    weight: Fraction
    score: Fraction | None
    weighted: Fraction | None


@dataclass(frozen=True, slots=True)
class SubmissionLine:
    """One submission; `outlook` in mode self-check only, `components` where there are any."""

    id: str
    name: str
    kind: str
    rank: int | None
    total: Fraction | None
    base: Fraction | None
    bonus: Fraction
    full: Fraction
    disqualified: bool
    complete: bool
    pending: Fraction
    areas: tuple[AreaLine, ...]
    indicators: tuple[IndicatorLine, ...]
    findings: FindingCounts
    claims: Claims
    outlook: Outlook | None
    components: tuple[ComponentLine, ...] = ()

    @property
    def missing(self) -> tuple[ComponentLine, ...]:
        """The components that were to be imported and are not there yet."""
        return tuple(one for one in self.components if one.score is None and one.id != REVIEW)

    @property
    def losses(self) -> tuple[IndicatorLine, ...]:
        """The indicators that miss points, the largest loss first."""
        return _largest([(line.missed, line) for line in self.indicators if line.missed])

    @property
    def strongest(self) -> tuple[IndicatorLine, ...]:
        """The base indicators that earned something: best share first, then most points."""
        earned = [
            (share, line.indicator.weight * line.indicator.full, line)
            for line in self.indicators
            if line.indicator.is_base and line.source != NOT_APPLICABLE and (share := line.share)
        ]
        return tuple(line for *_, line in sorted(earned, key=lambda one: (-one[0], -one[1])))

    @property
    def over_claimed(self) -> tuple[IndicatorLine, ...]:
        """The indicators claimed higher than scored, the largest difference first."""
        return _largest(
            [
                (line.over_claimed, line)
                for line in self.indicators
                if line.over_claimed is not None and line.over_claimed > 0
            ]
        )

    @property
    def disputes(self) -> tuple[IndicatorLine, ...]:
        """The indicators in dispute, ruled or not."""
        return tuple(line for line in self.indicators if line.disputed)

    @property
    def vetoes(self) -> tuple[IndicatorLine, ...]:
        """The vetoes that were raised: waiting for a ruling, upheld or cleared by one."""
        return tuple(
            line
            for line in self.indicators
            if line.indicator.is_veto and (line.ruling or line.source in (RAISED, UPHELD))
        )

    @property
    def under_quorum(self) -> int:
        """How many base indicators have a score of too few."""
        return sum(line.under_quorum and line.source != PENDING for line in self.indicators)


@dataclass(frozen=True, slots=True)
class Summary:
    """A campaign as of one round, as far as one reader may see it.

    Attributes:
        round: None while the reader may see the results of none; then nothing is scored.
        ledger: None while it is hidden from the reader.
        submissions: In the order in which they are shown.
        reviewers: How many people gave what counts.
    """

    campaign: CampaignFacts
    criteria: CriteriaFacts
    round: RoundFacts | None
    ledger: LedgerFacts | None
    submissions: tuple[SubmissionLine, ...]
    agreement: Agreement
    aggregation: AggregationTable
    reviewers: int
    objections: ObjectionCounts

    @property
    def is_ranking(self) -> bool:
        """Whether applicants are compared."""
        return self.campaign.mode == "ranking"


def _largest(lines: Sequence[tuple[Fraction | None, IndicatorLine]]) -> tuple[IndicatorLine, ...]:
    ordered = sorted(lines, key=lambda one: -(one[0] or 0))
    return tuple(line for _, line in ordered)
