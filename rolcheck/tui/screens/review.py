"""Review: one item with its rule, its history and its evidence, and the editor of its rule."""

from typing import ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.geometry import Size

from rolcheck.base.messages import N_
from rolcheck.locale import language
from rolcheck.tui.review import questions
from rolcheck.tui.review.reading import Goal, Review
from rolcheck.tui.review.recording import ReviewRecording
from rolcheck.tui.review.words import SCREEN, names_of, outcome, where
from rolcheck.tui.screens.base import SHORT
from rolcheck.tui.widgets.evidence_pane import EvidencePane
from rolcheck.tui.widgets.filter import FilterField
from rolcheck.tui.widgets.item_pane import ItemPane
from rolcheck.tui.widgets.item_tree import ItemTree

EVIDENCE_FROM, TREE_FROM = 120, 150  # columns from which each has a place of its own


class ReviewScreen(ReviewRecording):
    """Shows the tree, the item with its editor, and the evidence."""

    NAME = SCREEN
    CSS_PATH = "review.tcss"
    AUTO_FOCUS = ""  # the place of work has it once an item is there
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("t", "tree", N_("item tree"), id="review.tree"),
        Binding("e", "evidence", N_("evidence"), id="review.evidence"),
        Binding("r", "remark", N_("remark"), id="review.remark"),
        Binding("n,right_square_bracket", "go(1)", N_("next item"), id="review.next"),
        Binding("p,left_square_bracket", "go(-1)", N_("previous item"), id="review.previous"),
        Binding("f", "finding", N_("new finding"), id="review.finding"),
        Binding("u", "undo", N_("take back"), id="review.undo"),
        Binding("g", "find", N_("go to an indicator"), id="review.find"),
        Binding("s", "submission", N_("submission"), id="review.submission"),
        Binding("slash", "filter", N_("filter"), id="review.filter"),
        Binding("ctrl+f", "filter", N_("filter"), show=False, id="review.filter-too"),
        Binding("K", "keep", N_("confirm all"), show=False, id="review.keep"),
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
    def _tree(self) -> ItemTree:
        return self.query_one(ItemTree)

    @property
    def _evidence(self) -> EvidencePane:
        return self.query_one(EvidencePane)

    def present(self, review: Review, *, fresh: frozenset[str] = frozenset()) -> None:
        self.where(where(review))
        self._tree.show(review.submission, review.rows, review.indicator, fresh)
        item = review.item
        name = (review.submission, review.indicator)
        self._evidence.show(name, item.evidence if item else ())
        self.work.work_on(item, lambda text: outcome(review, text))
        self._evidence.cited = self.work.cited
        self._show_item(review)
        if self.focused is None:
            self.call_after_refresh(self.work.focus_work)

    def _show_item(self, review: Review) -> None:
        self.work.show(
            review.item,
            names_of(review),
            review.zone,
            compact=self.app.size.height < SHORT,
            evidence=not self.has_class("-evidence-aside"),
        )

    def language_changed(self) -> None:
        """Say everything again, in the language in use now."""
        self._lay_out(self.app.size)
        self._tree.redraw_texts()
        self._evidence.redraw_texts()
        if self.review is not None:
            self.present(self.review)

    # where one goes

    def action_go(self, step: int) -> None:
        ids = list(self._tree.matching())
        here = self.key[1]
        at = ids.index(here) + step if here in ids else 0
        if 0 <= at < len(ids):
            self.load(Goal(self.key[0], ids[at]))

    def action_find(self) -> None:
        if self.review is not None:
            submission = self.review.submission
            self.app.push_screen(
                questions.ask_item(self.review),
                lambda chosen: self.load(Goal(submission, chosen)) if chosen else None,
            )

    def action_submission(self) -> None:
        self.read_choices()

    @on(ReviewRecording.ChoicesRead)
    def _choose(self, message: ReviewRecording.ChoicesRead) -> None:
        self.app.push_screen(
            questions.ask_submission(message.choices, self.key[0]),
            lambda chosen: self.load(Goal(chosen)) if chosen else None,
        )

    @on(ItemTree.Moved)
    def _moved(self, event: ItemTree.Moved) -> None:
        self.load(Goal(self.key[0], event.indicator))

    @on(ItemTree.Chosen)
    def _chosen(self, event: ItemTree.Chosen) -> None:
        if event.indicator != self.key[1]:
            self.load(Goal(self.key[0], event.indicator))
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
        if self._tree.has_focus_within:
            self.action_back()
            return
        self.add_class("-tree")
        self._tree.rows.focus()

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
        return super().check_action(action, parameters)

    def action_filter(self) -> None:
        self.remove_class("-evidence")
        self.add_class("-tree")
        self._tree.filter()

    @on(ItemTree.FilterLeft)
    def _filter_left(self) -> None:
        self._tree.rows.focus()

    def action_back(self) -> None:
        """Go one step back: out of a side column, then out of the filter."""
        if self.work.has_focus_within:
            self._tree.unfilter()
        self._tree.back()
        self._to_work()

    @on(EvidencePane.Wanted)
    def _wanted(self, event: EvidencePane.Wanted) -> None:
        self.read_text(self.key[0], event.evidence)

    @on(ReviewRecording.TextRead)
    def _read_in(self, message: ReviewRecording.TextRead) -> None:
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
