"""What reports are made from: the state of a campaign, as far as this desk's person may see it."""

from rolcheck.base.errors import RefusedError
from rolcheck.base.messages import N_
from rolcheck.desk.desk import Desk
from rolcheck.desk.ledger import recorded
from rolcheck.desk.rounds.sealing import must_be_edition
from rolcheck.events.codec import head as head_of
from rolcheck.reports.explained import IndicatorExplanation, SubmissionExplanation
from rolcheck.reports.explanation import Eyes, explain_indicator, explain_submission
from rolcheck.reports.facts import LedgerFacts
from rolcheck.reports.model import Summary
from rolcheck.reports.summary import Reading, due_of, nothing_yet, summarize
from rolcheck.reports.units import UnitShare, unit_shares
from rolcheck.scoring.results import Results
from rolcheck.scoring.reviewing import severities
from rolcheck.scoring.severity import Severity
from rolcheck.store.port import EventStore

TRIES = 5


def summary_of(
    desk: Desk, wanted: int | None = None, *, submission: str = "", edition: int | None = None
) -> Summary:
    """Return the summary that this desk's person may see.

    Args:
        desk: Whose.
        wanted: As of which round; None for the latest that may be seen.
        submission: The only submission that is shown; empty for all.
        edition: Of a sealed result: which edition; None for the latest.

    Raises:
        InputError: There is no such round, submission or edition.
        RefusedError: The results of the round are hidden from the reader.
    """
    return summarize(reading_of(desk, wanted, edition), submission)


def units_of(
    desk: Desk, wanted: int | None = None, *, submission: str = "", edition: int | None = None
) -> tuple[Summary, tuple[tuple[UnitShare, ...], ...]]:
    """Return the summary, and for each of its submissions what every unit answers for.

    Args and errors are those of `summary_of`.
    """
    reading = reading_of(desk, wanted, edition)
    summary, due = summarize(reading, submission), due_of(reading)
    return summary, tuple(
        unit_shares(reading.results, line.id, due) for line in summary.submissions
    )


def explanation_of(
    desk: Desk,
    submission: str,
    indicator: str = "",
    wanted: int | None = None,
    edition: int | None = None,
) -> SubmissionExplanation | IndicatorExplanation:
    """Return how a total, or the score of one indicator, came about.

    Raises:
        InputError: There is no such submission, indicator or round.
        RefusedError: The results of the round are hidden from the reader.
    """
    reading = reading_of(desk, wanted, edition)
    if not indicator:
        return explain_submission(reading, submission)
    history = _history(desk, reading)
    return explain_indicator(reading, history, submission, indicator, eyes_of(desk))


def eyes_of(desk: Desk) -> Eyes:
    """Return what this desk's person may see of single scores, findings and items."""
    sight = desk.sight()
    return Eyes(sight.may_see_score, sight.may_see_finding, sight.may_see_item)


def severities_of(desk: Desk, wanted: int | None = None) -> tuple[Severity, ...]:
    """Return how far each reviewer lies from the panel.

    Raises:
        InputError: There is no such round.
        RefusedError: The reader may not see single reviewers' scores.
    """
    if not desk.sight().sees_all:
        raise RefusedError(N_("how severe single reviewers are is for coordinators and arbiters"))
    return severities(reading_of(desk, wanted).results)


def _history(desk: Desk, reading: Reading) -> dict[int, Results]:
    """Return the results as of each round up to the one that is read."""
    upto = reading.round
    if upto is None:
        return {}
    earlier = {number: desk.results(number) for number in reading.now.rounds if number < upto}
    return earlier | ({upto: reading.results} if upto in reading.now.rounds else {})


def reading_of(desk: Desk, wanted: int | None = None, edition: int | None = None) -> Reading:
    """Return what reports are made from, as of one round, or in one edition of a sealed result.

    Raises:
        InputError: There is no such round or edition.
        RefusedError: The results of the round are hidden from the reader.
    """
    sight = desk.sight()
    must_be_edition(desk.standing(), wanted, edition)
    number = sight.result_round(wanted)
    ledger = None if sight.is_blind else _ledger(desk)
    now = desk.standing()
    row = recorded(now.tables)
    return Reading(
        now=now,
        results=nothing_yet(now) if number is None else desk.results(number, edition),
        round=number,
        criteria_sha256=row.criteria_sha256 if row else desk.campaign.criteria.sha256,
        today=desk.today(),
        ledger=ledger,
        edition=edition,
    )


def _ledger(desk: Desk) -> LedgerFacts:
    """Return the head of what the desk shows, if others let it: none of it is written meanwhile."""
    store = desk.ledger.store
    for _attempt in range(TRIES):
        length = store.length()
        desk.standing()
        facts = _facts(store)
        if facts.events == length:
            break
    return facts


def _facts(store: EventStore) -> LedgerFacts:
    head = store.keep_head()
    frontier = store.kept_frontier(head)
    if frontier is None:
        frontier = store.frontier()
        head = head_of(frontier)
    return LedgerFacts(int(head.partition(":")[0]), head, frontier)
