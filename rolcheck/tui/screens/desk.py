"""The Desk: where the round stands, what waits for whom, what happened last."""

from dataclasses import replace
from threading import Thread
from typing import TYPE_CHECKING, ClassVar, cast

from textual import events, on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal

from rolcheck.base.messages import N_
from rolcheck.desk.seen import Overview
from rolcheck.locale import _
from rolcheck.tui.app import RolcheckApp
from rolcheck.tui.dates import where_of
from rolcheck.tui.screens.base import SeenScreen
from rolcheck.tui.widgets.board import Board
from rolcheck.tui.widgets.overview.changes import changes
from rolcheck.tui.widgets.overview.sections import beside, first, in_one_column
from rolcheck.tui.widgets.pane import Pane

if TYPE_CHECKING:
    from rolcheck.desk.desk import Desk
    from rolcheck.desk.memory import Memory

MARKED_SECONDS = 6.0
PATIENCE = 0.2  # seconds that the first paint waits for what it shows


class OverviewScreen(SeenScreen[Overview]):
    """Shows an `Overview`: the reader's own work at the left, everybody's at the right."""

    NAME = N_("Desk")
    CSS_PATH = "desk.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("d", "declare", N_("declare"), id="desk.declare"),
        Binding("o", "app.go('rounds')", N_("rounds"), id="desk.rounds"),
        Binding("x", "app.go('matrix')", N_("matrix"), id="desk.matrix"),
        Binding("s", "app.go('summary')", N_("summary"), id="desk.summary"),
        Binding("d", "disputes", N_("disputes"), id="desk.disputes"),
        Binding("f", "app.go('findings')", N_("findings"), id="desk.findings"),
        Binding("r", "reload", N_("read again"), show=False, id="desk.reload"),
    ]

    def __init__(self, desk: "Desk") -> None:
        super().__init__(desk)
        self._fresh: frozenset[str] = frozenset()
        self._memory: Memory | None = None

    def compose_panes(self) -> ComposeResult:
        with Horizontal():
            with Pane(id="own", work=True):
                yield Board(id="first")
            with Pane(id="all"):
                yield Board(id="beside")

    def remember_in(self, memory: "Memory") -> None:
        """Begin with what was kept in `memory`, and keep there what is shown."""
        self._memory = memory

    def on_mount(self) -> None:
        self.query_one("#first", Board).focus()
        if self._memory and self._memory.recalled:
            self.seen = self._memory.recalled
            self.call_after_refresh(self.action_reload)
            return
        reading = Thread(target=self._load_first, daemon=True)
        reading.start()
        reading.join(PATIENCE)  # what is there soon is painted at once, and not after nothing

    def _load_first(self) -> None:
        """Read outside a worker, which would begin too late; a bug is the app's all the same."""
        try:
            self.load()
        except Exception as bug:
            self.call_later(_raise, bug)

    def read(self) -> Overview:
        if self._memory:
            return self._memory.read(self._desk)
        from rolcheck.desk.overview import overview  # loads what a first screen can spare

        return overview(self._desk)

    def take(self, seen: Overview) -> None:
        before = self.seen
        if before is not None:
            if replace(seen, now=before.now) == before:
                return
            self._fresh = changes(before, seen)
            if self._fresh:
                self.set_timer(MARKED_SECONDS, self.forget_changes)
        self.seen = seen

    def draw(self, seen: Overview) -> None:
        self.where(where_of(self.NAME, seen.title, seen.rounds, seen.current, seen.who))
        narrow, fresh = self.has_class("-narrow"), self._fresh
        self.query_one("#first", Board).show(
            list(in_one_column(seen, fresh) if narrow else first(seen, fresh))
        )
        self.query_one("#beside", Board).show([] if narrow else list(beside(seen, fresh)))

    def on_resize(self, _event: events.Resize) -> None:
        self.call_after_refresh(self.language_changed)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        if action in ("declare", "disputes"):  # one key: whoever must declare does it first
            must = bool(self.seen and self.seen.needs_declaring)
            return must == (action == "declare")
        return super().check_action(action, parameters)

    def forget_changes(self) -> None:
        """Take the marks of what changed a moment ago away."""
        self._fresh = frozenset()
        self.language_changed()

    @on(Board.Chosen)
    def _chosen(self, event: Board.Chosen) -> None:
        kind, _colon, rest = event.key.partition(":")
        app = cast(RolcheckApp, self.app)
        if kind == "declare":
            self.action_declare()
        elif kind == "s":
            app.open_item(rest)
        elif kind == "i":
            submission, _colon, indicator = rest.partition(":")
            app.open_item(submission, indicator)
        elif kind == "u":
            self._choose_of_unit(rest)
        elif kind == "r":
            self._show_assignments(rest)
        else:
            self._show_what_is_left(kind, rest)

    def _show_assignments(self, reviewer: str) -> None:
        from rolcheck.tui.leading import lead_to_assignments  # not needed for the first screen

        named = {row.id: row.name for row in self.seen.reviewers} if self.seen else {}
        lead_to_assignments(cast(RolcheckApp, self.app), named.get(reviewer, reviewer))

    @work(group="ask", exclusive=True)
    async def _choose_of_unit(self, unit: str) -> None:
        """Ask which of a unit's indicators is wanted, and show it."""
        from rolcheck.desk.units import unit_items  # as above
        from rolcheck.tui.widgets.overview.units import chooser_of

        items = await self.run_worker(
            lambda: list(unit_items(self._desk, unit)), thread=True, group="read-unit"
        ).wait()
        chosen: str | None = await self.app.push_screen_wait(chooser_of(unit, items))
        if chosen is not None:
            submission, _colon, indicator = chosen.partition(":")
            cast(RolcheckApp, self.app).open_item(submission, indicator)

    def _show_what_is_left(self, kind: str, of: str) -> None:
        """Lead to where one kind of what is left is solved: its own screen, or the list of it."""
        from rolcheck.tui.leading import has_own_screen, lead  # as above
        from rolcheck.tui.screens.rounds import RoundsScreen

        app, seen = cast(RolcheckApp, self.app), self.seen
        groups = () if seen is None else (seen.blockers if kind == "b" else seen.carried)
        places = next((one.places for one in groups if one.kind == of), ())
        if places and has_own_screen(of):
            lead(app, of, *places[0])
            return
        app.action_go("rounds")
        shown = app.get_screen("rounds")
        if isinstance(shown, RoundsScreen):
            shown.look_for(kind=of)

    def action_disputes(self) -> None:
        cast(RolcheckApp, self.app).action_go("disputes")

    @work(group="declare", exclusive=True)
    async def action_declare(self) -> None:
        from rolcheck.tui.screens.prompt import Question  # as above

        asked = self.seen.needs_declaring if self.seen else ()
        title = _("declarations to be made")
        if not asked:
            return
        yes: bool = await self.app.push_screen_wait(Question(title, "\n".join(asked)))
        if yes:
            self.record(self._desk.declare, _("declared"))


def _raise(error: Exception) -> None:
    raise error
