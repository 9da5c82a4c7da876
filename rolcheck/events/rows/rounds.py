"""Rows of the rounds: the settings on record, how far each round has come, receipts, recalls."""

from dataclasses import dataclass
from typing import ClassVar

from rolcheck.events.rows.base import Row


@dataclass(frozen=True, slots=True)
class SettingsRow(Row):
    """What criteria and campaign.toml were when a round opened, or were amended."""

    table: ClassVar[str] = "settings"
    id: str
    at: str
    author: str
    criteria_sha256: str
    criteria: str
    campaign_sha256: str
    campaign: str
    reason: str


@dataclass(frozen=True, slots=True)
class RoundRow(Row):
    """One round as far as it has come."""

    table: ClassVar[str] = "rounds"
    key: ClassVar[str] = "number"
    number: int
    state: str
    opened_at: str
    closed_at: str | None
    closes: str | None
    reopened: bool
    returned: str
    disputes: str
    waived: str
    seal: str | None


@dataclass(frozen=True, slots=True)
class ReceiptRow(Row):
    """What was handed in, when: hashes of files, and a version an indicator."""

    table: ClassVar[str] = "receipts"
    id: str
    submission: str
    at: str
    author: str
    round: int | None
    number: int
    manifest: str
    files: str
    versions: str
    changed: str


@dataclass(frozen=True, slots=True)
class RecallRow(Row):
    """An indicator that the coordinator called back into a round."""

    table: ClassVar[str] = "recalls"
    id: str
    round: int
    submission: str
    indicator: str
    reason: str
    author: str
    at: str
