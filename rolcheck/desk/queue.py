"""A reviewer's queue: the indicators of a submission as a tree, each with its state."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from rolcheck.campaign.blockers import expected_items
from rolcheck.campaign.openings import disputed, may_be_scored
from rolcheck.campaign.standing import Standing
from rolcheck.criteria.model import Indicator
from rolcheck.criteria.observing import observe
from rolcheck.desk.duties import is_outdated
from rolcheck.desk.sight import Sight

State = Literal["done", "partly", "open", "confirm", "dispute", "na", "idle"]
"""``idle``: nothing was said, and nothing is asked in this round."""

LEFT: tuple[State, ...] = ("open", "confirm", "dispute")
"""The states that want an entry."""


@dataclass(frozen=True, slots=True)
class QueueRow:
    """One line of the tree.

    Attributes:
        kind: area, group or indicator.
        id: Its id.
        title: In Chinese; `title_en` beside it.
        title_en: In English; empty where the criteria have none.
        depth: 0, 1 or 2.
        state: Of an indicator its own; of what is above, what is below.
        done: How many indicators below are finished; of an indicator 0 or 1.
        due: How many indicators below are asked for in this round; 0 where none is.
    """

    kind: Literal["area", "group", "indicator"]
    id: str
    title: str
    title_en: str
    depth: int
    state: State
    done: int
    due: int


def queue(standing: Standing, who: str, submission: str) -> tuple[QueueRow, ...]:
    """Return the tree of what `who` has of a submission in the current round.

    Whoever has nothing of it there sees what else may be seen: reviewers their items of other
    rounds, units their own, coordinators and arbiters the whole tree.
    """
    scope = standing.assigned(standing.current_round, submission, who)
    sight = Sight(standing, who)
    states = {
        indicator.id: item_state(standing, who, submission, indicator)
        for indicator in standing.criteria.indicators
        if (indicator.id in scope or not scope) and sight.may_see_item(submission, indicator.id)
    }
    return tuple(_rows(standing, states))


def item_state(standing: Standing, who: str, submission: str, indicator: Indicator) -> State:
    """Return the state of one indicator in the eyes of one reviewer."""
    number = standing.current_round
    row = standing.own_latest(submission, indicator.id, who)
    in_dispute = (submission, indicator.id) in disputed(standing)
    asked = (
        standing.open_round is not None
        and indicator.id in standing.assigned(number, submission, who)
        and (submission, who) not in standing.bars
    )
    if asked and standing.plan(number).kind == "completeness":
        return _completeness(standing, submission, indicator)
    asked = asked and may_be_scored(standing, number, submission, indicator)
    fresh = row is not None and row.round == number and not is_outdated(standing, row)
    if asked and not fresh and indicator.is_base:
        if in_dispute:
            return "dispute"
        return "confirm" if row else "open"
    if in_dispute and not fresh:
        return "dispute"
    if row is None:
        return "idle"
    seen = observe(indicator, row.value, standing.settings.period)
    return "na" if seen.not_applicable else "done"


def submissions_of(standing: Standing, who: str) -> tuple[str, ...]:
    """Return the submissions of which `who` has something in the current round; else all."""
    number = standing.current_round
    mine = tuple(
        submission
        for submission in standing.manifests
        if standing.assigned(number, submission, who) and (submission, who) not in standing.bars
    )
    return mine or tuple(standing.manifests)


def next_left(rows: Sequence[QueueRow], after: str) -> str | None:
    """Return the indicator that wants an entry next behind `after`, from the top again if need be.

    Returns:
        Its id; None where nothing is left.
    """
    ids = [row.id for row in rows if row.kind == "indicator"]
    left = [row.id for row in rows if row.kind == "indicator" and row.state in LEFT]
    start = ids.index(after) if after in ids else -1
    later = [one for one in left if ids.index(one) > start]
    return next(iter(later or [one for one in left if one != after]), None)


def _completeness(standing: Standing, submission: str, indicator: Indicator) -> State:
    items = expected_items(indicator)
    given = [item for item in items if (submission, indicator.id, item) in standing.verdicts]
    if not indicator.is_base or not items:
        return "idle"
    if len(given) == len(items):
        return "done"
    return "partly" if given else "open"


def _rows(standing: Standing, states: dict[str, State]) -> Iterable[QueueRow]:
    criteria = standing.criteria
    for area in criteria.areas:
        groups = []
        for group in criteria.groups:
            if group.area_id == area.id:
                leaves = [
                    _leaf(indicator, states[indicator.id])
                    for indicator in criteria.indicators
                    if indicator.group_id == group.id and indicator.id in states
                ]
                if leaves:
                    groups.append((group, leaves))
        if groups:
            below = [leaf for _, leaves in groups for leaf in leaves]
            yield _branch("area", area.id, area.title, area.title_en, 0, below)
            for group, leaves in groups:
                yield _branch("group", group.id, group.title, group.title_en, 1, leaves)
                yield from leaves


def _leaf(indicator: Indicator, state: State) -> QueueRow:
    asked = state != "idle"
    done = state in ("done", "na")
    return QueueRow(
        "indicator",
        indicator.id,
        indicator.title,
        indicator.title_en or "",
        2,
        state,
        int(done),
        int(asked),
    )


def _branch(
    kind: Literal["area", "group"],
    id: str,
    title: str,
    title_en: str | None,
    depth: int,
    below: Sequence[QueueRow],
) -> QueueRow:
    done, due = sum(row.done for row in below), sum(row.due for row in below)
    state: State = "idle"
    if due:
        state = "done" if done == due else ("partly" if done else "open")
    return QueueRow(kind, id, title, title_en or "", depth, state, done, due)
