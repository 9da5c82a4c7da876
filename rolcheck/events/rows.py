"""The tables that events add up to, as plain rows; the fold says which event changes which.

Fields are text, whole numbers, flags or None, so that every store can hold them; what is
nested stands as canonical JSON. `key` names the column that identifies a row.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import ClassVar, TypeVar


@dataclass(frozen=True, slots=True)
class Row:
    """Base of all rows."""

    table: ClassVar[str]
    key: ClassVar[str] = "id"

    @property
    def id_value(self) -> str | int:
        """What identifies this row in its table."""
        value: str | int = getattr(self, self.key)
        return value


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

    `reviewer` says whose verdict it is, `author` who entered it.
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


ROWS: tuple[type[Row], ...] = (
    SettingsRow,
    RoundRow,
    ReceiptRow,
    ObservationRow,
    VerdictRow,
    DeclarationRow,
    RulingRow,
    AssignmentRow,
    BarRow,
    RecallRow,
    FindingRow,
    FindingMoveRow,
)

R = TypeVar("R", bound=Row)


@dataclass(frozen=True, slots=True)
class Put:
    """Write a whole row, replacing the one with its key."""

    row: Row


@dataclass(frozen=True, slots=True)
class Patch:
    """Change some fields of a row that is there."""

    row: type[Row]
    key: str | int
    fields: Mapping[str, str | int | bool | None]


Change = Put | Patch


@dataclass(slots=True)
class Tables:
    """All rows in memory, by table and key, in the order in which they first came."""

    rows: dict[type[Row], dict[str | int, Row]] = field(
        default_factory=lambda: {row: {} for row in ROWS}
    )

    def of(self, row: type[R]) -> tuple[R, ...]:
        """Return the rows of one table, oldest first."""
        return tuple(self.rows[row].values())  # type: ignore[arg-type]  # keyed by their type

    def get(self, row: type[R], key: str | int) -> R | None:
        """Return one row, or None."""
        return self.rows[row].get(key)  # type: ignore[return-value]  # keyed by their type

    def apply(self, change: Change) -> None:
        """Carry out one change.

        Raises:
            KeyError: A patch of a row that is not there.
        """
        if isinstance(change, Put):
            self.rows[type(change.row)][change.row.id_value] = change.row
        else:
            table = self.rows[change.row]
            table[change.key] = replace(table[change.key], **change.fields)
