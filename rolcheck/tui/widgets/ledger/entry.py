"""One event in full: its fields, what it says, and how it hangs in its chain."""

from collections.abc import Iterator, Sequence
from datetime import tzinfo

from rolcheck.base.canon import canonical
from rolcheck.base.clock import parse_stamp
from rolcheck.base.messages import N_
from rolcheck.base.wrapping import wrap
from rolcheck.desk.entries import LedgerSeen
from rolcheck.events.codec import FIRST
from rolcheck.events.types import Event
from rolcheck.locale import _
from rolcheck.locale.words import EVENTS
from rolcheck.tui.text import BLANK, Line, Part, fill, gap
from rolcheck.tui.widgets.ledger.rows import status_of

_LABEL = 16
LONGEST = 2_000  # characters of one value that are shown; settings hold whole files


def entry_lines(event: Event, seen: LedgerSeen, width: int) -> Sequence[Line]:
    """Return everything that one event holds, as lines."""
    lines: list[Line] = []
    for label, text, tone in _fields(event, seen):
        lines += _labelled(_(label) if label else "", text, tone, width)
    lines += [BLANK, (Part(_("what it says"), "muted", bold=True),), BLANK]
    for key, value in sorted(event.payload.items()):
        lines += _labelled(key, _written(value), "fg", width)
    if not event.payload:
        lines.append((Part(_("nothing besides"), "dim"),))
    return lines


def _fields(event: Event, seen: LedgerSeen) -> Iterator[tuple[str, str, str]]:
    """Yield label, value and tone; a label that is empty goes on with the one before."""
    status = status_of(event, seen)
    if status:
        yield N_("state"), status, "confirm"
    yield N_("what"), _(EVENTS[event.kind.value]), "fg"
    yield N_("time"), _time(event.at, seen.zone), "fg"
    yield "", event.at, "dim"
    yield N_("who"), _named(event.author, seen), "fg"
    if event.round is not None:
        yield N_("round"), str(event.round), "fg"
    for label, id in (
        (N_("submission"), event.submission),
        (N_("indicator"), event.indicator),
        (N_("whom or what"), event.subject),
    ):
        if id:
            yield label, _named(id, seen), "fg"
    yield N_("place in chain"), f"{event.author} / {event.seq}", "muted"
    yield "", event.desk, "dim"
    yield N_("event"), event.id, "muted"
    yield N_("hash"), event.hash, "muted"
    first = event.prev == FIRST
    yield N_("hash before"), _("none: the first of its chain") if first else event.prev, "muted"


def _time(stamp: str, zone: tzinfo) -> str:
    at = parse_stamp(stamp).astimezone(zone)
    return f"{at:%Y-%m-%d %H:%M:%S}"


def _named(id: str, seen: LedgerSeen) -> str:
    name = seen.names.get(id, "")
    return f"{name}   {id}" if name and name != id else id


def _written(value: object) -> str:
    """Return a value of a payload as text: plain ones as they are, nested ones as JSON."""
    if isinstance(value, str):
        text = value
    elif isinstance(value, list) and all(isinstance(one, str | int) for one in value):
        text = ", ".join(map(str, value))
    else:
        text = canonical(value)
    if len(text) <= LONGEST:
        return text or "-"
    return _("{text} .. ({n} characters)").format(text=text[:LONGEST], n=len(text))


def _labelled(label: str, value: str, tone: str, width: int) -> list[Line]:
    named = fill((Part(label, "dim"),), _LABEL - 1)
    texts = wrap(value, max(width - _LABEL, 8)) or ("",)
    first: Line = (*named, gap(1), Part(texts[0], tone))
    return [first, *((gap(_LABEL), Part(text, tone)) for text in texts[1:])]
