"""The summary as one table for other programs: a row a submission and indicator."""

from collections.abc import Iterator
from fractions import Fraction

from rolcheck.base.numbers import decimal_text
from rolcheck.reports.blocks import Column, Document, Kind, Table
from rolcheck.reports.model import IndicatorLine, SubmissionLine, Summary
from rolcheck.reports.summary_json import STATISTIC_PLACES

COLUMNS: tuple[tuple[str, Kind], ...] = (
    ("round", "number"),
    ("submission", "id"),
    ("name", "text"),
    ("kind", "id"),
    ("rank", "number"),
    ("total", "number"),
    ("base", "number"),
    ("bonus", "number"),
    ("disqualified", "id"),
    ("complete", "id"),
    ("indicator", "id"),
    ("title", "text"),
    ("score", "number"),
    ("points", "number"),
    ("weight", "number"),
    ("claim", "number"),
    ("n", "number"),
    ("n_this_round", "number"),
    ("scored_in_round", "number"),
    ("spread", "number"),
    ("source", "id"),
    ("to_confirm", "id"),
    ("disputed", "id"),
    ("under_quorum", "id"),
    ("ruling", "text"),
    ("ruling_reason", "text"),
    ("round_state", "id"),
    ("criteria_sha256", "id"),
    ("head", "id"),
    ("seal", "id"),
)
"""Names and kinds, the same in every language; new ones are only ever added at the end."""


def sheet_document(summary: Summary) -> Document:
    """Return the summary as one table; components have two columns each, behind all others."""
    rows = tuple(
        (*_cells(summary, line, one), *_components(line))
        for line in summary.submissions
        for one in line.indicators
    )
    table = Table(tuple(Column(name, kind) for name, kind in (*COLUMNS, *_more(summary))), rows)
    return Document(summary.campaign.title, (), (table,))


def _more(summary: Summary) -> Iterator[tuple[str, Kind]]:
    for one in summary.submissions[0].components if summary.submissions else ():
        yield from ((f"component.{one.id}", "number"), (f"component.{one.id}.weighted", "number"))


def _components(line: SubmissionLine) -> Iterator[str]:
    for one in line.components:
        yield from (_number(one.score), _number(one.weighted))


def _cells(summary: Summary, line: SubmissionLine, one: IndicatorLine) -> Iterator[str]:
    places = summary.criteria.scoring.round_to
    yield str(summary.round.number) if summary.round else ""
    yield from (line.id, line.name, line.kind)
    yield str(line.rank or "")
    yield from (_number(value, places.total) for value in (line.total, line.base, line.bonus))
    yield from (_flag(line.disqualified), _flag(line.complete))
    yield from (one.indicator.id, one.indicator.title)
    yield _number(one.score, places.panel)
    yield from (_number(value) for value in (one.points, one.indicator.weight, one.claim))
    yield from (str(one.n), str(one.n_here), str(one.round or ""))
    yield _number(one.spread, STATISTIC_PLACES)
    yield one.source
    yield from (_flag(one.to_confirm), _flag(one.disputed), _flag(one.under_quorum))
    yield from (one.ruling.value, one.ruling.reason) if one.ruling else ("", "")
    yield summary.round.state if summary.round else ""
    yield summary.criteria.sha256
    yield summary.ledger.head if summary.ledger else ""
    yield summary.round.seal if summary.round else ""


def _number(value: Fraction | None, places: int | None = None) -> str:
    return "" if value is None else decimal_text(value, places)


def _flag(value: bool) -> str:
    return "true" if value else "false"
