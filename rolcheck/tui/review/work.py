"""Reading and writing for Review, in workers, with keys kept back meanwhile.

What the screen shows comes in as one `Review` after another; it never changes its own.
"""

import gc
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from textual import events, on, work
from textual.message import Message

from rolcheck.base.errors import RolcheckError
from rolcheck.desk.desk import Desk
from rolcheck.desk.receiving.evidence import evidence_text
from rolcheck.desk.review.queue import Order
from rolcheck.events.types import Event
from rolcheck.locale import _, ngettext
from rolcheck.tui.dates import stamp_time
from rolcheck.tui.key_gate import KeyGate
from rolcheck.tui.messages import Failed, LedgerGrew, Said
from rolcheck.tui.review.reading import (
    Goal,
    Review,
    SubmissionChoice,
    changed_rows,
    read,
    submission_choices,
)
from rolcheck.tui.screens.base import DeskScreen

SLOW = 0.5  # seconds after which somebody who waits is told so
FRESH = 4.0  # seconds for which a change made elsewhere is marked
READING, WRITING = "reading", "writing"  # why keys wait
PLACES = 50  # how many items one can go back to

Do = Callable[[], Sequence[Event]]
GoalOf = Callable[[Sequence[Event]], Goal]
Tell = Callable[[Sequence[Event], Review], str]


class ReviewWork(DeskScreen):
    """Reads and writes for the screen that derives from it.

    Args:
        desk: Whose campaign, and who reviews.

    Attributes:
        order: How the queue goes, as long as the app runs.
    """

    order: Order = "submission"

    @dataclass
    class Loaded(Message):
        """What was asked for was read; `asked` tells the latest from earlier ones."""

        review: Review
        goal: Goal
        asked: int

    @dataclass
    class Written(Message):
        """Events were recorded, and what is shown next was read."""

        events: Sequence[Event]
        review: Review
        tell: Tell

    @dataclass
    class Stopped(Message):
        """Reading or writing failed."""

        error: RolcheckError

    @dataclass
    class TextRead(Message):
        """The text of a piece of evidence was read."""

        submission: str
        evidence: str
        lines: Sequence[str]

    @dataclass
    class ChoicesRead(Message):
        """The submissions to choose from were read."""

        choices: Sequence[SubmissionChoice]

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._goal = Goal()
        self._review: Review | None = None
        self._gate = KeyGate(self)
        self._asked = 0
        self._places: list[tuple[str, str]] = []
        self._going_back = False
        self._writing = False
        self._ready = False

    @property
    def review(self) -> Review | None:
        """What is shown; None until it was first read."""
        return self._review

    @property
    def key(self) -> tuple[str, str]:
        """Submission and indicator of the item at hand; empty where there is none."""
        return (self._review.submission, self._review.indicator) if self._review else ("", "")

    def present(self, review: Review, *, fresh: frozenset[str] = frozenset()) -> None:
        """Show what was read, some of it fresh from elsewhere; the screen says how."""

    def open_item(self, submission: str, indicator: str) -> None:
        """Show an item, also before the screen is mounted; empty for the next one left."""
        self.load(Goal(submission, indicator))

    def load(self, goal: Goal, *, hold: bool = True) -> None:
        """Read what `goal` names and show it; keys wait for it, unless nobody asked."""
        self._goal = replace(goal, order=self.order)
        if not self._ready:
            return
        self._asked += 1
        if hold:
            self._gate.hold(READING)
        self._read(self._goal, self._asked)

    def write(self, do: Do, goal: Goal | GoalOf, tell: Tell) -> None:
        """Do something that is recorded, then show `goal`; `tell` puts it into words."""
        if self._writing:
            return
        self._writing = True
        self._gate.hold(WRITING)
        self._record(do, goal if callable(goal) else lambda _done: goal, tell)
        self.set_timer(SLOW, self._say_slow)

    def go_back(self) -> None:
        """Show the item that was shown before this one."""
        if not self._places:
            self.say(_("there is no earlier place to go back to"))
            return
        self._going_back = True
        self.load(Goal(*self._places.pop()))

    def drop_typed_ahead(self) -> None:
        """Forget the keys typed ahead: they were meant for another item than they would meet."""
        count = self._gate.drop()
        if count:
            said = ngettext(
                "{n} key typed ahead was dropped", "{n} keys typed ahead were dropped", count
            )
            self.say(said.format(n=count))

    def nothing_found(self, goal: Goal) -> None:
        """Say that there is no item of the kind wanted; the screen knows the words."""

    def on_mount(self) -> None:
        self._ready = True
        self.load(self._goal)

    def on_screen_resume(self) -> None:
        if self._review is not None:
            self._look(self._review)

    def on_ledger_grew(self, _message: LedgerGrew) -> None:
        if self._review is not None and self.is_current:
            self._look(self._review)

    def on_key(self, event: events.Key) -> None:
        if not self._gate.lets_pass(event):
            event.stop()
            event.prevent_default()

    @on(Loaded)
    def _loaded(self, message: Loaded) -> None:
        if message.asked == self._asked:
            if self._review is None:
                self.call_after_refresh(gc.freeze)  # the desk too is loaded by now: see the app
            before = self.key
            self._take(message.review)
            if message.goal.to and self.key == before and self.review and self.review.item:
                self.nothing_found(message.goal)
            self._let_keys_through(READING)

    @on(Written)
    def _written(self, message: Written) -> None:
        self._writing = False
        self._asked += 1  # whatever is being read was asked for before
        said = message.tell(message.events, message.review)
        self._take(message.review)
        self._let_keys_through(READING, WRITING)
        time = stamp_time(message.events[-1].at, message.review.zone) if message.events else ""
        self.app.post_message(Said(said, time))
        self.app.post_message(LedgerGrew())

    @on(Stopped)
    def _stopped(self, message: Stopped) -> None:
        self._writing = False
        self._going_back = False
        self._gate.drop()
        self._gate.free(READING, WRITING)
        self.app.post_message(Failed(self.worded(message.error)))

    def _let_keys_through(self, *reasons: str) -> None:
        """Let keys go on, once the focus is where they are to go."""
        if self.focused is not None and self.focused.display:
            self._gate.free(*reasons)
        else:
            self.call_after_refresh(self._gate.free, *reasons)

    def worded(self, error: RolcheckError) -> RolcheckError:
        """Return an error as people in the app understand it; the screen knows the words."""
        return error

    def _take(self, review: Review) -> None:
        left, self._review = self.key, review
        if left[1] and left != self.key and not self._going_back:
            self._places = [*self._places, left][-PLACES:]
        self._going_back = False
        self._goal = Goal(review.submission, review.indicator)
        self.present(review)

    def _take_fresh(self, review: Review) -> None:
        """Show what changed elsewhere, with a mark for a moment; nothing moves."""
        fresh = changed_rows(self._review, review)
        self._review = review
        self.present(review, fresh=fresh)
        if fresh:
            self.set_timer(FRESH, self._fade)

    def _fade(self) -> None:
        if self._review is not None:
            self.present(self._review)

    def _say_slow(self) -> None:
        if self._writing:
            self.say(_("saving; keys wait until it is done"))

    @work(thread=True, exclusive=True, group="review-read")
    def _read(self, goal: Goal, asked: int) -> None:
        try:
            self.post_message(self.Loaded(read(self._desk, goal), goal, asked))
        except RolcheckError as error:
            self.post_message(self.Stopped(error))

    @work(thread=True, exclusive=True, group="review-look")
    def _look(self, seen: Review) -> None:
        """Read the same place anew if the ledger is longer than it was."""
        try:
            if self._desk.length() == seen.length:
                return
            review = read(self._desk, Goal(seen.submission, seen.indicator, order=seen.order))
        except RolcheckError as error:
            self.post_message(Failed(error))
            return
        self.app.call_from_thread(self._take_if_still, seen, review)

    def _take_if_still(self, seen: Review, review: Review) -> None:
        if self.key == (seen.submission, seen.indicator) and self.order == seen.order:
            self._take_fresh(review)

    @work(thread=True, exclusive=True, group="review-write")
    def _record(self, do: Do, goal: GoalOf, tell: Tell) -> None:
        try:
            done = do()
            wanted = replace(goal(done), order=self.order)
            self.post_message(self.Written(done, read(self._desk, wanted), tell))
        except RolcheckError as error:
            self.post_message(self.Stopped(error))

    @work(thread=True, exclusive=True, group="review-text")
    def read_text(self, submission: str, evidence: str) -> None:
        """Read a piece of evidence; `TextRead` brings it."""
        lines: Sequence[str] = ()
        try:
            lines = evidence_text(self._desk, submission, evidence)
        except RolcheckError as error:
            self.post_message(Failed(error))
        self.post_message(self.TextRead(submission, evidence, lines))

    @work(thread=True, exclusive=True, group="review-choices")
    def read_choices(self) -> None:
        """Read what submissions there are; `ChoicesRead` brings them."""
        try:
            self.post_message(self.ChoicesRead(submission_choices(self._desk)))
        except RolcheckError as error:
            self.post_message(self.Stopped(error))
