"""The place where an observation is made: the rule's editor, remark, evidence, points."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.message import Message

from rolcheck.base.messages import N_
from rolcheck.criteria.model import Indicator
from rolcheck.locale import _
from rolcheck.tui.focusing import focus_now, holds_focus
from rolcheck.tui.widgets.editors import EDITORS
from rolcheck.tui.widgets.editors.base import EditorBase
from rolcheck.tui.widgets.editors.outcome import Before, Observe
from rolcheck.tui.widgets.remark import FieldLine, RemarkField
from rolcheck.tui.widgets.score_line import ScoreLine


@dataclass(frozen=True, slots=True)
class Task:
    """What is to be observed, and from where to begin.

    Attributes:
        indicator: What is observed.
        observe: Tells what an entry in CSV form would give.
        value: The entry to begin with; empty for none.
        remark: The remark to begin with.
        before: What was said of it before.
        whole: What a count is out of where only what was counted is typed; 0 where nothing says.
    """

    indicator: Indicator
    observe: Observe
    value: str = ""
    remark: str = ""
    before: Before = field(default_factory=Before)
    whole: int = 0


class EditorPane(VerticalScroll, can_focus=False):
    """One editor a rule kind, kept once it was needed; below it remark, evidence, points."""

    DEFAULT_CSS = """
    EditorPane {
        height: auto; max-height: 70%; padding: 1 2; background: $panel;
        scrollbar-size-vertical: 1;
        & RemarkField, & ScoreLine { margin-top: 1; }
        & #cited { margin-top: 1; }
    }
    """
    TITLE: ClassVar[str] = N_("score")
    KINDS: ClassVar[Mapping[str, type[EditorBase]]] = EDITORS

    @dataclass
    class Submitted(Message):
        """An entry is to be recorded.

        Attributes:
            indicator: Id of what it is for.
            value: Normalised, in CSV form.
            remark: May be empty.
        """

        indicator: str
        value: str
        remark: str

    class Refused(Message):
        """The entry cannot be recorded as it is; why stands beside it."""

    @dataclass
    class Changed(Message):
        """Value or remark of the entry is another one."""

        indicator: str
        value: str
        remark: str

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._editors: dict[str, EditorBase] = {}
        self._editor: EditorBase | None = None
        self._quick = False

    @property
    def editor(self) -> EditorBase | None:
        """The editor of the rule at hand; None before the first task."""
        return self._editor

    @property
    def remark(self) -> RemarkField:
        """The remark field."""
        return self.query_one(RemarkField)

    def compose(self) -> ComposeResult:
        yield RemarkField()
        yield FieldLine(N_("evidence"), id="cited")
        yield ScoreLine()

    def load(self, task: Task) -> None:
        """Show a task; the focus goes to its editor if the one before had it."""
        before, focused = self._editor, holds_focus(self)
        editor = self._editor_for(task)
        self._editor = editor
        if before is not None and before is not editor:
            before.display = False
        editor.display = True
        self.remark.close()
        self.remark.text = task.remark
        self._follow()
        if focused:
            focus_now(editor)

    def cite(self, evidence: Sequence[str]) -> None:
        """Show which evidence is cited with the entry."""
        line = self.query_one("#cited", FieldLine)
        line.text, line.instead = "  ".join(evidence), _("e, then space, cites evidence")

    def focus_editor(self) -> None:
        """Give the focus to the editor at hand."""
        if self._editor is not None:
            focus_now(self._editor)

    def write(self) -> None:
        """Open the remark."""
        self.remark.open()

    def ask_why(self) -> None:
        """Open the remark because nothing is recorded without one."""
        self.remark.open(_("a remark is required with this"))

    def turn_quick(self) -> bool:
        """Let one key choose and record, or no more; tell whether it does now."""
        self._quick = not self._quick
        for editor in self._editors.values():
            editor.quick = self._quick
        self._redraw_editor()
        return self._quick

    @on(EditorBase.Refused)
    def _refused(self, event: EditorBase.Refused) -> None:
        event.stop()
        self.post_message(self.Refused())

    @on(EditorBase.Changed)
    def _changed(self, event: EditorBase.Changed) -> None:
        event.stop()
        if event.editor is self._editor:
            self._follow()
            self._tell()

    @on(EditorBase.Submitted)
    def _submitted(self, event: EditorBase.Submitted) -> None:
        event.stop()
        self._submit()

    @on(RemarkField.Changed)
    def _remarked(self, event: RemarkField.Changed) -> None:
        event.stop()
        self._follow()
        self._tell()

    @on(RemarkField.Submitted)
    def _remark_submitted(self, event: RemarkField.Submitted) -> None:
        event.stop()
        self.focus_editor()
        self._submit()

    @on(RemarkField.Closed)
    def _remark_closed(self, event: RemarkField.Closed) -> None:
        event.stop()
        self.focus_editor()

    def on_descendant_focus(self) -> None:
        self._redraw_editor()

    def on_descendant_blur(self) -> None:
        self._redraw_editor()

    def _redraw_editor(self) -> None:
        if self._editor is not None:
            self._editor.redraw()

    def _editor_for(self, task: Task) -> EditorBase:
        kind = task.indicator.rule.kind
        known = self._editors.get(kind)
        if known is not None:
            known.load(
                task.indicator,
                task.observe,
                value=task.value,
                before=task.before,
                whole=task.whole,
            )
            return known
        editor = self.KINDS[kind](
            task.indicator,
            task.observe,
            value=task.value,
            before=task.before,
            whole=task.whole,
            id=f"editor-{kind}",
        )
        editor.title, editor.quick = self.TITLE, self._quick
        self._editors[kind] = editor
        _mounted = self.mount(editor, before=0)
        return editor

    def _submit(self) -> None:
        editor = self._editor
        if editor is None:
            return
        outcome = editor.outcome
        if not outcome.value or outcome.error:
            editor.insist()
            return
        if outcome.remark_required and not self.remark.text.strip():
            self.ask_why()
            self.post_message(self.Refused())
            return
        message = self.Submitted(editor.indicator.id, outcome.value, self.remark.text.strip())
        self.post_message(message)

    def _follow(self) -> None:
        if self._editor is None:
            return
        self.query_one(ScoreLine).follow(self._editor)
        required = self._editor.outcome.remark_required
        self.remark.instead = _("r to write; required here") if required else _("r to write")

    def _tell(self) -> None:
        if self._editor is not None:
            editor = self._editor
            self.post_message(self.Changed(editor.indicator.id, editor.value, self.remark.text))
