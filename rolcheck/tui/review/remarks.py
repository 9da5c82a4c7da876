"""Remarks that need not be typed again: the last one, phrases, what was said elsewhere."""

from pathlib import Path

from rolcheck.base.errors import RolcheckError
from rolcheck.desk.review.phrases import (
    KeptPhrase,
    keep_phrase,
    last_remarks,
    load_phrases,
    phrases,
)
from rolcheck.locale import _
from rolcheck.tui.messages import Failed
from rolcheck.tui.review import questions
from rolcheck.tui.review.confirming import ReviewConfirming


class ReviewRemarks(ReviewConfirming):
    """Puts into the remark what was said before; it can still be changed there."""

    def action_remark(self) -> None:
        self.work.write_remark()

    def action_outside(self) -> None:
        self.work.write_remark(outside=True)

    def action_again(self) -> None:
        """Take the last remark; again, the one before it."""
        review = self.review
        if review is None or not self.work.takes_remark:
            return
        known = last_remarks(review.standing, review.who)
        if known:
            self.work.say_again(known)
        else:
            self.say(_("there is no remark of yours yet"))

    def action_phrases(self) -> None:
        review = self.review
        if review is None or not self.work.takes_remark:
            return
        offered = phrases(
            review.standing, review.who, review.submission, review.indicator, self._kept()
        )
        if not offered:
            self.say(_("no phrases yet; H keeps the remark as one"))
            return

        def chosen(at: str | None) -> None:
            self.work.insert_remark(offered[int(at)].text if at else "")

        self.app.push_screen(questions.ask_phrase(offered), chosen)

    def action_keep_phrase(self) -> None:
        """Put the remark at hand into one's own file of phrases."""
        path, text = self._path(), self.work.remark_text
        if path is None or not text:
            self.say(_("there is no remark to keep as a phrase"))
            return
        try:
            kept = keep_phrase(path, text)
        except RolcheckError as error:
            self.app.post_message(Failed(error))
            return
        said = _("kept as a phrase in {file}") if kept else _("this is among the phrases already")
        self.say(said.format(file=path))

    def _kept(self) -> tuple[KeptPhrase, ...]:
        path = self._path()
        try:
            return load_phrases(path) if path else ()
        except RolcheckError as error:
            self.app.post_message(Failed(error))
            return ()

    def _path(self) -> Path | None:
        """Return where one's own phrases stand; None where the app was given no place."""
        path = getattr(self.app, "phrases", None)
        return path if isinstance(path, Path) else None
