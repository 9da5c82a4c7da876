"""Proposals of the completeness round, read, shown and confirmed from Review."""

from collections.abc import Sequence
from dataclasses import dataclass

from textual import on, work
from textual.message import Message

from rolcheck.base.errors import RolcheckError
from rolcheck.campaign.completeness import Proposal
from rolcheck.desk.review.proposing import ProposedItem, Wish, confirm_proposals, to_confirm
from rolcheck.events.types import Event
from rolcheck.locale import ngettext
from rolcheck.tui.review.reading import Goal, Review
from rolcheck.tui.review.recording import ReviewRecording
from rolcheck.tui.screens.proposals import ProposalsScreen


class ReviewConfirming(ReviewRecording):
    """Shows what files tell of the submission at hand, and records what is confirmed."""

    @dataclass
    class ProposalsRead(Message):
        """What is proposed for a submission was read."""

        submission: str
        items: Sequence[ProposedItem]

    def action_proposals(self) -> None:
        if self.key[0]:
            self._read_proposals(self.key[0])

    @work(thread=True, exclusive=True, group="review-proposals")
    def _read_proposals(self, submission: str) -> None:
        try:
            self.post_message(self.ProposalsRead(submission, to_confirm(self._desk, submission)))
        except RolcheckError as error:
            self.post_message(self.Stopped(error))

    @on(ProposalsRead)
    def _show_proposals(self, message: ProposalsRead) -> None:
        submission, indicator = self.key
        if message.submission != submission or not self.is_current or self.review is None:
            return

        def answered(taken: tuple[Proposal, ...] | None) -> None:
            if taken:
                wish = Wish(submission, shown=taken)
                self.write(
                    lambda: confirm_proposals(self._desk, wish).events,
                    Goal(submission, indicator, to="left"),
                    self._tell_confirmed,
                )

        item = self.review.item
        name = item.submission_name if item else submission
        self.app.push_screen(ProposalsScreen(name, message.items, indicator), answered)

    def _tell_confirmed(self, done: Sequence[Event], _now: Review) -> str:
        self._forget_drafts(done)
        n = len(done)
        said = ngettext("{n} verdict recorded", "{n} verdicts recorded", n)
        return said.format(n=n)
