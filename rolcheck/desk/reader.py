"""What one person sees of one campaign, whatever they may do in it."""

from collections.abc import Iterable
from datetime import date, datetime

from rolcheck.campaign.blockers import Blocker, blockers, carried
from rolcheck.campaign.loader import Campaign
from rolcheck.campaign.standing import Standing
from rolcheck.desk.ledger import Ledger
from rolcheck.desk.sight import Sight
from rolcheck.events.types import Event
from rolcheck.scoring.results import Results


class Reader:
    """Somebody who reads a campaign: how it stands, and what is left to do in it.

    Args:
        ledger: The campaign's ledger.
        who: The person's id; empty for somebody who only reads.
    """

    def __init__(self, ledger: Ledger, who: str = "") -> None:
        self.ledger, self.who = ledger, who
        self._results: dict[tuple[int, int | None], Results] = {}

    @property
    def campaign(self) -> Campaign:
        """The campaign's files."""
        return self.ledger.campaign

    def changed_files(self) -> tuple[str, ...]:
        """Return which of criteria and campaign.toml differ from what is on record."""
        return self.ledger.changed_files()

    def standing(self) -> Standing:
        """How the campaign stands now."""
        return self.ledger.standing()

    def sight(self) -> Sight:
        """What this person may see."""
        return Sight(self.standing(), self.who)

    def now(self) -> datetime:
        """The clock's time."""
        return self.ledger.clock()

    def today(self) -> date:
        """The day it is where the campaign is run."""
        return self.now().astimezone(self.standing().settings.timezone).date()

    def results(self, number: int, edition: int | None = None) -> Results:
        """Return the results as of a round: as at its closing, or of the open one as known now.

        Args:
            number: The round.
            edition: Of the sealed last round: which edition; None for the latest.
        """
        standing = self.ledger.standing_at(number, edition)
        known = self._results.get((number, edition))
        if known is None or known.standing is not standing:
            known = self._results[number, edition] = Results(standing, number)
        return known

    def blockers(self) -> tuple[Blocker, ...]:
        """Return what blocks closing the open round, as far as this person may see."""
        standing = self.standing()
        number = standing.open_round
        if number is None:
            return ()
        looks = standing.plan(number).kind == "final"
        disputes = self.results(number).disputes if looks else frozenset()
        return self._visible(blockers(standing, number, disputes=disputes, today=self.today()))

    def carried(self) -> tuple[Blocker, ...]:
        """Return what would be handed on to the next round, as far as this person may see."""
        standing = self.standing()
        number = standing.open_round
        if number is None:
            return ()
        disputes = self.results(number).disputes
        return self._visible(carried(standing, number, disputes=disputes, today=self.today()))

    def length(self) -> int:
        """Return how many events the ledger has, whoever wrote them."""
        return self.ledger.store.length()

    def log(self, *, after: int = 0, limit: int | None = None) -> tuple[Event, ...]:
        """Return what this person may see of the events behind the first `after`, in their order.

        Args:
            after: How many are passed over, whoever wrote them.
            limit: How many are looked at; None for all.
        """
        events = self.ledger.store.events(after=after, limit=limit)
        return tuple(filter(self.sight().may_see_event, events))

    def print_head(self) -> str:
        """Return the ledger's head to be printed; its frontier is kept, to be held against it."""
        return self.ledger.store.keep_head()

    def must_be_sound(self) -> None:
        """Check that nothing was changed behind the ledger's back.

        Raises:
            TamperedError: Something was.
        """
        self.ledger.must_be_sound()

    def _visible(self, left: Iterable[Blocker]) -> tuple[Blocker, ...]:
        return tuple(filter(self.sight().may_see_blocker, left))
