"""What every full screen has: first and last line, room between, what it shows read in a worker."""

from abc import abstractmethod
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar, Generic, TypeVar, cast

from textual import on, work
from textual.app import ComposeResult
from textual.geometry import Size
from textual.message import Message
from textual.reactive import reactive
from textual.screen import Screen
from textual.widget import Widget

from rolcheck.base.errors import RolcheckError
from rolcheck.tui.messages import Failed, LedgerGrew, Said
from rolcheck.tui.widgets.chrome import BottomLine, Failure, TopLine, Where
from rolcheck.tui.wording import at_desk

if TYPE_CHECKING:
    from rolcheck.desk.desk import Desk

Seen = TypeVar("Seen")

NARROW, WIDE = 100, 150
SHORT = 34


_BY_WIDTH = [(0, "-narrow"), (NARROW, "-middle"), (WIDE, "-wide")]
_BY_HEIGHT = [(0, "-short"), (SHORT, "-tall")]


def size_classes(size: Size) -> tuple[str, str]:
    """Return the classes that a screen of that size has, so that it need not be styled twice."""
    across = next(name for least, name in reversed(_BY_WIDTH) if size.width >= least)
    down = next(name for least, name in reversed(_BY_HEIGHT) if size.height >= least)
    return across, down


class DeskScreen(Screen[None]):
    """A screen between the two lines.

    By its size it has the classes ``-narrow`` (one pane), ``-middle`` (from 100 columns) or
    ``-wide`` (from 150), and ``-short`` under 34 rows.

    Attributes:
        NAME: Message id of its name, in the first line and the palette.
    """

    NAME: ClassVar[str] = ""
    # what the focus changes draws itself anew; Textual would send the whole screen once more
    focused: reactive[Widget | None] = reactive(None, repaint=False)
    HORIZONTAL_BREAKPOINTS = _BY_WIDTH
    VERTICAL_BREAKPOINTS = _BY_HEIGHT

    def compose(self) -> ComposeResult:
        yield TopLine(Where(self.NAME))
        yield from self.compose_panes()
        yield BottomLine()

    def compose_panes(self) -> ComposeResult:
        """Yield what stands between the lines."""
        yield Widget()

    def where(self, where: Where) -> None:
        """Say in the first line where one is."""
        self.query_one(TopLine).where = where

    def say(self, text: str) -> None:
        """Say a sentence in the last line, until the next key."""
        self.query_one(BottomLine).said = text

    def fail(self, failure: Failure) -> None:
        """Say in the last line that something failed, until the next key."""
        self.query_one(BottomLine).failure = failure


class SeenScreen(DeskScreen, Generic[Seen]):
    """A screen that shows what was read from the desk at one moment; anew when the ledger grew.

    Args:
        desk: Whose campaign, and who looks.

    Attributes:
        seen: What is shown; None until it was first read.
    """

    seen: reactive[Seen | None] = reactive(None, init=False, repaint=False)

    @dataclass
    class Loaded(Message):
        """Posted by the worker; the only way data reaches the screen."""

        seen: object

    def __init__(self, desk: "Desk") -> None:
        super().__init__()
        self._desk = desk

    @abstractmethod
    def read(self) -> Seen:
        """Return what is shown; called in a worker."""

    @abstractmethod
    def draw(self, seen: Seen) -> None:
        """Show it, in the language in use."""

    @on(LedgerGrew)
    @work(thread=True, exclusive=True, group="read")
    def action_reload(self) -> None:
        self.load()

    def load(self) -> None:
        """Read; for a worker."""
        try:
            self.post_message(self.Loaded(self.read()))
        except RolcheckError as error:
            self.post_message(Failed(at_desk(error, self._desk)))

    @on(Loaded)
    def _loaded(self, message: Loaded) -> None:
        self.take(cast(Seen, message.seen))

    def take(self, seen: Seen) -> None:
        """Take over what was read."""
        self.seen = seen

    def watch_seen(self) -> None:
        self.language_changed()
        self.refresh_bindings()

    def language_changed(self) -> None:
        """Draw all anew."""
        if self.seen is not None:
            self.draw(self.seen)

    @work(thread=True, group="write", exclusive=True)
    def record(self, do: Callable[[], object], said: str) -> None:
        """Do something that goes on record, and say so in words of the language in use."""
        try:
            do()
        except RolcheckError as error:
            self.post_message(Failed(at_desk(error, self._desk)))
            return
        zone = self._desk.standing().settings.timezone
        self.post_message(Said(said, saved=f"{self._desk.now().astimezone(zone):%H:%M}"))
        self.app.post_message(LedgerGrew())
