"""A criteria set: areas, groups, indicators with their rules, and the registers they count from."""

import re
from collections.abc import Mapping, Set
from fractions import Fraction
from functools import cached_property
from typing import Annotated, Literal

from pydantic import AfterValidator, Field, PrivateAttr

from rolcheck.base.errors import InputError
from rolcheck.base.ids import perhaps
from rolcheck.base.messages import N_
from rolcheck.base.models import FreeText, Id, Model, Points, Text, Weight, WrongValueError
from rolcheck.criteria.registers import Catalogue, Metric, Parameter, Register
from rolcheck.criteria.rules import Rule
from rolcheck.criteria.rules.bonus import BonusRule
from rolcheck.criteria.rules.ratio import RatioRule
from rolcheck.criteria.rules.veto import VetoRule
from rolcheck.criteria.tree import AreaNode, grow

NOT_READ = "not read for bonus and veto: a bonus adds its points as they are"
FirstScored = Literal["scoring", "re-examination", "final"]
Places = Annotated[int, Field(ge=0, le=9)]


def has_parts(name: object, parts: int) -> bool:
    """Tell whether `name` is an id of so many parts of letters and digits."""
    return (
        isinstance(name, str)
        and len(name) <= 64
        and name.count(".") == parts - 1
        and re.fullmatch(r"[A-Za-z0-9]+(\.[A-Za-z0-9]+)*", name) is not None
    )


def _of_parts(parts: int, expected: str) -> AfterValidator:
    def check(value: str) -> str:
        if not has_parts(value, parts):
            raise WrongValueError(N_("{key} does not fit here: {value}"), expected)
        return value

    return AfterValidator(check)


AreaId = Annotated[str, _of_parts(1, N_("expected one part of letters and digits, as in 3"))]
GroupId = Annotated[str, _of_parts(2, N_("expected two parts of letters and digits, as in 3.2"))]
IndicatorId = Annotated[
    str, _of_parts(3, N_("expected three parts of letters and digits, as in 3.2.1"))
]


class Titled(Model):
    """Base of what has a title in Chinese, and maybe one in English."""

    title: Text
    title_en: Text | None = Field(default=None, alias="title_en")

    def title_in(self, lang: str) -> str:
        """Return the title in a language, in Chinese where there is no other."""
        return (self.title_en if lang == "en" else None) or self.title


class RoundTo(Model):
    """To how many places each level is rounded; None is exact."""

    observation: Places | None = None
    panel: Places | None = None
    weighted: Places | None = None
    group: Places | None = None
    area: Places | None = None
    total: Places | None = None


class Scoring(Model):
    """How points of indicators become a total."""

    rollup: Literal["sum", "weighted-mean"] = "sum"
    not_applicable: Literal["rescale", "full", "zero"] = "rescale"
    round_to: RoundTo = Field(default_factory=RoundTo)
    round_mode: Literal["half-up", "half-even", "down"] = "half-up"
    bonus_cap: Points | None = None


class About(Titled):
    """The set itself: its name, edition and source, and how it adds up."""

    id: Id
    edition: FreeText = ""
    source: FreeText = ""
    catalogue: Id | None = None
    points: Points | None = None
    scoring: Scoring = Field(default_factory=Scoring)


class Area(Titled):
    """The first level."""

    id: AreaId
    weight: Weight = Fraction(1)


class Group(Titled):
    """The second level."""

    id: GroupId
    weight: Weight = Fraction(1)

    @property
    def area_id(self) -> str:
        """The id of the area above."""
        return self.id.rpartition(".")[0]


class EvidenceItem(Titled):
    """A piece of evidence that is expected for an indicator."""

    id: Id
    required: bool = True


class Indicator(Titled):
    """The third level: what is observed, and the rule that makes points of it."""

    id: IndicatorId
    guidance: FreeText = ""
    points: Points | None = None
    weight: Weight = Field(default=Fraction(1), description=NOT_READ)
    evidence: tuple[EvidenceItem, ...] = ()
    first_scored: FirstScored = "scoring"
    office: FreeText = ""
    co_offices: tuple[Text, ...] = ()
    not_applicable: bool = False
    rule: Rule
    _metric: Metric | None = PrivateAttr(default=None)

    @property
    def group_id(self) -> str:
        """The id of the group above."""
        return self.id.rpartition(".")[0]

    @property
    def area_id(self) -> str:
        """The id of the area above."""
        return self.id.partition(".")[0]

    @property
    def is_bonus(self) -> bool:
        """Whether its points are added outside the base."""
        return isinstance(self.rule, BonusRule)

    @property
    def is_veto(self) -> bool:
        """Whether it disqualifies and gives no points."""
        return isinstance(self.rule, VetoRule)

    @property
    def is_base(self) -> bool:
        """Whether it stands in the tree."""
        return not (self.is_bonus or self.is_veto)

    @property
    def full(self) -> Fraction:
        """The full points: of a bonus the most it gives, of a veto 0."""
        if isinstance(self.rule, BonusRule):
            return self.rule.at_most
        return Fraction(0) if self.is_veto or self.points is None else self.points

    @property
    def metric(self) -> Metric | None:
        """The metric that its rule names, None where there is none or no register is known."""
        return self._metric

    def bind(self, metrics: Mapping[str, Metric]) -> None:
        """Look up the metric that the rule names; only for the set that holds the indicator."""
        named = self.rule.metric if isinstance(self.rule, RatioRule) else None
        self._metric = metrics.get(named) if named else None


class Criteria(Model):
    """A whole criteria set, as a file has it."""

    about: About = Field(alias="criteria")
    areas: tuple[Area, ...] = Field(alias="area", min_length=1)
    groups: tuple[Group, ...] = Field(alias="group", min_length=1)
    indicators: tuple[Indicator, ...] = Field(alias="indicator", min_length=1)
    registers: tuple[Register, ...] = Field(default=(), alias="register")
    parameters: tuple[Parameter, ...] = Field(default=(), alias="parameter")

    def model_post_init(self, context: object, /) -> None:
        """Tell the indicators the metrics that their rules name."""
        metrics = {
            f"{register.id}.{metric.id}": metric
            for register in self.registers
            for metric in register.metrics
        }
        for indicator in self.indicators:
            indicator.bind(metrics)

    def with_catalogue(self, catalogue: Catalogue) -> "Criteria":
        """Return the set with the registers and parameters of `catalogue` after its own."""
        return Criteria(
            about=self.about,
            areas=self.areas,
            groups=self.groups,
            indicators=self.indicators,
            registers=self.registers + catalogue.registers,
            parameters=self.parameters + catalogue.parameters,
        )

    @property
    def id(self) -> str:
        """The id of the set."""
        return self.about.id

    @property
    def title(self) -> str:
        """The title in Chinese."""
        return self.about.title

    @property
    def title_en(self) -> str | None:
        """The title in English, if there is one."""
        return self.about.title_en

    @property
    def edition(self) -> str:
        """The edition."""
        return self.about.edition

    @property
    def source(self) -> str:
        """Where the set comes from."""
        return self.about.source

    @property
    def catalogue(self) -> str | None:
        """The id of the register catalogue beside the file, if it names one."""
        return self.about.catalogue

    @property
    def points(self) -> Fraction | None:
        """What the base adds up to, if the file says so."""
        return self.about.points

    @property
    def scoring(self) -> Scoring:
        """How points become a total."""
        return self.about.scoring

    def title_in(self, lang: str) -> str:
        """Return the title in a language, in Chinese where there is no other."""
        return self.about.title_in(lang)

    @cached_property
    def tree(self) -> tuple[AreaNode, ...]:
        """The areas with their groups and base indicators; what holds none is left out."""
        return grow(self.areas, self.groups, self.base)

    @cached_property
    def base(self) -> tuple[Indicator, ...]:
        """The indicators in the tree."""
        return tuple(indicator for indicator in self.indicators if indicator.is_base)

    @cached_property
    def bonuses(self) -> tuple[Indicator, ...]:
        """The indicators that add to the base."""
        return tuple(indicator for indicator in self.indicators if indicator.is_bonus)

    @cached_property
    def vetoes(self) -> tuple[Indicator, ...]:
        """The indicators that disqualify."""
        return tuple(indicator for indicator in self.indicators if indicator.is_veto)

    @cached_property
    def under(self) -> Mapping[str, Set[str]]:
        """By the id of an area, group or indicator: the indicators that it covers."""
        found: dict[str, set[str]] = {}
        for one in self.indicators:
            for name in (one.area_id, one.group_id, one.id):
                found.setdefault(name, set()).add(one.id)
        return found

    @cached_property
    def _by_id(self) -> Mapping[str, Indicator]:
        return {indicator.id: indicator for indicator in self.indicators}

    def indicator(self, name: str) -> Indicator:
        """Return the indicator of that id.

        Raises:
            InputError: There is none; the nearest id is named.
        """
        found = self._by_id.get(name)
        if found is None:
            hint, near = perhaps(name, self._by_id)
            raise InputError(N_("no indicator '{name}'"), hint=hint, name=name, near=near)
        return found
