"""Events as text: the canonical form that is hashed, and the row that is stored."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import replace

from rolcheck.base.canon import canonical, sha256_hex
from rolcheck.events.types import Draft, Event, Kind

FIRST = "0" * 64

#: The hashed fields in the order in which they are documented.
HASHED = (
    *("id", "campaign", "author", "desk", "seq", "at", "kind"),
    *("submission", "round", "indicator", "subject", "payload", "prev"),
)
COLUMNS = (*HASHED, "hash", "signature")

Link = tuple[str, str, int, str]
"""Author, desk, sequence number and hash of the last event of one chain."""


def hash_of(event: Event) -> str:
    """Return what `event.hash` ought to be."""
    return sha256_hex(canonical({name: _plain(event, name) for name in HASHED}))


def seal(draft: Draft, *, id: str, campaign: str, desk: str, seq: int, at: str, prev: str) -> Event:
    """Return the event that `draft` becomes at one place of a chain.

    Raises:
        ValueError: The payload has no canonical form.
    """
    event = Event(
        id=id,
        campaign=campaign,
        author=draft.author,
        desk=desk,
        seq=seq,
        at=at,
        kind=draft.kind,
        submission=draft.submission or None,
        round=draft.round,
        indicator=draft.indicator or None,
        subject=draft.subject or None,
        payload=json.loads(canonical(dict(draft.payload))),  # as it will be read again
        prev=prev,
        hash="",
    )
    return replace(event, hash=hash_of(event))


def to_row(event: Event) -> tuple[str | int | None, ...]:
    """Return the values of `COLUMNS`, the payload as canonical JSON."""
    return tuple(
        canonical(event.payload) if name == "payload" else _column(event, name) for name in COLUMNS
    )


def from_row(row: Sequence[object]) -> Event:
    """Return the event whose `to_row` is `row`.

    Raises:
        ValueError: A kind that this version does not know, or a payload that is no JSON object.
    """
    fields = dict(zip(COLUMNS, row, strict=True))
    fields["kind"] = Kind(str(fields["kind"]))
    fields["payload"] = json.loads(str(fields["payload"]))
    if not isinstance(fields["payload"], dict):
        raise ValueError("the payload is no object")
    return Event(**fields)  # type: ignore[arg-type]  # columns are typed by the schema


def to_json(event: Event) -> dict[str, object]:
    """Return `event` as plain values, for exports and packs."""
    return {name: _plain(event, name) for name in COLUMNS}


def head(frontier: Sequence[Link]) -> str:
    """Return ``N:hex``: the number of events, and the hash of the frontier."""
    count = sum(seq for _, _, seq, _ in frontier)
    return f"{count}:{sha256_hex(canonical([list(link) for link in sorted(frontier)]))}"


def _plain(event: Event, name: str) -> object:
    value = getattr(event, name)
    if isinstance(value, Kind):
        return value.value
    return dict(value) if isinstance(value, Mapping) else value


def _column(event: Event, name: str) -> str | int | None:
    value = _plain(event, name)
    if value is None or isinstance(value, str | int):
        return value
    raise TypeError(f"{name} is no column value")
