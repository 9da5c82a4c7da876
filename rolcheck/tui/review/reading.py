"""What Review shows, read from the desk at one moment: the queue, one item, where one is."""

from dataclasses import dataclass
from datetime import tzinfo

from rolcheck.campaign.standing import Standing
from rolcheck.desk.desk import Desk
from rolcheck.desk.item import Item, item
from rolcheck.desk.queue import LEFT, QueueRow, next_left, queue, submissions_of
from rolcheck.desk.seen import RoundSeen
from rolcheck.desk.timeline import rounds_seen


@dataclass(frozen=True, slots=True)
class Goal:
    """Which item is wanted.

    Attributes:
        submission: Empty for the first that has something left.
        indicator: Empty for the first that is left.
        onward: Whether the next one left behind `indicator` is meant, and not itself.
    """

    submission: str = ""
    indicator: str = ""
    onward: bool = False


@dataclass(frozen=True, slots=True)
class Review:
    """The whole screen.

    Attributes:
        length: Of the ledger, no later than all the rest.
        rows: The tree of the submission's indicators.
        item: None where there is none.
        undeclared: The declarations that still have to be made.
    """

    length: int
    submission: str
    rows: tuple[QueueRow, ...]
    item: Item | None
    standing: Standing
    who: str
    rounds: tuple[RoundSeen, ...]
    undeclared: tuple[str, ...]

    @property
    def indicator(self) -> str:
        """The id of the item's indicator; empty where there is none."""
        return self.item.indicator.id if self.item else ""

    @property
    def zone(self) -> tzinfo:
        """Of the campaign, for stamps."""
        return self.standing.settings.timezone

    @property
    def indicators(self) -> tuple[QueueRow, ...]:
        """The indicators of the tree, in its order."""
        return tuple(row for row in self.rows if row.kind == "indicator")

    @property
    def left(self) -> tuple[QueueRow, ...]:
        """The indicators that want an entry."""
        return tuple(row for row in self.indicators if row.state in LEFT)

    @property
    def due(self) -> int:
        """How many items are asked for in this round, done or not."""
        return sum(row.due for row in self.indicators)

    @property
    def count_earlier(self) -> int:
        """How many of the items left have an earlier score that can be confirmed."""
        latest = self.standing.own_latest
        return sum(latest(self.submission, row.id, self.who) is not None for row in self.left)


@dataclass(frozen=True, slots=True)
class SubmissionChoice:
    """One submission to choose, and how much of it is left for whoever looks."""

    id: str
    name: str
    left: int
    due: int


def read(desk: Desk, goal: Goal) -> Review:
    """Return what Review shows of the item wanted.

    Raises:
        RolcheckError: There is no such submission or indicator, or the ledger cannot be read.
    """
    length = desk.length()
    standing, who = desk.standing(), desk.who
    submission = goal.submission or _first_submission(standing, who)
    rows = queue(standing, who, submission) if submission else ()
    indicator = _wanted(rows, goal)
    undeclared = "reviewer" in desk.sight().roles and who not in standing.declared
    return Review(
        length=length,
        submission=submission,
        rows=rows,
        item=item(desk, submission, indicator) if indicator else None,
        standing=standing,
        who=who,
        rounds=rounds_seen(standing, desk.today()),
        undeclared=tuple(standing.settings.campaign.declarations) if undeclared else (),
    )


def submission_choices(desk: Desk) -> tuple[SubmissionChoice, ...]:
    """Return the submissions that the desk's person may turn to."""
    standing, choices = desk.standing(), []
    for name in submissions_of(standing, desk.who):
        rows = [row for row in queue(standing, desk.who, name) if row.kind == "indicator"]
        left = sum(row.state in LEFT for row in rows)
        title = standing.manifest(name).submission.name
        choices.append(SubmissionChoice(name, title, left, sum(row.due for row in rows)))
    return tuple(choices)


def changed_rows(before: Review | None, now: Review) -> frozenset[str]:
    """Return the indicators of the same tree whose state is another one."""
    if before is None or before.submission != now.submission:
        return frozenset()
    states = {row.id: row.state for row in before.rows}
    return frozenset(row.id for row in now.indicators if states.get(row.id, row.state) != row.state)


def _first_submission(standing: Standing, who: str) -> str:
    own = submissions_of(standing, who)
    left = (one for one in own if any(row.state in LEFT for row in queue(standing, who, one)))
    return next(left, next(iter(own), ""))


def _wanted(rows: tuple[QueueRow, ...], goal: Goal) -> str:
    if goal.indicator and not goal.onward:
        return goal.indicator
    first = next((row.id for row in rows if row.kind == "indicator"), "")
    return next_left(rows, goal.indicator) or goal.indicator or first
