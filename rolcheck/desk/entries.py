"""What the Ledger shows: the events that its reader may see, the newest first."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, tzinfo
from threading import Lock

from rolcheck.base.text import fold_width
from rolcheck.campaign.panels import why_stray
from rolcheck.campaign.standing import Standing
from rolcheck.desk.desk import Desk
from rolcheck.desk.overview import SAID
from rolcheck.desk.rounds.timeline import rounds_seen
from rolcheck.desk.seen import RoundSeen
from rolcheck.events import codec
from rolcheck.events.rows import DeclarationRow, ObservationRow, VerdictRow
from rolcheck.events.types import Event
from rolcheck.locale import _, language
from rolcheck.locale.words import EVENTS, VERDICTS, value_words


@dataclass(frozen=True, slots=True, eq=False)
class LedgerSeen:
    """The whole screen.

    Attributes:
        who: What the reader is called; empty for somebody who only looks.
        sees_all: Whether other people's events are among them.
        current: The round that is open, else the one closed last, else the first.
        events: Those that hold the words, the newest first.
        count: How many there are without the words.
        is_whole: Whether older ones are still being read.
        head: Of the whole ledger; empty while a blind round hides it.
        names: What people and submissions are called.
        undone: The ids of what was taken back.
        strays: Why an observation does not count, by event.
        zone: Where the campaign is run; `today` the day it is there.
        words: What they were narrowed by.
    """

    title: str
    who: str
    sees_all: bool
    rounds: tuple[RoundSeen, ...]
    current: int
    events: Sequence[Event]
    count: int
    is_whole: bool
    head: str
    names: Mapping[str, str]
    undone: frozenset[str]
    strays: Mapping[str, str]
    zone: tzinfo
    today: date
    words: str = ""


SLICE = 2_000
"""Events read at once: others are let at the ledger in between."""


class Entries:
    """Reads a ledger on from where it was read before; for a worker.

    Args:
        desk: Whose; only what this person may see is kept.
    """

    def __init__(self, desk: Desk) -> None:
        self._desk, self._lock = desk, Lock()
        self._events: list[Event] = []
        self._length = 0
        self._texts: list[str] = []  # of the events, folded, as far as any were looked through
        self._texts_in = ""

    def latest(self, count: int) -> LedgerSeen | None:
        """Return the last `count` events of a long ledger; None where all are read as soon."""
        length = self._desk.length()
        if length <= count or self._length:
            return None
        seen = list(self._visible(length - count, length))
        return self._seen(seen[::-1], len(seen), "", is_whole=False)

    def look(self, words: str = "") -> LedgerSeen:
        """Return all events that hold the words, those that are new included."""
        with self._lock:
            length = self._desk.length()
            if length != self._length:
                self._events += self._visible(self._length, length)
                self._length = length
            wanted = fold_width(words).casefold().split()
            shown = self._holding(wanted) if wanted else self._events[::-1]
            return self._seen(shown, len(self._events), words)

    def _visible(self, after: int, length: int) -> Iterator[Event]:
        for start in range(after, length, SLICE):
            yield from self._desk.log(after=start, limit=min(SLICE, length - start))

    def _holding(self, words: Sequence[str]) -> list[Event]:
        if self._texts_in != language():
            self._texts, self._texts_in = [], language()
        names = _names(self._desk.standing())
        self._texts += [_text(one, names) for one in self._events[len(self._texts) :]]
        return [
            event
            for event, text in zip(reversed(self._events), reversed(self._texts), strict=True)
            if all(word in text for word in words)
        ]

    def _seen(
        self, events: Sequence[Event], count: int, words: str, *, is_whole: bool = True
    ) -> LedgerSeen:
        desk, standing, sight = self._desk, self._desk.standing(), self._desk.sight()
        people, only = standing.settings.people, "" if sight.sees_all else desk.who
        return LedgerSeen(
            title=standing.settings.campaign.title,
            who=people[desk.who].name if desk.who else "",
            sees_all=sight.sees_all,
            rounds=rounds_seen(standing, desk.today()),
            current=standing.current_round,
            events=events,
            count=count,
            is_whole=is_whole,
            head="" if sight.is_blind else codec.head(desk.ledger.store.frontier()),
            names=_names(standing),
            undone=frozenset(_undone(standing)) if is_whole else frozenset(),
            strays=dict(_strays(standing, only)) if is_whole else {},
            zone=standing.settings.timezone,
            today=desk.today(),
            words=words,
        )


def said_in(event: Event) -> str:
    """Return what an event says most, in the language in use: a value, a verdict, a code."""
    said = str(event.payload.get(SAID.get(event.kind, ""), ""))
    return _(VERDICTS[said]) if said in VERDICTS else value_words(said)


REMARKS = ("remark", "reason", "asked", "text")
"""The fields of a payload that hold a sentence."""


def remark_in(event: Event) -> str:
    """Return the sentence that stands in an event; empty if none does."""
    return next((str(event.payload[name]) for name in REMARKS if event.payload.get(name)), "")


def _names(standing: Standing) -> dict[str, str]:
    names = {id: manifest.submission.name for id, manifest in standing.manifests.items()}
    return names | {id: person.name for id, person in standing.settings.people.items()}


def _text(event: Event, names: Mapping[str, str]) -> str:
    """Return what is looked through for words."""
    ids = (event.author, event.submission or "", event.subject or "")
    parts = [event.kind.value, _(EVENTS[event.kind.value]), event.indicator or "", said_in(event)]
    parts.append(remark_in(event))
    parts += [*ids, *(names.get(id, "") for id in ids), event.id, event.hash[:16]]
    return fold_width(" ".join(parts)).casefold()


def _undone(standing: Standing) -> Iterator[str]:
    tables = standing.tables
    yield from (row.id for row in tables.of(ObservationRow) if row.undone)
    yield from (row.id for row in tables.of(VerdictRow) if row.undone)
    yield from (row.id for row in tables.of(DeclarationRow) if row.undone)


def _strays(standing: Standing, only: str) -> Iterator[tuple[str, str]]:
    reasons: dict[tuple[int, str, str, str], str] = {}
    for rows in standing.observations.values():
        for row in rows:
            if only and row.author != only:
                continue
            key = (row.round, row.submission, row.indicator, row.reviewer)
            if key not in reasons:
                reasons[key] = why_stray(standing, row)
            if reasons[key]:
                yield row.id, reasons[key]
