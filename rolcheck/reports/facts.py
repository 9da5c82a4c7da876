"""What a summary is of: campaign, criteria, round, edition and ledger, as plain values."""

from dataclasses import dataclass
from datetime import datetime

from rolcheck.criteria.model import Scoring
from rolcheck.events.codec import Link


@dataclass(frozen=True, slots=True)
class CampaignFacts:
    """Which campaign it is."""

    id: str
    title: str
    batch: str
    mode: str


@dataclass(frozen=True, slots=True)
class CriteriaFacts:
    """Which criteria set it is; `sha256` covers its catalogue too."""

    id: str
    edition: str
    source: str
    sha256: str
    scoring: Scoring
    indicators: int

    @property
    def is_illustrative(self) -> bool:
        """Whether the set itself says that its weights are only examples."""
        return "illustrative" in self.source.casefold() or "示例" in self.source


@dataclass(frozen=True, slots=True)
class EditionFacts:
    """Which edition of the sealed result it is.

    Attributes:
        number: From 1.
        of: How many there are.
        sealed_at: When it was sealed, in the campaign's time zone.
        seal: The hash of its seal.
        reason: Why it was made; empty of the first.
    """

    number: int
    of: int
    sealed_at: datetime
    seal: str
    reason: str


@dataclass(frozen=True, slots=True)
class ObjectionCounts:
    """How many objections to the result were made, and what became of them."""

    upheld: int = 0
    dismissed: int = 0
    undecided: int = 0

    @property
    def all(self) -> int:
        """How many there are."""
        return self.upheld + self.dismissed + self.undecided


@dataclass(frozen=True, slots=True)
class RoundFacts:
    """The round as of which everything is, and its state as it is now.

    Attributes:
        state: planned, open, closed or sealed.
        closed_at: When it was closed, in the campaign's time zone; None while it is not.
        sealed_at: When it was sealed, likewise.
        seal: The hash of the seal; empty without one.
        edition: Which edition it is; None while it is not sealed.
    """

    number: int
    name: str
    kind: str
    state: str
    closed_at: datetime | None = None
    sealed_at: datetime | None = None
    seal: str = ""
    edition: EditionFacts | None = None


@dataclass(frozen=True, slots=True)
class LedgerFacts:
    """How long the ledger is, and the last link of each of its chains."""

    events: int
    head: str
    frontier: tuple[Link, ...]
