"""Rounds: which there are, what is left in the open one, and how one goes on to the next."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar, cast

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Container
from textual.message import Message

from rolcheck.base.errors import RolcheckError
from rolcheck.base.messages import N_
from rolcheck.base.text import fold_width
from rolcheck.desk.desk import Desk
from rolcheck.desk.seen import RoundsSeen
from rolcheck.desk.timeline import timeline
from rolcheck.tui.app import RolcheckApp
from rolcheck.tui.dates import where_of
from rolcheck.tui.messages import Failed, LedgerGrew
from rolcheck.tui.round_steps import RoundSteps
from rolcheck.tui.text import Line
from rolcheck.tui.widgets.board import Board
from rolcheck.tui.widgets.facts import Facts
from rolcheck.tui.widgets.filter import FilterField
from rolcheck.tui.widgets.pane import Pane
from rolcheck.tui.widgets.rounds.left import LeftRow, draw_left, left_rows, nothing_left, way_out
from rolcheck.tui.widgets.rounds.line import rounds_in_full, rounds_in_short
from rolcheck.tui.widgets.rows import RowList


class RoundsScreen(RoundSteps):
    """Shows the rounds and what is left; whoever runs them opens, closes, reopens and seals."""

    NAME = N_("Rounds")
    CSS_PATH = "rounds.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("slash,ctrl+f", "filter", N_("filter"), id="rounds.filter"),
        Binding("escape", "back", N_("one step back"), show=False, id="rounds.back"),
    ]

    @dataclass
    class Loaded(Message):
        """Posted by the worker; the only way data reaches this screen."""

        seen: RoundsSeen

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
        self._reload()

    @property
    def rows(self) -> RowList[LeftRow]:
        """The list of what is left."""
        return self.query_one("#rows", RowList)

    @on(LedgerGrew)
    @work(thread=True, exclusive=True, group="rounds")
    def _reload(self) -> None:
        try:
            self.post_message(self.Loaded(timeline(self._desk)))
        except RolcheckError as error:
            self.post_message(Failed(error))

    @on(Loaded)
    def _show(self, message: Loaded) -> None:
        self.seen = message.seen

    def watch_seen(self) -> None:
        self.language_changed()
        self._go_to_kind()
        self.refresh_bindings()

    def language_changed(self) -> None:
        """Draw all anew."""
        seen = self.seen
        if seen is None:
            return
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
