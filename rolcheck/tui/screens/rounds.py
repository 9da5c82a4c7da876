"""Rounds: which there are, what is left in the open one, and how one goes on to the next."""

from collections.abc import Callable, Sequence
from typing import ClassVar, cast

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Container

from rolcheck.base.messages import N_
from rolcheck.base.text import fold_width
from rolcheck.desk.desk import Desk
from rolcheck.desk.seen import RoundsSeen
from rolcheck.desk.timeline import timeline
from rolcheck.locale import _, ngettext
from rolcheck.tui.app import RolcheckApp
from rolcheck.tui.dates import where_of
from rolcheck.tui.screens.base import SeenScreen
from rolcheck.tui.screens.prompt import Prompt, Question
from rolcheck.tui.text import Line
from rolcheck.tui.widgets.board import Board
from rolcheck.tui.widgets.facts import Facts
from rolcheck.tui.widgets.filter import FilterField
from rolcheck.tui.widgets.pane import Pane
from rolcheck.tui.widgets.rounds.left import LeftRow, draw_left, left_rows, nothing_left, way_out
from rolcheck.tui.widgets.rounds.line import rounds_in_full, rounds_in_short
from rolcheck.tui.widgets.rounds.steps import step
from rolcheck.tui.widgets.rows import RowList


class RoundsScreen(SeenScreen[RoundsSeen]):
    """Shows the rounds and what is left; whoever runs them opens, closes, reopens and seals."""

    NAME = N_("Rounds")
    CSS_PATH = "rounds.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("o", "open", N_("open the next round"), id="rounds.open"),
        Binding("c", "close", N_("close the round"), id="rounds.close"),
        Binding("r", "reopen", N_("reopen the round"), id="rounds.reopen"),
        Binding("s", "seal", N_("seal"), id="rounds.seal"),
        Binding("slash,ctrl+f", "filter", N_("filter"), id="rounds.filter"),
        Binding("escape", "back", N_("one step back"), show=False, id="rounds.back"),
    ]

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._kind, self._words = "", ""

    def compose_panes(self) -> ComposeResult:
        with Container(id="columns"):
            with Pane(id="timeline"):
                yield Board(id="rounds")
            with Pane(id="left", work=True):
                yield FilterField(id="filter")
                yield RowList(
                    lambda row, place: draw_left(row, place, self.seen),
                    lambda row: row.key,
                    empty=lambda: nothing_left(self.seen, self._words),
                    id="rows",
                )
                yield Facts(self._way_out, id="how")

    def on_mount(self) -> None:
        self.query_one("#filter").display = False
        self.rows.focus()
        self.action_reload()

    @property
    def rows(self) -> RowList[LeftRow]:
        """The list of what is left."""
        return self.query_one("#rows", RowList)

    def read(self) -> RoundsSeen:
        return timeline(self._desk)

    def watch_seen(self) -> None:
        super().watch_seen()
        self._go_to_kind()

    def draw(self, seen: RoundsSeen) -> None:
        self.where(where_of(self.NAME, seen.title, seen.rounds, seen.current, seen.who))
        rounds = rounds_in_full(seen) if self.has_class("-wide") else rounds_in_short(seen)
        self.query_one("#rounds", Board).show(list(rounds))
        words = fold_width(self._words).casefold().split()
        self.rows.show(left_rows(seen, words))
        self.query_one("#how", Facts).redraw()

    def look_for(self, *, kind: str = "", words: str = "") -> None:
        """Show what is left of a kind, or of whatever holds some words."""
        self._kind, self._words = kind, words
        if self.is_mounted and self.seen is not None:
            self.query_one("#filter", FilterField).value = words
            self.query_one("#filter").display = bool(words)
            self.language_changed()
            self._go_to_kind()

    def _go_to_kind(self) -> None:
        if not self._kind:
            return
        first = next((row.key for row in self.rows.items if row.kind == self._kind), "")
        self.rows.select(first)
        self._kind = ""

    def _way_out(self, width: int) -> Sequence[Line]:
        return way_out(self.rows.selected, width)

    @on(RowList.Moved)
    def _moved(self) -> None:
        self.query_one("#how", Facts).redraw()

    @on(RowList.Chosen)
    def _chosen(self) -> None:
        row = self.rows.selected
        if row is not None and row.blocker is not None:
            cast(RolcheckApp, self.app).open_item(row.blocker.submission, row.blocker.indicator)

    # narrowing the list

    def action_filter(self) -> None:
        field = self.query_one("#filter", FilterField)
        field.display = True
        field.focus()

    @on(FilterField.Narrowed)
    def _narrow(self, event: FilterField.Narrowed) -> None:
        self._words = event.text
        self.language_changed()

    @on(FilterField.Done)
    def _narrowed(self) -> None:
        self.rows.focus()
        self.query_one("#filter").display = bool(self._words)

    @on(FilterField.Left)
    def action_back(self) -> None:
        field = self.query_one("#filter", FilterField)
        if field.display:
            field.value, field.display = "", False
            self.rows.focus()
        else:
            cast(RolcheckApp, self.app).action_go("desk")

    # from round to round

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        if action in ("open", "close", "reopen", "seal"):
            return step(self.seen, action) is not None
        return super().check_action(action, parameters)

    @work(group="ask", exclusive=True)
    async def action_open(self) -> None:
        wanted = step(self.seen, "open")
        if wanted is None:
            return
        explanation = _("whatever has no receipt yet is received; the settings go on record.")
        if await self._agreed(wanted.title, explanation):
            said = _("round {number} is open").format(number=wanted.round)
            self._record(lambda: self._desk.open_round(wanted.round), said)

    @work(group="ask", exclusive=True)
    async def action_close(self) -> None:
        wanted, left = step(self.seen, "close"), len(self.seen.blockers) if self.seen else 0
        if wanted is None:
            return
        said = _("round {number} is closed").format(number=wanted.round)
        if not left:
            explanation = _("nothing can be scored in it any more unless it is reopened.")
            if await self._agreed(wanted.title, explanation):
                self._record(lambda: self._desk.close_round(wanted.round), said)
            return
        explanation = ngettext(
            "{n} item is left; with a reason the round closes in spite of it. Each is recorded.",
            "{n} items are left; with a reason the round closes in spite of them."
            " Each is recorded.",
            left,
        ).format(n=left)
        reason = await self._reason(wanted.title, explanation)
        if reason:
            self._record(lambda: self._desk.close_round(wanted.round, waive=reason), said)

    @work(group="ask", exclusive=True)
    async def action_reopen(self) -> None:
        wanted = step(self.seen, "reopen")
        if wanted is None:
            return
        reason = await self._reason(wanted.title, _("the reason goes on record."))
        if reason:
            said = _("round {number} is open").format(number=wanted.round)
            self._record(lambda: self._desk.reopen_round(wanted.round, reason), said)

    @work(group="ask", exclusive=True)
    async def action_seal(self) -> None:
        wanted = step(self.seen, "seal")
        explanation = _("nothing can be changed after it; the seal stands on every report.")
        if wanted is not None and await self._agreed(wanted.title, explanation):
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
