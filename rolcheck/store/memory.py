"""A ledger in memory: for tests, trials and dry runs; gone when the program ends."""

import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime

from rolcheck.base import ids
from rolcheck.events import codec
from rolcheck.events.codec import Link
from rolcheck.events.fold import fold_all
from rolcheck.events.rows import ROWS, Tables
from rolcheck.events.types import Draft, Event
from rolcheck.store.heads import frontier_text
from rolcheck.store.mapping import values_of
from rolcheck.store.port import Stored
from rolcheck.store.sealing import Sealer


class MemoryStore:
    """An `EventStore` that keeps events and projections in plain lists and dicts."""

    def __init__(self, *, campaign: str, desk: str, new_id: Callable[[], str] = ids.new_id) -> None:
        self._campaign, self._desk, self._new_id = campaign, desk, new_id
        self._events: list[Event] = []
        self._tables = Tables()
        self._heads: dict[str, tuple[Link, ...]] = {}
        self._lock = threading.RLock()
        self._writing = False

    def length(self) -> int:
        """Return the number of events."""
        with self._lock:
            return len(self._events)

    def events(self, *, after: int = 0, limit: int | None = None) -> Sequence[Event]:
        """Return the events behind the first `after`, in recording order."""
        with self._lock:
            return tuple(self._events[after : None if limit is None else after + limit])

    def tables(self) -> tuple[int, Tables]:
        """Return a copy of the projections and the number of events that they stand for."""
        with self._lock:
            copy = {row: dict(rows) for row, rows in self._tables.rows.items()}
            return len(self._events), Tables(copy)

    @contextmanager
    def write(self) -> Iterator["MemoryTransaction"]:
        """Begin a write; leaving it normally keeps it, an exception undoes it whole."""
        with self._lock:
            if self._writing:
                raise RuntimeError("a write inside a write")
            before, self._writing = len(self._events), True
            transaction = MemoryTransaction(self._events, self._tables, self._sealer())
            try:
                yield transaction
                transaction.must_be_whole()
            except BaseException:
                del self._events[before:]
                self._tables = fold_all(self._events)
                raise
            finally:
                self._writing = False
                transaction.over()

    def frontier(self) -> tuple[Link, ...]:
        """Return the last link of every chain, sorted."""
        with self._lock:
            last = {(event.author, event.desk): event for event in self._events}
        return tuple(sorted((e.author, e.desk, e.seq, e.hash) for e in last.values()))

    def keep_head(self) -> str:
        """Return today's head, and keep its frontier."""
        frontier = self.frontier()
        head = codec.head(frontier)
        with self._lock:
            self._heads[head] = frontier
        return head

    def kept_frontier(self, head: str) -> tuple[Link, ...] | None:
        """Return the frontier kept for a head that was printed, or None."""
        if head == codec.head(()):
            return ()
        with self._lock:
            return self._heads.get(head)

    def stored(self) -> Stored:
        """Return all that is stored, undecoded."""
        with self._lock:
            return Stored(
                name="memory",
                campaign=self._campaign,
                events=tuple(
                    (place, codec.to_row(event)) for place, event in enumerate(self._events, 1)
                ),
                rows={row: tuple(values_of(one) for one in self._tables.of(row)) for row in ROWS},
                heads=tuple(
                    (head, frontier_text(frontier)) for head, frontier in self._heads.items()
                ),
            )

    def close(self) -> None:
        """Do nothing: there is no file."""

    def _sealer(self) -> Sealer:
        return Sealer(
            campaign=self._campaign,
            desk=self._desk,
            new_id=self._new_id,
            latest=self._events[-1].at if self._events else "",
            last=self._last,
        )

    def _last(self, author: str) -> tuple[int, str]:
        for event in reversed(self._events):
            if (event.author, event.desk) == (author, self._desk):
                return event.seq, event.hash
        return 0, codec.FIRST


class MemoryTransaction:
    """A write that is going on in a `MemoryStore`."""

    def __init__(self, events: list[Event], tables: Tables, sealer: Sealer) -> None:
        self._events, self._tables, self._sealer = events, tables, sealer
        self._open = True
        self._failure: Exception | None = None

    def length(self) -> int:
        """Return the number of events, those of this transaction included."""
        self.must_be_whole()
        return len(self._events)

    def events(self, *, after: int = 0) -> Sequence[Event]:
        """Return the events behind the first `after`, in recording order."""
        self.must_be_whole()
        return tuple(self._events[after:])

    def append(self, drafts: Sequence[Draft], at: datetime) -> tuple[Event, ...]:
        """Append `drafts` in order and write what they fold to."""
        self.must_be_whole()
        try:
            events = tuple(self._sealer.seal(draft, at) for draft in drafts)
            fold_all(events, into=self._tables)
        except Exception as error:
            self._failure = error
            raise
        self._events.extend(events)
        return events

    def over(self) -> None:
        """Take no more."""
        self._open = False

    def must_be_whole(self) -> None:
        """Fail again where an append failed and the caller went on."""
        if self._failure:
            raise self._failure
        if not self._open:
            raise RuntimeError("this write is over")
