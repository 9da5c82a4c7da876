"""How a campaign stands: its settings, and everything done so far, indexed for questions."""

from collections import defaultdict
from collections.abc import Mapping, Set
from functools import cached_property
from json import loads

from rolcheck.base.errors import InputError
from rolcheck.base.ids import perhaps
from rolcheck.base.messages import N_
from rolcheck.campaign.bars import Bar, Pair, bars, derived
from rolcheck.campaign.held import Held
from rolcheck.campaign.settings import Settings
from rolcheck.campaign.shares import Share, Shares, added_up
from rolcheck.criteria.model import Criteria
from rolcheck.events.rows import (
    AssignmentRow,
    BarRow,
    ComponentRow,
    DeclarationRow,
    DismissalRow,
    FindingMoveRow,
    FindingRow,
    ObservationRow,
    PublicationRow,
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


class Standing(Held):
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
        super().__init__(settings, tables)
        self.criteria = criteria
        self.manifests = manifests

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

    def supposing(self, *added: Row) -> "Standing":
        """Return how it would stand if rows had been added; nothing is recorded anywhere."""
        rows = dict(self.tables.rows)
        for kind in {type(row) for row in added}:
            here = {row.id_value: row for row in added if type(row) is kind}
            rows[kind] = {**rows[kind], **here}
        return self.after({type(row) for row in added}, Tables(rows))

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
        return {name: loads(rows[-1].versions) for name, rows in self.receipts.items()}

    def version(self, submission: str, indicator: str) -> str:
        """Return the material version of an indicator as received last; empty if nothing was."""
        return self._versions.get(submission, {}).get(indicator, "")

    def manifest(self, submission: str) -> Manifest:
        """Return the manifest of a submission.

        Raises:
            InputError: No such submission.
        """
        if submission not in self.manifests:
            hint, near = perhaps(submission, self.manifests, N_("the submissions are {known}"))
            raise InputError(
                N_("no submission '{name}'"),
                hint=hint,
                name=submission,
                near=near,
                known=", ".join(self.manifests),
            )
        return self.manifests[submission]

    # who

    @cached_property
    def derived_conflicts(self) -> Mapping[Pair, str]:
        """The conflicts that follow from the offices in campaign.toml: own-office, own-district."""
        return derived(self.settings, self.manifests)

    @cached_property
    def _bars(self) -> Mapping[Pair, Bar]:
        rows, dismissals = self.tables.of(BarRow), self.tables.of(DismissalRow)
        return bars(self.derived_conflicts, rows, dismissals)

    @cached_property
    def bars(self) -> Mapping[Pair, str]:
        """Why somebody may not review a submission: as `campaign.bars` calls it."""
        return {pair: bar.code for pair, bar in self._bars.items()}

    def conflict(self, submission: str, who: str) -> str:
        """Return of which kind the conflict behind a bar is; empty where nobody said."""
        bar = self._bars.get((submission, who))
        return bar.conflict if bar else ""

    @cached_property
    def shares(self) -> Shares:
        """Who was given what, in effect and planned; bars are not looked at."""
        return added_up(self.tables.of(AssignmentRow), self.published_at, self.indicators_in)

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

        Drafts and bars are not looked at. Under open assignment every reviewer has everything.
        """
        return self._given(self.shares.in_effect, number, submission, reviewer)

    def planned(self, number: int, submission: str, reviewer: str) -> frozenset[str]:
        """Return what `assigned` will once all drafts of the round are published."""
        return self._given(self.shares.planned, number, submission, reviewer)

    def _given(
        self, shares: Mapping[Share, frozenset[str]], number: int, submission: str, reviewer: str
    ) -> frozenset[str]:
        if self.settings.campaign.assignment == "open":
            person = self.settings.people.get(reviewer)
            return self._all if person and "reviewer" in person.roles else frozenset()
        return shares.get((number, submission, reviewer), frozenset())

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
    "derived_conflicts": (),
    "_bars": (BarRow, DismissalRow),
    "bars": (BarRow, DismissalRow),
    "declared": (DeclarationRow,),
    "published_at": (PublicationRow, RoundRow),
    "shares": (AssignmentRow, PublicationRow, RoundRow),
    "_all": (),
    "observations": (ObservationRow,),
    "rulings": (RulingRow,),
    "findings": (FindingRow,),
    "finding_moves": (FindingMoveRow,),
    "verdicts": (VerdictRow,),
    "recalls": (RecallRow,),
    "imported": (ComponentRow,),
}
"""By property: the tables that it is worked out from."""
