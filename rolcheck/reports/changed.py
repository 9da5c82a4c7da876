"""What changed between two rounds, as plain values: exact numbers and no sentence yet."""

from dataclasses import dataclass
from fractions import Fraction

from rolcheck.criteria.model import Indicator
from rolcheck.reports.facts import RoundFacts
from rolcheck.reports.model import Summary
from rolcheck.scoring.changes import difference

OTHERS, FEWER, CARRIED = "others", "fewer", "carried"
"""Reasons that name nobody: scores of others that came, that went, and nothing at all."""


@dataclass(frozen=True, slots=True)
class Reason:
    """One thing that was done between the rounds, as far as the reader may see it.

    Attributes:
        kind: One of `scoring.changes`, or of this module.
        who: The id of whose doing it is; empty where the reader is not to know, or nobody's.
        name: What they are called.
        before: The observation, ruling or state that it takes the place of; empty for none.
        value: The observation, ruling or state; of material the number of the receipt.
        about: Of a finding its name and code.
        text: Remark or reason; empty where the reader is not to know.
        code: Why a score counts no longer: recusal, abstention, own-office, own-district,
            unassigned.
        count: How many scores it stands for.
    """

    kind: str
    who: str = ""
    name: str = ""
    before: str = ""
    value: str = ""
    about: str = ""
    text: str = ""
    code: str = ""
    count: int = 1


@dataclass(frozen=True, slots=True)
class IndicatorChange:
    """One indicator as of both rounds.

    Attributes:
        was: The score as of the earlier round; None without one.
        now: The score as of the later round, likewise.
        source_was: Where it came from, as `scoring.cells` says it; likewise `source`.
        difference: The points gained; None where there is no score in either.
        moved: Whether score or source are others than before.
        reasons: In the order: material, recalls, scores, rulings, findings.
    """

    indicator: Indicator
    was: Fraction | None
    now: Fraction | None
    source_was: str
    source: str
    difference: Fraction | None
    moved: bool
    reasons: tuple[Reason, ...]

    @property
    def changed(self) -> bool:
        """Whether the score is another than before, wherever it comes from."""
        return self.was != self.now


@dataclass(frozen=True, slots=True)
class ComponentChange:
    """What an imported component of the result came to, and comes to now."""

    title: str
    was: Fraction | None
    now: Fraction | None


@dataclass(frozen=True, slots=True)
class SubmissionChange:
    """One submission as of both rounds.

    Attributes:
        is_new: Whether it was no part of the campaign yet.
        disqualified_was: Likewise `disqualified`.
        components: Those that are others than before.
        indicators: In the order of the criteria; those that nothing happened to only if asked for.
        carried: How many base indicators stand as they stood.
    """

    id: str
    name: str
    is_new: bool
    rank_was: int | None
    rank: int | None
    total_was: Fraction | None
    total: Fraction | None
    disqualified_was: bool
    disqualified: bool
    components: tuple[ComponentChange, ...]
    indicators: tuple[IndicatorChange, ...]
    carried: int

    @property
    def difference(self) -> Fraction | None:
        """What the total gained; None where there is none in either round."""
        return difference(self.total_was, self.total)

    @property
    def changed(self) -> int:
        """How many indicators have another score than before."""
        return sum(one.changed for one in self.indicators)

    @property
    def gains(self) -> int:
        """How many indicators have more points than before."""
        return sum(one.difference is not None and one.difference > 0 for one in self.indicators)

    @property
    def losses(self) -> int:
        """How many indicators have fewer points than before."""
        return sum(one.difference is not None and one.difference < 0 for one in self.indicators)

    @property
    def firsts(self) -> int:
        """How many indicators have a score that had none."""
        return sum(one.was is None and one.now is not None for one in self.indicators)


@dataclass(frozen=True, slots=True)
class RoundDiff:
    """What changed from one round to another.

    Attributes:
        earlier: The earlier round.
        summary: The campaign as of the later round.
        submissions: In the order of the later round.
    """

    earlier: RoundFacts
    summary: Summary
    submissions: tuple[SubmissionChange, ...]
