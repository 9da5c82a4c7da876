"""A field that narrows a list while one types."""

from dataclasses import dataclass
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.message import Message
from textual.widgets import Input

from rolcheck.base.messages import N_
from rolcheck.base.text import clean
from rolcheck.locale import _


class FilterField(Input):
    """One line to type into; what stands in it is told with every letter."""

    DEFAULT_CSS = """
    FilterField {
        height: 1; border: none; padding: 0 1; background: $surface; color: $fg;
        &:focus { border: none; background: $surface; }
        & > .input--placeholder { color: $dim; }
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "done", N_("take"), id="filter.done"),
        Binding("escape", "leave", N_("back"), id="filter.leave"),
    ]

    @dataclass
    class Narrowed(Message):
        """What is typed is another text."""

        field: "FilterField"
        text: str

    @dataclass
    class Done(Message):
        """Enter was pressed."""

        field: "FilterField"

    @dataclass
    class Left(Message):
        """Esc was pressed."""

        field: "FilterField"

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id, compact=True, select_on_focus=False)
        self.redraw()

    def redraw(self) -> None:
        """Say in the language in use what it is for; shown where nothing is typed."""
        self.placeholder = _("type to narrow the list")

    def watch_value(self, value: str) -> None:
        self.post_message(self.Narrowed(self, clean(value)))

    def action_done(self) -> None:
        self.post_message(self.Done(self))

    def action_leave(self) -> None:
        self.post_message(self.Left(self))
