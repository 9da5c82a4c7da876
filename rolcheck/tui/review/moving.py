"""Going from item to item: the next of a kind, back, by submission or by indicator."""

from collections.abc import Mapping
from typing import cast

from textual import on

from rolcheck.base.messages import N_
from rolcheck.desk.review.queue import Jump
from rolcheck.locale import _
from rolcheck.tui.review import questions
from rolcheck.tui.review.reading import Goal
from rolcheck.tui.review.remarks import ReviewRemarks
from rolcheck.tui.widgets.item_tree import ItemTree

NONE_SUCH: Mapping[Jump, str] = {
    "left": N_("no other item wants an entry"),
    "dispute": N_("no other item is in dispute"),
    "confirm": N_("no other item is to be confirmed"),
    "finding": N_("no other item has an open finding"),
}


class ReviewMoving(ReviewRemarks):
    """Moves on, wherever the next item of a kind is."""

    @property
    def queue_tree(self) -> ItemTree:
        """The tree of the queue."""
        return self.query_one(ItemTree)

    def action_go(self, step: int) -> None:
        rows = list(self.queue_tree.matching())
        places = [(row.submission, row.indicator) for row in rows]
        nowhere = 0 if step > 0 else len(rows) - 1  # as after the last item
        at = places.index(self.key) + step if self.key in places else nowhere
        if 0 <= at < len(rows):
            self.load(Goal(*places[at]))

    def action_jump(self, kind: str) -> None:
        self.load(Goal(*self.key, to=cast(Jump, kind), across=True))

    def action_return(self) -> None:
        self.go_back()

    def action_turn(self) -> None:
        """Let the queue go by indicator, or by submission again; the item stays."""
        self.order = "indicator" if self.order == "submission" else "submission"
        self.load(Goal(*self.key))

    def nothing_found(self, goal: Goal) -> None:
        if goal.to:
            self.say(_(NONE_SUCH[goal.to]))

    def action_find(self) -> None:
        review = self.review
        if review is None:
            return
        rows = {row.id: row for row in review.items}

        def chosen(id: str | None) -> None:
            if id:
                self.load(Goal(rows[id].submission, rows[id].indicator))

        self.app.push_screen(questions.ask_item(review), chosen)

    def action_submission(self) -> None:
        self.read_choices()

    @on(ReviewRemarks.ChoicesRead)
    def _choose(self, message: ReviewRemarks.ChoicesRead) -> None:
        def chosen(submission: str | None) -> None:
            if submission:
                same = self.key[1] if self.order == "indicator" else ""
                self.load(Goal(submission, same))

        self.app.push_screen(questions.ask_submission(message.choices, self.key[0]), chosen)

    @on(ItemTree.Moved)
    def _moved(self, event: ItemTree.Moved) -> None:
        self.load(Goal(event.submission, event.indicator))
