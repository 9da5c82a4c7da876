"""What is wrong with a ledger: everything that it holds, held against itself and a head."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field

from rolcheck.base.canon import canonical
from rolcheck.base.clock import parse_stamp, stamp
from rolcheck.base.messages import N_
from rolcheck.base.places import Place
from rolcheck.base.problems import Problem
from rolcheck.events import codec
from rolcheck.events.codec import COLUMNS, FIRST, Link
from rolcheck.events.fold import fold_all
from rolcheck.events.rows import ROWS, Row, Tables
from rolcheck.events.types import Event
from rolcheck.store.heads import frontier_of, parse_head, read_kept
from rolcheck.store.mapping import COLUMNS_OF, values_of
from rolcheck.store.port import EventStore, Stored, Values

UNREADABLE = (ValueError, TypeError, LookupError, AttributeError, RecursionError)
"""What decoding or folding raises on values that were tampered with."""


Progress = Callable[[int, int], None]
"""Told now and then how many events were looked at, and how many there are; may raise."""


def _quietly(_done: int, _all: int) -> None:
    """Stand for a progress that nobody looks at."""


def verify(
    store: EventStore,
    *,
    against: str | Sequence[Link] | None = None,
    progress: Progress = _quietly,
) -> tuple[Problem, ...]:
    """Return every fault of the ledger, none if it is whole.

    No message tells a value of an event or a projection: who checks may be somebody who must
    not see it.

    Args:
        store: The ledger; all is read at one moment.
        against: A head that was printed, or the frontier that a report carries: today's
            ledger must extend it. Without it nothing shows that the tail was cut.
        progress: What it raises ends the looking.

    Raises:
        InputError: A head that does not have the form of one.
        StoreError: The ledger cannot be read at all.
    """
    if isinstance(against, str):
        parse_head(against)
    stored = store.stored()
    walk = _Walk(stored)
    problems = [Problem(DAMAGED, Place(stored.name), params={"detail": d}) for d in stored.damage]
    problems += _schema(stored)
    for position, values in stored.events:
        problems += walk.step(position, dict(zip(COLUMNS, values, strict=True)))
        if position % STEP == 0:
            progress(position, len(stored.events))
    problems += _projections(walk)
    for head, text in stored.heads:
        problems += _kept(walk, head, text)
    if against is not None:
        problems += _against(walk, against)
    return tuple(problems)


STEP = 500  # events from one word of progress to the next
DAMAGED = N_("the file is damaged: {detail}")


@dataclass(slots=True)
class _Walk:
    """Goes through the events in recording order and keeps what the rest is held against."""

    stored: Stored
    tables: Tables = field(default_factory=Tables)
    links: list[Link] = field(default_factory=list)
    ids: dict[object, int] = field(default_factory=dict)
    chains: dict[tuple[object, object], tuple[object, object]] = field(default_factory=dict)
    position: int = 0
    at: str = ""
    readable: bool = True
    adds_up: bool = True

    def problem(self, message: str, **params: object) -> Problem:
        """Return a fault of the event that was read last."""
        return Problem(message, Place(self.stored.name, self.position or None), params=params)

    def step(self, position: int, row: dict[str, object]) -> Iterator[Problem]:
        """Take the next event, and yield what is wrong with it."""
        expected, self.position = self.position + 1, position
        if position != expected:
            yield self.problem(
                N_("position {found} follows {before}: events were removed"),
                found=position,
                before=expected - 1,
            )
        if row["id"] in self.ids:
            yield self.problem(N_("event {id} is there twice"), id=row["id"])
        self.ids[row["id"]] = position
        yield from self._content(row)
        yield from self._place(row)

    def _content(self, row: dict[str, object]) -> Iterator[Problem]:
        try:
            event = _typed(codec.from_row(tuple(row.values())))
            hashed, text = codec.hash_of(event), canonical(event.payload)
        except UNREADABLE:
            self.readable = False
            yield self.problem(N_("event {id} cannot be read"), id=row["id"])
            return
        self._fold(event)
        self.links.append((event.author, event.desk, event.seq, event.hash))
        if hashed != event.hash:
            yield self.problem(N_("event {id} was changed: its hash is another"), id=event.id)
        elif text != row["payload"]:
            yield self.problem(N_("the payload of event {id} is not canonical"), id=event.id)
        if event.campaign != self.stored.campaign:
            yield self.problem(N_("event {id} belongs to another campaign"), id=event.id)
        if event.signature is not None:
            yield self.problem(
                N_("event {id} has a signature that this version cannot check"), id=event.id
            )

    def _fold(self, event: Event) -> None:
        if not (self.readable and self.adds_up):
            return
        try:
            fold_all([event], self.tables)
        except UNREADABLE:
            self.adds_up = False

    def _place(self, row: dict[str, object]) -> Iterator[Problem]:
        chain = (row["author"], row["desk"])
        seq, last = self.chains.get(chain, (0, FIRST))
        self.chains[chain] = (row["seq"], row["hash"])
        params = {"id": row["id"], "author": chain[0]}
        if not isinstance(seq, int) or row["seq"] != seq + 1:
            yield self.problem(
                N_("the chain of {author} has a gap or a repetition before event {id}"), **params
            )
        if row["prev"] != last:
            yield self.problem(
                N_("event {id} is not linked to the one before it in the chain of {author}"),
                **params,
            )
        at = row["at"] if isinstance(row["at"], str) else ""
        if at <= self.at or not _is_stamp(at):
            yield self.problem(N_("the time of event {id} is not after the one before"), **params)
        self.at = max(self.at, at)


def _typed(event: Event) -> Event:
    texts = (event.id, event.campaign, event.author, event.desk, event.at, event.prev, event.hash)
    if not all(isinstance(each, str) for each in texts) or type(event.seq) is not int:
        raise TypeError("a column does not hold what belongs there")
    return event


def _is_stamp(text: str) -> bool:
    try:
        return stamp(parse_stamp(text)) == text
    except (ValueError, OverflowError):
        return False


def _schema(stored: Stored) -> Iterator[Problem]:
    """Yield the guards and tables that are not there as they were made."""
    for kind, name in stored.schema:
        message = N_("the table {name} is missing or was changed")
        if kind == "trigger":
            message = N_("the guard {name} is missing, was changed or was added")
        yield Problem(message, Place(stored.name), params={"name": name})


def _projections(walk: _Walk) -> Iterator[Problem]:
    """Hold every table against the fold of the events."""
    if walk.stored.damage and not walk.stored.rows:
        return
    if not walk.readable:
        yield Problem(
            N_("the projections cannot be checked while an event is unreadable"),
            Place(walk.stored.name),
        )
        return
    if not walk.adds_up:
        yield Problem(
            N_("the events do not add up: one of them changes what is not there"),
            Place(walk.stored.name),
        )
        return
    for kind in ROWS:
        yield from _table(walk, kind, walk.tables)


def _table(walk: _Walk, kind: type[Row], tables: Tables) -> Iterator[Problem]:
    expected = [values_of(row) for row in tables.of(kind)]
    found = list(walk.stored.rows.get(kind, ()))
    if found == expected:
        return
    columns = COLUMNS_OF[kind]
    key = columns.index(kind.key)
    right = {values[key]: values for values in expected}
    there = {values[key]: values for values in found}
    faults = [
        *_differing(columns, right, there),
        *((N_("{table} {key}: no event says so"), k, "") for k in there if k not in right),
        *((N_("{table} {key}: missing, though the events say so"), k, "") for k in right
          if k not in there),
    ]  # fmt: skip
    for message, row_key, column in faults or [(N_("{table}: the rows are out of order"), "", "")]:
        yield Problem(
            message,
            Place(walk.stored.name, walk.ids.get(row_key)),
            params={"table": kind.table, "key": row_key, "column": column},
        )


def _differing(
    columns: Sequence[str], right: dict[object, Values], there: dict[object, Values]
) -> Iterator[tuple[str, object, str]]:
    for key, values in there.items():
        for name, is_, ought in zip(columns, values, right.get(key, values), strict=True):
            if is_ != ought:
                yield (N_("{table} {key}: {column} is not what the events say"), key, name)


def _kept(walk: _Walk, head: str, text: str) -> Iterator[Problem]:
    frontier = read_kept(text, head)
    if frontier is None:
        message = N_("the frontier kept for head {head} was changed")
        yield Problem(message, Place(walk.stored.name), params={"head": head})
    else:
        yield from _extends(walk, frontier, head)


def _against(walk: _Walk, against: str | Sequence[Link]) -> Iterator[Problem]:
    if not isinstance(against, str):
        yield from _extends(walk, against, codec.head(against))
        return
    head = against.strip()
    frontier = _known(walk, head)
    if frontier is None:
        message = N_("head {head} is unknown: the ledger was never at it, or its tail was cut")
        yield Problem(message, Place(walk.stored.name), params={"head": head})
    elif head not in (kept for kept, _ in walk.stored.heads):
        yield from _extends(walk, frontier, head)


def _known(walk: _Walk, head: str) -> Sequence[Link] | None:
    """Return the frontier behind `head`: as kept, or as the ledger stood after N events."""
    for kept, text in walk.stored.heads:
        if kept == head and (frontier := read_kept(text, head)) is not None:
            return frontier
    count, _ = parse_head(head)
    then = frontier_of(walk.links[:count])
    return then if codec.head(then) == head else None


def _extends(walk: _Walk, frontier: Sequence[Link], head: str) -> Iterator[Problem]:
    """Hold today's events against a frontier: they must hold every link of it."""
    today = {link[:3]: link[3] for link in walk.links}
    for author, desk, seq, hash_ in frontier:
        found = today.get((author, desk, seq))
        if found != hash_:
            yield Problem(
                N_("the ledger does not extend head {head}: event {seq} of {author} is missing")
                if found is None
                else N_("the ledger does not extend head {head}: event {seq} of {author} differs"),
                Place(walk.stored.name),
                params={"head": head, "author": author, "desk": desk, "seq": seq},
            )
    count = sum(seq for _, _, seq, _ in frontier)
    if len(walk.stored.events) < count:
        yield Problem(
            N_("the ledger has {today} events, head {head} had {count}"),
            Place(walk.stored.name),
            params={"today": len(walk.stored.events), "head": head, "count": count},
        )
