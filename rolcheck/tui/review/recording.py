"""What a reviewer records from Review: entries, verdicts, findings, declarations, and undoing."""

from collections.abc import Mapping, Sequence

from textual import on

from rolcheck.base.errors import RolcheckError
from rolcheck.desk.findings.asking import asked_of
from rolcheck.desk.findings.life import FindingEntry
from rolcheck.desk.review.queue import QueueRow
from rolcheck.events.types import Event
from rolcheck.locale import _
from rolcheck.tui.review import questions
from rolcheck.tui.review.reading import Goal, Review
from rolcheck.tui.review.work import Do, ReviewWork, Tell
from rolcheck.tui.widgets.item_pane import ItemPane
from rolcheck.tui.wording import in_app


class ReviewRecording(ReviewWork):
    """Records what is entered for the item at hand, and asks first where that is wanted."""

    @property
    def work(self) -> ItemPane:
        """The column of work."""
        return self.query_one(ItemPane)

    @on(ItemPane.Entered)
    def _entered(self, event: ItemPane.Entered) -> None:
        self._declared_then(lambda: self._desk.score(event.entry), self._tell_score)

    @on(ItemPane.VerdictsGiven)
    def _verdicts_given(self, event: ItemPane.VerdictsGiven) -> None:
        self.write(
            lambda: self._complete(event.submission, event.indicator, event.verdicts),
            Goal(event.submission, event.indicator, to="left"),
            self._tell_score,
        )

    def _complete(
        self, submission: str, indicator: str, verdicts: Mapping[str, str]
    ) -> Sequence[Event]:
        made: list[Event] = []
        with self._desk.batch():
            for item, verdict in verdicts.items():
                made.extend(self._desk.complete(submission, f"{indicator}/{item}", verdict))
        return made

    def _declared_then(self, do: Do, tell: Tell) -> None:
        """Do something that wants the declarations made, and ask for them first."""
        goal = Goal(*self.key, to="left")
        undeclared = self.review.undeclared if self.review else ()
        if not undeclared:
            self.write(do, goal, tell)
            return

        self.drop_typed_ahead()

        def answered(declares: bool | None) -> None:
            if declares:
                self.write(lambda: (*self._desk.declare(), *do()), goal, tell)

        self.app.push_screen(questions.ask_declaration(undeclared), answered)

    @on(ItemPane.Refused)
    def _refused(self) -> None:
        self.drop_typed_ahead()

    def worded(self, error: RolcheckError) -> RolcheckError:
        return in_app(error, self.review.standing) if self.review else error

    def _tell_score(self, done: Sequence[Event], _now: Review) -> str:
        self._forget_drafts(done)
        return "" if done else _("it stands as it was; nothing new was recorded")

    def _forget_drafts(self, done: Sequence[Event]) -> None:
        for event in done:
            self.work.forget(event.submission or "", event.indicator or "")

    def action_undo(self) -> None:
        """Take the last step back; a single item is then at hand, to be entered anew."""
        self.write(self._desk.undo, self._goal_of_undone, self._tell_undo)

    def _goal_of_undone(self, done: Sequence[Event]) -> Goal:
        event = done[0]
        if _count_undone(event) == 1 and event.submission and event.indicator:
            return Goal(event.submission, event.indicator)
        return Goal(*self.key)

    def _tell_undo(self, done: Sequence[Event], _now: Review) -> str:
        self._forget_drafts(done[:1])
        count = _count_undone(done[0])
        if count > 1:
            return _("{n} entries taken back").format(n=count)
        if not done[0].indicator:
            return _("taken back")
        return _("taken back: {indicator}; b goes back").format(indicator=done[0].indicator)

    def action_keep(self) -> None:
        """Confirm the earlier scores of the submission, or of the indicator, all at once."""
        review = self.review
        if review is None or not review.earlier:
            self.say(_("there is no earlier score to confirm here"))
            return
        rows = review.earlier

        def answered(keeps: bool | None) -> None:
            if keeps:
                self._declared_then(lambda: self._keep(rows), self._tell_keep)

        self.app.push_screen(questions.ask_keep(review), answered)

    def _keep(self, rows: Sequence[QueueRow]) -> Sequence[Event]:
        """Confirm items; those of several submissions are several steps to take back."""
        named: dict[str, list[str]] = {}
        for row in rows:
            named.setdefault(row.submission, []).append(row.indicator)
        made: list[Event] = []
        with self._desk.batch():
            for submission, indicators in named.items():
                made.extend(self._desk.keep(submission, indicators))
        return made

    def _tell_keep(self, done: Sequence[Event], _now: Review) -> str:
        self._forget_drafts(done)
        return _("{n} earlier scores confirmed").format(n=len(done))

    def action_finding(self) -> None:
        review = self.review
        if review is None or review.item is None:
            return
        submission, indicator = self.key

        def add(code: str, asked: str | None) -> None:
            if asked is not None:
                entry = FindingEntry(submission, indicator, code, asked)
                self.write(
                    lambda: self._desk.add_finding(entry),
                    Goal(submission, indicator),
                    lambda _done, _now: _("the finding stands on record"),
                )

        def chosen(code: str | None) -> None:
            if code:
                standard = asked_of(review.standing.criteria.indicator(indicator), code)
                prompt = questions.ask_finding(indicator, code, standard)
                self.app.push_screen(prompt, lambda asked: add(code, asked))

        self.app.push_screen(questions.ask_code(), chosen)


def _count_undone(event: Event) -> int:
    undone = event.payload.get("undone")
    return len(undone) if isinstance(undone, Sequence) else 0
