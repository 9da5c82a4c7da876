"""The part of Review that takes entries: drafts, the editor's task, and what is recorded."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from textual import on

from rolcheck.desk.desk import Desk
from rolcheck.desk.item import Item
from rolcheck.desk.review import Entry
from rolcheck.events.types import Event
from rolcheck.locale import _
from rolcheck.tui import review_questions as questions
from rolcheck.tui.review_work import Do, ReviewWork, Tell
from rolcheck.tui.reviewing import Goal, Review, outcome, sentence
from rolcheck.tui.widgets.editor_pane import EditorPane, Task
from rolcheck.tui.widgets.editors.outcome import Outcome
from rolcheck.tui.widgets.evidence_pane import EvidencePane
from rolcheck.tui.widgets.item_pane import ItemPane
from rolcheck.tui.widgets.remark import FieldLine
from rolcheck.tui.widgets.verdict_pane import VerdictPane


@dataclass(frozen=True, slots=True)
class Draft:
    """An entry that is being made and is not recorded yet."""

    value: str = ""
    remark: str = ""
    cited: tuple[str, ...] = ()


class ReviewEntry(ReviewWork):
    """Records what is entered for the item at hand; what is not recorded yet is kept by item.

    Args:
        desk: Whose campaign, and who reviews.
    """

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._drafts: dict[tuple[str, str], Draft] = {}
        self._loaded_for = ("", "")

    @property
    def work(self) -> ItemPane:
        """The column of work."""
        return self.query_one(ItemPane)

    @property
    def key(self) -> tuple[str, str]:
        """Submission and indicator of the item at hand; empty where there is none."""
        return (self.review.submission, self.review.indicator) if self.review else ("", "")

    def put_to_work(self, review: Review) -> None:
        """Put at the foot what can be done about the item."""
        item, work = review.item, self.work
        if item is None:
            work.close("")
        elif item.closed_because is not None:
            work.close(sentence(item.closed_because))
        elif review.is_completeness and not item.indicator.is_veto:
            if item.expected:
                work.judge(item)
            else:
                work.close(_("nothing is expected to be handed in for this item"))
        elif not self._is_being_written(review):
            work.score(self._make_task(item))

    def _is_being_written(self, review: Review) -> bool:
        """Tell whether the editor already holds an entry for the item, which must not be lost."""
        work, editor = self.work, self.work.editor.editor
        if work.doing != "score" or editor is None or editor.indicator.id != review.indicator:
            return False
        key = (review.submission, review.indicator)
        return self._loaded_for == key and (key in self._drafts or work.editor.remark.is_open)

    def _make_task(self, item: Item) -> Task:
        key = (item.submission, item.indicator.id)
        own, draft = item.own, self._drafts.get(key)
        self._loaded_for = key
        if draft is None:
            stands = own is not None and own.round == item.round and not item.outdated
            draft = Draft(own.value if own else "", own.remark if own and stands else "")
        note = _("mine, round {number}").format(number=own.round) if own else ""
        return Task(
            item.indicator,
            self._outcome,
            value=draft.value,
            remark=draft.remark,
            notes={own.value: note} if own else {},
        )

    def _outcome(self, text: str) -> Outcome:
        return outcome(self.review, text) if self.review else Outcome()

    def show_cited(self) -> None:
        """Show what is cited with the entry, in the editor and beside the evidence."""
        cited = self._draft.cited
        self.query_one(EvidencePane).cited = cited
        line = self.work.editor.query_one("#cited", FieldLine)
        line.text = "  ".join(cited)
        line.instead = _("e, then space, cites evidence")

    @property
    def _draft(self) -> Draft:
        return self._drafts.get(self.key, Draft())

    @on(EditorPane.Changed)
    def _changed(self, event: EditorPane.Changed) -> None:
        if event.indicator == self.key[1]:
            self._drafts[self.key] = replace(self._draft, value=event.value, remark=event.remark)

    @on(EvidencePane.Cited)
    def _cite(self, event: EvidencePane.Cited) -> None:
        editor = self.work.editor
        if self.work.doing != "score" or editor.editor is None:
            return
        cited = self._draft.cited
        other = tuple(one for one in cited if one != event.evidence)
        cited = other if other != cited else (*cited, event.evidence)
        self._drafts[self.key] = Draft(editor.editor.value, editor.remark.text, cited)
        self.show_cited()

    @on(EditorPane.Submitted)
    def _submitted(self, event: EditorPane.Submitted) -> None:
        submission, indicator = self.key
        if event.indicator == indicator:
            entry = Entry(submission, indicator, event.value, event.remark, self._draft.cited)
            self._declared_then(lambda: self._desk.score(entry), self._tell_score)

    @on(VerdictPane.Submitted)
    def _judged(self, event: VerdictPane.Submitted) -> None:
        submission, indicator = self.key
        self.write(
            lambda: self.record_verdicts(submission, indicator, event.verdicts),
            Goal(submission, indicator, onward=True),
            self._tell_score,
        )

    def _declared_then(self, do: Do, tell: Tell) -> None:
        """Do something that wants the declarations made, and ask for them first."""
        goal = Goal(*self.key, onward=True)
        undeclared = self.review.undeclared if self.review else ()
        if not undeclared:
            self.write(do, goal, tell)
            return

        def answered(declares: bool | None) -> None:
            if declares:
                self.write(lambda: (*self._desk.declare(), *do()), goal, tell)

        self.app.push_screen(questions.ask_declaration(undeclared), answered)

    def _tell_score(self, done: Sequence[Event], now: Review) -> str:
        for event in done:
            self._drafts.pop((event.submission or "", event.indicator or ""), None)
        if not now.count_left:
            return _("nothing is left here; s shows the other submissions")
        return "" if done else _("it stands as it was; nothing new was recorded")

    def action_undo(self) -> None:
        self.write(self._desk.undo, Goal(*self.key), self._tell_undo)

    def _tell_undo(self, done: Sequence[Event], _now: Review) -> str:
        event = done[0]
        name = (event.submission or "", event.indicator or "")
        self._drafts.pop(name, None)
        if not name[1]:
            return _("taken back")
        return _("taken back: {indicator}; g goes there").format(indicator=name[1])

    def action_keep(self) -> None:
        review = self.review
        count = review.count_earlier if review else 0
        if review is None or not count:
            self.say(_("there is no earlier score to confirm here"))
            return
        submission = review.submission

        def answered(keeps: bool | None) -> None:
            if keeps:
                self._declared_then(lambda: self._desk.keep(submission), self._tell_keep)

        self.app.push_screen(questions.ask_keep(review, count), answered)

    def _tell_keep(self, done: Sequence[Event], now: Review) -> str:
        self._tell_score(done, now)
        return _("{n} earlier scores confirmed").format(n=len(done))

    def action_finding(self) -> None:
        review = self.review
        if review is None or review.item is None:
            return
        submission, indicator = self.key

        def add(code: str, asked: str | None) -> None:
            if asked:
                self.write(
                    lambda: self._desk.add_finding(submission, indicator, code=code, asked=asked),
                    Goal(submission, indicator),
                    lambda _done, _now: _("the finding stands on record"),
                )

        def chosen(code: str | None) -> None:
            if code:
                prompt = questions.ask_finding(review, code)
                self.app.push_screen(prompt, lambda asked: add(code, asked))

        self.app.push_screen(questions.ask_code(), chosen)

    def action_remark(self) -> None:
        if self.work.doing == "score":
            self.work.editor.write()

    def action_outside(self) -> None:
        if self.work.doing == "score":
            self.work.editor.remark.edit_outside()
