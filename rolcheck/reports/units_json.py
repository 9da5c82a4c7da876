"""What the responsible units answer for, as JSON: numbers as decimal strings."""

from collections.abc import Sequence

from rolcheck.reports.model import Summary
from rolcheck.reports.summary_json import head_json, number
from rolcheck.reports.units import UnitShare


def units_json(summary: Summary, submissions: Sequence[Sequence[UnitShare]]) -> dict[str, object]:
    """Return the units as plain values: of each submission in turn, in the criteria's order.

    Args:
        summary: Of what they are the units.
        submissions: The units of each submission, in the summary's order.
    """
    return {
        **head_json(summary),
        "units": [
            {"submission": line.id, **unit_json(unit)}
            for line, units in zip(summary.submissions, submissions, strict=True)
            for unit in units
        ],
    }


def unit_json(unit: UnitShare) -> dict[str, object]:
    """Return one unit as plain values."""
    return {
        "unit": unit.unit,
        "indicators": unit.indicators,
        "points": number(unit.points),
        "score": number(unit.score),
        "lost": number(unit.lost),
        "beside": number(unit.beside),
        "pending": number(unit.pending),
        "open_findings": unit.open_findings,
        "evidence_missing": unit.missing,
        "due": unit.due.isoformat() if unit.due else None,
    }
