"""campaign.toml as a model."""

from collections.abc import Mapping
from datetime import date, datetime
from fractions import Fraction
from functools import cached_property
from typing import Literal
from zoneinfo import ZoneInfo

from pydantic import Field

from rolcheck.base.models import (
    FreeText,
    Id,
    Model,
    Points,
    PositiveInt,
    PositivePoints,
    Setting,
    Text,
)
from rolcheck.base.periods import Period
from rolcheck.base.workdays import Calendar

Role = Literal["reviewer", "coordinator", "arbiter", "observer", "unit"]
RoundKind = Literal["completeness", "scoring", "re-examination", "final"]

ROUND_KINDS: tuple[RoundKind, ...] = ("completeness", "scoring", "re-examination", "final")
SCORING_KINDS = ROUND_KINDS[1:]


class PeriodTable(Model):
    """The period under evaluation, both days included."""

    start: date
    end: date


class About(Model):
    """What is evaluated, and how it is run."""

    id: Id
    title: Text
    batch: FreeText = ""
    mode: Literal["ranking", "self-check"] = "ranking"
    criteria: Text
    period: PeriodTable
    timezone: Text = "Asia/Shanghai"
    assignment: Literal["listed", "open"] = "open"
    store: Text = "sqlite"
    declarations: tuple[Text, ...] = ()


class AggregationTable(Model):
    """How several scores become one, and what makes them a dispute."""

    method: Literal["mean", "median", "trimmed-mean"] = "mean"
    trim: int = Field(default=1, ge=0)
    minimum: PositiveInt = 5
    quorum: PositiveInt = 1
    dispute_at: Points = Fraction(3, 10)
    tie_break: tuple[Text, ...] = ()
    groups: Mapping[str, Points] = {}


class CalendarTable(Model):
    """Days off and days worked on, beside those that the state sets."""

    holidays: tuple[date, ...] = ()
    workdays: tuple[date, ...] = ()


class Unit(Model):
    """A responsible unit that ought to report."""

    id: Id
    name: Text
    kind: FreeText = ""


REVIEW = "review"
"""The id of the component that the rounds' own result is."""

Source = Literal["rounds", "import"]


class Component(Model):
    """A part of the result, on a scale of 100: what the rounds come to, or what is imported."""

    id: Id
    title: FreeText = ""
    weight: PositivePoints
    source: Source | None = None

    @property
    def is_review(self) -> bool:
        """Whether it is the rounds' own."""
        return self.id == REVIEW

    @property
    def name(self) -> str:
        """What people call it."""
        return self.title or self.id


class RoundPlan(Model):
    """One of the rounds: its kind, and when people expect it."""

    number: PositiveInt
    name: Text
    kind: RoundKind
    opens: date | None = None
    due: date | None = None
    closes: datetime | None = None
    blind: bool = False


class Reviewer(Model):
    """A person who takes part, in one or more roles."""

    id: Id
    name: Text
    roles: tuple[Role, ...] = Field(default=("reviewer",), min_length=1)
    offices: tuple[Text, ...] = ()
    areas: tuple[Text, ...] = ()
    group: FreeText = ""
    key: FreeText = ""
    unit: FreeText = ""
    submission: FreeText = ""


class Settings(Model):
    """The whole file."""

    campaign: About
    aggregation: AggregationTable = Field(default_factory=AggregationTable)
    calendar: CalendarTable = Field(default_factory=CalendarTable)
    units: tuple[Unit, ...] = Field(default=(), alias="unit")
    parameters: Mapping[str, Setting] = {}
    components: tuple[Component, ...] = Field(default=(), alias="component")
    rounds: tuple[RoundPlan, ...] = Field(alias="round", min_length=1)
    reviewers: tuple[Reviewer, ...] = Field(default=(), alias="reviewer")

    @property
    def period(self) -> Period:
        """The period under evaluation."""
        return Period(self.campaign.period.start, self.campaign.period.end)

    @cached_property
    def timezone(self) -> ZoneInfo:
        """The zone in which dates without one are meant."""
        return ZoneInfo(self.campaign.timezone)

    @cached_property
    def working_days(self) -> Calendar:
        """Which days are worked on where the campaign is run."""
        table = self.calendar
        return Calendar(frozenset(table.holidays), frozenset(table.workdays))

    @cached_property
    def people(self) -> Mapping[str, Reviewer]:
        """Everybody named, by id."""
        return {person.id: person for person in self.reviewers}

    @cached_property
    def plans(self) -> Mapping[int, RoundPlan]:
        """The rounds by number."""
        return {plan.number: plan for plan in self.rounds}

    @property
    def imported(self) -> tuple[Component, ...]:
        """The components that come from elsewhere than the rounds."""
        return tuple(one for one in self.components if not one.is_review)

    @property
    def last_round(self) -> int:
        """The number of the round that is sealed in the end."""
        return self.rounds[-1].number

    @property
    def is_ranking(self) -> bool:
        """Whether applicants are compared."""
        return self.campaign.mode == "ranking"
