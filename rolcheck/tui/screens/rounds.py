"""Rounds: which there are, what is left in the open one, and how one goes on to the next."""

from collections.abc import Callable, Sequence
from typing import ClassVar, cast

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Container

from rolcheck.base.errors import RolcheckError
from rolcheck.base.messages import N_
from rolcheck.desk.desk import Desk
from rolcheck.desk.rounds.reminders import reminders
from rolcheck.desk.rounds.steps import time_until
from rolcheck.desk.rounds.timeline import timeline
from rolcheck.desk.seen import RoundsSeen
from rolcheck.locale import _
from rolcheck.tui.app import RolcheckApp
from rolcheck.tui.dates import where_of
from rolcheck.tui.filtering import folded
from rolcheck.tui.leading import lead, lead_to_assignments
from rolcheck.tui.messages import Failed, Said
from rolcheck.tui.screens.filtered import FilteredScreen
from rolcheck.tui.screens.page import Page
from rolcheck.tui.screens.prompt import Prompt, Question
from rolcheck.tui.screens.reminding import Reminding
from rolcheck.tui.text import Line
from rolcheck.tui.widgets.board import Board
from rolcheck.tui.widgets.facts import Facts
from rolcheck.tui.widgets.filter import FilterField
from rolcheck.tui.widgets.pane import Pane
from rolcheck.tui.widgets.rounds import questions
from rolcheck.tui.widgets.rounds.burning import burn_below, progress_page
from rolcheck.tui.widgets.rounds.left import LeftRow, draw_left, left_rows, nothing_left, way_out
from rolcheck.tui.widgets.rounds.line import rounds_on_calendar, steps_offered
from rolcheck.tui.widgets.rounds.steps import step
from rolcheck.tui.widgets.rows import RowList
from rolcheck.tui.wording import at_desk


class RoundsScreen(FilteredScreen[RoundsSeen]):
    """Shows the rounds and what is left; whoever runs them opens, closes, reopens and seals."""

    NAME = N_("Rounds")
    CSS_PATH = "rounds.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("o", "open", N_("open the next round"), id="rounds.open"),
        Binding("c", "close", N_("close the round"), id="rounds.close"),
        Binding("r", "reopen", N_("reopen the round"), id="rounds.reopen"),
        Binding("s", "seal", N_("seal"), id="rounds.seal"),
        Binding("a", "app.go('assignments')", N_("assignments"), id="rounds.assignments"),
        Binding("p", "progress", N_("progress"), id="rounds.progress"),
        Binding("m", "remind", N_("reminders"), id="rounds.remind"),
    ]

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._kind = ""

    def compose_panes(self) -> ComposeResult:
        with Pane(id="timeline"):
            yield Board(id="rounds")
        with Container(id="columns"):
            with Pane(id="left", work=True):
                yield FilterField(id="filter")
                yield RowList[LeftRow](
                    lambda row, place: draw_left(row, place, self.seen),
                    lambda row: row.key,
                    empty=lambda: nothing_left(self.seen, self.words),
                    id="rows",
                )
                yield Facts(self._way_out, id="how")
            with Pane(id="beside"):
                yield Board(id="steps")
                yield Facts(self._burn_down, id="burn")

    def on_mount(self) -> None:
        for board in self.query(Board):
            board.can_focus = False

    def read(self) -> RoundsSeen:
        return timeline(self._desk)

    def watch_seen(self) -> None:
        super().watch_seen()
        self._go_to_kind()

    def draw(self, seen: RoundsSeen) -> None:
        self.where(where_of(self.NAME, seen.title, seen.rounds, seen.current, seen.who))
        roomy = self.has_class("-wide") and not self.has_class("-short")
        rounds = self.query_one("#rounds", Board)
        rounds.show(list(rounds_on_calendar(seen, in_full=roomy)))
        self.query_one("#steps", Board).show(list(steps_offered(seen)))
        self.rows.show(left_rows(seen, folded(self.words)))
        self.query_one("#how", Facts).redraw()
        self.query_one("#burn", Facts).redraw()

    def look_for(self, *, kind: str = "", words: str = "") -> None:
        """Show what is left of a kind, or of whatever holds some words."""
        self._kind = kind
        self.narrow(words)
        if self.seen is not None:
            self._go_to_kind()

    def _go_to_kind(self) -> None:
        if self._kind and self.is_mounted:
            rows = (row for row in self.rows.items if isinstance(row, LeftRow))
            self.rows.select(next((row.key for row in rows if row.kind == self._kind), ""))
            self._kind = ""

    @property
    def _selected(self) -> LeftRow | None:
        row = self.rows.selected
        return row if isinstance(row, LeftRow) else None

    def _way_out(self, width: int) -> Sequence[Line]:
        return way_out(self._selected, width)

    def _burn_down(self, width: int) -> Sequence[Line]:
        return burn_below(self.seen.burn, width) if self.seen else ()

    @on(RowList.Moved)
    def _moved(self) -> None:
        self.query_one("#how", Facts).redraw()

    @on(RowList.Chosen)
    def _chosen(self) -> None:
        row, app = self._selected, cast(RolcheckApp, self.app)
        if row is None or row.blocker is None:
            return
        if row.places:
            lead_to_assignments(app, row.blocker.subject)
        else:
            lead(app, row.kind, row.blocker.submission, row.blocker.indicator)

    # who is how far

    def action_progress(self) -> None:
        if self.seen is not None:
            seen = self.seen
            self.app.push_screen(Page(_("progress"), lambda width: progress_page(seen, width)))

    @work(thread=True, exclusive=True, group="remind")
    def action_remind(self) -> None:
        """Show the reminder of the person at the cursor, else everybody's."""
        row = self._selected
        who = row.blocker.id if row is not None and row.places and row.blocker else ""
        try:
            found = reminders(self._desk, reviewer=who)
        except RolcheckError as error:
            self.post_message(Failed(at_desk(error, self._desk)))
            return
        if not found:
            self.post_message(Said(_("nothing is open: there is nobody to remind")))
            return
        page = Reminding(found, self._desk.campaign.folder / "reports")
        self.app.call_from_thread(self.app.push_screen, page)

    # from round to round

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        if action in ("open", "close", "reopen", "seal"):
            return step(self.seen, action) is not None
        if action in ("progress", "remind"):
            return bool(self.seen and self.seen.sees_all and self.seen.open is not None)
        return super().check_action(action, parameters)

    @work(group="ask", exclusive=True)
    async def action_open(self) -> None:
        wanted, seen = step(self.seen, "open"), self.seen
        if wanted and seen and await self._agreed(wanted.title, questions.opening(seen)):
            said = _("round {number} is open").format(number=wanted.round)
            self._record(lambda: self._desk.open_round(wanted.round), said)

    @work(group="ask", exclusive=True)
    async def action_close(self) -> None:
        wanted, seen = step(self.seen, "close"), self.seen
        if wanted is None or seen is None:
            return
        said, explanation = _("round {number} is closed"), questions.closing(seen)
        said = said.format(number=wanted.round)
        if not seen.blockers:
            if await self._agreed(wanted.title, explanation):
                self._record(lambda: self._desk.close_round(wanted.round), said)
            return
        reason = await self._reason(wanted.title, explanation)
        if reason:
            self._record(lambda: self._desk.close_round(wanted.round, waive=reason), said)

    @work(group="ask", exclusive=True)
    async def action_reopen(self) -> None:
        wanted, seen = step(self.seen, "reopen"), self.seen
        if wanted is None or seen is None:
            return
        reason = await self._reason(wanted.title, questions.reopening(seen))
        if not reason:
            return
        title = _("until when are scores taken")
        how = _("a time as in 2023-06-30T18:00; left empty: until the round is closed.")
        until: str | None = await self.app.push_screen_wait(Prompt(title, how, required=False))
        if until is not None:
            said = _("round {number} is open").format(number=wanted.round)
            self._record(lambda: self._reopen(wanted.round, reason, until), said)

    def _reopen(self, number: int, reason: str, until: str) -> None:
        zone = self._desk.standing().settings.timezone
        self._desk.reopen_round(number, reason, time_until(until, zone) if until else None)

    @work(group="ask", exclusive=True)
    async def action_seal(self) -> None:
        wanted, seen = step(self.seen, "seal"), self.seen
        if wanted and seen and await self._agreed(wanted.title, questions.sealing(seen, wanted)):
            self._record(self._desk.seal, _("the campaign is sealed"))

    async def _agreed(self, title: str, explanation: str) -> bool:
        agreed: bool = await self.app.push_screen_wait(Question(title, explanation))
        return agreed

    async def _reason(self, title: str, explanation: str) -> str | None:
        reason: str | None = await self.app.push_screen_wait(Prompt(title, explanation))
        return reason

    def _record(self, do: Callable[[], object], said: str) -> None:
        """Do a step that others build on: the ledger's head is kept, to be held against it."""

        def kept() -> None:
            do()
            self._desk.print_head()

        self.record(kept, said)
