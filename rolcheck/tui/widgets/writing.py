"""A text area for sentences: Enter is done, Ctrl+J a new line, Ctrl+E another editor."""

from dataclasses import dataclass
from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.message import Message
from textual.widgets import TextArea

from rolcheck.base.errors import InputError
from rolcheck.base.messages import N_
from rolcheck.base.text import clean
from rolcheck.tui.external import edit_outside
from rolcheck.tui.messages import Failed
from rolcheck.tui.text import plain


class WritingArea(TextArea):
    """Takes a remark or a reason; grows with it up to its maximum height."""

    DEFAULT_CSS = """
    WritingArea {
        width: 1fr; height: auto; min-height: 1; max-height: 6;
        border: none; padding: 0 1; background: $surface; color: $fg;
        scrollbar-size-vertical: 1;
        &:focus { border: none; background: $surface; }
        & .text-area--cursor-line { background: $surface; }
        & .text-area--cursor { background: $fg; color: $surface; }
        & .text-area--placeholder { color: $dim; }
        & .text-area--selection { background: $cursor; }
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "submit", N_("finish writing"), id="writing.submit"),
        Binding("ctrl+j", "newline", N_("new line"), id="writing.newline"),
        Binding("ctrl+e", "outside", N_("other editor"), show=False, id="writing.outside"),
        Binding("escape", "leave", N_("back"), id="writing.leave"),
        Binding("pagedown", "page(1)", N_("read on"), show=False, id="writing.on"),
        Binding("pageup", "page(-1)", N_("read back"), show=False, id="writing.up"),
    ]

    @dataclass
    class Submitted(Message):
        """Enter was pressed."""

        area: "WritingArea"
        text: str

    @dataclass
    class Left(Message):
        """Esc was pressed; the text stays as it is."""

        area: "WritingArea"
        text: str

    @dataclass
    class Paged(Message):
        """What stands above is to be read on (`way` 1) or back (-1) while one writes."""

        area: "WritingArea"
        way: int

    def __init__(
        self,
        text: str = "",
        *,
        instead: str = "",
        id: str | None = None,
    ) -> None:
        super().__init__(
            clean(text),
            id=id,
            soft_wrap=True,
            compact=True,
            highlight_cursor_line=False,
            placeholder=plain(instead),
        )
        self.move_cursor(self.document.end)

    async def _on_key(self, event: events.Key) -> None:
        if event.key in ("enter", "ctrl+j"):  # a text area would take both for itself
            event.stop()
            event.prevent_default()
            await self.run_action("submit" if event.key == "enter" else "newline")
            return
        await super()._on_key(event)

    def action_submit(self) -> None:
        self.post_message(self.Submitted(self, self.text))

    def action_newline(self) -> None:
        self.insert("\n")

    def action_page(self, way: int) -> None:
        self.post_message(self.Paged(self, way))

    def action_leave(self) -> None:
        self.post_message(self.Left(self, self.text))

    def action_outside(self) -> None:
        try:
            self.text = edit_outside(self.app, self.text)
        except InputError as error:
            self.post_message(Failed(error))
        self.move_cursor(self.document.end)
