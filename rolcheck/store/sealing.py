"""Drafts made into events: when they are recorded, and what they are linked to."""

from collections.abc import Callable
from datetime import datetime, timedelta

from rolcheck.base.clock import parse_stamp, stamp
from rolcheck.base.errors import StoreError
from rolcheck.base.messages import N_
from rolcheck.events import codec
from rolcheck.events.types import Draft, Event

Last = Callable[[str], tuple[int, str]]
"""Gives an author's last sequence number and hash at this desk: 0 and `codec.FIRST` if none."""


class Sealer:
    """Seals drafts one after the other, for as long as nobody else writes.

    Args:
        campaign: Whose ledger it is.
        desk: Where the drafts are recorded.
        new_id: Gives a fresh event id.
        latest: The latest `at` in the ledger; empty in an empty one.
        last: Looks up where an author's chain stands.
    """

    def __init__(
        self, *, campaign: str, desk: str, new_id: Callable[[], str], latest: str, last: Last
    ) -> None:
        self._campaign, self._desk, self._new_id = campaign, desk, new_id
        self._latest, self._last = latest, last
        self._links: dict[str, tuple[int, str]] = {}

    def seal(self, draft: Draft, at: datetime) -> Event:
        """Return the event that `draft` becomes if it is recorded next.

        Raises:
            ValueError: No author, a round below 1, a time without zone, or a payload that
                has no canonical form.
            StoreError: The last event's time was tampered with.
        """
        if not draft.author or (draft.round is not None and draft.round < 1):
            raise ValueError(f"no event by {draft.author!r} in round {draft.round}")
        seq, prev = self._links.get(draft.author) or self._last(draft.author)
        event = codec.seal(
            draft,
            id=self._new_id(),
            campaign=self._campaign,
            desk=self._desk,
            seq=seq + 1,
            at=self._next(at),
            prev=prev,
        )
        self._latest = event.at
        self._links[draft.author] = (event.seq, event.hash)
        return event

    def _next(self, at: datetime) -> str:
        if at.tzinfo is None:
            raise ValueError(f"{at} has no time zone")
        now = stamp(at)
        if now > self._latest:
            return now
        try:
            return stamp(parse_stamp(self._latest) + timedelta(microseconds=1))
        except (ValueError, OverflowError) as error:
            raise StoreError(
                N_("nothing can be recorded after {latest}, the time of the last event"),
                hint=N_("run `rolcheck audit verify` to see what was changed"),
                latest=self._latest,
            ) from error
