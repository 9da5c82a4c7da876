"""Editions of the sealed result: a later one sealed, all of them listed and held to their seals."""

from collections.abc import Iterator
from dataclasses import dataclass

from rolcheck.base.messages import N_
from rolcheck.base.places import Place
from rolcheck.base.problems import Problem
from rolcheck.desk.desk import Desk
from rolcheck.desk.rounds.sealing import first_seal, later_seal, seal_edition
from rolcheck.events.codec import head as head_of
from rolcheck.events.rows import EditionRow
from rolcheck.events.types import Event
from rolcheck.store.heads import parse_frontier
from rolcheck.store.verify import verify


@dataclass(frozen=True, slots=True)
class Edition:
    """One edition, and whether its seal is that of what it seals.

    Attributes:
        head: That of the ledger which it was sealed upon.
        sound: Whether the seal can be worked out again from the record.
    """

    row: EditionRow
    head: str
    sound: bool


def seal_next(desk: Desk, reason: str) -> tuple[Event, ...]:
    """Seal the amended result as a new edition beside those before it.

    Raises:
        InputError: No reason.
        RefusedError: The person may not, nothing was amended, or the ledger is not sound.
    """
    desk.must_be_sound()
    return desk.ledger.commit(
        lambda now: seal_edition(now, desk.who, desk.ledger.store.frontier(), reason),
        after_seal=True,
    )


def editions(desk: Desk) -> tuple[Edition, ...]:
    """Return every edition, the first one first.

    Raises:
        RefusedError: The reader may not see results yet.
    """
    desk.sight().must_see_results()
    standing = desk.standing()
    events = {event.id: event for event in desk.ledger.store.events()}
    before: EditionRow | None = None
    found = []
    for row in standing.editions:
        found.append(_edition(desk, row, events[row.id], before))
        before = row
    return tuple(found)


def _edition(desk: Desk, row: EditionRow, event: Event, before: EditionRow | None) -> Edition:
    frontier = event.payload.get("frontier", [])
    result = desk.ledger.standing_until(row.at)
    seal = later_seal(result, frontier, before, row.reason) if before else None
    return Edition(
        row=row,
        head=head_of(parse_frontier(frontier)),
        sound=row.seal == (seal or first_seal(result, frontier)),
    )


def edition_problems(desk: Desk) -> Iterator[Problem]:
    """Yield what is wrong with the ledger, and the editions whose seal does not hold."""
    problems = verify(desk.ledger.store)
    yield from problems
    if problems:
        return
    events = {event.id: event for event in desk.ledger.store.events()}
    for one in editions(desk):
        frontier = parse_frontier(events[one.row.id].payload.get("frontier", []))
        yield from verify(desk.ledger.store, against=frontier)
        if not one.sound:
            yield Problem(
                N_("the seal of edition {number} is not that of what it seals"),
                Place(desk.campaign.settings.campaign.id),
                params={"number": one.row.number},
            )
