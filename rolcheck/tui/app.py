"""The app: screens, the ledger and the two lines wired together; screens do the work."""

import gc
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar, cast

from textual import events, on, work
from textual.binding import Binding, BindingType
from textual.screen import Screen
from textual.worker import WorkerFailed

from rolcheck.base.colours import ThemeName
from rolcheck.base.errors import RolcheckError
from rolcheck.base.messages import N_
from rolcheck.tui.commands import commands
from rolcheck.tui.keys import hints, use_keys
from rolcheck.tui.looks import LooksApp
from rolcheck.tui.messages import Failed, LedgerGrew, Said
from rolcheck.tui.port import Remembers, ShowsItems, Start
from rolcheck.tui.screens import SCREENS
from rolcheck.tui.screens.base import size_classes
from rolcheck.tui.text import Part
from rolcheck.tui.watch import Watch
from rolcheck.tui.widgets.chrome import BottomLine, failure_of

if TYPE_CHECKING:
    from rolcheck.desk.desk import Desk
    from rolcheck.desk.memory import Memory

LOOK_EVERY = 1.0  # seconds
AWAY = "away"  # the mode between one seat and the next


class RolcheckApp(LooksApp):
    """Shows the screens of `screens` over one desk.

    Args:
        desk: What the screens are made with; None where `start` finds it.
        first: Name of the screen to begin with; empty for none.
        start: Asks where and as whom, before the first screen; None to ask nothing.
        sitting: Makes what asks as whom, or where, one wants to go on; None to ask never.
        memory: Where the first screen keeps what it showed; None to keep nothing.
        theme: Name of the theme to begin with.
        keymap: Keys by binding id that the user has put elsewhere.
        phrases: Where one's own phrases for remarks stand; None for nowhere.
        plain: Whether only ASCII is drawn around data and Chinese text.
    """

    CSS_PATH = Path(__file__).with_name("app.tcss")  # also for subclasses elsewhere
    ENABLE_COMMAND_PALETTE = False  # `action_palette` speaks both languages and looks like us
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("question_mark", "show_help", N_("all keys"), id="app.help"),
        Binding("ctrl+p", "palette", N_("commands"), show=False, id="app.palette"),
        Binding("ctrl+l", "next_language", N_("Chinese or English"), show=False, id="app.lang"),
        Binding("ctrl+t", "next_theme", N_("next theme"), show=False, id="app.theme"),
        Binding("ctrl+n", "sit_down", N_("sit down as somebody else"), show=False, id="app.person"),
        Binding("ctrl+g", "go_elsewhere", N_("another campaign"), show=False, id="app.campaign"),
        Binding("D", "details", N_("details of the failure"), show=False, id="app.details"),
        Binding("ctrl+q", "quit", N_("leave"), show=False, priority=True, id="app.quit"),
        *(
            Binding(entry.key, f"go('{name}')", entry.title, show=False, id=f"app.{name}")
            for name, entry in SCREENS.items()
        ),
    ]
    DEFAULT_MODE = "first"

    def __init__(
        self,
        desk: "Desk | None",
        *,
        first: str = "",
        start: Start | None = None,
        sitting: Callable[[], Start] | None = None,
        memory: "Memory | None" = None,
        theme: ThemeName = "dark",
        keymap: Mapping[str, str] | None = None,
        phrases: Path | None = None,
        plain: bool = False,
    ) -> None:
        super().__init__(theme, plain=plain)
        self.phrases = phrases
        self._desk, self._first, self._start, self.memory = desk, first, start, memory
        self._sitting = sitting
        self._watch: Watch | None = None
        self._home = "" if start else first  # what the first mode shows; the others are named so
        self._shown = {self.DEFAULT_MODE}
        self.add_mode(self.DEFAULT_MODE, self._first_screen)
        if keymap:
            self.set_keymap(keymap)
        use_keys(keymap or {})

    @property
    def bug(self) -> Exception | None:
        """What ended the app though nobody left it; None otherwise."""
        return self._exception

    def _handle_exception(self, error: Exception) -> None:
        """Leave at once at what nobody expected: whoever ran the app says what `bug` is.

        Textual would print a traceback with all locals, which hold what people wrote.
        """
        cause = error.error if isinstance(error, WorkerFailed) else error
        if self._exception is None:
            self._exception = cause if isinstance(cause, Exception) else error
            self._exception_event.set()
        self._return_code = 1
        self._close_messages_no_wait()

    async def on_ready(self) -> None:
        if self._start:
            self._begin(self._start)
        else:
            self._keep_watch()
        gc.freeze()  # halves the time of a key: what is loaded is not walked again
        gc.set_threshold(20_000, 10, 10)  # a screen drawn anew is many small things, soon gone
        gc.enable()

    @work(group="start")
    async def _begin(self, start: Start) -> None:
        self._desk = await start.choose(self)
        if self._desk is None:
            self.exit()
            return
        self._keep_watch()
        self.action_go(self._first)

    @work(group="start", exclusive=True)
    async def action_sit_down(self) -> None:
        """Ask who one wants to be, and begin anew as that person."""
        if self._sitting and self._desk and not self.screen.is_modal:
            await self._begin_anew(await self._sitting().another_person(self, self._desk))

    @work(group="start", exclusive=True)
    async def action_go_elsewhere(self) -> None:
        """Ask for another campaign, and begin anew there."""
        if self._sitting and not self.screen.is_modal:
            await self._begin_anew(await self._sitting().another_campaign(self))

    async def _begin_anew(self, desk: "Desk | None") -> None:
        """Take every screen away and begin with the first one of another desk."""
        if desk is None:
            return
        if AWAY not in self._shown:
            self.add_mode(AWAY, Screen)
        await self.switch_mode(AWAY)
        for mode in self._shown - {AWAY}:
            await self.remove_mode(mode)
        for name in SCREENS:
            if self.is_screen_installed(name):
                screen = self.get_screen(name)
                self.uninstall_screen(name)
                await screen.remove()
        self._shown, self._home, self._desk, self.memory = {AWAY}, "", desk, None
        self._keep_watch()
        self.action_go(self._first)

    def _keep_watch(self) -> None:
        if self._desk is not None:
            if self._watch is None:
                self.set_interval(LOOK_EVERY, self._look)
            self._watch = Watch(self._desk)

    @on(LedgerGrew)
    def _look(self) -> None:
        if self._watch is not None:
            self._look_at(self._watch)

    @work(thread=True, exclusive=True, group="ledger")
    def _look_at(self, watch: Watch) -> None:
        try:
            if watch.grew():
                self.call_from_thread(self._hand_on)
        except RolcheckError as error:
            self.post_message(Failed(error))

    def _hand_on(self) -> None:
        for name in SCREENS:
            if self.is_screen_installed(name):
                self.get_screen(name).post_message(LedgerGrew())

    async def on_event(self, event: events.Event) -> None:
        if isinstance(event, events.Key) and not event.is_forwarded:
            self._forget(event.key)
        await super().on_event(event)

    @on(Failed)
    def _failed(self, message: Failed) -> None:
        for line in self._last_lines():
            line.failure = failure_of(message.error)
        self.refresh_bindings()

    @on(Said)
    def _said(self, message: Said) -> None:
        for line in self._last_lines():
            line.failure, line.said = None, message.text
            line.saved = message.saved or line.saved

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        if action == "details":
            return any(line.failure for line in self._last_lines())
        if action in ("sit_down", "go_elsewhere"):
            return self._sitting is not None
        return super().check_action(action, parameters)

    def action_go(self, name: str) -> None:
        """Show a screen; it is made when it is first wanted, and kept with what is over it."""
        self._screen_named(name)
        mode = self.DEFAULT_MODE if name == self._home else name
        if mode not in self._shown:
            self._shown.add(mode)
            self.add_mode(mode, name)
        _switched = self.switch_mode(mode)

    def open_item(self, submission: str, indicator: str = "") -> None:
        """Show an item in Review; without an indicator the next one left of the submission."""
        self.action_go("review")
        cast(ShowsItems, self.get_screen("review")).open_item(submission, indicator)

    def action_show_help(self) -> None:
        from rolcheck.tui.screens.help import HelpScreen  # not needed for the first screen

        if not self.screen.is_modal:
            self.push_screen(HelpScreen(hints(self.screen.active_bindings)))

    def action_palette(self) -> None:
        from rolcheck.tui.screens.chooser import Chooser, Option  # as above

        if self.screen.is_modal:
            return
        offered = list(commands(self, self.action_go))
        options = [
            Option(str(at), "", command.title, (Part(command.key, "dim"),))
            for at, command in enumerate(offered)
        ]

        def run(chosen: str | None) -> None:
            if chosen is not None:
                offered[int(chosen)].run()

        self.push_screen(Chooser(N_("commands"), options), run)

    def action_details(self) -> None:
        from rolcheck.tui.screens.prompt import Notice  # as above

        failure = next((line.failure for line in self._last_lines() if line.failure), None)
        if failure is not None:
            self.push_screen(Notice(failure.word, failure.details or failure.text))

    def _first_screen(self) -> Screen[None]:
        if self._start:
            screen = self._start.screen()
            screen.add_class(*size_classes(self.size))
            return screen
        if not self._first:
            return Screen()
        first = self._screen_named(self._first)
        if self.memory:
            cast(Remembers, first).remember_in(self.memory)
        return first

    def _screen_named(self, name: str) -> Screen[None]:
        if not self.is_screen_installed(name):
            screen = SCREENS[name].load()(self._desk)
            screen.add_class(*size_classes(self.size))
            self.install_screen(screen, name)
        return cast(Screen[None], self.get_screen(name))

    def _last_lines(self) -> list[BottomLine]:
        return list(self.screen.query(BottomLine)) if self.screen_stack else []

    def _forget(self, key: str) -> None:
        """Clear what the last line says: a word at any key, a failure once it was acted on."""
        for line in self._last_lines():
            line.said = ""
            if line.failure and key in ("enter", "escape"):
                line.failure = None
