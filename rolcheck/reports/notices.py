"""What a correction notice says, before it is put into words."""

from dataclasses import dataclass
from datetime import date

from rolcheck.campaign.defects import Severity
from rolcheck.criteria.model import Indicator


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of evidence that a finding points to."""

    id: str
    title: str
    pages: str


@dataclass(frozen=True, slots=True)
class NoticeItem:
    """One finding in a notice.

    Attributes:
        name: As people call it, F and its number.
        expected: What the indicator expects, by title.
        answers: Under which names it is to be handed in, as ``2.1.3/a``.
        seen: What was found instead; may be empty.
        evidence: Where it was seen.
        asked: What is to be handed in or done.
        due: By when; None where no day is set.
    """

    name: str
    indicator: Indicator
    code: str
    severity: Severity
    expected: tuple[str, ...]
    answers: tuple[str, ...]
    seen: str
    evidence: tuple[Piece, ...]
    asked: str
    due: date | None


@dataclass(frozen=True, slots=True)
class Notice:
    """A correction notice.

    Attributes:
        year: With `number` what it is called; 0 for a draft.
        unit: To whom it goes; empty for the submission as a whole.
        signed: What whoever issued it is called; empty for a draft.
        entry: The hash of its ledger entry; empty for a draft.
    """

    year: int
    number: int
    campaign: str
    submission: str
    unit: str
    round: int
    round_name: str
    day: date
    contact: str
    signed: str
    entry: str
    items: tuple[NoticeItem, ...]

    @property
    def due(self) -> date | None:
        """The day by which the last of it is to be answered."""
        return max((one.due for one in self.items if one.due), default=None)
