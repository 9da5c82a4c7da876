"""What Review shows, read from the desk at one moment: the queue, one item, where one is."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import tzinfo

from rolcheck.base.errors import RolcheckError
from rolcheck.base.messages import N_
from rolcheck.campaign.standing import Standing
from rolcheck.desk.desk import Desk
from rolcheck.desk.item import Item, item
from rolcheck.desk.preview import preview
from rolcheck.desk.queue import LEFT, QueueRow, next_left, queue, submissions_of
from rolcheck.desk.seen import RoundSeen
from rolcheck.desk.timeline import rounds_seen
from rolcheck.locale import _, language
from rolcheck.locale.words import said
from rolcheck.tui.dates import where_of
from rolcheck.tui.widgets.chrome import Where
from rolcheck.tui.widgets.editors.outcome import Outcome
from rolcheck.tui.wording import value_words

SCREEN = N_("Review")

DOES = {
    "change": N_("not {before} as before; say why"),
    "keep": N_("confirms the earlier score"),
    "same": N_("stands already"),
}


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
        zone: Of the campaign, for stamps.
    """

    length: int
    submission: str
    rows: tuple[QueueRow, ...]
    item: Item | None
    standing: Standing
    who: str
    rounds: tuple[RoundSeen, ...]
    undeclared: tuple[str, ...]
    zone: tzinfo

    @property
    def indicator(self) -> str:
        """The id of the item's indicator; empty where there is none."""
        return self.item.indicator.id if self.item else ""

    @property
    def ids(self) -> tuple[str, ...]:
        """The indicators of the tree, in its order."""
        return tuple(row.id for row in self.rows if row.kind == "indicator")

    @property
    def count_left(self) -> int:
        """How many items want an entry."""
        return sum(row.state in LEFT for row in self.rows if row.kind == "indicator")

    @property
    def count_due(self) -> int:
        """How many items are asked for in this round, done or not."""
        return sum(row.due for row in self.rows if row.kind == "area")

    @property
    def count_earlier(self) -> int:
        """How many of the items left have an earlier score that can be confirmed."""
        return sum(
            row.state in LEFT
            and self.standing.own_latest(self.submission, row.id, self.who) is not None
            for row in self.rows
            if row.kind == "indicator"
        )

    @property
    def is_completeness(self) -> bool:
        """Whether the open round asks for verdicts on what was handed in."""
        standing = self.standing
        return standing.plan(standing.current_round).kind == "completeness"


def read(desk: Desk, goal: Goal) -> Review:
    """Return what Review shows of the item wanted.

    Raises:
        RolcheckError: There is no such submission or indicator, or the ledger cannot be read.
    """
    length = desk.ledger.store.length()
    standing, who = desk.standing(), desk.who
    submission = goal.submission or _first_submission(standing, who)
    rows = queue(standing, who, submission) if submission else ()
    indicator = _wanted(rows, goal)
    asked = standing.settings.campaign.declarations
    undeclared = "reviewer" in desk.sight().roles and who not in standing.declared
    return Review(
        length=length,
        submission=submission,
        rows=rows,
        item=item(desk, submission, indicator) if indicator else None,
        standing=standing,
        who=who,
        rounds=rounds_seen(standing, desk.today()),
        undeclared=tuple(asked) if undeclared else (),
        zone=standing.settings.timezone,
    )


def _first_submission(standing: Standing, who: str) -> str:
    mine = submissions_of(standing, who)
    left = (one for one in mine if any(row.state in LEFT for row in queue(standing, who, one)))
    return next(left, next(iter(mine), ""))


def _wanted(rows: tuple[QueueRow, ...], goal: Goal) -> str:
    ids = [row.id for row in rows if row.kind == "indicator"]
    if goal.indicator and not goal.onward:
        return goal.indicator
    following = next_left(rows, goal.indicator)
    return following or goal.indicator or next(iter(ids), "")


@dataclass(frozen=True, slots=True)
class SubmissionChoice:
    """One submission to choose, and how much of it is left for whoever looks."""

    id: str
    name: str
    left: int
    due: int


def submission_choices(desk: Desk) -> tuple[SubmissionChoice, ...]:
    """Return the submissions that the desk's person may turn to."""
    standing, choices = desk.standing(), []
    for name in submissions_of(standing, desk.who):
        rows = [row for row in queue(standing, desk.who, name) if row.kind == "indicator"]
        left = sum(row.state in LEFT for row in rows)
        title = standing.manifest(name).submission.name
        choices.append(SubmissionChoice(name, title, left, sum(row.due for row in rows)))
    return tuple(choices)


def outcome(review: Review, text: str) -> Outcome:
    """Return what entering `text` for the item would give, in words."""
    if review.item is None:
        return Outcome()
    seen = preview(review.standing, review.who, review.submission, review.indicator, text)
    if seen.error is not None:
        return Outcome(error=sentence(seen.error))
    own = review.item.own
    note = _(DOES.get(seen.does, "")).format(before=value_words(own.value) if own else "")
    return Outcome(seen.value, seen.points, note=note, remark_required=seen.remark_required)


def sentence(error: RolcheckError) -> str:
    """Return an error and its way out, in the language in use."""
    parts = [said(error.message, error.params)]
    if error.hint:
        parts.append(said(error.hint, error.params))
    return _("; ").join(parts)


def where(review: Review) -> Where:
    """Return what the first line says."""
    about, people = review.standing.settings.campaign, review.standing.settings.people
    left, due = review.count_left, review.count_due
    count = _("to check {left} / {due}") if review.is_completeness else _("to score {left} / {due}")
    whole = where_of(
        SCREEN,
        about.title,
        review.rounds,
        review.standing.current_round,
        people[review.who].name if review.who in people else "",
        count.format(left=left, due=due) if due else "",
    )
    return replace(whole, place=review.item.submission_name if review.item else "")


def names_of(review: Review) -> Mapping[str, str]:
    """Return the titles of the tree in the language in use, by id."""
    return {row.id: title_of(row) for row in review.rows}


def title_of(row: QueueRow) -> str:
    """Return a row's title in the language in use."""
    return (row.title_en if language() == "en" else "") or row.title


def changed_rows(before: Review | None, now: Review) -> frozenset[str]:
    """Return the indicators of the same tree whose state is another one."""
    if before is None or before.submission != now.submission:
        return frozenset()
    states = {row.id: row.state for row in before.rows}
    return frozenset(
        row.id
        for row in now.rows
        if row.kind == "indicator" and states.get(row.id, row.state) != row.state
    )
