"""Rows of findings and their life."""

from dataclasses import dataclass
from typing import ClassVar

from rolcheck.events.rows.base import Row


@dataclass(frozen=True, slots=True)
class FindingRow(Row):
    """A defect in the material, and how far it has come.

    `author` is who found it, also where a coordinator entered it; `step` is what it is taken back
    with, empty where it was no part of an import; `items` are the expected items that it is about,
    `seen` is what was found instead.
    """

    table: ClassVar[str] = "findings"
    id: str
    number: int
    submission: str
    indicator: str
    code: str
    asked: str
    evidence: str
    due: str | None
    state: str
    round: int
    author: str
    at: str
    step: str = ""
    seen: str = ""
    items: str = "[]"


@dataclass(frozen=True, slots=True)
class FindingMoveRow(Row):
    """One step in the life of a finding, with what was said; `due` is what an extension set."""

    table: ClassVar[str] = "finding_moves"
    id: str
    finding: str
    move: str
    nature: str
    text: str
    evidence: str
    author: str
    round: int | None
    at: str
    due: str | None = None


@dataclass(frozen=True, slots=True)
class NoticeRow(Row):
    """A correction notice as it was issued.

    `number` counts within `year`; `unit` is empty where it goes to the submission as a whole;
    `findings` are the ids of those that it lists, in its order.
    """

    table: ClassVar[str] = "notices"
    id: str
    year: int
    number: int
    submission: str
    unit: str
    day: str
    contact: str
    findings: str
    author: str
    round: int
    at: str
