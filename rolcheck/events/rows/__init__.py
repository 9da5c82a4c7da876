"""The tables that events add up to, as plain rows; the fold says which event changes which.

Fields are text, whole numbers, flags or None, so that every store can hold them; what is
nested stands as canonical JSON. `key` names the column that identifies a row.
"""

from rolcheck.events.rows.base import Row
from rolcheck.events.rows.findings import FindingMoveRow, FindingRow, NoticeRow
from rolcheck.events.rows.people import AssignmentRow, BarRow, DismissalRow, PublicationRow
from rolcheck.events.rows.results import ComponentRow, EditionRow, ObjectionRow
from rolcheck.events.rows.review import DeclarationRow, ObservationRow, RulingRow, VerdictRow
from rolcheck.events.rows.rounds import RecallRow, ReceiptRow, RoundRow, SettingsRow
from rolcheck.events.rows.tables import ROWS, Change, Patch, Put, R, Tables

__all__ = [
    "ROWS",
    "AssignmentRow",
    "BarRow",
    "Change",
    "ComponentRow",
    "DeclarationRow",
    "DismissalRow",
    "EditionRow",
    "FindingMoveRow",
    "FindingRow",
    "NoticeRow",
    "ObjectionRow",
    "ObservationRow",
    "Patch",
    "PublicationRow",
    "Put",
    "R",
    "RecallRow",
    "ReceiptRow",
    "RoundRow",
    "Row",
    "RulingRow",
    "SettingsRow",
    "Tables",
    "VerdictRow",
]
