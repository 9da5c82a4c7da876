"""What is known ahead of a step with the rounds, and behind it: plain values."""

from dataclasses import dataclass
from datetime import date
from fractions import Fraction


@dataclass(frozen=True, slots=True)
class Forecast:
    """What the next step with the rounds would bring, in numbers.

    Attributes:
        received: Submissions that the next opening would receive, since they have no receipt.
        owed: Items that the next round would give to somebody, `people` to how many.
        returned: How many of them would come back from earlier rounds.
        scores: Observations of the round that is open, or of the one that could be reopened.
        disputes: In the round that is open now.
        events: How long the ledger is.
    """

    received: int = 0
    owed: int = 0
    people: int = 0
    returned: int = 0
    scores: int = 0
    disputes: int = 0
    events: int = 0


@dataclass(frozen=True, slots=True)
class BurnDay:
    """One day of a round.

    Attributes:
        left: Items not done at its end; None for a day to come.
        even: How many would be left if every working day took the same; None without a due day.
    """

    day: date
    left: int | None
    even: Fraction | None


@dataclass(frozen=True, slots=True)
class BurnDown:
    """What was left of a round by day, as `desk.rounds.burndown` says.

    Attributes:
        owed: Items in all.
        left: Those not done now.
        today: The last day that is known: that of the closing where the round is over.
        a_day: Items a working day; None where nothing was done.
        end: When the rest is done at that speed; None where nothing is left or nothing is known.
        days: From the opening to today or the due day, whichever is later.
    """

    round: int
    name: str
    owed: int
    left: int
    today: date
    due: date | None
    a_day: Fraction | None
    end: date | None
    days: tuple[BurnDay, ...]

    @property
    def this_evening(self) -> Fraction | None:
        """How many would be left this evening by the even line; None without a due day."""
        return next((one.even for one in self.days if one.day == self.today), None)
