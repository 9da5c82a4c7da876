"""The column of work: the item above, at its foot what one does about it."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, ClassVar, Literal

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.message import Message
from textual.widget import Widget

from rolcheck.base.messages import N_
from rolcheck.base.wrapping import wrap
from rolcheck.desk.review.item import Item
from rolcheck.desk.review.recording import Entry
from rolcheck.locale import _
from rolcheck.tui.focusing import focus_now, holds_focus
from rolcheck.tui.text import BLANK, Line, Part, gap
from rolcheck.tui.widgets.editor_pane import EditorPane, Task
from rolcheck.tui.widgets.editors.outcome import Before, Observe, Outcome
from rolcheck.tui.widgets.facts import Facts
from rolcheck.tui.widgets.item_before import before_of
from rolcheck.tui.widgets.item_lines import ItemView, item_lines
from rolcheck.tui.widgets.pane import Pane
from rolcheck.tui.widgets.verdict_pane import ClosedPane, VerdictPane

if TYPE_CHECKING:
    from rolcheck.tui.widgets.writing import WritingArea

Doing = Literal["score", "verdict", "closed"]
Nothing = Callable[[int], Sequence[Line]]
"""Draws what stands there where no item is."""


@dataclass(frozen=True, slots=True)
class Draft:
    """An entry that is being made and is not recorded yet."""

    value: str = ""
    remark: str = ""
    cited: tuple[str, ...] = ()


def _no_outcome(_text: str) -> Outcome:
    return Outcome()


@dataclass(frozen=True, slots=True)
class Job:
    """What is to be done at the foot.

    Attributes:
        item: About what; None where there is none.
        observe: Tells what an entry would give.
        closed: Why nothing can be entered; empty where something can.
        whole: What a count is out of where only what was counted is typed; 0 where nothing says.
    """

    item: Item | None
    observe: Observe = _no_outcome
    closed: str = ""
    whole: int = 0


class ItemPane(Pane):
    """Shows an item and one of three things below it: editor, verdicts, or why neither is there.

    What is entered and not recorded yet is kept by item until `forget`.
    """

    @dataclass
    class Entered(Message):
        """An observation is to be recorded."""

        entry: Entry

    class Refused(Message):
        """An entry cannot be recorded as it is; why stands beside it."""

    @dataclass
    class VerdictsGiven(Message):
        """Verdicts are to be recorded, by expected item."""

        submission: str
        indicator: str
        verdicts: Mapping[str, str]

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("pagedown", "scroll_item(1)", N_("read on"), show=False, id="item.on"),
        Binding("pageup", "scroll_item(-1)", N_("read back"), show=False, id="item.back"),
    ]

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id, work=True)
        self._view: ItemView | None = None
        self._nothing: Nothing = _empty
        self._doing: Doing = "closed"
        self._key = ("", "")  # submission and indicator of the item at hand
        self._loaded = ("", "")  # of what the editor was loaded for
        self._drafts: dict[tuple[str, str], Draft] = {}

    def compose(self) -> ComposeResult:
        with VerticalScroll(id="item", can_focus=False):
            yield Facts(self._lines)
        yield EditorPane(id="score")
        yield VerdictPane(id="verdict")
        yield ClosedPane(id="closed")

    @property
    def editor(self) -> EditorPane:
        """The editor with remark, evidence and points."""
        return self.query_one(EditorPane)

    @property
    def doing(self) -> Doing:
        """What can be done about the item."""
        return self._doing

    def show(self, view: ItemView | None, nothing: Nothing | None = None) -> None:
        """Show an item, from its beginning if it is another one; or what there is instead."""
        before, self._view, self._nothing = self._view, None, nothing or _empty
        if view is not None:
            self._view = replace(view, rule=self._doing != "score")
        self.query_one(Facts).redraw()
        if not before or not self._view or _name(before) != _name(self._view):
            self.query_one("#item", VerticalScroll).scroll_home(animate=False)

    def work_on(self, job: Job) -> None:
        """Put at the foot what can be done about an item; an entry being made is not lost."""
        item = job.item
        self._key = (item.submission, item.indicator.id) if item else ("", "")
        if item is None or job.closed:
            self._close(job.closed)
        elif item.round_kind != "completeness" or item.indicator.is_veto:
            self._score(item, job)
        elif item.expected:
            self._do("verdict")
            self.query_one(VerdictPane).load(self._key, item.expected)
        else:
            self._close(_("nothing is expected to be handed in for this item"))
        self._show_cited()

    @property
    def cited(self) -> tuple[str, ...]:
        """The evidence cited with the entry at hand."""
        return self._draft.cited

    def cite(self, evidence: str) -> None:
        """Cite a piece of evidence with the entry, or no more."""
        editor = self.editor
        if self._doing != "score" or editor.editor is None:
            return
        other = tuple(one for one in self.cited if one != evidence)
        cited = other if other != self.cited else (*self.cited, evidence)
        self._drafts[self._key] = Draft(editor.editor.value, editor.remark.text, cited)
        self._show_cited()

    def forget(self, submission: str, indicator: str) -> None:
        """Forget what was entered for an item: it stands in the ledger now, or no more."""
        self._drafts.pop((submission, indicator), None)

    @property
    def takes_remark(self) -> bool:
        """Whether an entry is being made, so that a remark can stand with it."""
        return self._doing == "score"

    @property
    def remark_text(self) -> str:
        """The remark of the entry at hand."""
        return self.editor.remark.text.strip() if self.takes_remark else ""

    def write_remark(self, *, outside: bool = False) -> None:
        """Open the remark, here or in another editor."""
        if not self.takes_remark:
            return
        if outside:
            self.editor.remark.edit_outside()
        else:
            self.editor.write()

    def say_again(self, known: Sequence[str]) -> None:
        """Take the first of the remarks known; where one of them stands there, the one after it."""
        self.editor.remark.put_again(known)

    def insert_remark(self, text: str) -> None:
        """Put a text into the remark and go on writing there; nothing for an empty one."""
        if text:
            self.editor.remark.insert(text)

    def turn_quick(self) -> bool:
        """Let one key choose and record, or no more; tell whether it does now."""
        return self.editor.turn_quick()

    def focus_work(self) -> None:
        """Give the focus to what stands at the foot."""
        if self._doing == "score":
            self.editor.focus_editor()
        else:
            focus_now(self._foot(self._doing))

    def action_scroll_item(self, way: int) -> None:
        box = self.query_one("#item", VerticalScroll)
        box.scroll_relative(y=way * max(box.size.height - 1, 1), animate=False)

    @on(EditorPane.Changed)
    def _changed(self, event: EditorPane.Changed) -> None:
        event.stop()
        if event.indicator == self._key[1]:
            self._drafts[self._key] = replace(self._draft, value=event.value, remark=event.remark)

    @on(EditorPane.Refused)
    @on(VerdictPane.Refused)
    def _refused(self, event: Message) -> None:
        event.stop()
        self.post_message(self.Refused())

    def on_writing_area_paged(self, event: "WritingArea.Paged") -> None:
        event.stop()
        self.action_scroll_item(event.way)

    @on(EditorPane.Submitted)
    def _submitted(self, event: EditorPane.Submitted) -> None:
        event.stop()
        submission, indicator = self._key
        if event.indicator == indicator:
            entry = Entry(submission, indicator, event.value, event.remark, self.cited)
            self.post_message(self.Entered(entry))

    @on(VerdictPane.Submitted)
    def _verdicts_given(self, event: VerdictPane.Submitted) -> None:
        event.stop()
        self.post_message(self.VerdictsGiven(*self._key, event.verdicts))

    @property
    def _draft(self) -> Draft:
        return self._drafts.get(self._key, Draft())

    def _score(self, item: Item, job: Job) -> None:
        """Put the editor at the foot, unless it already holds an entry for the item."""
        known = self._key in self._drafts or self.editor.remark.is_open
        if self._doing == "score" and self._loaded == self._key and known:
            return
        self._do("score")
        self._loaded = self._key
        own, draft = item.own, self._drafts.get(self._key)
        stands = own is not None and own.round == item.round and not item.outdated
        if draft is None:
            draft = Draft(own.value if own else "", own.remark if own and stands else "")
        before = Before() if stands else before_of(item)
        task = Task(item.indicator, job.observe, draft.value, draft.remark, before, job.whole)
        self.editor.load(task)

    def _close(self, reason: str) -> None:
        self._do("closed")
        self.query_one(ClosedPane).say(reason)

    def _show_cited(self) -> None:
        self.editor.cite(self.cited)

    def _do(self, doing: Doing) -> None:
        focused = holds_focus(self._foot(self._doing))
        self._doing = doing
        for name in ("score", "verdict", "closed"):
            self.query_one(f"#{name}").display = name == doing
        if focused and not holds_focus(self._foot(doing)):
            self.focus_work()

    def _foot(self, doing: Doing) -> Widget:
        return self.query_one(f"#{doing}")

    def _lines(self, width: int) -> Sequence[Line]:
        if self._view is None:
            return self._nothing(width)
        return item_lines(self._view, width)


def _name(view: ItemView) -> tuple[str, str]:
    return view.item.submission, view.item.indicator.id


def _empty(width: int) -> list[Line]:
    said = _("there is nothing to review here; a coordinator assigns items and opens rounds")
    return [
        *((Part(line, "muted"),) for line in wrap(said, width)),
        BLANK,
        (Part("s", "accent", bold=True), gap(1), Part(_("another submission"), "muted")),
    ]
