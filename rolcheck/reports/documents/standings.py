"""Who stands where: the ranking, with each area's share of its points."""

from collections.abc import Iterator, Sequence

from rolcheck.base.messages import N_
from rolcheck.locale import _
from rolcheck.reports.blocks import Block, Column, Heading, Note, Table
from rolcheck.reports.documents.charts import ranking_chart
from rolcheck.reports.documents.components import missing_words
from rolcheck.reports.model import IndicatorLine, SubmissionLine, Summary
from rolcheck.reports.words import (
    NONE,
    column,
    day,
    listed,
    or_none,
    percent,
    points,
    titled,
)
from rolcheck.scoring.cells import UPHELD
from rolcheck.scoring.ranking import KINDS

KIND_TITLES = {"district": N_("Districts"), "project": N_("Projects")}


def standings(summary: Summary) -> Iterator[Block]:
    """Yield a ranking for each kind of submission, and what the areas' numbers stand for."""
    by_kind = {kind: [line for line in summary.submissions if line.kind == kind] for kind in KINDS}
    present = {kind: lines for kind, lines in by_kind.items() if lines}
    for kind, lines in present.items():
        yield Heading(_(KIND_TITLES[kind]) if len(present) > 1 else _("Ranking"))
        yield ranking_chart(lines, summary)
        yield _ranking(lines, summary)
    areas = area_legend(summary)
    if areas:
        yield Note(areas)


def area_legend(summary: Summary) -> str:
    """Return which area each number in a heading is."""
    lines = summary.submissions[0].areas if summary.submissions else ()
    named = listed(f"{line.area.id} {titled(line.area)}" for line in lines)
    return _("Areas: {areas}.").format(areas=named) if named else ""


def area_columns(lines: Sequence[SubmissionLine]) -> tuple[list[Column], list[list[str]]]:
    """Return a column for each area, and the shares of every submission."""
    over = _("share of the points by area, %")
    columns = [Column(line.area.id, "number", over) for line in lines[0].areas]
    return columns, [[percent(area.share) for area in line.areas] for line in lines]


def _ranking(lines: Sequence[SubmissionLine], summary: Summary) -> Table:
    places = summary.criteria.scoring.round_to.total
    has_bonus = any(one.indicator.is_bonus for one in lines[0].indicators)
    has_claims = any(line.claims.count for line in lines)
    titles = [Column(_("rank"), "number"), Column(_("submission")), Column(_("total"), "number")]
    cells = [
        [str(line.rank) if line.rank else NONE for line in lines],
        [line.name for line in lines],
        column([line.total for line in lines], places),
    ]
    if has_bonus:
        titles += [Column(_("base"), "number"), Column(_("bonus"), "number")]
        cells.append(column([line.base for line in lines], places))
        cells.append(column([line.bonus or None for line in lines], places))
    if has_claims:
        titles.append(Column(_("own claim"), "number"))
        cells.append(column([line.claims.total for line in lines], places))
    titles += [Column(_("disputes"), "number"), Column(_("findings"), "number")]
    cells.append([or_none(len(line.disputes)) for line in lines])
    cells.append([or_none(line.findings.unsettled) for line in lines])
    areas, shares = area_columns(lines)
    return Table(
        columns=(*titles, *areas),
        rows=tuple(
            (*row, *share) for row, share in zip(zip(*cells, strict=True), shares, strict=True)
        ),
        notes=tuple(note for line in lines for note in _notes(line)),
        keys=2,
        shares=tuple(
            ((None,) * len(titles) + tuple(area.share for area in line.areas)) for line in lines
        ),
    )


def _notes(line: SubmissionLine) -> Iterator[str]:
    for veto in line.vetoes:
        if veto.source == UPHELD and veto.ruling:
            yield _upheld(line, veto)
    if line.missing:
        yield missing_words(line)
    if not line.complete and (line.pending or not line.missing):
        yield _("{name}: {points} points are not scored yet, so there is no rank.").format(
            name=line.name, points=points(line.pending)
        )
    base = sum(one.indicator.is_base for one in line.indicators)
    if 0 < line.claims.count < base:
        yield _("{name}: the own claim covers {n} of {count} indicators.").format(
            name=line.name, n=line.claims.count, count=base
        )


def _upheld(line: SubmissionLine, veto: IndicatorLine) -> str:
    ruling = veto.ruling
    assert ruling is not None
    return _(
        "{name}: disqualified, {veto} ({reason}; ruled {day}); the score stands without a rank."
    ).format(name=line.name, veto=titled(veto.indicator), reason=ruling.reason, day=day(ruling.on))
