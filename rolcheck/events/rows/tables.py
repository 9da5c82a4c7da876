"""All tables, and what an event does to them."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import TypeVar

from rolcheck.events.rows.base import Row
from rolcheck.events.rows.findings import FindingMoveRow, FindingRow, NoticeRow
from rolcheck.events.rows.people import AssignmentRow, BarRow, DismissalRow, PublicationRow
from rolcheck.events.rows.results import ComponentRow, EditionRow, ObjectionRow
from rolcheck.events.rows.review import DeclarationRow, ObservationRow, RulingRow, VerdictRow
from rolcheck.events.rows.rounds import RecallRow, ReceiptRow, RoundRow, SettingsRow

ROWS: tuple[type[Row], ...] = (
    SettingsRow,
    RoundRow,
    ReceiptRow,
    ObservationRow,
    VerdictRow,
    DeclarationRow,
    RulingRow,
    AssignmentRow,
    PublicationRow,
    BarRow,
    DismissalRow,
    RecallRow,
    FindingRow,
    FindingMoveRow,
    NoticeRow,
    ComponentRow,
    ObjectionRow,
    EditionRow,
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
