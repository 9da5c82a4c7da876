"""What is said of the whole matrix: as of when it is, and why it is empty."""

from dataclasses import replace

from rolcheck.base.errors import RefusedError
from rolcheck.base.wrapping import wrap
from rolcheck.desk.matrix.seen import MatrixSeen
from rolcheck.locale import _
from rolcheck.tui.dates import where_of
from rolcheck.tui.keys import key_of, screen_key
from rolcheck.tui.text import Line, Part, gap
from rolcheck.tui.widgets.chrome import Where


def where_in(screen: str, seen: MatrixSeen) -> Where:
    """Return what the first line says."""
    count = _("{rows} submissions x {columns} indicators").format(
        rows=len(seen.submissions), columns=len(seen.indicators)
    )
    return where_of(screen, seen.title, seen.rounds, seen.current, seen.who, count)


def shown_of(seen: MatrixSeen) -> MatrixSeen:
    """Return what there is to draw: nothing where no score can be there yet."""
    return seen if seen.scores_due or not seen.is_ranking else replace(seen, submissions=())


def notice(seen: MatrixSeen, width: int) -> list[Line]:
    """Return what must be known before anything is read: that it is not as of now."""
    if seen.number is None or seen.number == seen.current:
        return []
    if seen.hidden is not None and seen.number == max(seen.choices):
        text = _("round {open} is blind until it closes; this is as of round {number}.").format(
            open=seen.hidden, number=seen.number
        )
    else:
        text = _("this is as of round {number}.").format(number=seen.number)
    return [(gap(1), Part(line, "confirm")) for line in wrap(text, width - 2)]


def why_empty(seen: MatrixSeen, words: str) -> Line:
    """Return why there is no cell, and what to do next."""
    if words and seen.submissions and seen.scores_due:
        text = _("the filter {words} leaves nothing").format(words=words)
        return (Part(text, "muted"), *_key(key_of("matrix.back", "escape"), _("clears it")))
    rounds, review = screen_key("rounds"), screen_key("review")
    if seen.number is None and seen.hidden is not None:
        text = _("round {number} is blind until it closes; no earlier one is there to show")
        text = text.format(number=seen.hidden)
        return (Part(text, "muted"), *_key(review, _("shows your own scores")))
    if not seen.choices:
        does = _("opens the first") if seen.runs else _("shows when the first is planned")
        return (Part(_("no round was opened yet"), "muted"), *_key(rounds, does))
    text = _("round {number} gives no points: scores come with the next").format(number=seen.number)
    return (Part(text, "muted"), *_key(rounds, _("shows what is left to do")))


def why_refused(error: RefusedError) -> Line:
    """Return why nothing is shown to this reader, and where to go instead."""
    text = _(error.message).format(**error.params)
    return (Part(text, "muted"), *_key(screen_key("desk"), _("shows what waits for you")))


def _key(key: str, what: str) -> Line:
    return (gap(2), Part(key, "accent", bold=True), Part(f" {what}", "muted"))
