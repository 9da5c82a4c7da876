"""Matrix: every indicator of every submission at once, as a heat map of a round."""

import gc
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import ClassVar, cast

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.message import Message
from textual.reactive import reactive

from rolcheck.base.errors import RefusedError, RolcheckError
from rolcheck.base.messages import N_
from rolcheck.desk.desk import Desk
from rolcheck.desk.matrix.reading import matrix_of
from rolcheck.desk.matrix.seen import MatrixSeen
from rolcheck.locale import _
from rolcheck.tui.app import RolcheckApp
from rolcheck.tui.messages import Failed
from rolcheck.tui.round_choice import round_chooser
from rolcheck.tui.screens.base import SeenScreen
from rolcheck.tui.text import Line
from rolcheck.tui.widgets.facts import Facts
from rolcheck.tui.widgets.filter import FilterField
from rolcheck.tui.widgets.matrix.axes import Column, Row, View, best_swapped
from rolcheck.tui.widgets.matrix.changes import changes
from rolcheck.tui.widgets.matrix.grid import HeatGrid
from rolcheck.tui.widgets.matrix.looks import displays
from rolcheck.tui.widgets.matrix.notices import (
    notice,
    shown_of,
    where_in,
    why_empty,
    why_refused,
)
from rolcheck.tui.widgets.matrix.order import kept, next_group, next_waiting, ordered
from rolcheck.tui.widgets.matrix.sheet import Cell, Sheet

MARKED_SECONDS = 6.0
_AREAS = Binding.Group(N_("previous, next area"))


class MatrixScreen(SeenScreen[MatrixSeen]):
    """Shows a `MatrixSeen` in the view that the keys make.

    Args:
        desk: Whose.
        read: Reads what is shown as of a round; for measuring it may be another than the desk's.
    """

    NAME = N_("Matrix")
    CSS_PATH = "matrix.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("s", "display", N_("other values"), id="matrix.display"),
        Binding("x", "swap", N_("swap axes"), id="matrix.swap"),
        Binding("o", "order", N_("order"), id="matrix.order"),
        Binding("slash", "filter", N_("filter"), id="matrix.filter"),
        Binding("n", "waiting(1)", N_("next waiting"), id="matrix.next"),
        Binding("p", "waiting(-1)", N_("waiting before"), show=False, id="matrix.previous"),
        *(
            Binding(key, f"group({step})", said, id=f"matrix.{id}-area", group=_AREAS)
            for key, step, said, id in (
                ("left_square_bracket", -1, N_("previous area"), "previous"),
                ("right_square_bracket", 1, N_("next area"), "next"),
            )
        ),
        Binding("r", "choose_round", N_("another round"), show=False, id="matrix.round"),
        Binding("escape", "back", N_("one step back"), show=False, id="matrix.back"),
    ]
    # set without a look at what it was: that would compare every number with every number
    seen: reactive[MatrixSeen | None] = reactive(
        None, init=False, repaint=False, always_update=True
    )
    view: reactive[View] = reactive(View(), init=False, repaint=False)

    @dataclass
    class Read(Message):
        """Posted by the worker: what is shown, and which cells of it say something new."""

        seen: MatrixSeen
        changed: frozenset[Cell]

    @dataclass
    class Allowed(Message):
        """Posted by the worker: whether the reader may see an item alone."""

        cell: Cell
        allowed: bool

    @dataclass
    class Refused(Message):
        """Posted by the worker: the reader may see no results yet."""

        error: RefusedError

    def __init__(
        self, desk: Desk, read: Callable[[Desk, int | None], MatrixSeen] = matrix_of
    ) -> None:
        super().__init__(desk)
        self._read_from = read
        self._wanted: int | None = None
        self._fresh: frozenset[Cell] = frozenset()
        self._refused: RefusedError | None = None

    def compose_panes(self) -> ComposeResult:
        yield Facts(self._notice, id="notice")
        yield HeatGrid(id="grid")
        field = FilterField(id="filter")
        field.display = False
        yield field

    @property
    def grid(self) -> HeatGrid:
        """The heat map itself."""
        return self.query_one(HeatGrid)

    def on_mount(self) -> None:
        self.grid.focus()
        self.action_reload()

    # what is shown

    def read(self) -> MatrixSeen:
        return self._read_from(self._desk, self._wanted)

    def load(self) -> None:
        before = self.seen
        try:
            seen = self.read()
        except RefusedError as error:
            self.post_message(self.Refused(error))
        except RolcheckError as error:
            self.post_message(Failed(error))
        else:
            changed = changes(before, seen) if before else frozenset[Cell]()
            self.post_message(self.Read(seen, changed))

    @on(Read)
    def _take_in(self, message: Read) -> None:
        before, seen = self.seen, message.seen
        self._refused = None
        if before is None or before.number != seen.number:
            view, self._fresh = View(swapped=best_swapped(seen)), frozenset()
            gc.freeze()  # as the app does at its start: what is loaded is not walked again
        else:
            view = replace(self.view, order=kept(before, self.view))
            self._mark(message.changed)
        self.set_reactive(MatrixScreen.view, view)  # drawn once, with what is seen
        self.seen = seen

    @on(Refused)
    def _refuse(self, message: Refused) -> None:
        self.seen, self._refused = None, message.error
        self.language_changed()

    def _mark(self, changed: frozenset[Cell]) -> None:
        if changed:
            self._fresh |= changed
            self.set_timer(MARKED_SECONDS, self.forget_changes)

    def forget_changes(self) -> None:
        """Take the marks of what changed a moment ago away."""
        self._fresh = frozenset()
        self.language_changed()

    def watch_view(self) -> None:
        self.language_changed()

    def language_changed(self) -> None:
        super().language_changed()
        if not self.is_mounted:
            return
        if self.seen is None and self._refused is not None:
            self.grid.show_nothing(why_refused(self._refused))
        self.query_one("#notice", Facts).redraw()
        self.refresh_bindings()

    def draw(self, seen: MatrixSeen) -> None:
        self.where(where_in(self.NAME, seen))
        sheet = Sheet(shown_of(seen), self.view, coloured=not self.app.no_color)
        self.grid.show(sheet, fresh=self._fresh, empty=why_empty(seen, self.view.words))

    def _notice(self, width: int) -> list[Line]:
        return notice(self.seen, width) if self.seen else []

    # how it is looked at

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        if action in ("display", "swap", "order", "waiting", "group"):
            return self.seen is not None and self.grid.at is not None
        if action == "choose_round":
            return bool(self.seen and len(self.seen.choices) > 1)
        return super().check_action(action, parameters)

    def action_display(self) -> None:
        if self.seen is not None:
            names = list(displays(self.seen))
            after = names[(names.index(self.view.display) + 1) % len(names)]
            self.view = replace(self.view, display=after)

    def action_swap(self) -> None:
        swapped = not self.view.swapped
        self.view = replace(self.view, swapped=swapped, order=(), by_column=False)

    def action_order(self) -> None:
        """Put the rows in the order of this column; then back as they were."""
        grid = self.grid
        if self.view.by_column or grid.sheet is None or grid.at is None:
            self.view = replace(self.view, order=(), by_column=False)
        else:
            order = ordered(grid.sheet, grid.at[1])
            self.view = replace(self.view, order=order, by_column=True)

    def action_waiting(self, step: int) -> None:
        self._go(next_waiting, step, _("nothing waits here"))

    def action_group(self, step: int) -> None:
        self._go(next_group, step, "")

    def _go(
        self,
        find: Callable[[Sheet, tuple[Row, Column], int], Cell | None],
        step: int,
        otherwise: str,
    ) -> None:
        grid = self.grid
        if grid.sheet is None or grid.at is None:
            return
        found = find(grid.sheet, grid.at, step)
        if found is not None:
            grid.select(found)
        elif otherwise:
            self.say(otherwise)

    @work(group="ask", exclusive=True)
    async def action_choose_round(self) -> None:
        seen = self.seen
        if seen is None:
            return
        chooser = round_chooser(seen.rounds, seen.choices, seen.number)
        chosen: str | None = await self.app.push_screen_wait(chooser)
        if chosen is not None:
            # the round that goes on by itself is followed, a closed one is kept
            self._wanted = int(chosen) if int(chosen) != max(seen.choices) else None
            self.action_reload()

    # narrowing

    def action_filter(self) -> None:
        field = self.query_one("#filter", FilterField)
        field.display = True
        field.focus()

    @on(FilterField.Narrowed)
    def _narrow(self, event: FilterField.Narrowed) -> None:
        if event.text != self.view.words:
            self.view = replace(self.view, words=event.text)

    @on(FilterField.Done)
    def _narrowed(self) -> None:
        self.grid.focus()
        self.query_one("#filter").display = bool(self.view.words)

    @on(FilterField.Left)
    def action_back(self) -> None:
        field = self.query_one("#filter", FilterField)
        if field.display:
            field.value, field.display = "", False
            self.grid.focus()
        else:
            cast(RolcheckApp, self.app).action_go("desk")

    # opening

    @on(HeatGrid.Chosen)
    def _chosen(self, event: HeatGrid.Chosen) -> None:
        self._ask(event.cell)

    @work(thread=True, exclusive=True, group="matrix-item")
    def _ask(self, cell: Cell) -> None:
        try:
            self.post_message(self.Allowed(cell, self._desk.sight().may_see_item(*cell)))
        except RolcheckError as error:
            self.post_message(Failed(error))

    @on(Allowed)
    def _open(self, message: Allowed) -> None:
        if message.allowed:
            cast(RolcheckApp, self.app).open_item(*message.cell)
        else:
            self.say(
                _("only who is assigned to {indicator} sees it").format(indicator=message.cell[1])
            )
