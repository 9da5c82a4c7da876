"""Reading and ruling for Disputes, in workers, with keys kept back meanwhile."""

from collections.abc import Callable
from dataclasses import dataclass

from textual import events, on, work
from textual.message import Message

from rolcheck.base.errors import RolcheckError
from rolcheck.desk.desk import Desk
from rolcheck.desk.disputes.reading import disputes, next_unruled
from rolcheck.desk.disputes.seen import DisputesSeen
from rolcheck.desk.receiving.evidence import evidence_text
from rolcheck.tui.key_gate import KeyGate
from rolcheck.tui.messages import Failed, LedgerGrew, Said
from rolcheck.tui.screens.base import SeenScreen
from rolcheck.tui.wording import in_app

CellId = tuple[str, str]
_READING, _WRITING = "reading", "writing"


class DisputesWork(SeenScreen[DisputesSeen]):
    """Reads and rules for the screen that derives from it."""

    @dataclass
    class Recorded(Message):
        """Something went on record about a dispute, and what is shown next was read."""

        key: str
        seen: DisputesSeen
        said: str
        saved: str

    @dataclass
    class Stopped(Message):
        """Reading or writing failed."""

        error: RolcheckError

    @dataclass
    class TextRead(Message):
        """The text of a piece of evidence was read."""

        key: str
        evidence: str
        lines: tuple[str, ...]

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.gate = KeyGate(self)
        self._wanted: CellId | None = None
        self._writing = False

    @property
    def key(self) -> str:
        """What names the dispute at hand; empty without."""
        return self.seen.key if self.seen else ""

    def open_at(self, submission: str, indicator: str) -> None:
        """Show one indicator of a submission, in dispute or not, also before being mounted."""
        self._wanted = (submission, indicator)
        if self.is_mounted:
            self.gate.hold(_READING)
            self.action_reload()

    def go(self, key: str) -> None:
        """Show the dispute of that name; keys wait for it."""
        if key and key != self.key:
            self.open_at(*_cell(key))

    def write(self, do: Callable[[], object], said: str) -> None:
        """Do something about the dispute at hand, then show the next that wants a ruling."""
        if self.seen is not None and not self._writing:
            self._writing = True
            self.gate.hold(_WRITING)
            self._record(do, said, self.seen)

    def read(self) -> DisputesSeen:
        return disputes(self._desk, self._wanted, self.seen)

    def load(self) -> None:
        try:
            self.post_message(self.Loaded(self.read()))
        except RolcheckError as error:
            self.post_message(self.Stopped(error))

    def take(self, seen: DisputesSeen) -> None:
        if self._wanted is not None and seen.shown and _cell(seen.key) != self._wanted:
            return  # asked for before what is wanted now
        if seen.shown is not None:
            self._wanted = _cell(seen.key)
        self.seen = seen
        self.gate.free(_READING)

    def on_key(self, event: events.Key) -> None:
        if not self.gate.lets_pass(event):
            event.stop()
            event.prevent_default()

    @on(Recorded)
    def _recorded(self, message: Recorded) -> None:
        self._wanted, self._writing = None, False
        self.settled(message.key)
        self.take(message.seen)
        self.gate.free(_WRITING)
        self.app.post_message(Said(message.said, message.saved))
        self.app.post_message(LedgerGrew())

    @on(Stopped)
    def _stopped(self, message: Stopped) -> None:
        self._wanted, self._writing = _cell(self.key) if self.key else None, False
        self.gate.drop()  # keys typed ahead were meant for what did not come about
        self.gate.free(_READING, _WRITING)
        known = self.seen
        error = in_app(message.error, known.standing) if known else message.error
        self.app.post_message(Failed(error))

    def settled(self, key: str) -> None:
        """Take note that what was written about a dispute stands on record."""

    @work(thread=True, exclusive=True, group="write")
    def _record(self, do: Callable[[], object], said: str, before: DisputesSeen) -> None:
        try:
            do()
            here = _cell(before.key)
            seen = disputes(self._desk, here)
            following = next_unruled(seen.rows, before.key, before=before.rows)
            if following:
                seen = disputes(self._desk, _cell(following), seen)
        except RolcheckError as error:
            self.post_message(self.Stopped(error))
            return
        saved = f"{self._desk.now().astimezone(seen.standing.settings.timezone):%H:%M}"
        self.post_message(self.Recorded(before.key, seen, said, saved))

    @work(thread=True, exclusive=True, group="text")
    def read_text(self, key: str, evidence: str) -> None:
        """Read a piece of evidence of a dispute; `TextRead` brings it."""
        lines: tuple[str, ...] = ()
        try:
            lines = tuple(evidence_text(self._desk, _cell(key)[0], evidence))
        except RolcheckError as error:
            self.post_message(Failed(error))
        self.post_message(self.TextRead(key, evidence, lines))


def _cell(key: str) -> CellId:
    submission, _colon, indicator = key.partition(":")
    return submission, indicator
