"""Rows of who reviews what, and who may not."""

from dataclasses import dataclass
from typing import ClassVar

from rolcheck.events.rows.base import Row


def pair_id(*parts: str) -> str:
    """Return the id of the one row about a submission and a reviewer, of a kind if it has kinds."""
    return "/".join(parts)


@dataclass(frozen=True, slots=True)
class AssignmentRow(Row):
    """One line of an assignment: later lines change what earlier ones gave.

    `draft` lines take effect once they are published, or their round opens.
    """

    table: ClassVar[str] = "assignments"
    id: str
    round: int
    submission: str
    reviewer: str
    action: str
    scope: str
    author: str
    at: str
    draft: bool = False


@dataclass(frozen=True, slots=True)
class PublicationRow(Row):
    """All draft lines of a round up to then took effect."""

    table: ClassVar[str] = "publications"
    id: str
    round: int
    author: str
    at: str


@dataclass(frozen=True, slots=True)
class BarRow(Row):
    """A recusal or an abstention, in force or lifted; `conflict` is of which kind, or empty."""

    table: ClassVar[str] = "bars"
    id: str
    kind: str
    submission: str
    reviewer: str
    in_force: bool
    reason: str
    author: str
    at: str
    conflict: str = ""


@dataclass(frozen=True, slots=True)
class DismissalRow(Row):
    """A coordinator's ruling that there is no conflict, in force or lifted."""

    table: ClassVar[str] = "dismissals"
    id: str
    submission: str
    reviewer: str
    in_force: bool
    reason: str
    author: str
    at: str
