"""The ledger held against what was printed of it, and receipts of one's own chains."""

import json
import re
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

from rolcheck.base.errors import InputError
from rolcheck.base.files import read_text
from rolcheck.base.messages import N_
from rolcheck.base.places import Place
from rolcheck.base.problems import Problem
from rolcheck.desk.desk import Desk
from rolcheck.events import codec
from rolcheck.events.codec import Link
from rolcheck.store.heads import parse_frontier
from rolcheck.store.port import EventStore
from rolcheck.store.verify import Progress, verify

_HEAD = re.compile(r"\b[0-9]{1,18}:[0-9a-f]{64}\b")


@dataclass(frozen=True, slots=True)
class Receipt:
    """Where one chain stands: what its author entered at one desk.

    Attributes:
        events: How many entries the chain has.
        last_at: The stamp of the last one; `last_hash` beside it.
        head: Of the whole ledger; None while a blind round hides it.
    """

    campaign: str
    author: str
    desk: str
    events: int
    last_at: str
    last_hash: str
    head: str | None


def faults(store: EventStore, against: str = "") -> tuple[Problem, ...]:
    """Return what is wrong with a ledger, nothing if it is whole.

    No desk is needed: what is wrong would keep it from being opened.

    Args:
        store: The ledger.
        against: A head that was printed, or the path of a report that carries one; the ledger
            must extend it. Empty for none.

    Raises:
        InputError: It is neither.
        StoreError: The ledger cannot be read at all.
    """
    if not against:
        return verify(store)
    if not Path(against).is_file():
        return verify(store, against=against)
    carried, contradictions = _carried(Path(against))
    return (*contradictions, *verify(store, against=carried))


def desk_faults(desk: Desk, progress: Progress) -> tuple[Problem, ...]:
    """Return what is wrong with the ledger of a desk; `progress` is told, and may raise to end it.

    Raises:
        StoreError: The ledger cannot be read at all.
    """
    return verify(desk.ledger.store, progress=progress)


def shown_head(desk: Desk) -> str | None:
    """Return the head; None while a blind round hides how much the others have done."""
    return None if desk.sight().is_blind else desk.print_head()


def receipts(desk: Desk) -> tuple[Receipt, ...]:
    """Return where the chains of the desk's person stand, one for every desk they worked at."""
    at = {event.hash: event.at for event in desk.log()}
    campaign, head = desk.campaign.settings.campaign.id, shown_head(desk)
    return tuple(
        Receipt(campaign, author, place, seq, at.get(hash_, ""), hash_, head)
        for author, place, seq, hash_ in desk.ledger.store.frontier()
        if author == desk.who
    )


def receipts_text(receipts: Sequence[Receipt]) -> str:
    """Return receipts as JSON, against which the ledger can be verified later."""
    return json.dumps([asdict(one) for one in receipts], ensure_ascii=False, indent=2) + "\n"


def _carried(report: Path) -> tuple[str | Sequence[Link], list[Problem]]:
    """Return the head or frontier that a report carries, and how it contradicts itself."""
    text, place = read_text(report), Place(str(report))
    heads = _HEAD.findall(text)
    if not heads:
        raise InputError(
            N_("the file carries no head of a ledger"),
            where=place,
            hint=N_("give a report that prints the head: a number, a colon and 64 digits"),
        )
    links, head = _from_json(text) or (None, "")
    if links is None:
        return heads[-1], []
    if codec.head(links) == head:
        return links, []
    message = N_("the report contradicts itself: its head is not that of its frontier")
    return links, [Problem(message, place, N_("expected the report as it was printed"))]


def _from_json(text: str) -> tuple[Sequence[Link], object] | None:
    """Return the frontier and the head that a JSON report carries."""
    try:
        ledger = json.loads(text)["ledger"]
        return parse_frontier(ledger["frontier"]), ledger["head"]
    except (ValueError, KeyError, TypeError, RecursionError):
        return None
