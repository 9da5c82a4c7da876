"""Review: one item with its rule, its history and its evidence, and the editor of its rule."""

from typing import ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.geometry import Size

from rolcheck.base.messages import N_
from rolcheck.locale import _, language
from rolcheck.tui.review.finished import finished_lines
from rolcheck.tui.review.moving import ReviewMoving
from rolcheck.tui.review.reading import Goal, Review
from rolcheck.tui.review.words import (
    SCREEN,
    closed_words,
    outcome,
    view_of,
    where,
    whole_of,
)
from rolcheck.tui.screens.base import SHORT
from rolcheck.tui.widgets.evidence_pane import EvidencePane
from rolcheck.tui.widgets.filter import FilterField
from rolcheck.tui.widgets.item_pane import ItemPane, Job
from rolcheck.tui.widgets.item_tree import ItemTree

WITH_AN_ENTRY = ("remark", "again", "phrases", "keep_phrase", "outside", "quick")
EVIDENCE_FROM, TREE_FROM = 120, 150  # columns from which each has a place of its own


class ReviewScreen(ReviewMoving):
    """Shows the tree, the item with its editor, and the evidence."""

    NAME = SCREEN
    CSS_PATH = "review.tcss"
    AUTO_FOCUS = ""  # the place of work has it once an item is there
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("t", "tree", N_("item tree"), id="review.tree"),
        Binding("e", "evidence", N_("evidence"), id="review.evidence"),
        Binding("r", "remark", N_("remark"), id="review.remark"),
        Binding("l,ctrl+r", "again", N_("last remark"), id="review.again"),
        Binding("h,ctrl+o", "phrases", N_("phrases"), id="review.phrases"),
        Binding("o", "jump('left')", N_("next open item"), id="review.next-open"),
        Binding("n,right_square_bracket", "go(1)", N_("next item"), id="review.next"),
        Binding("p,left_square_bracket", "go(-1)", N_("previous item"), id="review.previous"),
        Binding("u", "undo", N_("take back"), id="review.undo"),
        Binding("f", "finding", N_("new finding"), id="review.finding"),
        Binding("g", "find", N_("go to an indicator"), id="review.find"),
        Binding("s", "submission", N_("submission"), id="review.submission"),
        Binding("v", "turn", N_("queue by indicator or submission"), id="review.turn"),
        Binding("slash", "filter", N_("filter"), id="review.filter"),
        Binding("ctrl+f", "filter", N_("filter"), show=False, id="review.filter-too"),
        Binding("d", "jump('dispute')", N_("next dispute"), show=False, id="review.next-dispute"),
        Binding("c", "jump('confirm')", N_("next to confirm"), show=False, id="review.next-back"),
        Binding("F", "jump('finding')", N_("next with a finding"), show=False, id="review.next-f"),
        Binding("b", "return", N_("back where I was"), show=False, id="review.return"),
        Binding("a", "proposals", N_("proposals"), show=False, id="review.proposals"),
        Binding("K", "keep", N_("confirm all"), show=False, id="review.keep"),
        Binding("Q", "quick", N_("one key records"), show=False, id="review.quick"),
        Binding("H", "keep_phrase", N_("keep as phrase"), show=False, id="review.keep-phrase"),
        Binding("E", "piece", N_("next evidence"), show=False, id="review.piece"),
        Binding(
            "greater_than_sign", "text(1)", N_("evidence: read on"), show=False, id="review.text"
        ),
        Binding(
            "less_than_sign", "text(-1)", N_("evidence: back"), show=False, id="review.text-back"
        ),
        Binding("ctrl+e", "outside", N_("remark in $EDITOR"), show=False, id="review.outside"),
        Binding("escape", "back", N_("one step back"), show=False, id="review.back"),
    ]

    def compose_panes(self) -> ComposeResult:
        with Horizontal(id="columns"):
            yield ItemTree(id="tree")
            yield ItemPane(id="work")
            yield EvidencePane(id="evidence")

    def on_mount(self) -> None:
        self._lay_out(self.app.size)

    # what is shown

    @property
    def _evidence(self) -> EvidencePane:
        return self.query_one(EvidencePane)

    def present(self, review: Review, *, fresh: frozenset[str] = frozenset()) -> None:
        self.where(where(review))
        self.queue_tree.show(review.rows, review.at, review.order, fresh)
        item, takes_remark = review.item, self.work.takes_remark
        name = (review.submission, review.indicator)
        pieces = item.evidence if item else ()
        self._evidence.show(name, pieces, has_item=item is not None, text=review.text)
        job = Job(
            item,
            lambda text: outcome(review, text),
            closed=closed_words(review),
            whole=whole_of(review),
        )
        self.work.work_on(job)
        self._evidence.cited = self.work.cited
        self._show_item(review)
        if self.focused is None:
            self.call_after_refresh(self.work.focus_work)
        if takes_remark != self.work.takes_remark:
            self.refresh_bindings()

    def _show_item(self, review: Review) -> None:
        compact = self.app.size.height < SHORT
        view = view_of(review, compact=compact, evidence=not self.has_class("-evidence-aside"))
        self.work.show(view, finished_lines(review) if review.finished else None)

    def language_changed(self) -> None:
        """Say everything again, in the language in use now."""
        self._lay_out(self.app.size)
        self.queue_tree.redraw_texts()
        self._evidence.redraw_texts()
        if self.review is not None:
            self.present(self.review)

    # where one goes

    @on(ItemTree.Chosen)
    def _chosen(self, event: ItemTree.Chosen) -> None:
        if (event.submission, event.indicator) != self.key:
            self.load(Goal(event.submission, event.indicator))
        self._to_work()

    @on(EvidencePane.Cited)
    def _cite(self, event: EvidencePane.Cited) -> None:
        self.work.cite(event.evidence)
        self._evidence.cited = self.work.cited

    @on(EvidencePane.Left)
    def _to_work(self) -> None:
        self.remove_class("-tree", "-evidence")
        self.work.focus_work()

    def action_tree(self) -> None:
        self.remove_class("-evidence")
        if self.queue_tree.has_focus_within:
            self.action_back()
            return
        self.add_class("-tree")
        self.queue_tree.rows.focus()
        self.call_after_refresh(self.queue_tree.rows.keep_in_sight)

    def action_evidence(self) -> None:
        self.remove_class("-tree")
        if self._evidence.has_focus_within:
            self.action_back()
            return
        self.add_class("-evidence")
        self._evidence.pieces.focus()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        if action == "filter":  # Textual does not see that a text field takes the stroke itself
            return not (self.work.editor.remark.is_open or isinstance(self.focused, FilterField))
        if action == "proposals":
            item = self.review.item if self.review else None
            return item is not None and item.round_kind == "completeness"
        if action in ("piece", "text"):
            return bool(self._evidence.display)
        if action in WITH_AN_ENTRY:
            return self.work.takes_remark
        return super().check_action(action, parameters)

    def action_filter(self) -> None:
        self.remove_class("-evidence")
        self.add_class("-tree")
        self.queue_tree.filter()

    @on(ItemTree.FilterLeft)
    def _filter_left(self) -> None:
        self.queue_tree.rows.focus()

    def action_back(self) -> None:
        """Go one step back: out of a side column, then out of the filter."""
        if self.work.has_focus_within:
            self.queue_tree.unfilter()
        self.queue_tree.back()
        self._to_work()

    def action_quick(self) -> None:
        """Let one key choose and record, where it can, or no more."""
        self.say(
            _("one key chooses and records at once; Q ends it")
            if self.work.turn_quick()
            else _("Enter records again")
        )

    def action_piece(self) -> None:
        self._evidence.next_piece()

    def action_text(self, way: int) -> None:
        self._evidence.pieces.action_scroll_text(way)

    @on(EvidencePane.Wanted)
    def _wanted(self, event: EvidencePane.Wanted) -> None:
        self.read_text(self.key[0], event.evidence)

    @on(ReviewMoving.TextRead)
    def _read_in(self, message: ReviewMoving.TextRead) -> None:
        if message.submission == self.key[0]:
            self._evidence.read(message.evidence, message.lines)

    def on_resize(self, event: events.Resize) -> None:
        self._lay_out(event.size)
        if self.review is not None:
            self._show_item(self.review)

    def _lay_out(self, size: Size) -> None:
        evidence, tree = size.width >= EVIDENCE_FROM, size.width >= TREE_FROM
        self.set_class(evidence, "-evidence-aside")
        self.set_class(tree, "-tree-aside")
        self.set_class(not evidence, "-one")
        self.set_class(language() == "en", "-en")  # longer words want a wider tree
