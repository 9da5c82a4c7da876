"""A submission through the rounds as one table for other programs: a row a round and indicator."""

from collections.abc import Iterator

from rolcheck.reports.blocks import Column, Document, Kind, Table
from rolcheck.reports.changed import IndicatorChange
from rolcheck.reports.documents.changes_sheet import reasons_cell, texts_cell
from rolcheck.reports.history import History, RoundLine
from rolcheck.reports.summary_json import number

COLUMNS: tuple[tuple[str, Kind], ...] = (
    ("round", "number"),
    ("submission", "id"),
    ("total", "number"),
    ("indicator", "id"),
    ("title", "text"),
    ("score", "number"),
    ("change", "number"),
    ("source", "id"),
    ("reasons", "id"),
    ("texts", "text"),
    ("criteria_sha256", "id"),
    ("head", "id"),
)
"""Names and kinds, the same in every language; new ones are only ever added at the end."""


def history_sheet(history: History) -> Document:
    """Return a history as one table; reasons as ``kind:who``, parted by blanks."""
    rows = tuple(
        tuple(_cells(history, line, one)) for line in history.rounds for one in line.indicators
    )
    table = Table(tuple(Column(name, kind) for name, kind in COLUMNS), rows)
    return Document(history.summary.campaign.title, (), (table,))


def _cells(history: History, line: RoundLine, one: IndicatorChange) -> Iterator[str]:
    summary = history.summary
    places = summary.criteria.scoring.round_to
    yield from (str(line.facts.number), summary.submissions[0].id)
    yield number(line.total, places.total) or ""
    yield from (one.indicator.id, one.indicator.title)
    yield from (number(value, places.panel) or "" for value in (one.now, one.difference))
    yield from (one.source, reasons_cell(one), texts_cell(one))
    yield summary.criteria.sha256
    yield summary.ledger.head if summary.ledger else ""
