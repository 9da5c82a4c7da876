"""What an explanation says: every step from an observation to a total, exact, no sentence yet."""

from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from rolcheck.base.periods import Period
from rolcheck.criteria.model import Criteria, Indicator
from rolcheck.reports.facts import RoundFacts
from rolcheck.reports.model import IndicatorLine, SubmissionLine

COUNTED, DROPPED, REPLACED = "counted", "dropped", "replaced"
"""What becomes of an observation; one that does not count has the reason instead."""


@dataclass(frozen=True, slots=True)
class Seen:
    """One observation.

    Attributes:
        who: The reviewer's name.
        points: What the rule makes of it, rounded at ``observation``; None for n/a, a veto.
        receipt: The number of the receipt that brought the material it was made on; None where
            nothing had been received.
        kept: Whether an earlier score was confirmed.
        fate: counted, dropped (by trimming), replaced (by a later one), or why it is stray:
            recusal, abstention, own-office, own-district, unassigned.
    """

    who: str
    value: str
    points: Fraction | None
    remark: str
    evidence: tuple[str, ...]
    receipt: int | None
    kept: bool
    fate: str


@dataclass(frozen=True, slots=True)
class RoundStep:
    """What a round brought for the indicator.

    Attributes:
        returned: Why the item came back into it.
        seen: The observations made in it that the reader may see, oldest first.
        hidden: How many others were made.
        score: The effective score as of the round, and so on for source, n and spread.
    """

    number: int
    name: str
    kind: str
    returned: tuple[str, ...]
    seen: tuple[Seen, ...]
    hidden: int
    score: Fraction | None
    source: str
    n: int
    spread: Fraction | None
    disputed: bool


@dataclass(frozen=True, slots=True)
class Part:
    """The scores that are combined by themselves: all, or those of one reviewer group.

    Attributes:
        group: The group; empty where there are none.
        weight: Its weight; None where there are no groups.
        low: The lowest scores, dropped.
        kept: What is combined, lowest first.
        high: The highest scores, dropped.
        result: What they come to.
    """

    group: str
    weight: Fraction | None
    low: tuple[Fraction, ...]
    kept: tuple[Fraction, ...]
    high: tuple[Fraction, ...]
    result: Fraction


@dataclass(frozen=True, slots=True)
class Combination:
    """How a panel's scores became one.

    Attributes:
        parts: Empty where single scores are hidden from the reader.
        exact: Before rounding; None where single scores are hidden.
        score: Rounded at ``panel``.
    """

    method: str
    parts: tuple[Part, ...]
    n: int
    exact: Fraction | None
    score: Fraction


@dataclass(frozen=True, slots=True)
class ReceiptStep:
    """One receipt; `changed` says whether it brought other material for the indicator."""

    number: int
    on: date
    round: int | None
    changed: bool


@dataclass(frozen=True, slots=True)
class FindingStep:
    """A finding on the indicator."""

    name: str
    code: str
    asked: str
    state: str
    due: date | None
    round: int


@dataclass(frozen=True, slots=True)
class Child:
    """What one child brings to its parent.

    Attributes:
        score: None where there is none.
        part: What is added up: points after the weight, rounded at ``weighted``.
        part_of: What stands beside it: full points after the weight, or the weight.
        live: False where the parent does without it.
    """

    id: str
    score: Fraction | None
    weight: Fraction
    part: Fraction
    part_of: Fraction
    live: bool


@dataclass(frozen=True, slots=True)
class NodeStep:
    """How a group, an area or the base came about.

    Attributes:
        id: Empty for the base.
        method: sum or weighted-mean.
        earned: The children's parts together.
        earned_of: What stands beside them together.
        full: The full points of the node, n/a included.
        exact: Earned, stretched to the full points or divided by the weights; None without any.
        score: Rounded at the node's level; None where nothing below has a score.
    """

    id: str
    method: str
    children: tuple[Child, ...]
    earned: Fraction
    earned_of: Fraction
    full: Fraction
    exact: Fraction | None
    score: Fraction | None


@dataclass(frozen=True, slots=True)
class ImportStep:
    """One import of a component's score: what it said, and the event by which it is on record.

    Attributes:
        file: Name and line of the file it came from.
        reason: Why it replaced the one before; empty for the first.
    """

    score: Fraction
    remark: str
    reason: str
    file: str
    who: str
    on: date
    event: str


@dataclass(frozen=True, slots=True)
class ComponentStep:
    """What a component brings to the total; `imports` is empty for the rounds' own."""

    id: str
    title: str
    weight: Fraction
    score: Fraction | None
    weighted: Fraction | None
    imports: tuple[ImportStep, ...]


@dataclass(frozen=True, slots=True)
class TotalStep:
    """How base and bonus became the total.

    Attributes:
        full: The base's full points, by which it is brought to a scale of 100.
        components: Empty where the rounds' result stands alone.
        composed: The components together, exact; None without any or without a base.
    """

    base: Fraction | None
    bonuses: tuple[tuple[str, Fraction], ...]
    cap: Fraction | None
    bonus_exact: Fraction
    bonus: Fraction
    total: Fraction | None
    pending: Fraction
    disqualified: bool
    full: Fraction
    components: tuple[ComponentStep, ...]
    composed: Fraction | None


@dataclass(frozen=True, slots=True)
class SubmissionExplanation:
    """How a submission's total came about; groups, then their area, then the base."""

    round: RoundFacts | None
    criteria: Criteria
    submission: SubmissionLine
    nodes: tuple[NodeStep, ...]
    total: TotalStep


@dataclass(frozen=True, slots=True)
class IndicatorExplanation:
    """How one indicator's score came about, and what it does to the total.

    Attributes:
        line: What the summary says of it.
        weighted: Weight x score of a base indicator, rounded at ``weighted``; None without.
        path: Its group, its area and the base; empty outside the tree.
    """

    round: RoundFacts | None
    criteria: Criteria
    submission: SubmissionLine
    line: IndicatorLine
    period: Period
    receipts: tuple[ReceiptStep, ...]
    rounds: tuple[RoundStep, ...]
    combination: Combination | None
    findings: tuple[FindingStep, ...]
    weighted: Fraction | None
    path: tuple[NodeStep, ...]
    total: TotalStep

    @property
    def indicator(self) -> Indicator:
        """The indicator."""
        return self.line.indicator
