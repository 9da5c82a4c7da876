"""The column of work: the item above, at its foot what one does about it."""

from collections.abc import Mapping, Sequence
from datetime import tzinfo
from typing import ClassVar, Literal

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.widget import Widget

from rolcheck.base.messages import N_
from rolcheck.desk.item import Item
from rolcheck.locale import _
from rolcheck.tui.text import BLANK, Line, Part, gap, wrap
from rolcheck.tui.widgets.editor_pane import EditorPane, Task
from rolcheck.tui.widgets.facts import Facts
from rolcheck.tui.widgets.item_lines import ItemView, item_lines
from rolcheck.tui.widgets.pane import Pane
from rolcheck.tui.widgets.verdict_pane import ClosedPane, VerdictPane

Doing = Literal["score", "verdict", "closed"]


class ItemPane(Pane):
    """Shows an item and one of three things below it: editor, verdicts, or why neither is there."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("pagedown", "scroll_item(1)", N_("read on"), show=False, id="item.on"),
        Binding("pageup", "scroll_item(-1)", N_("read back"), show=False, id="item.back"),
    ]

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id, work=True)
        self._view: ItemView | None = None
        self._doing: Doing = "closed"

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
    def verdicts(self) -> VerdictPane:
        """The editor of the completeness round."""
        return self.query_one(VerdictPane)

    @property
    def doing(self) -> Doing:
        """What can be done about the item."""
        return self._doing

    def show(
        self,
        item: Item | None,
        names: Mapping[str, str],
        zone: tzinfo,
        *,
        compact: bool,
        evidence: bool,
    ) -> None:
        """Show an item; from its beginning, if it is another one."""
        before, self._view = self._view, None
        if item is not None:
            rule = self._doing != "score"
            self._view = ItemView(item, names, zone, compact, evidence, rule)
        self.query_one(Facts).redraw()
        if not before or not self._view or _name(before) != _name(self._view):
            self.query_one("#item", VerticalScroll).scroll_home(animate=False)

    def score(self, task: Task) -> None:
        """Put the editor of a task at the foot."""
        self._do("score")
        self.editor.load(task)

    def judge(self, item: Item) -> None:
        """Put the verdicts on the expected items at the foot."""
        self._do("verdict")
        self.verdicts.load(item.indicator.id, item.expected)

    def close(self, reason: str) -> None:
        """Put the reason at the foot why nothing can be entered."""
        self._do("closed")
        self.query_one(ClosedPane).say(reason)

    def focus_work(self) -> None:
        """Give the focus to what stands at the foot."""
        if self._doing == "score":
            self.editor.focus_editor()
        else:
            self._foot(self._doing).focus()

    def action_scroll_item(self, way: int) -> None:
        box = self.query_one("#item", VerticalScroll)
        box.scroll_relative(y=way * max(box.size.height - 1, 1), animate=False)

    def _do(self, doing: Doing) -> None:
        focused = self._foot(self._doing).has_focus_within
        self._doing = doing
        for name in ("score", "verdict", "closed"):
            self.query_one(f"#{name}").display = name == doing
        if focused and not self._foot(doing).has_focus_within:
            self.call_after_refresh(self.focus_work)

    def _foot(self, doing: Doing) -> Widget:
        return self.query_one(f"#{doing}")

    def _lines(self, width: int) -> Sequence[Line]:
        if self._view is None:
            return _empty(width)
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
