"""What the next step with the rounds would bring, in numbers, before it is taken."""

from collections.abc import Iterator

from rolcheck.campaign.openings import first_kind, returned
from rolcheck.campaign.settings import SCORING_KINDS
from rolcheck.campaign.standing import Standing
from rolcheck.desk.assigning.consequences import as_published
from rolcheck.desk.desk import Desk
from rolcheck.desk.review.duties import duties
from rolcheck.desk.rounds.seen import Forecast


def forecast(desk: Desk) -> Forecast:
    """Return what opening, closing, reopening or sealing would bring now."""
    standing = desk.standing()
    number, events = standing.open_round, desk.length()
    if number is not None:
        looks = standing.plan(number).kind in SCORING_KINDS
        disputes = desk.results(number).disputes if looks else frozenset()
        open_disputes = sum(cell not in standing.rulings for cell in disputes)
        return Forecast(scores=_scores(standing, number), disputes=open_disputes, events=events)
    last = max(standing.rounds, default=0)
    scores = _scores(standing, last)
    following = standing.next_round
    if following is None:
        return Forecast(scores=scores, events=events)
    owed = list(_owed(as_published(standing, following), following))
    return Forecast(
        received=sum(name not in standing.receipts for name in standing.manifests),
        owed=len(owed),
        people=len(set(owed)),
        returned=sum(len(cells) for cells in returned(standing, following).values()),
        scores=scores,
        events=events,
    )


def _scores(standing: Standing, number: int) -> int:
    return sum(row.round == number for rows in standing.observations.values() for row in rows)


def _owed(standing: Standing, number: int) -> Iterator[str]:
    """Yield the reviewer of every item that would be owed if round `number` opened now."""
    kind = standing.plan(number).kind
    if kind in ("completeness", "scoring"):
        yield from (duty.reviewer for duty in duties(standing, number))
        return
    back = returned(standing, number)
    begins = {
        one.id
        for one in standing.criteria.base
        if kind == "final" and first_kind(standing.settings, one) == kind
    }
    for submission in standing.manifests:
        items = begins.union(back.get(submission, ()))
        for reviewer in standing.reviewers:
            if (submission, reviewer) not in standing.bars:
                scope = standing.assigned(number, submission, reviewer)
                yield from [reviewer] * len(items.intersection(scope))
