"""Who may see what, and as of when: the reader's half of the table of roles.

| role             | sees                                                                       |
|------------------|----------------------------------------------------------------------------|
| coordinator      | everything                                                                 |
| arbiter          | everything                                                                 |
| reviewer         | own items with their history; others' scores of closed rounds, and of an   |
|                  | open one unless it is blind; results likewise                              |
| observer, nobody | closed rounds' results; of an open blind round nothing                     |
| unit             | its indicators: material, findings; no scores before the seal              |
"""

from dataclasses import dataclass

from rolcheck.base.errors import RefusedError
from rolcheck.base.messages import N_
from rolcheck.campaign.blockers import Blocker
from rolcheck.campaign.openings import came_back
from rolcheck.campaign.permissions import person
from rolcheck.campaign.standing import Standing
from rolcheck.criteria.model import Indicator
from rolcheck.desk.gates import is_own_item
from rolcheck.events.rows import FindingRow, ObservationRow
from rolcheck.events.types import Event


@dataclass(frozen=True, slots=True)
class Sight:
    """What one reader may see of a campaign as it stands now.

    Attributes:
        standing: How the campaign stands.
        who: The reader; empty for nobody in particular, who sees what an observer sees.
    """

    standing: Standing
    who: str

    @property
    def roles(self) -> tuple[str, ...]:
        """The reader's roles."""
        if not self.who:
            return ("observer",)
        return tuple(person(self.standing.settings, self.who).roles)

    @property
    def sees_all(self) -> bool:
        """Whether nothing is hidden from the reader."""
        return bool({"coordinator", "arbiter"}.intersection(self.roles))

    @property
    def is_blind(self) -> bool:
        """Whether the open round is hidden from the reader."""
        number = self.standing.open_round
        return number is not None and self.standing.plan(number).blind and not self.sees_all

    def result_round(self, wanted: int | None) -> int | None:
        """Return the round whose results are shown; None where none may be yet.

        Args:
            wanted: The round asked for; None for the latest that may be seen.

        Raises:
            InputError: The campaign has no such round.
            RefusedError: The round is hidden from the reader.
        """
        self.must_see_results()
        standing = self.standing
        if wanted is not None:
            standing.plan(wanted)
            if self.is_blind and wanted == standing.open_round:
                raise RefusedError(N_("round {number} is blind until it closes"), number=wanted)
            if wanted not in standing.rounds and wanted != standing.current_round:
                raise RefusedError(N_("round {number} has not been opened"), number=wanted)
            return wanted
        return standing.latest_closed if self.is_blind else standing.current_round

    def must_see_results(self) -> None:
        """Check that the reader may see results at all.

        Raises:
            RefusedError: A unit asks before the seal.
        """
        if self.roles == ("unit",) and not self.standing.is_sealed:
            raise RefusedError(N_("a unit sees scores once the campaign is sealed"))

    def may_see_item(self, submission: str, indicator: str) -> bool:
        """Tell whether the reader may see the material and history of one item."""
        if self.sees_all:
            return True
        return bool(self.who) and is_own_item(self.standing, submission, indicator, self.who)

    def may_see_score(self, row: ObservationRow) -> bool:
        """Tell whether the reader may see one observation with its author."""
        if self.sees_all or row.reviewer == self.who:
            return True
        if "reviewer" not in self.roles:
            return False
        if self.is_blind and row.round == self.standing.open_round:
            return False
        return is_own_item(self.standing, row.submission, row.indicator, self.who)

    def may_see_finding(self, row: FindingRow) -> bool:
        """Tell whether the reader may see one finding."""
        if self.sees_all or (bool(self.who) and row.author == self.who):
            return True
        if self.is_blind and "reviewer" in self.roles and row.round == self.standing.open_round:
            return False
        return bool(self.who) and is_own_item(
            self.standing, row.submission, row.indicator, self.who
        )

    def came_back(self, number: int, submission: str, indicator: Indicator) -> tuple[str, ...]:
        """Return why an item is open again, as far as the reader may know."""
        return came_back(
            self.standing, number, submission, indicator, knows_of=self.may_see_finding
        )

    def may_see_blocker(self, blocker: Blocker) -> bool:
        """Tell whether the reader may see one thing that is left to do.

        What is left tells what others did: reviewers see what they owe themselves, whoever is
        not to know scores sees nothing of an open blind round.
        """
        if self.sees_all:
            return True
        if "reviewer" in self.roles and blocker.subject == self.who:
            return True
        return self.roles != ("unit",) and not self.is_blind

    def may_see_event(self, event: Event) -> bool:
        """Tell whether the reader may see one event of the ledger."""
        return self.sees_all or (bool(self.who) and event.author == self.who)
