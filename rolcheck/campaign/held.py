"""What of a campaign was held so far: rounds, editions, what came in beside, who takes part."""

from collections.abc import Mapping
from functools import cached_property

from rolcheck.base.errors import InputError
from rolcheck.base.messages import N_
from rolcheck.campaign.settings import RoundPlan, Settings
from rolcheck.campaign.shares import latest_publications
from rolcheck.events.rows import (
    ComponentRow,
    DeclarationRow,
    EditionRow,
    ObjectionRow,
    PublicationRow,
    RoundRow,
    Tables,
)


class Held:
    """The rounds as planned and as far as they have come.

    Args:
        settings: campaign.toml as it is in force.
        tables: What the events add up to.
    """

    def __init__(self, settings: Settings, tables: Tables) -> None:
        self.settings = settings
        self.tables = tables

    @cached_property
    def rounds(self) -> Mapping[int, RoundRow]:
        """The rounds that were ever opened, by number."""
        return {row.number: row for row in self.tables.of(RoundRow)}

    @property
    def open_round(self) -> int | None:
        """The number of the round that is open, if one is."""
        return next((n for n, row in self.rounds.items() if row.state == "open"), None)

    @property
    def latest_closed(self) -> int | None:
        """The number of the last round that was closed, if any."""
        return max((n for n, row in self.rounds.items() if row.state != "open"), default=None)

    @property
    def current_round(self) -> int:
        """The open round, else the latest closed, else the first."""
        return self.open_round or self.latest_closed or self.settings.rounds[0].number

    @property
    def next_round(self) -> int | None:
        """The round that would be opened next; None after the last."""
        planned = [plan.number for plan in self.settings.rounds if plan.number not in self.rounds]
        return planned[0] if planned else None

    @property
    def is_sealed(self) -> bool:
        """Whether the last round was sealed."""
        return any(row.state == "sealed" for row in self.rounds.values())

    def state_of(self, number: int) -> str:
        """Return planned, open, closed or sealed."""
        row = self.rounds.get(number)
        return row.state if row else "planned"

    def plan(self, number: int) -> RoundPlan:
        """Return the plan of a round.

        Raises:
            InputError: The campaign has no such round.
        """
        if number not in self.settings.plans:
            raise InputError(
                N_("no round {number}"),
                hint=N_("the rounds are {rounds}"),
                number=number,
                rounds=", ".join(map(str, self.settings.plans)),
            )
        return self.settings.plans[number]

    @property
    def editions(self) -> tuple[EditionRow, ...]:
        """The sealed editions of the result, the first one first."""
        return self.tables.of(EditionRow)

    @property
    def objections(self) -> tuple[ObjectionRow, ...]:
        """The objections made after publication, in the order in which they were entered."""
        return self.tables.of(ObjectionRow)

    @cached_property
    def imported(self) -> Mapping[tuple[str, str], ComponentRow]:
        """What was imported last, by submission and component."""
        return {(row.submission, row.component): row for row in self.tables.of(ComponentRow)}

    @cached_property
    def published_at(self) -> Mapping[int, str]:
        """When the assignments of a round were published last; absent where they never were."""
        return latest_publications(self.tables.of(PublicationRow), self.tables.of(RoundRow))

    @cached_property
    def declared(self) -> frozenset[str]:
        """Everybody whose declarations stand."""
        return frozenset(row.reviewer for row in self.tables.of(DeclarationRow) if not row.undone)

    @cached_property
    def reviewers(self) -> tuple[str, ...]:
        """Everybody with the role reviewer, in the order of campaign.toml."""
        return tuple(person.id for person in self.settings.reviewers if "reviewer" in person.roles)
