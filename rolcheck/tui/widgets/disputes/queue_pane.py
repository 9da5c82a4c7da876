"""The column of all disputes: heading, filter, list, and when something counts as one."""

from dataclasses import dataclass
from typing import cast

from textual import on
from textual.app import ComposeResult
from textual.message import Message

from rolcheck.base.messages import N_
from rolcheck.desk.disputes.seen import DisputeRow, DisputesSeen
from rolcheck.tui.widgets.disputes.queue import (
    QueueLine,
    about_lines,
    columns,
    draw_line,
    nothing,
    queue_lines,
    say_count,
)
from rolcheck.tui.widgets.facts import Facts
from rolcheck.tui.widgets.filter import FilterField
from rolcheck.tui.widgets.pane import Pane, Section
from rolcheck.tui.widgets.rows import RowList
from rolcheck.tui.widgets.table import Headings


class QueuePane(Pane):
    """Shows the queue; the cursor stands on the dispute at hand."""

    @dataclass
    class Moved(Message):
        """The cursor is on another dispute."""

        key: str

    @dataclass
    class Chosen(Message):
        """Enter was pressed on a dispute, to work on it."""

    @dataclass
    class Left(Message):
        """Esc was pressed in the filter."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._seen: DisputesSeen | None = None
        self._words = ""
        self._fresh: frozenset[str] = frozenset()

    def compose(self) -> ComposeResult:
        yield Section(N_("disputes"))
        yield FilterField(id="filter")
        yield Headings(columns, id="headings")
        yield RowList[QueueLine](
            lambda line, place: draw_line(line, place, self._fresh),
            lambda line: line.key,
            empty=lambda: nothing(self._seen, self._words),
            id="rows",
        )
        yield Facts(lambda width: [*about_lines(self._seen, width)], id="about")

    def on_mount(self) -> None:
        self._field.display = False

    @property
    def rows(self) -> RowList[QueueLine]:
        """The list itself."""
        return self.query_one("#rows", RowList)

    @property
    def matching(self) -> tuple[DisputeRow, ...]:
        """What the filter lets through, in the order of the list."""
        return tuple(line.row for line in self.rows.items if line.row is not None)

    @property
    def is_filtering(self) -> bool:
        """Whether a filter is being typed."""
        return self._field.has_focus

    @property
    def _field(self) -> FilterField:
        return self.query_one(FilterField)

    def show(self, seen: DisputesSeen) -> None:
        """Show the queue, with the cursor on what is at hand."""
        self._seen = seen
        say_count(self.query_one(Section), seen)
        self.query_one("#headings").display = bool(seen.rows)
        cast(Headings, self.query_one("#headings")).redraw()
        self.rows.show(queue_lines(seen.rows, self._words))
        self.rows.select(seen.key)
        self.query_one("#about", Facts).redraw()

    def mark(self, before: DisputesSeen, seen: DisputesSeen) -> bool:
        """Mark what changed in the queue, all but the one at hand; tell whether anything did."""
        known = {row.key: row for row in before.rows}
        changed = {row.key for row in seen.rows if known.get(row.key) != row}
        self._fresh = frozenset(changed - {before.key, seen.key})
        return bool(self._fresh)

    def unmark(self) -> None:
        """Take the marks away."""
        self._fresh = frozenset()
        self.rows.redraw()

    def filter(self) -> None:
        """Begin to type a filter."""
        self._field.display = True
        self._field.focus()

    def unfilter(self) -> bool:
        """Clear the filter; tell whether there was one."""
        shown: bool = self._field.display
        self._field.value, self._field.display = "", False
        return shown

    @on(RowList.Moved)
    def _moved(self, event: RowList.Moved) -> None:
        event.stop()
        here = self._seen.key if self._seen else ""
        if event.key == self.rows.selected_key != here:  # else it was moved by `show`
            self.post_message(self.Moved(event.key))

    @on(RowList.Chosen)
    def _chosen(self, event: RowList.Chosen) -> None:
        event.stop()
        self.post_message(self.Chosen())

    @on(FilterField.Narrowed)
    def _narrow(self, event: FilterField.Narrowed) -> None:
        event.stop()
        self._words = event.text
        if self._seen is not None:
            self.show(self._seen)

    @on(FilterField.Done)
    def _narrowed(self, event: FilterField.Done) -> None:
        event.stop()
        self._field.display = bool(self._words)
        self.rows.focus()

    @on(FilterField.Left)
    def _leave(self, event: FilterField.Left) -> None:
        event.stop()
        self.unfilter()
        self.post_message(self.Left())
