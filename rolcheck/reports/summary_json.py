"""The summary as JSON: stable and versioned, numbers as decimal strings."""

from fractions import Fraction

from rolcheck.base.numbers import decimal_text
from rolcheck.criteria.model import RoundTo
from rolcheck.reports.facts import LedgerFacts, RoundFacts
from rolcheck.reports.model import AreaLine, IndicatorLine, SubmissionLine, Summary
from rolcheck.scoring.coefficients import Coefficients

SCHEMA = 1
STATISTIC_PLACES = 6


def summary_json(summary: Summary) -> dict[str, object]:
    """Return the summary as plain values, in the shape that is promised to other programs."""
    places = summary.criteria.scoring.round_to
    return {
        **head_json(summary),
        "submissions": [_submission(line, places) for line in summary.submissions],
        "agreement": {
            "alpha": number(summary.agreement.alpha, STATISTIC_PLACES),
            "level": summary.agreement.level,
        },
    }


def head_json(summary: Summary) -> dict[str, object]:
    """Return what a report is of: campaign, criteria, round and ledger, as plain values."""
    about, criteria = summary.campaign, summary.criteria
    return {
        "schema": SCHEMA,
        "campaign": {
            "id": about.id,
            "title": about.title,
            "batch": about.batch,
            "mode": about.mode,
        },
        "criteria": {
            "id": criteria.id,
            "edition": criteria.edition,
            "sha256": criteria.sha256,
        },
        "round": _round(summary.round),
        "ledger": _ledger(summary.ledger, summary.round),
        **_edition(summary),
    }


def _edition(summary: Summary) -> dict[str, object]:
    """Return the edition where there are several, and the objections where there are any."""
    found: dict[str, object] = {}
    facts = summary.round.edition if summary.round else None
    if facts and facts.of > 1:
        found["edition"] = {"number": facts.number, "of": facts.of, "reason": facts.reason or None}
    counts = summary.objections
    if counts.all:
        found["objections"] = {
            "upheld": counts.upheld,
            "dismissed": counts.dismissed,
            "undecided": counts.undecided,
        }
    return found


def agreement_json(found: Coefficients) -> dict[str, object]:
    """Return how far reviewers agree, as plain values."""
    agreement = found.agreement
    return {
        "level": agreement.level,
        "units": agreement.units,
        "pairable": agreement.pairable,
        "alpha": number(agreement.alpha, STATISTIC_PLACES),
        "fleiss": number(found.fleiss, STATISTIC_PLACES),
        "icc": {form: number(value, STATISTIC_PLACES) for form, value in found.icc.items()},
        "kendall_w": number(found.kendall_w, STATISTIC_PLACES),
    }


def number(value: Fraction | None, places: int | None = None) -> str | None:
    """Return a decimal string, the shortest where no places are given; None for no number."""
    return None if value is None else decimal_text(value, places)


def _round(facts: RoundFacts | None) -> dict[str, object] | None:
    return {"number": facts.number, "state": facts.state} if facts else None


def _ledger(facts: LedgerFacts | None, shown: RoundFacts | None) -> dict[str, object] | None:
    if facts is None:
        return None
    return {
        "events": facts.events,
        "head": facts.head,
        "frontier": [list(link) for link in facts.frontier],
        "seal": (shown.seal if shown else "") or None,
    }


def _submission(line: SubmissionLine, places: RoundTo) -> dict[str, object]:
    return {
        "id": line.id,
        "name": line.name,
        "rank": line.rank,
        "total": number(line.total, places.total),
        "base": number(line.base, places.total),
        "bonus": number(line.bonus, places.total),
        "disqualified": line.disqualified,
        "complete": line.complete,
        "pending": number(line.pending),
        "areas": [_area(area, places) for area in line.areas],
        "indicators": [_indicator(one, places) for one in line.indicators],
        "findings": {
            "open": line.findings.open,
            "answered": line.findings.answered,
            "accepted": line.findings.accepted,
            "overdue": line.findings.overdue,
        },
        **_components(line),
    }


def _components(line: SubmissionLine) -> dict[str, object]:
    """Return the components raw and weighted; nothing where the rounds' result stands alone."""
    if not line.components:
        return {}
    return {
        "components": [
            {
                "id": one.id,
                "weight": number(one.weight),
                "score": number(one.score),
                "weighted": number(one.weighted),
            }
            for one in line.components
        ]
    }


def _area(line: AreaLine, places: RoundTo) -> dict[str, object]:
    return {
        "id": line.area.id,
        "title": line.area.title,
        "score": number(line.score, places.area),
        "points": number(line.points),
        "groups": [
            {
                "id": group.group.id,
                "score": number(group.score, places.group),
                "points": number(group.points),
            }
            for group in line.groups
        ],
    }


def _score(line: IndicatorLine, places: int | None) -> str | None:
    """Return a score at its level's places; what counts unrounded (n/a in full) is written so."""
    if line.score is None or places is None:
        return number(line.score)
    is_rounded = (line.score * 10**places).denominator == 1
    return number(line.score, places if is_rounded else None)


def _indicator(line: IndicatorLine, places: RoundTo) -> dict[str, object]:
    return {
        "id": line.indicator.id,
        "score": _score(line, places.panel),
        "points": number(line.points),
        "claim": number(line.claim),
        "n": line.n,
        "round": line.round,
        "spread": number(line.spread, STATISTIC_PLACES),
        "source": line.source,
        "to_confirm": line.to_confirm,
    }
