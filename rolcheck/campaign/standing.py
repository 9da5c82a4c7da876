"""How a campaign stands: its settings, and everything done so far, indexed for questions."""

from collections import defaultdict
from collections.abc import Mapping, Set
from functools import cached_property
from json import loads

from rolcheck.base.errors import InputError
from rolcheck.base.ids import suggest
from rolcheck.base.messages import N_
from rolcheck.campaign.settings import RoundPlan, Settings
from rolcheck.criteria.model import Criteria
from rolcheck.events.rows import (
    AssignmentRow,
    BarRow,
    DeclarationRow,
    FindingMoveRow,
    FindingRow,
    ObservationRow,
    RecallRow,
    ReceiptRow,
    RoundRow,
    Row,
    RulingRow,
    Tables,
    VerdictRow,
)
from rolcheck.submission.manifest import Manifest

Cell = tuple[str, str]
"""A submission's id and an indicator's id."""

OWN_OFFICE = "own-office"


class Standing:
    """Settings and folded state at one moment; never changed, only made anew.

    Args:
        settings: campaign.toml as it is in force.
        criteria: The criteria set in force.
        manifests: By submission id: what was received last, or the file where nothing was.
        tables: What the events add up to.
    """

    def __init__(
        self,
        settings: Settings,
        criteria: Criteria,
        manifests: Mapping[str, Manifest],
        tables: Tables,
    ) -> None:
        self.settings = settings
        self.criteria = criteria
        self.manifests = manifests
        self.tables = tables

    def after(self, changed: Set[type[Row]], tables: Tables | None = None) -> "Standing":
        """Return how it stands when rows of `changed` tables came or changed.

        What does not rest on these tables is kept and not worked out again; settings, criteria
        and manifests must be the same.
        """
        later = Standing(self.settings, self.criteria, self.manifests, tables or self.tables)
        for name, rests_on in _RESTS_ON.items():
            if name in self.__dict__ and changed.isdisjoint(rests_on):
                later.__dict__[name] = self.__dict__[name]
        return later

    def supposing(self, row: Row) -> "Standing":
        """Return how it would stand if `row` had been added; nothing is recorded anywhere."""
        kind, rows = type(row), self.tables.rows
        return self.after({kind}, Tables({**rows, kind: {**rows[kind], row.id_value: row}}))

    # rounds

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

    # what was handed in

    @cached_property
    def receipts(self) -> Mapping[str, tuple[ReceiptRow, ...]]:
        """The receipts of every submission, oldest first."""
        found: dict[str, list[ReceiptRow]] = defaultdict(list)
        for row in self.tables.of(ReceiptRow):
            found[row.submission].append(row)
        return {submission: tuple(rows) for submission, rows in found.items()}

    @cached_property
    def _versions(self) -> Mapping[str, Mapping[str, str]]:
        return {submission: loads(rows[-1].versions) for submission, rows in self.receipts.items()}

    def version(self, submission: str, indicator: str) -> str:
        """Return the material version of an indicator as received last; empty if nothing was."""
        return self._versions.get(submission, {}).get(indicator, "")

    def manifest(self, submission: str) -> Manifest:
        """Return the manifest of a submission.

        Raises:
            InputError: No such submission.
        """
        if submission not in self.manifests:
            near = suggest(submission, self.manifests)
            raise InputError(
                N_("no submission '{name}'"),
                hint=N_("perhaps '{near}'") if near else N_("the submissions are {known}"),
                name=submission,
                near=near,
                known=", ".join(self.manifests),
            )
        return self.manifests[submission]

    # who

    @cached_property
    def bars(self) -> Mapping[tuple[str, str], str]:
        """Why somebody may not review a submission: recusal, abstention or own-office."""
        found = {}
        for submission, manifest in self.manifests.items():
            offices = {*manifest.submission.offices, manifest.submission.name}
            for person in self.settings.reviewers:
                if offices.intersection(person.offices):
                    found[submission, person.id] = OWN_OFFICE
        for row in self.tables.of(BarRow):
            if row.in_force:
                found[row.submission, row.reviewer] = row.kind
        return found

    def bars_in_force(self, kind: str) -> frozenset[tuple[str, str]]:
        """Return the submissions and people of the bars of one kind that stand."""
        return frozenset(
            (row.submission, row.reviewer)
            for row in self.tables.of(BarRow)
            if row.in_force and row.kind == kind
        )

    @cached_property
    def declared(self) -> frozenset[str]:
        """Everybody whose declarations stand."""
        return frozenset(row.reviewer for row in self.tables.of(DeclarationRow) if not row.undone)

    @cached_property
    def _scopes(self) -> Mapping[tuple[int, str, str], frozenset[str]]:
        found: dict[tuple[int, str, str], frozenset[str]] = {}
        for row in self.tables.of(AssignmentRow):
            key = (row.round, row.submission, row.reviewer)
            named = self.indicators_in(loads(row.scope))
            before = found.get(key, frozenset())
            found[key] = before | named if row.action == "assign" else before - named
        return found

    def indicators_in(self, scope: list[str]) -> frozenset[str]:
        """Return the indicators that area, group or indicator ids cover; all for none."""
        if not scope:
            return self._all
        return frozenset[str]().union(*(self.criteria.under.get(one, ()) for one in scope))

    @cached_property
    def _all(self) -> frozenset[str]:
        return frozenset(indicator.id for indicator in self.criteria.indicators)

    def assigned(self, number: int, submission: str, reviewer: str) -> frozenset[str]:
        """Return the indicators that `reviewer` has of `submission` in round `number`.

        Bars are not looked at. Under open assignment every reviewer has everything.
        """
        if self.settings.campaign.assignment == "open":
            person = self.settings.people.get(reviewer)
            return self._all if person and "reviewer" in person.roles else frozenset()
        return self._scopes.get((number, submission, reviewer), frozenset())

    @cached_property
    def reviewers(self) -> tuple[str, ...]:
        """Everybody with the role reviewer, in the order of campaign.toml."""
        return tuple(person.id for person in self.settings.reviewers if "reviewer" in person.roles)

    # what was said

    @cached_property
    def observations(self) -> Mapping[Cell, tuple[ObservationRow, ...]]:
        """The observations of a cell that were not taken back, oldest first."""
        found: dict[Cell, list[ObservationRow]] = defaultdict(list)
        for row in self.tables.of(ObservationRow):
            if not row.undone:
                found[row.submission, row.indicator].append(row)
        return {cell: tuple(rows) for cell, rows in found.items()}

    def own_latest(self, submission: str, indicator: str, reviewer: str) -> ObservationRow | None:
        """Return the latest observation that `reviewer` made of a cell in any round."""
        rows = self.observations.get((submission, indicator), ())
        return next((row for row in reversed(rows) if row.reviewer == reviewer), None)

    @cached_property
    def rulings(self) -> Mapping[Cell, RulingRow]:
        """The ruling that stands for a cell; lifted ones are left out."""
        latest = {(row.submission, row.indicator): row for row in self.tables.of(RulingRow)}
        return {cell: row for cell, row in latest.items() if row.value}

    @cached_property
    def findings(self) -> Mapping[Cell, tuple[FindingRow, ...]]:
        """The findings of a cell, in the order in which they were added."""
        found: dict[Cell, list[FindingRow]] = defaultdict(list)
        for row in self.tables.of(FindingRow):
            found[row.submission, row.indicator].append(row)
        return {cell: tuple(rows) for cell, rows in found.items()}

    @cached_property
    def finding_moves(self) -> Mapping[str, tuple[FindingMoveRow, ...]]:
        """What happened to a finding, by its event id, oldest first."""
        found: dict[str, list[FindingMoveRow]] = defaultdict(list)
        for row in self.tables.of(FindingMoveRow):
            found[row.finding].append(row)
        return {finding: tuple(rows) for finding, rows in found.items()}

    @cached_property
    def verdicts(self) -> Mapping[tuple[str, str, str], VerdictRow]:
        """The latest verdict on every expected item, by submission, indicator and item."""
        return {
            (row.submission, row.indicator, row.item): row
            for row in self.tables.of(VerdictRow)
            if not row.undone
        }

    @cached_property
    def recalls(self) -> Mapping[int, frozenset[Cell]]:
        """What was called back into a round."""
        found: dict[int, set[Cell]] = defaultdict(set)
        for row in self.tables.of(RecallRow):
            found[row.round].add((row.submission, row.indicator))
        return {number: frozenset(cells) for number, cells in found.items()}


_RESTS_ON: Mapping[str, tuple[type[Row], ...]] = {
    "rounds": (RoundRow,),
    "receipts": (ReceiptRow,),
    "_versions": (ReceiptRow,),
    "bars": (BarRow,),
    "declared": (DeclarationRow,),
    "_scopes": (AssignmentRow,),
    "_all": (),
    "observations": (ObservationRow,),
    "rulings": (RulingRow,),
    "findings": (FindingRow,),
    "finding_moves": (FindingMoveRow,),
    "verdicts": (VerdictRow,),
    "recalls": (RecallRow,),
}
"""By property: the tables that it is worked out from."""
