"""What was said of an item before, as the editor shows it beside what is entered now."""

from rolcheck.base.numbers import decimal_text
from rolcheck.desk.review.consistency import ScoreElsewhere
from rolcheck.desk.review.item import Item, ScoreSeen
from rolcheck.locale import _
from rolcheck.locale.words import value_words
from rolcheck.tui.text import Line, Part, gap
from rolcheck.tui.widgets.editors.outcome import Before, places_for, points_text


def before_of(item: Item) -> Before:
    """Return one's own earlier value and the panel's score of the round before."""
    own, panel = item.own, _panel(item)
    if own is None:
        return Before(panel=panel)
    note = _("own, round {number}").format(number=own.round)
    words = own_words(own, places_for([item.indicator.full, own.points]))
    return Before(own.value, note, (Part(note, "dim"), gap(1), Part(words, "muted")), panel)


def _panel(item: Item) -> Line:
    if item.panel is None or item.panel_round is None or item.indicator.is_veto:
        return ()
    label = _("panel, round {number}").format(number=item.panel_round)
    return (Part(label, "dim"), gap(1), Part(points_text(item.panel, 2), "muted"))


def own_words(own: ScoreSeen | ScoreElsewhere, places: int) -> str:
    """Return a value and its points; only these where the value is a plain number of points."""
    if own.points is None:
        return value_words(own.value)
    points = points_text(own.points, places)
    is_number = own.value == decimal_text(own.points)
    return points if is_number else f"{value_words(own.value)} {points}"
