"""What the responsible units answer for as one table for other programs."""

from collections.abc import Sequence

from rolcheck.reports.blocks import Column, Document, Kind, Table
from rolcheck.reports.model import Summary
from rolcheck.reports.units import UnitShare
from rolcheck.reports.units_json import unit_json

COLUMNS: tuple[tuple[str, Kind], ...] = (
    ("round", "number"),
    ("submission", "id"),
    ("name", "text"),
    ("unit", "text"),
    ("indicators", "number"),
    ("points", "number"),
    ("score", "number"),
    ("lost", "number"),
    ("beside", "number"),
    ("pending", "number"),
    ("open_findings", "number"),
    ("evidence_missing", "number"),
    ("due", "id"),
    ("round_state", "id"),
    ("criteria_sha256", "id"),
    ("head", "id"),
    ("seal", "id"),
)
"""Names and kinds, the same in every language; new ones are only ever added at the end."""


def units_sheet(summary: Summary, submissions: Sequence[Sequence[UnitShare]]) -> Document:
    """Return the units as one table, of each submission in turn.

    Args:
        summary: Of what they are the units.
        submissions: The units of each submission, in the summary's order.
    """
    shown = summary.round
    head = {
        "round": shown.number if shown else None,
        "round_state": shown.state if shown else None,
        "criteria_sha256": summary.criteria.sha256,
        "head": summary.ledger.head if summary.ledger else None,
        "seal": shown.seal if shown else None,
    }
    rows = [
        {**head, "submission": line.id, "name": line.name, **unit_json(unit)}
        for line, units in zip(summary.submissions, submissions, strict=True)
        for unit in units
    ]
    table = Table(
        tuple(Column(name, kind) for name, kind in COLUMNS),
        tuple(tuple(_text(row[name]) for name, _kind in COLUMNS) for row in rows),
    )
    return Document(summary.campaign.title, (), (table,))


def _text(value: object) -> str:
    return "" if value is None else str(value)
