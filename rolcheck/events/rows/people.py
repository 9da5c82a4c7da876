"""Rows of who reviews what, and who may not."""

from dataclasses import dataclass
from typing import ClassVar

from rolcheck.events.rows.base import Row


@dataclass(frozen=True, slots=True)
class AssignmentRow(Row):
    """One line of an assignment: later lines change what earlier ones gave."""

    table: ClassVar[str] = "assignments"
    id: str
    round: int
    submission: str
    reviewer: str
    action: str
    scope: str
    author: str
    at: str


@dataclass(frozen=True, slots=True)
class BarRow(Row):
    """A recusal or an abstention, in force or lifted."""

    table: ClassVar[str] = "bars"
    id: str
    kind: str
    submission: str
    reviewer: str
    in_force: bool
    reason: str
    author: str
    at: str
