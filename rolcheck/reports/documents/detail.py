"""Every area, group and indicator of one submission."""

from collections.abc import Iterator
from fractions import Fraction

from rolcheck.criteria.model import RoundTo
from rolcheck.locale import _
from rolcheck.reports.blocks import Block, Column, Heading, Table
from rolcheck.reports.model import IndicatorLine, SubmissionLine, Summary
from rolcheck.reports.words import NONE, SOURCES, column, listed, percent_words, titled
from rolcheck.scoring.cells import PANEL, PENDING


def detail(line: SubmissionLine, summary: Summary) -> Iterator[Block]:
    """Yield the areas and groups of a submission, then its indicators."""
    places = summary.criteria.scoring.round_to
    yield Heading(_("Areas and groups: {name}").format(name=line.name))
    yield _nodes(line, places)
    yield Heading(_("Indicators: {name}").format(name=line.name))
    yield _indicators(line, places.panel)


def _nodes(line: SubmissionLine, places: RoundTo) -> Table:
    groups = iter(
        column([group.score for area in line.areas for group in area.groups], places.group)
    )
    areas = column([area.score for area in line.areas], places.area)
    rows: list[tuple[str, str, str]] = []
    points: list[Fraction] = []
    shares: list[Fraction | None] = []
    for area, score in zip(line.areas, areas, strict=True):
        rows.append((area.area.id, titled(area.area), score))
        points.append(area.points)
        shares.append(area.share)
        for group in area.groups:
            rows.append((group.group.id, titled(group.group), next(groups)))
            points.append(group.points)
            shares.append(group.share)
    return Table(
        columns=(
            Column(_("id"), "id"),
            Column(_("title")),
            Column(_("earned"), "number"),
            Column(_("of points"), "number"),
        ),
        rows=tuple((*row, full) for row, full in zip(rows, column(points), strict=True)),
        keys=1,
        shares=tuple((None, None, share, None) for share in shares),
    )


def _indicators(line: SubmissionLine, places: int | None) -> Table:
    lines = line.indicators
    columns = (
        [one.indicator.id for one in lines],
        column([one.score for one in lines], places),
        column([one.points for one in lines]),
        column([one.claim for one in lines]),
        map(reviewers, lines),
        [percent_words(one.spread) for one in lines],
        map(_remarkable, lines),
        [titled(one.indicator) for one in lines],
    )
    return Table(
        columns=(
            Column(_("id"), "id"),
            Column(_("earned"), "number"),
            Column(_("of points"), "number"),
            Column(_("own claim"), "number"),
            Column(_("scored by"), "number"),
            Column(_("spread"), "number"),
            Column(_("to note")),
            Column(_("title")),
        ),
        rows=tuple(zip(*columns, strict=True)),
        notes=(_("In brackets: how many of them scored in this round."),)
        if any(one.n_here != one.n for one in lines)
        else (),
        shares=tuple((None, one.share, *(None,) * 6) for one in lines),
    )


def _remarkable(one: IndicatorLine) -> str:
    """Return what is out of the ordinary: where else than from a panel a score is, and marks."""
    source = () if one.source == PANEL else (_(SOURCES[one.source]),)
    return listed((*source, *_marks(one))) or NONE


def reviewers(one: IndicatorLine) -> str:
    """Return how many scored, and how many of them in this round where not all did."""
    if not one.n:
        return NONE
    return str(one.n) if one.n_here == one.n else f"{one.n} ({one.n_here})"


def marks(one: IndicatorLine) -> str:
    """Return what is to be noted about an indicator."""
    return listed(_marks(one)) or NONE


def _marks(one: IndicatorLine) -> Iterator[str]:
    if one.disputed:
        yield _("dispute")
    if one.to_confirm:
        yield _("to be confirmed")
    if one.under_quorum and one.source != PENDING:
        yield _("too few")
