"""Charts of a summary: who stands where, and whose points are at risk."""

from collections.abc import Sequence
from fractions import Fraction

from rolcheck.locale import _
from rolcheck.reports.blocks import Bar, Chart
from rolcheck.reports.model import SubmissionLine, Summary
from rolcheck.reports.units import UnitShare
from rolcheck.reports.words import NONE, column, points


def ranking_chart(lines: Sequence[SubmissionLine], summary: Summary) -> Chart:
    """Return the totals of submissions as bars, beside them the areas' score shares.

    Args:
        lines: Of one kind, in the order of their ranks; not empty.
        summary: Whose lines they are.
    """
    totals = column([line.total for line in lines], summary.criteria.scoring.round_to.total)
    top = max([line.total or Fraction() for line in lines] + [line.full for line in lines])
    return Chart(
        title=_("total, and share of the points by area, %"),
        bars=tuple(
            Bar(
                name=line.name,
                number=total,
                share=_part(line.total or Fraction(), top),
                of=_part(line.full, top),
                lead=str(line.rank) if line.rank else NONE,
                remark=_remark(line),
                shares=tuple(area.share for area in line.areas),
            )
            for line, total in zip(lines, totals, strict=True)
        ),
        strip=tuple(area.area.id for area in lines[0].areas),
        over=_("share of the points by area, %"),
    )


def unit_chart(title: str, units: Sequence[UnitShare]) -> Chart:
    """Return what is lost or at risk with each unit, as bars within its full points; not empty."""
    top = max(unit.points for unit in units)
    lost = column([unit.lost or None for unit in units])
    return Chart(
        title=title,
        bars=tuple(
            Bar(
                name=unit.unit or _("no unit named"),
                number=number,
                share=_part(unit.lost, top),
                of=_part(unit.points, top),
            )
            for unit, number in zip(units, lost, strict=True)
        ),
    )


def _remark(line: SubmissionLine) -> str:
    if line.disqualified:
        return _("disqualified")
    if not line.complete:
        return _("{points} points pending").format(points=points(line.pending))
    return ""


def _part(value: Fraction, top: Fraction) -> Fraction:
    return value / top if top else Fraction()
