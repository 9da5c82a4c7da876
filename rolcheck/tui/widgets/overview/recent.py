"""What happened last, as far as the reader may know of it."""

from collections.abc import Collection, Iterator, Sequence
from datetime import datetime

from rolcheck.desk.seen import EventSeen, Overview
from rolcheck.locale import _
from rolcheck.locale.words import EVENTS, VERDICTS, value_words
from rolcheck.tui.dates import short_day
from rolcheck.tui.text import Line, Part, aside, fill, gap, to_right
from rolcheck.tui.widgets.board import Block
from rolcheck.tui.widgets.overview.parts import fresh_mark, head, sentence
from rolcheck.tui.widgets.rows import RowPlace

_TIME, _WHO = 7, 14


def recent(seen: Overview, fresh: Collection[str], *, spaced: bool) -> Iterator[Block]:
    """Yield the latest entries of the ledger, the last one first."""
    own = "coordinator" not in seen.roles and "arbiter" not in seen.roles
    yield head(
        lambda: _("what happened last"),
        lambda: _("your own entries") if own and seen.recent else "",
        spaced=spaced,
    )
    if not seen.recent:
        yield sentence(lambda: (Part(_("nothing yet."), "muted"),))

    def draw(place: RowPlace) -> Sequence[Line]:
        kinds = max((Part(_(EVENTS[event.kind])).cells for event in seen.recent), default=0)
        return [
            aside(
                (*_start(event, seen.now, named=not own), *_what(event, kinds)),
                fresh_mark(event.id, fresh),
                place.cells,
            )
            for event in seen.recent
        ]

    yield Block(draw)


def _start(event: EventSeen, now: datetime, *, named: bool) -> Line:
    today = event.at.date() == now.date()
    when = f"{event.at:%H:%M}" if today else short_day(event.at.date())
    who: Line = fill((Part(event.who, "muted"),), _WHO) if named else ()
    return (gap(2), *to_right((Part(when, "dim"),), 5), gap(_TIME - 5), *who, gap(1))


def _what(event: EventSeen, kinds: int) -> Line:
    said = _(VERDICTS[event.said]) if event.said in VERDICTS else value_words(event.said)
    return (
        *fill((Part(_(EVENTS[event.kind]), "muted"),), kinds + 2),
        Part(event.submission, "fg"),
        gap(1 if event.submission else 0),
        Part(event.indicator, "fg"),
        gap(2),
        Part(said, "muted"),
    )
