"""What a ledger does, whatever holds it."""

from collections.abc import Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from datetime import datetime
from typing import Protocol

from rolcheck.events.codec import Link
from rolcheck.events.rows import Row, Tables
from rolcheck.events.types import Draft, Event

Values = tuple[object, ...]
"""What one row of a table holds, as it is stored."""


@dataclass(frozen=True, slots=True)
class Stored:
    """All that a ledger holds, at one moment and as it is stored, for whoever checks it.

    Attributes:
        name: The file, or what stands for it.
        campaign: Whose ledger it ought to be.
        events: The position of each event, and its values of `codec.COLUMNS`.
        rows: The values of the fields of each projection's rows, in their order.
        heads: The kept heads, and the text of their frontiers.
        schema: Type and name of what a backend's file has otherwise than it was made with:
            tables and triggers, without which it forbids and keeps less than it ought to.
        damage: What the backend itself finds broken; then the rest may be missing.
    """

    name: str
    campaign: str
    events: Sequence[tuple[int, Values]] = ()
    rows: Mapping[type[Row], Sequence[Values]] = field(default_factory=dict)
    heads: Sequence[tuple[str, str]] = ()
    schema: Sequence[tuple[str, str]] = ()
    damage: Sequence[str] = ()


class Transaction(Protocol):
    """A write that is going on: nobody else writes until it ends."""

    def length(self) -> int:
        """Return the number of events, those of this transaction included."""
        ...

    def events(self, *, after: int = 0) -> Sequence[Event]:
        """Return the events behind the first `after`, in recording order."""
        ...

    def append(self, drafts: Sequence[Draft], at: datetime) -> tuple[Event, ...]:
        """Append `drafts` in order and write what they fold to.

        Args:
            drafts: What is done; may be empty.
            at: The clock's time; an event is recorded a microsecond after the latest in
                the ledger where the clock is not later.

        Raises:
            StoreError: The disk is full, or the file cannot be written; nothing was stored.
            ValueError: A draft that has no canonical form, or that cannot be folded; after
                any error the whole write is void, even where the caller goes on.
        """
        ...


class EventStore(Protocol):
    """A ledger of one campaign. Methods may be called from several threads."""

    def length(self) -> int:
        """Return the number of events."""
        ...

    def events(self, *, after: int = 0, limit: int | None = None) -> Sequence[Event]:
        """Return the events behind the first `after`, in recording order.

        Args:
            after: How many are passed over.
            limit: How many are returned at most; None for all. Nobody else reads or writes
                meanwhile, so that a long ledger is better read in slices.

        Raises:
            StoreError: The ledger cannot be read.
        """
        ...

    def tables(self) -> tuple[int, Tables]:
        """Return the projections and the number of events that they stand for.

        Raises:
            StoreError: The ledger cannot be read.
        """
        ...

    def write(self) -> AbstractContextManager[Transaction]:
        """Begin a write; leaving it normally makes it durable, an exception undoes it whole.

        Raises:
            StoreError: The ledger cannot be written (also: locked for too long).
        """
        ...

    def frontier(self) -> tuple[Link, ...]:
        """Return the last link of every chain, sorted."""
        ...

    def keep_head(self) -> str:
        """Return today's head, and keep its frontier where the store can be written."""
        ...

    def kept_frontier(self, head: str) -> tuple[Link, ...] | None:
        """Return the frontier kept for a head that was printed, or None."""
        ...

    def stored(self) -> Stored:
        """Return all that is stored, undecoded; events that no version can read included.

        Raises:
            StoreError: The ledger cannot be read.
        """
        ...

    def close(self) -> None:
        """Give the file back."""
        ...
