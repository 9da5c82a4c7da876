"""How what Review shows is said: where one is, titles, what an entry would give."""

from collections.abc import Mapping
from dataclasses import replace

from rolcheck.base.messages import N_
from rolcheck.criteria.observing import terms_of
from rolcheck.criteria.rules.periodic import PeriodicRule
from rolcheck.criteria.rules.sampled import SampledRule
from rolcheck.desk.review.preview import preview
from rolcheck.desk.review.queue import QueueRow
from rolcheck.locale import _, language
from rolcheck.locale.words import value_words
from rolcheck.tui.dates import where_of
from rolcheck.tui.review.reading import Review
from rolcheck.tui.widgets.chrome import Where
from rolcheck.tui.widgets.editors.outcome import Outcome
from rolcheck.tui.widgets.item_lines import ItemView
from rolcheck.tui.wording import in_app, sentence

SCREEN = N_("Review")

DOES: Mapping[str, str] = {
    "change": N_("not {before} as before; say why"),
    "keep": N_("confirms the earlier score"),
    "same": N_("stands already"),
}


def where(review: Review) -> Where:
    """Return what the first line says."""
    settings = review.standing.settings
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
    return replace(whole, place=_place(review))


def _place(review: Review) -> str:
    """Return whose material is at hand, and whether the queue goes by indicator."""
    manifest = review.standing.manifests.get(review.submission)
    name = manifest.submission.name if manifest else ""
    if review.order == "submission" or not name:
        return name
    return _("by indicator: {submission}").format(submission=name)


def view_of(review: Review, *, compact: bool, evidence: bool) -> ItemView | None:
    """Return how the item is drawn; None where there is none.

    Args:
        review: What is shown.
        compact: Whether little room is there.
        evidence: Whether the evidence has no column of its own.
    """
    item = review.item
    if item is None:
        return None
    place = item.submission_name if review.order == "indicator" else ""
    return ItemView(
        item,
        names_of(review),
        review.zone,
        compact=compact,
        evidence=evidence,
        place=place,
        elsewhere=review.elsewhere,
    )


def closed_words(review: Review) -> str:
    """Return why nothing can be entered; empty where something can."""
    if review.item is None:
        return _("nothing is left here") if review.finished else ""
    error = review.item.closed_because
    return "" if error is None else sentence(in_app(error, review.standing))


def whole_of(review: Review) -> int:
    """Return what a count is out of where only what was counted is typed; 0 where nothing says."""
    if review.item is None:
        return 0
    indicator = review.item.indicator
    match indicator.rule:
        case PeriodicRule():
            return terms_of(indicator, review.standing.settings.period).whole or 0
        case SampledRule() as rule:
            return rule.size * len(rule.steps)
        case _:
            return 0


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
