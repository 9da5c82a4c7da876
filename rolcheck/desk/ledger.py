"""The desk's view of its ledger: what stands now, what stood then, and how to add to it."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime
from functools import lru_cache
from threading import RLock

from rolcheck.base.clock import stamp
from rolcheck.base.errors import ProblemsError, RefusedError, TamperedError
from rolcheck.base.messages import N_
from rolcheck.campaign.loader import Campaign
from rolcheck.campaign.settings import Settings
from rolcheck.campaign.standing import Standing
from rolcheck.criteria.loader import criteria_of
from rolcheck.criteria.model import Criteria
from rolcheck.events.fold import fold, fold_all
from rolcheck.events.rows import Patch, ReceiptRow, Row, SettingsRow, Tables
from rolcheck.events.types import Draft, Event, Kind
from rolcheck.store.port import EventStore, Transaction
from rolcheck.store.verify import verify
from rolcheck.submission.manifest import Manifest

Decide = Callable[[Standing], Sequence[Draft]]
"""Says what is to be recorded, or raises why not, seeing the standing that it adds to."""

Clock = Callable[[], datetime]

FOUNDATIONS = frozenset({SettingsRow, ReceiptRow})
"""Tables that settings, criteria or manifests come from: a standing is made anew after them."""

OF_EDITIONS = frozenset(
    {
        Kind.COMPONENT_IMPORTED,
        Kind.OBJECTION_ADDED,
        Kind.OBJECTION_DECIDED,
        Kind.RULING_MADE,
        Kind.RULING_LIFTED,
        Kind.ROUND_SEALED,
        Kind.EDITION_SEALED,
    }
)
"""What belongs to an edition of the result although it came after the last round's closing."""

LATER = "9999"
"""A stamp that no event reaches."""


class Ledger:
    """A store, the campaign that it belongs to, and the standing that both add up to."""

    def __init__(self, store: EventStore, campaign: Campaign, clock: Clock) -> None:
        self.store, self.campaign, self.clock = store, campaign, clock
        self._lock = RLock()
        self._length, self._tables = store.tables()
        self._standing: Standing | None = None
        self._past: dict[tuple[str, str], Standing] = {}
        self._batch: Transaction | None = None
        self._must_be_whole()

    def standing(self) -> Standing:
        """Return how the campaign stands now, with what others have added."""
        with self._lock:
            if self.store.length() != self._length:
                self._add(self.store.events(after=self._length))
            if self._standing is None:
                self._standing = self._stand(self._tables)
            return self._standing

    def standing_at(self, number: int, edition: int | None = None) -> Standing:
        """Return how it stood when round `number` was closed; as it stands now if it is not.

        Of the last round it is the result as sealed in `edition`, by default the latest; before
        the seal with what still belongs to the first one.
        """
        now = self.standing()
        row = now.rounds.get(number)
        if row is None or row.closed_at is None:
            return now
        if number != now.settings.last_round:
            return self.standing_until(row.closed_at)
        ends = {one.number: one.at for one in now.editions}
        return self.standing_until(row.closed_at, ends.get(edition or len(ends), LATER))

    def standing_to_seal(self) -> Standing:
        """Return the result of the last round with what a next edition of it would bring."""
        now = self.standing()
        row = now.rounds.get(now.settings.last_round)
        return self.standing_until(row.closed_at, LATER) if row and row.closed_at else now

    def standing_until(self, at: str, edition: str = "") -> Standing:
        """Return what the events up to and including the stamp `at` add up to.

        Args:
            at: The stamp.
            edition: Up to which stamp what belongs to an edition of the result counts too.
        """
        with self._lock:
            key = (at, str(self._length) if edition == LATER else edition)
            if key not in self._past:
                events = [
                    event
                    for event in self.store.events()
                    if event.at <= at or (event.kind in OF_EDITIONS and event.at <= edition)
                ]
                self._past[key] = self._stand(fold_all(events))
            return self._past[key]

    def commit(
        self, decide: Decide, *, amending: bool = False, after_seal: bool = False
    ) -> tuple[Event, ...]:
        """Record what `decide` answers to the standing that nobody else can change meanwhile.

        Args:
            decide: Called with nobody else writing, and before the first event once more.
            amending: Whether files may differ from the record, since this records them.
            after_seal: Whether it is for a later edition, so that a seal does not forbid it.

        Raises:
            RefusedError: The campaign is sealed, or its files differ from the record.
            StoreError: Nothing could be stored; nothing was.
        """
        with self._lock:
            if not self._length and self._batch is None:
                decide(self.standing())  # a refused first step leaves no file behind
            with self._write() as transaction:
                self._add(transaction.events(after=self._length))
                standing = self._standing_for_writing(after_seal=after_seal)
                if not amending:
                    self._must_be_as_recorded()
                drafts = decide(standing)
                events = transaction.append(drafts, self.clock())
            self._add(events)
            return events

    @contextmanager
    def batch(self) -> Iterator[None]:
        """Make every commit inside one write: all is stored at the end, or nothing.

        Raises:
            StoreError: Nothing could be stored; nothing was.
        """
        with self._lock:
            try:
                with self.store.write() as self._batch:
                    yield
            except BaseException:
                self._batch = None
                self._length, self._tables = self.store.tables()
                self._standing = None
                raise
            finally:
                self._batch = None

    def must_be_sound(self) -> None:
        """Check that nothing was changed behind the ledger's back.

        Raises:
            TamperedError: Something was.
        """
        problems = verify(self.store)
        if problems:
            raise TamperedError(
                N_("the ledger is not what was written: {count} faults, the first: {first}"),
                hint=N_("see them all: rolcheck audit verify"),
                count=len(problems),
                first=problems[0],
            )

    def changed_files(self) -> tuple[str, ...]:
        """Return which of criteria and campaign.toml differ from what is on record."""
        row = recorded(self._tables)
        if row is None:
            return ()
        changed = []
        if row.criteria_sha256 != self.campaign.criteria.sha256:
            changed.append(str(self.campaign.criteria.path))
        if row.campaign_sha256 != self.campaign.file.sha256:
            changed.append(str(self.campaign.file.path))
        return tuple(changed)

    def now(self) -> str:
        """Return the clock's time as a stamp."""
        return stamp(self.clock())

    @contextmanager
    def _write(self) -> Iterator[Transaction]:
        if self._batch is not None:
            yield self._batch
            return
        with self.store.write() as transaction:
            yield transaction

    def _standing_for_writing(self, *, after_seal: bool) -> Standing:
        if self._standing is None:
            self._standing = self._stand(self._tables)
        if self._standing.is_sealed and not after_seal:
            raise RefusedError(N_("the campaign is sealed; nothing can be written any more"))
        return self._standing

    def _must_be_as_recorded(self) -> None:
        changed = self.changed_files()
        if changed:
            raise RefusedError(
                N_(
                    "{files} changed since a round opened; nothing is written until that is settled"
                ),
                hint=N_("put the file back, or record it: rolcheck campaign amend --reason ..."),
                files=", ".join(changed),
            )

    def _add(self, events: Sequence[Event]) -> None:
        if events:
            changed = _fold(events, self._tables)
            self._length += len(events)
            if self._standing is None or changed.intersection(FOUNDATIONS):
                self._standing = None
            else:
                self._standing = self._standing.after(changed)

    def _stand(self, tables: Tables) -> Standing:
        row = recorded(tables)
        settings, criteria = self.campaign.settings, self.campaign.criteria.criteria
        if row and row.campaign_sha256 != self.campaign.file.sha256:
            settings = _settings(row.campaign)
        if row and row.criteria_sha256 != self.campaign.criteria.sha256:
            criteria = _criteria(row.criteria)
        files = {name: one.file for name, one in self.campaign.submissions.items()}
        manifests = {name: file.model for name, file in files.items()}
        received = {receipt.submission: receipt.manifest for receipt in tables.of(ReceiptRow)}
        for name, content in received.items():
            if name not in files or files[name].content != content:
                manifests[name] = _manifest(content)
        return Standing(settings, criteria, dict(sorted(manifests.items())), tables)

    def _must_be_whole(self) -> None:
        received = {row.submission for row in self._tables.of(ReceiptRow)}
        if self.campaign.broken and not received:
            raise ProblemsError(self.campaign.broken)


def _fold(events: Sequence[Event], tables: Tables) -> set[type[Row]]:
    """Apply `events` and return which tables changed."""
    changed: set[type[Row]] = set()
    for event in events:
        for change in fold(event):
            tables.apply(change)
            changed.add(change.row if isinstance(change, Patch) else type(change.row))
    return changed


def recorded(tables: Tables) -> SettingsRow | None:
    """Return the settings on record that are in force, None before the first opening."""
    rows = tables.of(SettingsRow)
    return rows[-1] if rows else None


@lru_cache(maxsize=16)
def _settings(content: str) -> Settings:
    return Settings.model_validate_json(content)


@lru_cache(maxsize=16)
def _criteria(content: str) -> Criteria:
    return criteria_of(content)


@lru_cache(maxsize=4096)
def _manifest(content: str) -> Manifest:
    return Manifest.model_validate_json(content)
