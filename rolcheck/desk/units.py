"""What waits for the responsible units: the axis of a campaign in mode self-check."""

from collections.abc import Iterator
from datetime import date

from rolcheck.campaign.blockers import is_overdue
from rolcheck.campaign.openings import LIVE_FINDINGS
from rolcheck.criteria.model import Indicator
from rolcheck.desk.desk import Desk
from rolcheck.desk.findings.life import findings_of
from rolcheck.desk.seen import UnitItem, UnitRow
from rolcheck.events.rows import FindingRow
from rolcheck.reports.units import missing_items, together, unit_shares


def unit_rows(desk: Desk) -> tuple[UnitRow, ...]:
    """Return what waits for every unit, those with most at risk first; for who sees all."""
    standing = desk.standing()
    if not standing.manifests:
        return ()
    number = standing.current_round
    results, due = desk.results(number), standing.plan(number).due
    shares = together([unit_shares(results, one.id, due) for one in results.all])
    return tuple(
        UnitRow(
            name=one.unit,
            indicators=one.indicators,
            missing=one.missing,
            points=one.points,
            at_risk=one.lost,
            findings=one.open_findings,
            due=one.due,
        )
        for one in sorted(shares, key=lambda one: -one.lost)
        if one.indicators
    )


def unit_items(desk: Desk, unit: str) -> Iterator[UnitItem]:
    """Yield the indicators that a unit answers for, those on which something waits first.

    Args:
        desk: Whose; a unit sees its own, and no verdict of an open blind round.
        unit: Its name; empty for the indicators that name none.
    """
    items = list(_items(desk, unit))
    yield from sorted(items, key=lambda one: (not one.overdue, not one.findings, not one.missing))


def _items(desk: Desk, unit: str) -> Iterator[UnitItem]:
    standing, sight = desk.standing(), desk.sight()
    findings: dict[tuple[str, str], list[FindingRow]] = {}
    for row in findings_of(sight):
        if row.state in LIVE_FINDINGS:
            findings.setdefault((row.submission, row.indicator), []).append(row)
    for submission, manifest in standing.manifests.items():
        for one in standing.criteria.base:
            if not _is_of(one, unit) or not sight.may_see_item(submission, one.id):
                continue
            missing = missing_items(standing, submission, one, judged=not sight.is_blind)
            live = findings.get((submission, one.id), [])
            yield UnitItem(
                submission=submission,
                place=manifest.submission.name,
                indicator=one.id,
                title=one.title,
                title_en=one.title_en or "",
                missing=tuple(item.title for item in one.evidence if item.id in missing),
                findings=tuple(row.code for row in live),
                overdue=sum(is_overdue(row, desk.today()) for row in live),
                due=min((date.fromisoformat(row.due) for row in live if row.due), default=None),
            )


def _is_of(indicator: Indicator, unit: str) -> bool:
    return unit == indicator.office or bool(unit and unit in indicator.co_offices)
