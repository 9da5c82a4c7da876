"""Rows of findings and their life."""

from dataclasses import dataclass
from typing import ClassVar

from rolcheck.events.rows.base import Row


@dataclass(frozen=True, slots=True)
class FindingRow(Row):
    """A defect in the material, and how far it has come.

    `author` is who found it, also where a coordinator entered it; `step` is what it is taken back
    with, empty where it was no part of an import.
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


@dataclass(frozen=True, slots=True)
class FindingMoveRow(Row):
    """One step in the life of a finding, with what was said."""

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
