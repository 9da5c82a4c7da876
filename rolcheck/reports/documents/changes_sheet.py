"""What changed between two rounds as one table for other programs: a row an indicator."""

from collections.abc import Iterator

from rolcheck.reports.blocks import Column, Document, Kind, Table
from rolcheck.reports.changed import IndicatorChange, Reason, RoundDiff, SubmissionChange
from rolcheck.reports.summary_json import number

COLUMNS: tuple[tuple[str, Kind], ...] = (
    ("round_was", "number"),
    ("round", "number"),
    ("submission", "id"),
    ("name", "text"),
    ("rank_was", "number"),
    ("rank", "number"),
    ("total_was", "number"),
    ("total", "number"),
    ("indicator", "id"),
    ("title", "text"),
    ("was", "number"),
    ("now", "number"),
    ("change", "number"),
    ("source_was", "id"),
    ("source", "id"),
    ("reasons", "id"),
    ("texts", "text"),
    ("criteria_sha256", "id"),
    ("head", "id"),
)
"""Names and kinds, the same in every language; new ones are only ever added at the end."""


def changes_sheet(diff: RoundDiff) -> Document:
    """Return what changed as one table; reasons as ``kind:who``, parted by blanks."""
    rows = tuple(
        tuple(_cells(diff, one, change)) for one in diff.submissions for change in one.indicators
    )
    table = Table(tuple(Column(name, kind) for name, kind in COLUMNS), rows)
    return Document(diff.summary.campaign.title, (), (table,))


def reasons_cell(change: IndicatorChange) -> str:
    """Return the reasons of a change as ``kind:who``, parted by blanks."""
    return " ".join(map(_named, change.reasons))


def texts_cell(change: IndicatorChange) -> str:
    """Return the remarks and reasons of a change, parted by slashes."""
    return " / ".join(reason.text for reason in change.reasons if reason.text)


def _cells(diff: RoundDiff, one: SubmissionChange, change: IndicatorChange) -> Iterator[str]:
    summary = diff.summary
    places = summary.criteria.scoring.round_to
    yield str(diff.earlier.number)
    yield str(summary.round.number) if summary.round else ""
    yield from (one.id, one.name, str(one.rank_was or ""), str(one.rank or ""))
    yield from (number(value, places.total) or "" for value in (one.total_was, one.total))
    yield from (change.indicator.id, change.indicator.title)
    scores = (change.was, change.now, change.difference)
    yield from (number(value, places.panel) or "" for value in scores)
    yield from (change.source_was, change.source)
    yield from (reasons_cell(change), texts_cell(change))
    yield summary.criteria.sha256
    yield summary.ledger.head if summary.ledger else ""


def _named(reason: Reason) -> str:
    behind = (
        reason.who
        or reason.about.replace(" ", ".")
        or (str(reason.count) if reason.count > 1 else "")
    )
    return f"{reason.kind}:{behind}" if behind else reason.kind
