"""Heads and frontiers as text: what is printed, what is kept, what a report brings back."""

import json
import re
from collections.abc import Iterable, Sequence

from rolcheck.base.canon import canonical
from rolcheck.base.errors import InputError
from rolcheck.base.messages import N_
from rolcheck.events import codec
from rolcheck.events.codec import Link

_HEAD = re.compile(r"(0|[1-9][0-9]{0,17}):([0-9a-f]{64})")


def parse_head(text: str) -> tuple[int, str]:
    """Read ``N:hex``: the number of events, and the hash of the frontier.

    Raises:
        InputError: It has another form.
    """
    found = _HEAD.fullmatch(text.strip())
    if found is None:
        raise InputError(
            N_("'{text}' is no head"),
            hint=N_("copy the whole head from a report: a number, a colon, 64 digits of 0-9a-f"),
            text=text,
        )
    return int(found[1]), found[2]


def parse_frontier(value: object) -> tuple[Link, ...]:
    """Read a frontier as reports and packs carry it: a list of [author, desk, seq, hash].

    Raises:
        InputError: It has another form, or names a chain twice.
    """
    links = [_link(item) for item in value] if isinstance(value, list | tuple) else [None]
    whole = [link for link in links if link is not None]
    if len(whole) < len(links) or len({link[:2] for link in whole}) < len(whole):
        raise InputError(N_("no frontier: a list of [author, desk, seq, hash] is expected"))
    return tuple(sorted(whole))


def frontier_text(frontier: Sequence[Link]) -> str:
    """Return `frontier` as it is kept: canonical JSON."""
    return canonical([list(link) for link in frontier])


def read_kept(text: str, head: str) -> tuple[Link, ...] | None:
    """Return the frontier that `text` holds; None if it is none, or not that of `head`."""
    try:
        frontier = parse_frontier(json.loads(text))
        return frontier if codec.head(frontier) == head else None
    except (ValueError, RecursionError, InputError):
        return None


def frontier_of(links: Iterable[Link]) -> tuple[Link, ...]:
    """Return the frontier when `links`, in recording order, are all there is."""
    last = {(author, desk): (author, desk, seq, hash_) for author, desk, seq, hash_ in links}
    return tuple(sorted(last.values()))


def _link(item: object) -> Link | None:
    match item:
        case [str(author), str(desk), int(seq), str(hash_)] if seq >= 1 and seq is not True:
            return (author, desk, seq, hash_)
        case _:
            return None
