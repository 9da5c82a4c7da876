"""The column of work: one dispute above, at its foot the ruling or why there is none to make."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.message import Message

from rolcheck.base.messages import N_
from rolcheck.base.wrapping import wrap
from rolcheck.desk.disputes.seen import DisputeSeen
from rolcheck.locale import _
from rolcheck.tui.text import Line, Part
from rolcheck.tui.widgets.disputes.lines import DisputeView, dispute_lines
from rolcheck.tui.widgets.disputes.ruling import RulingPane
from rolcheck.tui.widgets.editor_pane import Task
from rolcheck.tui.widgets.editors.outcome import Before, Observe
from rolcheck.tui.widgets.facts import Facts
from rolcheck.tui.widgets.pane import Pane
from rolcheck.tui.widgets.verdict_pane import ClosedPane

_NAMES_MOST = 16  # cells


class DisputePane(Pane):
    """Shows a dispute; a ruling that is being written is kept by dispute until `forget`."""

    @dataclass
    class Ruled(Message):
        """A ruling is to be recorded on the dispute at hand."""

        key: str
        value: str
        reason: str

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("pagedown", "scroll_item(1)", N_("read on"), show=False, id="dispute.on"),
        Binding("pageup", "scroll_item(-1)", N_("read back"), show=False, id="dispute.back"),
    ]

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id, work=True)
        self._view: DisputeView | None = None
        self._why_empty = ""
        self._loaded = ""
        self._drafts: dict[str, tuple[str, str]] = {}

    def compose(self) -> ComposeResult:
        with VerticalScroll(id="item", can_focus=False):
            yield Facts(self._lines)
        yield RulingPane(id="ruling")
        yield ClosedPane(N_("ruling"), id="closed")

    @property
    def ruling(self) -> RulingPane:
        """The editor with reason and points."""
        return self.query_one(RulingPane)

    @property
    def key(self) -> str:
        """Names the dispute at hand; empty without."""
        return self._view.seen.row.key if self._view else ""

    @property
    def may_rule(self) -> bool:
        """Whether a ruling can be made on the dispute at hand."""
        return self._view is not None and not self._view.closed

    def show_nothing(self, why: str) -> None:
        """Show that there is no dispute, and why."""
        self._view, self._why_empty, self._loaded = None, why, ""
        self.ruling.display = self.query_one(ClosedPane).display = False
        self.query_one(Facts).redraw()

    def show(self, view: DisputeView, observe: Observe) -> None:
        """Show a dispute; from its beginning if it is another one."""
        before, self._view = self.key, view
        self._show_foot(view, observe)
        self.query_one(Facts).redraw()
        if before != self.key:
            self.query_one("#item", VerticalScroll).scroll_home(animate=False)

    def draw_again(self, view: DisputeView) -> None:
        """Draw the same dispute another way; the editor is left as it is."""
        self._view = view
        self.query_one(Facts).redraw()

    def forget(self, key: str) -> None:
        """Forget what was written about a dispute: it stands in the ledger now."""
        self._drafts.pop(key, None)
        self._loaded = ""

    def focus_work(self) -> None:
        """Give the focus to what stands at the foot."""
        if self.may_rule:
            self.ruling.focus_editor()
        elif self._view is not None:
            self.query_one(ClosedPane).focus()

    def action_scroll_item(self, way: int) -> None:
        box = self.query_one("#item", VerticalScroll)
        box.scroll_relative(y=way * max(box.size.height - 1, 1), animate=False)

    def _show_foot(self, view: DisputeView, observe: Observe) -> None:
        seen, closed = view.seen, self.query_one(ClosedPane)
        focused = self.ruling.has_focus_within or closed.has_focus
        self.ruling.display, closed.display = self.may_rule, not self.may_rule
        if view.closed:
            self._loaded = ""
            closed.say(view.closed)
        elif self._loaded != self.key:
            self._loaded = self.key
            stands = seen.ruling.value if seen.ruling else ""
            value, reason = self._drafts.get(self.key, (stands, ""))
            before = Before(names=_names(seen))
            self.ruling.load(Task(seen.indicator, observe, value, reason, before))
        elif self.ruling.editor is not None:
            self.ruling.editor.redraw()
        if focused and not self.has_focus_within:
            self.call_after_refresh(self.focus_work)

    @on(RulingPane.Changed)
    def _changed(self, event: RulingPane.Changed) -> None:
        event.stop()
        if self._loaded == self.key:
            self._drafts[self.key] = (event.value, event.remark)

    @on(RulingPane.Submitted)
    def _submitted(self, event: RulingPane.Submitted) -> None:
        event.stop()
        if self._view is not None and event.indicator == self._view.seen.indicator.id:
            self.post_message(self.Ruled(self.key, event.value, event.remark))

    def _lines(self, width: int) -> list[Line]:
        if self._view is None:
            return [(Part(line, "muted"),) for line in wrap(self._why_empty, width)]
        return dispute_lines(self._view, width)


def _names(seen: DisputeSeen) -> dict[str, str]:
    """Return by value who gave it, to stand beside it in the editor."""
    shared = _shared([seat.name for seat in seen.seats])
    names: dict[str, list[str]] = {}
    for seat in seen.seats:
        names.setdefault(seat.value, []).append(seat.name[shared:] or seat.name)
    return {value: _in_short(given) for value, given in names.items()}


def _shared(names: Sequence[str]) -> int:
    """Return how many letters all names begin with alike, as 评审员; 0 where few or one name."""
    alike = 0
    while len(names) > 1 and len({name[: alike + 1] for name in names}) == 1:
        alike += 1
    return alike if alike > 1 else 0


def _in_short(names: Sequence[str]) -> str:
    joined = " ".join(names)
    if Part(joined).cells <= _NAMES_MOST:
        return joined
    return _("{n} people").format(n=len(names))
