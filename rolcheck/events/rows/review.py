"""Rows of what reviewers and arbiters say."""

from dataclasses import dataclass
from typing import ClassVar

from rolcheck.events.rows.base import Row


@dataclass(frozen=True, slots=True)
class ObservationRow(Row):
    """What a reviewer saw, or kept, of one indicator in one round."""

    table: ClassVar[str] = "observations"
    id: str
    submission: str
    indicator: str
    reviewer: str
    round: int
    value: str
    remark: str
    evidence: str
    version: str
    at: str
    author: str
    kept: bool
    step: str
    undone: bool


@dataclass(frozen=True, slots=True)
class VerdictRow(Row):
    """Whether one expected item of an indicator is there (completeness round).

    `reviewer` says whose verdict it is, `author` who entered it; `basis` why it was proposed,
    empty where somebody judged without a proposal.
    """

    table: ClassVar[str] = "verdicts"
    id: str
    submission: str
    indicator: str
    item: str
    verdict: str
    reviewer: str
    round: int
    at: str
    step: str
    undone: bool
    author: str
    basis: str = ""


@dataclass(frozen=True, slots=True)
class DeclarationRow(Row):
    """The campaign's declarations, made by one reviewer; `author` says who entered them."""

    table: ClassVar[str] = "declarations"
    id: str
    reviewer: str
    texts: str
    round: int | None
    at: str
    step: str
    undone: bool
    author: str


@dataclass(frozen=True, slots=True)
class RulingRow(Row):
    """What the arbiter decided on one indicator; an empty value lifts what stood.

    `author` is the arbiter, also where a coordinator entered it.
    """

    table: ClassVar[str] = "rulings"
    id: str
    submission: str
    indicator: str
    value: str
    reason: str
    version: str
    round: int
    author: str
    at: str
