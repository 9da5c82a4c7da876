"""How what Review shows is said: where one is, titles, what an entry would give."""

from collections.abc import Mapping
from dataclasses import replace

from rolcheck.base.messages import N_
from rolcheck.desk.preview import preview
from rolcheck.desk.queue import QueueRow
from rolcheck.locale import _, language
from rolcheck.locale.words import value_words
from rolcheck.tui.dates import where_of
from rolcheck.tui.review.reading import Review
from rolcheck.tui.widgets.chrome import Where
from rolcheck.tui.widgets.editors.outcome import Outcome
from rolcheck.tui.wording import sentence

SCREEN = N_("Review")

DOES: Mapping[str, str] = {
    "change": N_("not {before} as before; say why"),
    "keep": N_("confirms the earlier score"),
    "same": N_("stands already"),
}


def where(review: Review) -> Where:
    """Return what the first line says."""
    settings, item = review.standing.settings, review.item
    left, due = len(review.left), review.due
    checks = review.standing.plan(review.standing.current_round).kind == "completeness"
    count = _("to check {left} / {due}") if checks else _("to score {left} / {due}")
    whole = where_of(
        SCREEN,
        settings.campaign.title,
        review.rounds,
        review.standing.current_round,
        settings.people[review.who].name if review.who in settings.people else "",
        count.format(left=left, due=due) if due else "",
    )
    return replace(whole, place=item.submission_name if item else "")


def names_of(review: Review) -> Mapping[str, str]:
    """Return the titles of the tree in the language in use, by id."""
    return {row.id: title_of(row) for row in review.rows}


def title_of(row: QueueRow) -> str:
    """Return a row's title in the language in use."""
    return (row.title_en if language() == "en" else "") or row.title


def outcome(review: Review, text: str) -> Outcome:
    """Return what entering `text` for the item would give, in words."""
    if review.item is None:
        return Outcome()
    seen = preview(review.standing, review.who, review.submission, review.indicator, text)
    if seen.error is not None:
        return Outcome(error=sentence(seen.error))
    own = review.item.own
    note = _(DOES.get(seen.does, "")).format(before=value_words(own.value) if own else "")
    return Outcome(seen.value, seen.points, note=note, remark_required=seen.remark_required)
