"""What reviewers saw of an item in the rounds so far, as lines."""

from collections.abc import Iterator

from rolcheck.base.messages import N_
from rolcheck.base.wrapping import wrap
from rolcheck.desk.review.item import Item, ScoreSeen
from rolcheck.locale import _, language
from rolcheck.locale.words import BARS, value_words
from rolcheck.tui.text import Line, Part, cells, fill, gap, to_right
from rolcheck.tui.widgets.editors.outcome import places_for, points_text

EARLIER, SO_FAR = N_("earlier rounds"), N_("scores so far")
_ROUND = {"zh": 6, "en": 9}
_NAME_MOST, _VALUE_MOST = 14, 14


def history_lines(item: Item, width: int) -> Iterator[Line]:
    """Yield every observation that may be seen, the latest round first, under a title."""
    rows = item.history
    if not rows:
        return
    title = SO_FAR if any(row.round == item.round for row in rows) else EARLIER
    yield (Part(_(title), "muted", bold=True),)
    places = places_for(
        [item.indicator.full, *(row.points for row in rows if row.points is not None)]
    )
    name_cells = _widest([row.name for row in rows], _NAME_MOST)
    value_cells = _widest([value_words(row.value) for row in rows], _VALUE_MOST)
    before = 0
    for row in rows:
        number = _("Round {number}").format(number=row.round) if row.round != before else ""
        before = row.round
        tone = "fg" if row.mine else "muted"
        start = (
            *fill((Part(number, "dim"),), _ROUND[language()]),
            gap(1),
            *fill((Part(row.name, tone),), name_cells),
            gap(2),
            *fill((Part(value_words(row.value), tone),), value_cells),
            *to_right((Part(points_text(row.points, places), tone),), 6),
            gap(3),
        )
        yield from _with_remark(start, row, tone, width)


def _with_remark(start: Line, row: ScoreSeen, tone: str, width: int) -> Iterator[Line]:
    said = row.remark
    if row.kept:
        said = _("confirmed; {remark}").format(remark=said) if said else _("confirmed")
    if row.stray:
        tone = "dim"
        reason = _(BARS.get(row.stray, row.stray))
        said = _("left out, {reason}: {remark}").format(reason=reason, remark=said)
    room, indent = width - cells(start), cells(start)
    if room < 16:  # too narrow for a column of remarks: below, as wide as can be
        yield fill(start, width)
        yield from ((gap(4), Part(text, tone)) for text in wrap(said, width - 4))
        return
    first, *rest = wrap(said, room) or ("",)
    yield (*start, Part(first, tone))
    yield from ((gap(indent), Part(text, tone)) for text in rest)


def _widest(texts: list[str], most: int) -> int:
    return min(max((cells((Part(text),)) for text in texts), default=0), most)
