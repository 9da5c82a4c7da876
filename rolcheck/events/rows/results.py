"""Rows of what stands beside the rounds: imported components, objections, sealed editions."""

from dataclasses import dataclass
from typing import ClassVar

from rolcheck.events.rows.base import Row


@dataclass(frozen=True, slots=True)
class ComponentRow(Row):
    """What a component of the result came to for one submission; a later row takes its place.

    `file` says which file and line it was imported from, `reason` why it replaced another.
    """

    table: ClassVar[str] = "components"
    id: str
    submission: str
    component: str
    score: str
    remark: str
    reason: str
    file: str
    author: str
    at: str


@dataclass(frozen=True, slots=True)
class ObjectionRow(Row):
    """An objection after publication, and what was decided on it.

    `made_on` is the day on which it was made; `value` is the ruling that went with an upheld one.
    """

    table: ClassVar[str] = "objections"
    id: str
    number: int
    submission: str
    indicator: str
    objector: str
    text: str
    made_on: str
    state: str
    reason: str
    value: str
    decided_by: str
    decided_at: str | None
    author: str
    at: str


@dataclass(frozen=True, slots=True)
class EditionRow(Row):
    """A sealed edition of the result; the first one is the seal of the last round."""

    table: ClassVar[str] = "editions"
    id: str
    number: int
    seal: str
    reason: str
    author: str
    at: str
