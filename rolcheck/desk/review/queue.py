"""A reviewer's queue as a tree, each item with its state: by submission or by indicator."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from rolcheck.campaign.blockers import expected_items
from rolcheck.campaign.openings import LIVE_FINDINGS, disputed, may_be_scored
from rolcheck.campaign.standing import Standing
from rolcheck.criteria.model import Area, Criteria, Group, Indicator
from rolcheck.criteria.observing import observe
from rolcheck.desk.review.duties import is_outdated
from rolcheck.desk.sight import Sight

State = Literal["done", "partly", "open", "confirm", "dispute", "na", "idle"]
"""``idle``: nothing was said, and nothing is asked in this round."""

LEFT: tuple[State, ...] = ("open", "confirm", "dispute")
"""The states that want an entry."""


Order = Literal["submission", "indicator"]
"""How a queue goes: one submission after the other, or one indicator across all of them."""


@dataclass(frozen=True, slots=True)
class QueueRow:
    """One line of the tree.

    Attributes:
        kind: area, group or indicator; below an indicator submission.
        id: Its id; of a submission behind that of its indicator, as ``3.2.1/east``.
        title: In Chinese, of a submission its name; `title_en` beside it.
        title_en: In English; empty where there is none.
        depth: 0 to 3.
        state: Of an item its own; of what is above, what is below.
        done: How many items below are finished; of an item 0 or 1.
        due: How many items below are asked for in this round; 0 where none is.
        submission: Of an item, whose; empty for what is above.
        indicator: Of an item, which; empty for what is above.
        has_finding: Whether a finding on the item is not settled.
    """

    kind: Literal["area", "group", "indicator", "submission"]
    id: str
    title: str
    title_en: str
    depth: int
    state: State
    done: int
    due: int
    submission: str = ""
    indicator: str = ""
    has_finding: bool = False

    @property
    def is_item(self) -> bool:
        """Whether it stands for an item, and not for what is above."""
        return bool(self.submission)

    def is_below(self, branch: str) -> bool:
        """Tell whether it stands somewhere below the row of that id."""
        return self.id.startswith((f"{branch}.", f"{branch}/"))


Wanted = Callable[[QueueRow], bool]

Jump = Literal["left", "dispute", "confirm", "finding"]

JUMPS: Mapping[Jump, Wanted] = {
    "left": lambda row: row.state in LEFT,
    "dispute": lambda row: row.state == "dispute",
    "confirm": lambda row: row.state == "confirm",
    "finding": lambda row: row.has_finding,
}
"""What one can jump to, by name."""


def queue(standing: Standing, who: str, submission: str) -> tuple[QueueRow, ...]:
    """Return the tree of what `who` has of a submission in the current round.

    Whoever has nothing of it there sees what else may be seen: reviewers their items of other
    rounds, units their own, coordinators and arbiters the whole tree.
    """
    items = {one.indicator: [one] for one in _items(standing, who, submission)}
    return tuple(_rows(standing.criteria, items))


def queue_by_indicator(standing: Standing, who: str) -> tuple[QueueRow, ...]:
    """Return the tree of what `who` has in the current round, submissions below indicators."""
    found: dict[str, list[QueueRow]] = {}
    for submission in submissions_of(standing, who):
        name = standing.manifest(submission).submission.name
        for one in _items(standing, who, submission):
            below = replace(
                one,
                kind="submission",
                id=f"{one.indicator}/{submission}",
                title=name,
                title_en="",
                depth=3,
            )
            found.setdefault(one.indicator, []).append(below)
    return tuple(_rows(standing.criteria, found))


def _items(standing: Standing, who: str, submission: str) -> Iterator[QueueRow]:
    scope = standing.assigned(standing.current_round, submission, who)
    sight = Sight(standing, who)
    for one in standing.criteria.indicators:
        if (one.id in scope or not scope) and sight.may_see_item(submission, one.id):
            state = item_state(standing, who, submission, one)
            yield QueueRow(
                kind="indicator",
                id=one.id,
                title=one.title,
                title_en=one.title_en or "",
                depth=2,
                state=state,
                done=int(state in ("done", "na")),
                due=int(state != "idle"),
                submission=submission,
                indicator=one.id,
                has_finding=_has_finding(standing, sight, submission, one.id),
            )


def _has_finding(standing: Standing, sight: Sight, submission: str, indicator: str) -> bool:
    rows = standing.findings.get((submission, indicator), ())
    return any(row.state in LIVE_FINDINGS and sight.may_see_finding(row) for row in rows)


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


def next_item(rows: Sequence[QueueRow], after: str, wanted: Wanted) -> QueueRow | None:
    """Return the item behind the row `after` that is wanted, from the top again if need be.

    Returns:
        Another item than that of `after`; None where there is none.
    """
    items = [row for row in rows if row.is_item]
    at = next((at for at, row in enumerate(items) if row.id == after), -1)
    return next((row for row in (*items[at + 1 :], *items[: max(at, 0)]) if wanted(row)), None)


def _completeness(standing: Standing, submission: str, indicator: Indicator) -> State:
    items = expected_items(indicator)
    given = [item for item in items if (submission, indicator.id, item) in standing.verdicts]
    if not indicator.is_base or not items:
        return "idle"
    if len(given) == len(items):
        return "done"
    return "partly" if given else "open"


def _rows(criteria: Criteria, items: Mapping[str, list[QueueRow]]) -> Iterator[QueueRow]:
    """Yield areas, groups and items, with a row an indicator where it has several of them."""
    within: dict[str, list[Indicator]] = {}
    for indicator in criteria.indicators:
        if indicator.id in items:
            within.setdefault(indicator.group_id, []).append(indicator)
    for area in criteria.areas:
        groups = [one for one in criteria.groups if one.area_id == area.id and one.id in within]
        below = [leaf for group in groups for one in within[group.id] for leaf in items[one.id]]
        if below:
            yield _branch("area", area, 0, below)
        for group in groups:
            leaves = [leaf for one in within[group.id] for leaf in items[one.id]]
            yield _branch("group", group, 1, leaves)
            for one in within[group.id]:
                mine = items[one.id]
                if mine[0].kind == "submission":
                    yield _branch("indicator", one, 2, mine)
                yield from mine


def _branch(
    kind: Literal["area", "group", "indicator"],
    node: Area | Group | Indicator,
    depth: int,
    below: Sequence[QueueRow],
) -> QueueRow:
    done, due = sum(row.done for row in below), sum(row.due for row in below)
    state: State = "idle"
    if due:
        state = "done" if done == due else ("partly" if done else "open")
    return QueueRow(kind, node.id, node.title, node.title_en or "", depth, state, done, due)
