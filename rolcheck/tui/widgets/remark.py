"""The remark: one line to read, a text area to write."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.message import Message
from textual.reactive import reactive

from rolcheck.base.errors import InputError
from rolcheck.base.messages import N_
from rolcheck.base.text import clean
from rolcheck.locale import _
from rolcheck.tui.external import edit_outside
from rolcheck.tui.messages import Failed
from rolcheck.tui.text import Line, Part, fill, gap
from rolcheck.tui.widgets.facts import label_cells
from rolcheck.tui.widgets.painted import Painted

if TYPE_CHECKING:
    from rolcheck.tui.widgets.writing import WritingArea


class FieldLine(Painted):
    """A label and a field of one line that shows a text, or dim what would stand there.

    Args:
        label: Message id of the label.
    """

    DEFAULT_CSS = """
    FieldLine { height: 1; }
    """
    text: reactive[str] = reactive("", init=False)
    instead: reactive[str] = reactive("", init=False)

    def __init__(self, label: str, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._label = label

    def watch_text(self) -> None:
        self.redraw()

    def watch_instead(self) -> None:
        self.redraw()

    def draw(self, width: int) -> Sequence[Line]:
        column = label_cells()
        shown = Part(self.text) if self.text else Part(self.instead, "dim")
        content = fill((gap(1), shown), max(width - column - 1, 0))
        field = (Part(part.text, part.tone, ground="surface") for part in (*content, gap(1)))
        return [(*fill((Part(_(self._label), "dim"),), column), *field)]


class RemarkField(Horizontal):
    """Shows a remark in one line; `open` makes it a text area, Enter or Esc a line again."""

    DEFAULT_CSS = """
    RemarkField { height: auto; }
    """
    text: reactive[str] = reactive("", init=False)
    instead: reactive[str] = reactive("", init=False)

    @dataclass
    class Changed(Message):
        """The remark is another one, by every letter."""

        field: "RemarkField"
        text: str

    @dataclass
    class Submitted(Message):
        """Enter was pressed while writing: the remark stands, and the entry is meant."""

        field: "RemarkField"
        text: str

    @dataclass
    class Closed(Message):
        """Writing ended with Esc; the remark stands."""

        field: "RemarkField"
        text: str

    def __init__(
        self,
        text: str = "",
        *,
        label: str = N_("remark"),
        id: str | None = None,
    ) -> None:
        super().__init__(id=id)
        self._label = label
        self.set_reactive(RemarkField.text, clean(text))

    @property
    def is_open(self) -> bool:
        """Whether somebody is writing."""
        return self.has_class("-open")

    def compose(self) -> ComposeResult:
        yield _RemarkLine(self._label)

    def on_mount(self) -> None:
        self.watch_text(self.text)

    def watch_text(self, text: str) -> None:
        for line in self.query(_RemarkLine):
            line.text = text

    def watch_instead(self, instead: str) -> None:
        for line in self.query(_RemarkLine):
            line.instead = instead

    def open(self, instead: str = "") -> None:
        """Begin to write; `instead` is said dim while nothing stands there."""
        from rolcheck.tui.widgets.writing import WritingArea  # a text area is dear to import

        if self.is_open:
            self.query_one("WritingArea").focus()
            return
        self.add_class("-open")
        self.query_one(_RemarkLine).writing = True
        area = WritingArea(self.text, instead=instead)
        _mounted = self.mount(area)
        area.focus()

    def close(self) -> None:
        """End writing; the text stays."""
        self.remove_class("-open")
        self.query_one(_RemarkLine).writing = False
        _removed = self.query("WritingArea").remove()

    def insert(self, text: str) -> None:
        """Write `text` where one writes, or behind what stands there; go on writing."""
        from rolcheck.tui.widgets.writing import WritingArea  # as above

        text = clean(text)
        if self.is_open:
            self.query_one(WritingArea).insert(text)
            return
        self.take(self.text + text)
        self.open()

    def put_again(self, known: Sequence[str]) -> None:
        """Take the first of the texts known; where one of them stands there, the one after it.

        What is written already and none of them stays, and the first goes behind it.
        """
        text = self.text
        if text in known:
            self.replace(known[(known.index(text) + 1) % len(known)])
        elif text:
            self.insert(known[0])
        else:
            self.replace(known[0])

    def replace(self, text: str) -> None:
        """Put another text in the place of what stands there."""
        from rolcheck.tui.widgets.writing import WritingArea  # as above

        if not self.is_open:
            self.take(text)
            return
        area = self.query_one(WritingArea)
        area.text = text
        area.move_cursor(area.document.end)

    def edit_outside(self) -> None:
        """Write in `$EDITOR`."""
        try:
            self.take(edit_outside(self.app, self.text))
        except InputError as error:
            self.post_message(Failed(error))

    def take(self, text: str) -> None:
        """Take another text and tell it."""
        if text != self.text:
            self.text = text
            self.post_message(self.Changed(self, text))

    def on_text_area_changed(self, event: "WritingArea.Changed") -> None:
        event.stop()
        if self.is_open:
            self.take(clean(event.text_area.text))

    def on_writing_area_submitted(self, event: "WritingArea.Submitted") -> None:
        event.stop()
        self.close()
        self.post_message(self.Submitted(self, self.text))

    def on_writing_area_left(self, event: "WritingArea.Left") -> None:
        event.stop()
        self.close()
        self.post_message(self.Closed(self, self.text))

    def on_click(self) -> None:
        self.open()


class _RemarkLine(FieldLine):
    """The line; while somebody writes only its label is left."""

    writing: reactive[bool] = reactive(False, init=False, layout=True)

    def watch_writing(self) -> None:
        self.styles.width = label_cells() if self.writing else "1fr"
        self.redraw()

    def draw(self, width: int) -> Sequence[Line]:
        lines = super().draw(width)
        return [fill(lines[0], label_cells())] if self.writing else lines
