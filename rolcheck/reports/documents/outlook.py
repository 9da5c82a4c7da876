"""What an applicant's own office may expect: points at risk by unit (mode self-check)."""

from collections.abc import Iterator

from rolcheck.locale import _
from rolcheck.reports.blocks import Block, Column, Heading, Paragraph, Table
from rolcheck.reports.documents.charts import unit_chart
from rolcheck.reports.model import SubmissionLine, Summary
from rolcheck.reports.outlook import Outlook
from rolcheck.reports.words import NONE, column, day, or_none, points, titled

LONGEST = 10
"""How many indicators at risk are listed."""


def outlook(summary: Summary) -> Iterator[Block]:
    """Yield for each submission what it may expect, and whose points are at risk."""
    for line in summary.submissions:
        if line.outlook is not None:
            yield Heading(line.name)
            for sentence in _expected(line, line.outlook, summary):
                yield Paragraph(sentence)
            yield from _units(line.outlook)
            yield from _indicators(line.outlook)


def _expected(line: SubmissionLine, prospect: Outlook, summary: Summary) -> Iterator[str]:
    places = summary.criteria.scoring.round_to.total
    yield _("Expected are {expected} of {full} points; {risk} points are at risk.").format(
        expected=points(prospect.expected, places),
        full=points(line.full),
        risk=points(prospect.at_risk),
    )
    if not line.complete:
        yield _("{points} points have no review yet; there the own claim is taken, else 0.").format(
            points=points(line.pending)
        )


def _units(prospect: Outlook) -> Iterator[Block]:
    units = prospect.units
    if not any(unit.lost for unit in units):
        return
    risks = column([unit.lost or None for unit in units])
    fulls = column([unit.points for unit in units])
    title = _("Points at risk by responsible unit")
    yield Heading(title)
    yield unit_chart(title, units)
    yield Table(
        columns=(
            Column(_("responsible unit")),
            Column(_("at risk"), "number"),
            Column(_("of points"), "number"),
            Column(_("indicators"), "number"),
            Column(_("open findings"), "number"),
            Column(_("due"), "word"),
        ),
        rows=tuple(
            (
                unit.unit or _("no unit named"),
                risk,
                full,
                str(unit.indicators),
                or_none(unit.open_findings),
                day(unit.due) if unit.due else NONE,
            )
            for unit, risk, full in zip(units, risks, fulls, strict=True)
        ),
        keys=1,
    )


def _indicators(prospect: Outlook) -> Iterator[Block]:
    lines = prospect.lines[:LONGEST]
    if not lines:
        return
    risks = column([line.at_risk for line in lines])
    yield Heading(_("Indicators with most at risk"))
    yield Table(
        columns=(
            Column(_("indicator")),
            Column(_("at risk"), "number"),
            Column(_("expected points"), "number"),
            Column(_("why"), "word"),
            Column(_("due"), "word"),
            Column(_("responsible unit")),
        ),
        rows=tuple(
            (
                f"{line.indicator.id} {titled(line.indicator)}",
                risk,
                points(line.expected),
                _why(open_findings=line.open_findings, known=line.known),
                day(line.due) if line.due else NONE,
                line.indicator.office or NONE,
            )
            for line, risk in zip(lines, risks, strict=True)
        ),
    )


def _why(*, open_findings: int, known: bool) -> str:
    if open_findings:
        return _("open finding")
    return _("scored lower") if known else _("not reviewed")
