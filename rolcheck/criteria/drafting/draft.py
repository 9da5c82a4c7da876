"""A draft of a criteria set: what was made of a table, and where each part of it stood."""

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from typing import Literal

from rolcheck.base.places import Place, address
from rolcheck.base.problems import Problem
from rolcheck.criteria.drafting.codes import Settings
from rolcheck.criteria.model import About
from rolcheck.criteria.rules.terms import RuleModel

State = Literal["read", "partly", "unread"]
"""Whether the rule says all of the scoring notes, some, or none of them."""


@dataclass(frozen=True, slots=True)
class DraftIndicator:
    """One indicator.

    Attributes:
        id: Its id in the draft.
        title: Its title, without number and points.
        where: The cell of its title.
        marker: The number that stood before the title.
        points: The full points, None where the table gives none that can be read.
        weight: Its weight, None where the table gives none.
        guidance: What reviewers look at; the scoring notes as the table has them are part of it.
        evidence: Titles of what is expected, and whether each is required.
        offices: The responsible unit, then those that take part.
        rule: What was made of the scoring notes.
        state: How much of the notes that is.
        unread: What was not understood.
        settings: Further keys of the criteria file, as an export writes them.
        remarks: What is to be looked at again: a hidden row, a weight that is not used, a slope.
    """

    id: str
    title: str
    where: Place
    marker: str
    points: Fraction | None
    weight: Fraction | None
    guidance: str
    evidence: tuple[tuple[str, bool], ...]
    offices: tuple[str, ...]
    rule: RuleModel
    state: State
    unread: tuple[str, ...] = ()
    settings: Settings = ()
    remarks: tuple[str, ...] = ()

    @property
    def is_base(self) -> bool:
        """Whether it stands in the tree."""
        return self.kind not in ("bonus", "veto")

    @property
    def kind(self) -> str:
        """The kind of its rule."""
        return str(getattr(self.rule, "kind", ""))


@dataclass(frozen=True, slots=True)
class DraftGroup:
    """One group; `where` is None where the table has none and the area's title stands in."""

    id: str
    title: str
    where: Place | None
    marker: str
    stated: Fraction | None
    indicators: tuple[DraftIndicator, ...]
    weight: Fraction | None = None
    settings: Settings = ()


@dataclass(frozen=True, slots=True)
class DraftArea:
    """One area; `where` is None where the table has none and its own name stands in."""

    id: str
    title: str
    where: Place | None
    marker: str
    stated: Fraction | None
    groups: tuple[DraftGroup, ...]
    weight: Fraction | None = None
    settings: Settings = ()

    @property
    def indicators(self) -> Iterator[DraftIndicator]:
        """Every indicator below."""
        for group in self.groups:
            yield from group.indicators


@dataclass(frozen=True, slots=True)
class Difference:
    """Points that a table states and those that its rows add up to.

    Attributes:
        of: The id of the group or area; empty for all of it.
        where: The cell that states them.
    """

    of: str
    where: Place
    stated: Fraction
    summed: Fraction


@dataclass(frozen=True, slots=True)
class Remark:
    """A cell that is no part of an indicator: a title, a note, a total."""

    where: Place
    text: str


@dataclass(frozen=True, slots=True)
class Draft:
    """A whole set.

    Attributes:
        source: The table's file, by its name.
        points: What the base adds up to; None where some points are missing.
        bonus_cap: The most that all bonus items bring together, where the table says so.
        differences: Where sums are not what the table states.
        problems: What could not be made sense of.
        above: What stood above the tables.
        below: What stood in or below them without being part of an indicator.
        about: The set's own settings, where the table is an export that carries them.
        hidden: What the office program does not show, and whether it was read.
        cells: Every text of the tables that were read, headings left out.
    """

    id: str
    title: str
    source: str
    areas: tuple[DraftArea, ...]
    points: Fraction | None
    bonus_cap: Fraction | None
    differences: tuple[Difference, ...]
    problems: tuple[Problem, ...]
    above: tuple[Remark, ...]
    below: tuple[Remark, ...]
    about: About | None = None
    hidden: tuple[Problem, ...] = ()
    cells: tuple[Remark, ...] = ()

    @property
    def is_weighted(self) -> bool:
        """Whether the table gives weights that the draft does not use."""
        nodes: tuple[DraftArea | DraftGroup, ...] = (*self.areas, *self.groups)
        marked = (text for one in self.indicators for text in one.remarks)
        return any(one.weight is not None for one in nodes) or any(
            "权重" in text for text in marked
        )

    @property
    def groups(self) -> tuple[DraftGroup, ...]:
        """All groups."""
        return tuple(group for area in self.areas for group in area.groups)

    @property
    def indicators(self) -> tuple[DraftIndicator, ...]:
        """All indicators."""
        return tuple(one for area in self.areas for one in area.indicators)


def cell(where: Place) -> str:
    """Return a place without its file, as ``Sheet1!C7``."""
    if where.line is None or where.column is None:
        return where.sheet
    return f"{where.sheet}!{address(where.line, where.column)}"
