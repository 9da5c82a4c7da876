"""One event a row: when, who, what, on which item, and what it says."""

from collections.abc import Collection

from rolcheck.base.clock import parse_stamp
from rolcheck.base.messages import N_
from rolcheck.desk.entries import LedgerSeen, remark_in, said_in
from rolcheck.events.types import Event
from rolcheck.locale import _
from rolcheck.locale.words import BARS, EVENTS
from rolcheck.tui.dates import short_day
from rolcheck.tui.filtering import nothing_fits
from rolcheck.tui.text import BLANK, Line, Part, gap, stepping_back
from rolcheck.tui.widgets.overview.parts import fresh_mark
from rolcheck.tui.widgets.rows import Row, RowPlace
from rolcheck.tui.widgets.table import Column, lay

_WIDE = 90
UNDONE = N_("taken back")


def columns_at(width: int) -> list[Column]:
    """Return the columns of the list in a width."""
    wide = width >= _WIDE
    return [
        Column(N_("time"), 11 if wide else 5, right=True),
        Column(N_("who"), 12 if wide else 10),
        Column(N_("what"), 18),
        Column(N_("submission"), 12 if wide else 8),
        Column(N_("indicator"), 9 if wide else 6),
        Column(N_("says"), 0),
    ]


def draw_entry(
    event: Event, place: RowPlace, seen: LedgerSeen | None, fresh: Collection[str]
) -> Row:
    """Draw one event."""
    if seen is None:
        return Row(BLANK)
    at = parse_stamp(event.at).astimezone(seen.zone)
    when = f"{short_day(at.date())} {at:%H:%M}"
    if place.cells < _WIDE:
        when = f"{at:%H:%M}" if at.date() == seen.today else short_day(at.date())
    status = status_of(event, seen)
    tone = "accent" if place.selected else "dim"
    parts: list[Part | Line] = [
        Part(when, "dim"),
        Part(seen.names.get(event.author, event.author), "muted"),
        Part(_(EVENTS[event.kind.value]), bold=place.selected),
        Part(seen.names.get(event.submission or "", event.submission or ""), "muted"),
        Part(event.indicator or "", tone, bold=place.selected),
        _says(event, seen),
    ]
    right: Line = (*fresh_mark(event.id, fresh),) if event.id in fresh else ()
    if status:
        right = (Part(status, "confirm", bold=True), gap(1), *right)
    room = place.cells - sum(part.cells for part in right) - (2 if right else 0)
    line = lay(columns_at(place.cells), parts, place.cells)
    if event.id in seen.undone and not place.selected:
        line = stepping_back(line)
    return Row(_cut(line, room), right)


def _cut(line: Line, room: int) -> Line:
    """Return a line without the blanks at its end that something else needs."""
    taken, kept = 0, []
    for part in line:
        if taken >= room:
            break
        kept.append(part)
        taken += part.cells
    return tuple(kept)


def _says(event: Event, seen: LedgerSeen) -> Line:
    """Return the value or whom it concerns, and behind it the sentence that was written."""
    first, remark = said_in(event) or _about(event, seen), remark_in(event)
    between = gap(2 if first and remark else 0)
    return (Part(first, "muted"), between, Part(remark, "dim"))


def _about(event: Event, seen: LedgerSeen) -> str:
    """Return whom or what an event concerns, or of which round it is."""
    if event.subject:
        return seen.names.get(event.subject, event.subject)
    if event.round is not None and not event.indicator:
        return _("round {number}").format(number=event.round)
    return ""


def status_of(event: Event, seen: LedgerSeen) -> str:
    """Return why an event does not count any more, in words; empty if it does."""
    if event.id in seen.undone:
        return _(UNDONE)
    reason = seen.strays.get(event.id, "")
    return _("does not count: {reason}").format(reason=_(BARS[reason])) if reason else ""


def no_entries(seen: LedgerSeen | None, words: str) -> Line:
    """Return what is said where there is no row."""
    if seen is None:
        return (Part(_("reading the ledger .."), "muted"),)
    if words and seen.count:
        return nothing_fits()
    if not seen.is_whole:
        return (Part(_("reading the ledger .."), "muted"),)
    if not seen.sees_all:
        said = _("only your own entries are shown to you, and you have made none.")
        return (Part(said, "muted"),)
    return (Part(_("nothing is on record yet; opening the first round begins it."), "muted"),)
