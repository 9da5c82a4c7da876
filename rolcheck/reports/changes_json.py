"""What changed between two rounds as JSON: numbers as decimal strings, codes instead of words."""

from fractions import Fraction

from rolcheck.criteria.model import RoundTo
from rolcheck.reports.changed import IndicatorChange, Reason, RoundDiff, SubmissionChange
from rolcheck.reports.summary_json import head_json, number


def changes_json(diff: RoundDiff) -> dict[str, object]:
    """Return what changed as plain values; ``round`` is the later round, ``from`` the earlier."""
    places = diff.summary.criteria.scoring.round_to
    return {
        **head_json(diff.summary),
        "from": {"number": diff.earlier.number, "state": diff.earlier.state},
        "submissions": [_submission(one, places) for one in diff.submissions],
    }


def change_json(change: IndicatorChange, places: int | None) -> dict[str, object]:
    """Return one indicator as plain values."""
    return {
        "id": change.indicator.id,
        "was": number(change.was, places),
        "now": number(change.now, places),
        "change": number(change.difference, places),
        "source_was": change.source_was,
        "source": change.source,
        "moved": change.moved,
        "reasons": [_reason(one) for one in change.reasons],
    }


def _submission(one: SubmissionChange, places: RoundTo) -> dict[str, object]:
    return {
        "id": one.id,
        "name": one.name,
        "new": one.is_new,
        "rank": {"was": one.rank_was, "now": one.rank},
        "total": _pair(one.total_was, one.total, one.difference, places.total),
        "disqualified": {"was": one.disqualified_was, "now": one.disqualified},
        "components": [
            {"title": part.title, "was": number(part.was), "now": number(part.now)}
            for part in one.components
        ],
        "indicators": [change_json(change, places.panel) for change in one.indicators],
        "carried": one.carried,
    }


def _pair(
    was: Fraction | None, now: Fraction | None, change: Fraction | None, places: int | None
) -> dict[str, object]:
    return {
        "was": number(was, places),
        "now": number(now, places),
        "change": number(change, places),
    }


def _reason(one: Reason) -> dict[str, object]:
    """Return one reason; what it does not say is null."""
    return {
        "kind": one.kind,
        "who": one.who or None,
        "name": one.name or None,
        "before": one.before or None,
        "value": one.value or None,
        "about": one.about or None,
        "text": one.text or None,
        "code": one.code or None,
        "count": one.count,
    }
