"""The result by responsible unit: what each is short of, what is asked of it, and by when."""

from collections.abc import Iterator, Sequence
from fractions import Fraction

from rolcheck.locale import _
from rolcheck.reports.blocks import Block, Column, Document, Heading, Note, Table
from rolcheck.reports.documents.charts import unit_chart
from rolcheck.reports.documents.making import fingerprints
from rolcheck.reports.documents.summary import headline, hidden, round_words
from rolcheck.reports.model import Summary
from rolcheck.reports.units import UnitShare, together
from rolcheck.reports.words import NONE, column, day, or_none

MOST = 12
"""Up to how many submissions stand side by side."""

Units = Sequence[UnitShare]


def units_document(summary: Summary, submissions: Sequence[Units]) -> Document:
    """Return what the units answer for as a document.

    Args:
        summary: Of what they are the units.
        submissions: The units of each submission, in the summary's order.
    """
    return Document(
        title=headline(summary),
        subtitle=(_("Results by responsible unit"), round_words(summary.round)),
        blocks=(*_blocks(summary, submissions), *fingerprints(summary)),
    )


def _blocks(summary: Summary, submissions: Sequence[Units]) -> Iterator[Block]:
    if summary.round is None:
        yield hidden()
    elif summary.is_ranking:
        yield from _ranking(summary, submissions)
    else:
        yield from _self_check(summary, submissions)


def _self_check(summary: Summary, submissions: Sequence[Units]) -> Iterator[Block]:
    title = _("Points at risk by responsible unit")
    for line, units in zip(summary.submissions, submissions, strict=True):
        yield Heading(f"{title}: {line.name}" if len(submissions) > 1 else title)
        ordered = sorted(units, key=lambda unit: (-unit.lost, -unit.beside))
        yield unit_chart(title, [unit for unit in ordered if unit.indicators])
        yield _table(ordered, _("at risk"), _("expected points"))
    yield Note(_("An indicator with an open finding is at risk in full."))


def _ranking(summary: Summary, submissions: Sequence[Units]) -> Iterator[Block]:
    title = _("Points lost by responsible unit")
    names = [line.name for line in summary.submissions]
    rows = [
        (unit, [units[at] for units in submissions])
        for at, unit in enumerate(together(submissions))
    ]
    rows.sort(key=lambda row: (-row[0].lost, -row[0].beside))
    ordered = [unit for unit, _parts in rows]
    yield Heading(title)
    yield unit_chart(title, [unit for unit in ordered if unit.indicators])
    yield _table(ordered, _("points lost"), _("earned"))
    if 1 < len(names) <= MOST:
        yield Heading(_("Points lost by responsible unit and submission"))
        yield _by_submission([row for row in rows if row[0].indicators], names)


def _table(units: Units, lost: str, earned: str) -> Table:
    columns = (
        [unit.unit or _("no unit named") for unit in units],
        column([unit.lost or None for unit in units]),
        column([unit.points or None for unit in units]),
        column([unit.score or None for unit in units]),
        column([unit.pending or None for unit in units]),
        column([unit.beside or None for unit in units]),
        [or_none(unit.indicators) for unit in units],
        [or_none(unit.open_findings) for unit in units],
        [or_none(unit.missing) for unit in units],
        [day(unit.due) if unit.due else NONE for unit in units],
    )
    return Table(
        columns=(
            Column(_("responsible unit")),
            Column(lost, "number"),
            Column(_("of points"), "number"),
            Column(earned, "number"),
            Column(_("pending"), "number"),
            Column(_("beside others"), "number"),
            Column(_("indicators"), "number"),
            Column(_("open findings"), "number"),
            Column(_("evidence missing"), "number"),
            Column(_("due"), "word"),
        ),
        rows=tuple(zip(*columns, strict=True)),
        notes=(
            _("Beside others: on indicators for which another unit is charged with the points."),
        )
        if any(unit.beside for unit in units)
        else (),
        keys=1,
    )


def _by_submission(rows: Sequence[tuple[UnitShare, Units]], names: Sequence[str]) -> Table:
    """Return a column for each submission, shaded by the share of the points that it kept."""
    lost = iter(column([part.lost or None for _unit, parts in rows for part in parts]))
    return Table(
        columns=(
            Column(_("responsible unit")),
            *(Column(name, "number", _("points lost")) for name in names),
        ),
        rows=tuple(
            (unit.unit or _("no unit named"), *(next(lost) for _part in parts))
            for unit, parts in rows
        ),
        keys=1,
        shares=tuple((None, *map(_kept, parts)) for _unit, parts in rows),
    )


def _kept(unit: UnitShare) -> Fraction | None:
    scored = unit.score + unit.lost
    return unit.score / scored if scored else None
