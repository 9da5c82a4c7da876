"""What Review shows, read from the desk at one moment: the queue, one item, where one is."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import tzinfo
from typing import Literal

from rolcheck.base.errors import RolcheckError
from rolcheck.campaign.standing import Standing
from rolcheck.desk.desk import Desk
from rolcheck.desk.receiving.evidence import evidence_text
from rolcheck.desk.review.consistency import ScoreElsewhere, scores_elsewhere
from rolcheck.desk.review.item import Item, item
from rolcheck.desk.review.keeping import keepable
from rolcheck.desk.review.queue import (
    JUMPS,
    LEFT,
    Jump,
    Order,
    QueueRow,
    next_item,
    queue,
    queue_by_indicator,
    submissions_of,
)
from rolcheck.desk.rounds.timeline import rounds_seen
from rolcheck.desk.seen import RoundSeen


@dataclass(frozen=True, slots=True)
class Goal:
    """Which item is wanted.

    Attributes:
        submission: Empty for the first that has something left.
        indicator: Empty for the first that is left.
        to: What kind of item behind that one is meant; empty for that one itself.
        across: Whether it may be one of another submission where this one has none.
        order: How the queue goes.
    """

    submission: str = ""
    indicator: str = ""
    to: Jump | Literal[""] = ""
    across: bool = False
    order: Order = "submission"


@dataclass(frozen=True, slots=True)
class SubmissionChoice:
    """One submission to choose, and how much of it is left for whoever looks."""

    id: str
    name: str
    left: int
    due: int


@dataclass(frozen=True, slots=True)
class Review:
    """The whole screen.

    Attributes:
        length: Of the ledger, no later than all the rest.
        rows: The tree of the queue.
        item: None where there is none, or where nothing is left.
        elsewhere: How the reader scored the same indicator of other submissions.
        undeclared: The declarations that still have to be made.
        finished: Where nothing is left in the queue, what is left of every submission;
            else empty.
        order: How the queue goes.
        text: What the first piece of evidence says, so that it comes with the item and not a
            frame later; None where it could not be read.
    """

    length: int
    submission: str
    rows: tuple[QueueRow, ...]
    item: Item | None
    standing: Standing
    who: str
    rounds: tuple[RoundSeen, ...]
    undeclared: tuple[str, ...]
    elsewhere: tuple[ScoreElsewhere, ...] = ()
    finished: tuple[SubmissionChoice, ...] = ()
    order: Order = "submission"
    text: Sequence[str] | None = None

    @property
    def indicator(self) -> str:
        """The id of the item's indicator; empty where there is none."""
        return self.item.indicator.id if self.item else ""

    @property
    def at(self) -> str:
        """The id of the item's row in the tree; empty where there is none."""
        return row_id(self.order, self.submission, self.indicator)

    @property
    def zone(self) -> tzinfo:
        """Of the campaign, for stamps."""
        return self.standing.settings.timezone

    @property
    def items(self) -> tuple[QueueRow, ...]:
        """The items of the tree, in its order."""
        return tuple(row for row in self.rows if row.is_item)

    @property
    def left(self) -> tuple[QueueRow, ...]:
        """The items that want an entry."""
        return tuple(row for row in self.items if row.state in LEFT)

    @property
    def due(self) -> int:
        """How many items are asked for in this round, done or not."""
        return sum(row.due for row in self.items)

    @property
    def earlier(self) -> tuple[QueueRow, ...]:
        """The items whose earlier score can be confirmed, as far as one goes at once.

        That is the submission, or where the queue goes by indicator the indicator.
        """
        number = self.standing.open_round
        if number is None:
            return ()
        rows = [
            row
            for row in self.items
            if self.order == "submission" or row.indicator == self.indicator
        ]
        can = {
            submission: keepable(self.standing, number, submission, self.who)
            for submission in {row.submission for row in rows}
        }
        return tuple(row for row in rows if row.indicator in can[row.submission])


def row_id(order: Order, submission: str, indicator: str) -> str:
    """Return the id of an item's row in a tree; empty for no item."""
    if not indicator:
        return ""
    return indicator if order == "submission" else f"{indicator}/{submission}"


def read(desk: Desk, goal: Goal) -> Review:
    """Return what Review shows of the item wanted.

    Raises:
        RolcheckError: There is no such submission or indicator, or the ledger cannot be read.
    """
    length = desk.length()
    standing, who = desk.standing(), desk.who
    submission = goal.submission or _first_submission(standing, who)
    rows = _queue(standing, who, submission, goal.order)
    submission, indicator = _wanted(standing, who, rows, goal, submission)
    if submission and goal.order == "submission" and rows and rows[-1].submission != submission:
        rows = queue(standing, who, submission)
    seen = item(desk, submission, indicator) if indicator else None
    undeclared = "reviewer" in desk.sight().roles and who not in standing.declared
    return Review(
        length=length,
        submission=submission,
        rows=rows,
        item=seen,
        standing=standing,
        who=who,
        rounds=rounds_seen(standing, desk.today()),
        undeclared=tuple(standing.settings.campaign.declarations) if undeclared else (),
        elsewhere=scores_elsewhere(standing, who, submission, indicator) if indicator else (),
        finished=() if indicator or not rows else submission_choices(desk),
        order=goal.order,
        text=_first_text(desk, seen),
    )


def submission_choices(desk: Desk) -> tuple[SubmissionChoice, ...]:
    """Return the submissions that the desk's person may turn to."""
    standing, choices = desk.standing(), []
    for name in submissions_of(standing, desk.who):
        rows = [row for row in queue(standing, desk.who, name) if row.is_item]
        left = sum(row.state in LEFT for row in rows)
        title = standing.manifest(name).submission.name
        choices.append(SubmissionChoice(name, title, left, sum(row.due for row in rows)))
    return tuple(choices)


def changed_rows(before: Review | None, now: Review) -> frozenset[str]:
    """Return the items of the same tree whose state is another one."""
    if before is None or (before.order, before.submission) != (now.order, now.submission):
        return frozenset()
    states = {row.id: row.state for row in before.rows}
    return frozenset(row.id for row in now.items if states.get(row.id, row.state) != row.state)


def _first_text(desk: Desk, seen: Item | None) -> Sequence[str] | None:
    if seen is None or not seen.evidence:
        return None
    try:
        return evidence_text(desk, seen.submission, seen.evidence[0].id)
    except RolcheckError:  # said by whoever asks for that piece alone
        return None


def _queue(standing: Standing, who: str, submission: str, order: Order) -> tuple[QueueRow, ...]:
    if order == "indicator":
        return queue_by_indicator(standing, who)
    return queue(standing, who, submission) if submission else ()


def _first_submission(standing: Standing, who: str) -> str:
    own = submissions_of(standing, who)
    left = (one for one in own if any(row.state in LEFT for row in queue(standing, who, one)))
    return next(left, next(iter(own), ""))


def _wanted(
    standing: Standing, who: str, rows: tuple[QueueRow, ...], goal: Goal, submission: str
) -> tuple[str, str]:
    """Return submission and indicator of the item wanted; no indicator where nothing is left."""
    if goal.indicator and not goal.to:
        return submission, goal.indicator
    kind = goal.to or "left"
    here = row_id(goal.order, submission, goal.indicator)
    found = next_item(rows, here, JUMPS[kind])
    if found is None and goal.across:
        found = _in_others(standing, who, submission, kind)
    if found is not None:
        return found.submission, found.indicator
    if kind == "left" and _is_done(standing, rows):
        return submission, ""
    first = next((row.indicator for row in rows if row.is_item), "")
    return submission, goal.indicator or first


def _in_others(standing: Standing, who: str, submission: str, kind: Jump) -> QueueRow | None:
    own = submissions_of(standing, who)
    at = own.index(submission) + 1 if submission in own else 0
    for other in (*own[at:], *own[:at]):
        found = next_item(queue(standing, who, other), "", JUMPS[kind])
        if found is not None and other != submission:
            return found
    return None


def _is_done(standing: Standing, rows: tuple[QueueRow, ...]) -> bool:
    """Tell whether something was asked for in the open round, and nothing of it is left."""
    asked = any(row.due for row in rows if row.is_item)
    left = any(row.state in LEFT for row in rows if row.is_item)
    return standing.open_round is not None and asked and not left
