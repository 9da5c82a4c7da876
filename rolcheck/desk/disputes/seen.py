"""What the Disputes screen shows: plain values."""

from dataclasses import dataclass
from fractions import Fraction
from typing import Literal

from rolcheck.base.errors import RolcheckError
from rolcheck.campaign.standing import Standing
from rolcheck.criteria.model import Indicator
from rolcheck.desk.review.item import Item
from rolcheck.desk.seen import RoundSeen

Fate = Literal["", "high", "low"]
Why = Literal["dispute", "veto", "ruling", "chosen"]
RulingState = Literal["open", "confirm", "done", "idle"]
"""``open``: to be ruled on · ``confirm``: ruled on older material · ``done``: ruled ·
``idle``: neither in dispute nor ruled."""

UNRULED: tuple[RulingState, ...] = ("open", "confirm")


@dataclass(frozen=True, slots=True)
class DisputeRow:
    """One line of the queue.

    Attributes:
        why: What brought it there; ``chosen`` where somebody only wanted to see it.
        name: Of the submission.
        title: Of the indicator, in Chinese; `title_en` beside it.
        spread: As a share of the full points; None where it cannot be said.
        mixed: Whether some say n/a and others give scores.
        n: How many observations the panel has.
        score: The effective score; None without one.
        ruled: The value of the ruling that stands; empty without.
    """

    why: Why
    state: RulingState
    submission: str
    name: str
    indicator: str
    title: str
    title_en: str
    spread: Fraction | None
    mixed: bool
    n: int
    score: Fraction | None
    ruled: str

    @property
    def key(self) -> str:
        """What names it among the others."""
        return f"{self.submission}:{self.indicator}"


@dataclass(frozen=True, slots=True)
class SeatSeen:
    """One observation of the panel.

    Attributes:
        name: What the reviewer is called.
        value: The CSV form.
        points: None for n/a and for a veto.
        evidence: Ids of what is cited.
        fate: ``high`` or ``low`` where trimming drops it; empty where it counts.
        outdated: Whether it was made on older material.
    """

    name: str
    round: int
    value: str
    points: Fraction | None
    remark: str
    evidence: tuple[str, ...]
    fate: Fate
    outdated: bool


@dataclass(frozen=True, slots=True)
class RulingSeen:
    """The ruling that stands; `reason` only where the reader may see the item."""

    value: str
    reason: str
    round: int
    name: str
    at: str
    outdated: bool


@dataclass(frozen=True, slots=True)
class DisputeSeen:
    """One dispute in full, as far as the reader may see.

    Attributes:
        seats: Highest points first, those without points last.
        unseen: How many more there are that are not the reader's to see.
        item: The material; None where it is not the reader's to see.
        closed_because: Why the reader cannot rule on it now; None where that is possible.
    """

    row: DisputeRow
    indicator: Indicator
    claim: Fraction | None
    seats: tuple[SeatSeen, ...]
    unseen: int
    panel: Fraction | None
    ruling: RulingSeen | None
    item: Item | None
    closed_because: RolcheckError | None


@dataclass(frozen=True, slots=True)
class SpreadClass:
    """How many indicators have a spread from `least` (a share) to the next class."""

    least: Fraction
    count: int


@dataclass(frozen=True, slots=True)
class DisputesSeen:
    """The whole screen.

    Attributes:
        length: Of the ledger, no later than all the rest.
        who: What the reader is called; empty for somebody who only looks.
        rules: Whether the reader is an arbiter.
        number: The round as of which all is; None where no results are to be seen.
        hidden: The open round, where it is hidden from the reader.
        refused: Why there is nothing for this reader at all.
        rows: Unruled first, the widest spread first among them.
        spreads: All indicators that have a spread by its size, the widest class first.
        dispute_at: From which spread on an indicator is in dispute.
        shown: The one at hand; None where there is none.
        standing: As of now, for telling what a ruling would bring.
    """

    length: int
    title: str
    who: str
    rules: bool
    rounds: tuple[RoundSeen, ...]
    current: int
    number: int | None
    hidden: int | None
    refused: RolcheckError | None
    rows: tuple[DisputeRow, ...]
    spreads: tuple[SpreadClass, ...]
    dispute_at: Fraction
    shown: DisputeSeen | None
    standing: Standing

    @property
    def key(self) -> str:
        """What names the one at hand; empty without."""
        return self.shown.row.key if self.shown else ""

    @property
    def left(self) -> tuple[DisputeRow, ...]:
        """Those that want a ruling."""
        return tuple(row for row in self.rows if row.state in UNRULED)
