"""Every area, group and indicator of one submission."""

from collections.abc import Iterator

from rolcheck.locale import _
from rolcheck.reports.blocks import Block, Column, Heading, Table
from rolcheck.reports.model import IndicatorLine, SubmissionLine, Summary
from rolcheck.reports.words import NONE, SOURCES, percent, points, titled


def detail(line: SubmissionLine, summary: Summary) -> Iterator[Block]:
    """Yield the areas and groups of a submission, then its indicators."""
    places = summary.criteria.scoring.round_to
    yield Heading(_("Areas and groups: {name}").format(name=line.name))
    rows: list[tuple[str, ...]] = []
    for area in line.areas:
        rows.append(
            (area.area.id, titled(area.area), points(area.score, places.area), points(area.points))
        )
        rows += [
            (
                group.group.id,
                titled(group.group),
                points(group.score, places.group),
                points(group.points),
            )
            for group in area.groups
        ]
    yield Table(
        columns=(
            Column(_("id"), "id"),
            Column(_("title")),
            Column(_("earned"), "number"),
            Column(_("of points"), "number"),
        ),
        rows=tuple(rows),
        keys=1,
    )
    yield Heading(_("Indicators: {name}").format(name=line.name))
    yield _indicators(line, places.panel)


def _indicators(line: SubmissionLine, places: int | None) -> Table:
    return Table(
        columns=(
            Column(_("id"), "id"),
            Column(_("earned"), "number"),
            Column(_("of points"), "number"),
            Column(_("own claim"), "number"),
            Column(_("reviewers"), "number"),
            Column(_("spread, %"), "number"),
            Column(_("from"), "word"),
            Column(_("marks"), "word"),
            Column(_("title")),
        ),
        rows=tuple(_indicator(one, places) for one in line.indicators),
        notes=(_("In brackets: how many of them scored in this round."),)
        if any(one.n_here != one.n for one in line.indicators)
        else (),
    )


def _indicator(one: IndicatorLine, places: int | None) -> tuple[str, ...]:
    return (
        one.indicator.id,
        points(one.score, places),
        points(one.points),
        points(one.claim),
        reviewers(one),
        percent(one.spread),
        _(SOURCES[one.source]),
        marks(one),
        titled(one.indicator),
    )


def reviewers(one: IndicatorLine) -> str:
    """Return how many scored, and how many of them in this round where not all did."""
    if not one.n:
        return NONE
    return str(one.n) if one.n_here == one.n else f"{one.n} ({one.n_here})"


def marks(one: IndicatorLine) -> str:
    """Return what is to be noted about an indicator."""
    said = []
    if one.disputed:
        said.append(_("dispute"))
    if one.to_confirm:
        said.append(_("to be confirmed"))
    if one.under_quorum:
        said.append(_("too few"))
    return "/".join(said) or NONE
