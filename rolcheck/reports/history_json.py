"""A submission through the rounds as JSON: numbers as decimal strings, codes instead of words."""

from rolcheck.reports.changes_json import change_json
from rolcheck.reports.history import History
from rolcheck.reports.summary_json import head_json, number


def history_json(history: History) -> dict[str, object]:
    """Return a history as plain values: of each round total, rank and indicators."""
    places = history.summary.criteria.scoring.round_to
    return {
        **head_json(history.summary),
        "submission": history.summary.submissions[0].id,
        "rounds": [
            {
                "number": line.facts.number,
                "state": line.facts.state,
                "total": number(line.total, places.total),
                "rank": line.rank,
                "indicators": [change_json(one, places.panel) for one in line.indicators],
            }
            for line in history.rounds
        ],
    }
