"""Everything that a campaign comes to as of one round, computed on reading."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from fractions import Fraction
from functools import cached_property

from rolcheck.campaign.standing import Cell as CellId
from rolcheck.campaign.standing import Standing
from rolcheck.criteria.model import Indicator
from rolcheck.criteria.observing import Observation, observe
from rolcheck.events.rows import ComponentRow
from rolcheck.scoring import rollup
from rolcheck.scoring.agreement import Agreement, Level, agreement
from rolcheck.scoring.cells import (
    NOT_APPLICABLE,
    PENDING,
    UPHELD,
    Cell,
    Rules,
    aggregation_of,
    cell,
    rounding_of,
)
from rolcheck.scoring.components import composed
from rolcheck.scoring.panel import Aggregation
from rolcheck.scoring.ranking import Entry, ranked
from rolcheck.scoring.rollup import Branch, Leaf, NodeScore, RollUp, roll_up
from rolcheck.scoring.total import Part, Total, totalled


@dataclass(frozen=True, slots=True)
class SubmissionResult:
    """What one submission comes to.

    Attributes:
        id: The submission's id.
        cells: By indicator id, in the order of the criteria, bonus and veto included.
        root: The tree's scores; its children are the areas.
        total: Base, bonus, total, and what is pending.
        disqualified: Whether a veto was upheld.
    """

    id: str
    cells: Mapping[str, Cell]
    root: NodeScore
    total: Total
    disqualified: bool


class Results:
    """The results as of one round; each part is computed when it is first asked for.

    Args:
        standing: How the campaign stood at the moment asked for.
        number: The latest round whose observations count.
    """

    def __init__(self, standing: Standing, number: int) -> None:
        self.standing, self.number = standing, number
        self._observed: dict[tuple[str, str], Observation] = {}
        self._results: dict[str, SubmissionResult] = {}

    def supposing(self, standing: Standing, submission: str, indicator: str) -> "Results":
        """Return the results where one indicator of a submission stands otherwise.

        Args:
            standing: As `self.standing`, but for what concerns that indicator.
            submission: Whose.
            indicator: Its id; nothing else is worked out again but what it adds up to.
        """
        later = Results(standing, self.number)
        later._observed = self._observed
        cells = {**self.of(submission).cells, indicator: later.cell(submission, indicator)}
        later._results = {**self._results, submission: later._added_up(submission, cells)}
        return later

    @cached_property
    def _rules(self) -> Rules:
        scoring = self.standing.criteria.scoring
        return Rules(
            observe=self.observe,
            rounding=rounding_of(self.standing.criteria),
            aggregation=aggregation_of(self.standing.settings),
            dispute_at=self.standing.settings.aggregation.dispute_at,
            not_applicable=scoring.not_applicable,
        )

    def observe(self, indicator: Indicator, value: str) -> Observation:
        """Return what a recorded value means; each value is read once."""
        key = (indicator.id, value)
        if key not in self._observed:
            self._observed[key] = observe(indicator, value, self.standing.settings.period)
        return self._observed[key]

    def cell(self, submission: str, indicator: str) -> Cell:
        """Return one indicator of one submission."""
        return cell(
            self.standing,
            submission,
            self.standing.criteria.indicator(indicator),
            self.number,
            self._rules,
        )

    def of(self, submission: str) -> SubmissionResult:
        """Return what a submission comes to."""
        if submission not in self._results:
            self._results[submission] = self._result(submission)
        return self._results[submission]

    def _result(self, submission: str) -> SubmissionResult:
        criteria = self.standing.criteria
        cells = {
            indicator.id: cell(self.standing, submission, indicator, self.number, self._rules)
            for indicator in criteria.indicators
        }
        return self._added_up(submission, cells)

    def _added_up(self, submission: str, cells: Mapping[str, Cell]) -> SubmissionResult:
        criteria = self.standing.criteria
        rules = RollUp(
            method=criteria.scoring.rollup,
            not_applicable=criteria.scoring.not_applicable,
            rounding=self._rules.rounding,
        )
        leaves = {one.id: _leaf(cells[one.id]) for one in criteria.base}
        root = roll_up(_tree(self.standing, leaves), rules)
        bonuses = [cells[one.id].score for one in criteria.bonuses]
        total = totalled(
            root.score,
            [score for score in bonuses if score is not None],
            leaves.values(),
            cap=criteria.scoring.bonus_cap,
            rounding=self._rules.rounding,
        )
        total = composed(total, root.full, self._parts(submission), self._rules.rounding)
        upheld = any(cells[one.id].source == UPHELD for one in criteria.vetoes)
        return SubmissionResult(submission, cells, root, total, upheld)

    def _parts(self, submission: str) -> tuple[Part, ...]:
        """Return the components of a submission's result; empty where the campaign has none."""
        imported = self.standing.imported
        return tuple(
            Part(
                id=one.id,
                weight=one.weight,
                score=_imported_score(imported.get((submission, one.id))),
                review=one.is_review,
            )
            for one in self.standing.settings.components
        )

    @cached_property
    def all(self) -> tuple[SubmissionResult, ...]:
        """Every submission, in the order in which they are shown."""
        return tuple(self.of(submission) for submission in self.ranks)

    @cached_property
    def ranks(self) -> Mapping[str, int | None]:
        """The rank of every submission, None where it has none, in the order of showing."""
        places = ranked(
            [self._entry(submission) for submission in self.standing.manifests],
            competing=self.standing.settings.is_ranking,
        )
        return {place.id: place.rank for place in places}

    def _entry(self, submission: str) -> Entry:
        result = self.of(submission)
        areas = {area.id: area.score for area in result.root.children}
        return Entry(
            id=submission,
            kind=self.standing.manifests[submission].submission.kind,
            total=result.total.total,
            complete=result.total.complete,
            disqualified=result.disqualified,
            tie_break=tuple(areas.get(one) for one in self.standing.settings.aggregation.tie_break),
        )

    @cached_property
    def disputes(self) -> frozenset[CellId]:
        """The cells in dispute, ruled or not."""
        return frozenset(
            (result.id, one.indicator.id)
            for result in self.all
            for one in result.cells.values()
            if one.disputed
        )

    def ratings(self, indicator: str | None = None) -> list[Mapping[str, Fraction]]:
        """Return what reviewers gave, as shares of the full points: a unit a cell, by reviewer.

        Args:
            indicator: One indicator alone; None for all base indicators.
        """
        return [
            {
                seat.row.reviewer: seat.points / one.indicator.full
                for seat in one.seats
                if seat.points is not None
            }
            for one in self.judged
            if indicator in (None, one.indicator.id)
        ]

    @property
    def judged(self) -> Iterator[Cell]:
        """The cells that reviewers score in a way that can be compared: the base indicators."""
        return (
            one for result in self.all for one in result.cells.values() if one.indicator.is_base
        )

    def agreement(self, level: Level = "interval", indicator: str | None = None) -> Agreement:
        """Return how far the reviewers agree, on shares of the full points.

        Args:
            level: The level of measurement.
            indicator: One indicator alone; None for all base indicators.
        """
        return agreement([tuple(unit.values()) for unit in self.ratings(indicator)], level)

    def varied(self, *, aggregation: Aggregation | None = None, without: str = "") -> "Results":
        """Return the results with one thing otherwise; what it does not touch is taken over.

        Args:
            aggregation: Another way of combining; None for the campaign's own.
            without: A reviewer who is left out, save where nobody else scored an item.
        """
        rules = replace(
            self._rules, aggregation=aggregation or self._rules.aggregation, without=without
        )
        other = Results(self.standing, self.number)
        for result in self.all:
            cells = {id: self._varied(one, rules) for id, one in result.cells.items()}
            same = all(cells[id] is one for id, one in result.cells.items())
            other._results[result.id] = result if same else self._added_up(result.id, cells)
        return other

    def _varied(self, one: Cell, rules: Rules) -> Cell:
        if one.ruling or one.indicator.is_veto or len(one.seats) < 2:
            return one
        if rules.without and rules.without not in {seat.row.reviewer for seat in one.seats}:
            return one
        other = cell(self.standing, one.submission, one.indicator, self.number, rules)
        return one if other.source == PENDING else other


def _imported_score(row: ComponentRow | None) -> Fraction | None:
    return None if row is None else Fraction(row.score)


def _leaf(one: Cell) -> Leaf:
    state: Fraction | rollup.Unscored = rollup.PENDING
    if one.source == NOT_APPLICABLE:
        state = rollup.NOT_APPLICABLE
    elif one.score is not None:
        state = one.score
    return Leaf(one.indicator.id, one.indicator.full, one.indicator.weight, state)


def _tree(standing: Standing, leaves: Mapping[str, Leaf]) -> Branch:
    """Return the criteria's tree with the submission's scores as its leaves."""
    areas = tuple(
        Branch(
            area.id,
            area.area.weight,
            tuple(
                Branch(
                    group.id,
                    group.group.weight,
                    tuple(leaves[indicator.id] for indicator in group.indicators),
                )
                for group in area.groups
            ),
        )
        for area in standing.criteria.tree
    )
    return Branch("", Fraction(1), areas)
