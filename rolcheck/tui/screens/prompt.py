"""Small questions: a reason to write, or yes and no."""

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen

from rolcheck.base.messages import N_
from rolcheck.base.wrapping import wrap
from rolcheck.locale import _
from rolcheck.tui.keys import key_of
from rolcheck.tui.text import BLANK, Line, Part, gap
from rolcheck.tui.widgets.chrome import BottomLine
from rolcheck.tui.widgets.facts import Facts
from rolcheck.tui.widgets.writing import WritingArea
from rolcheck.tui.widgets.wrong import wrong


class Prompt(ModalScreen[str | None]):
    """Asks for a sentence, a reason mostly; gives None after Esc.

    Args:
        title: What is asked, in the language in use.
        explanation: What it is for; wrapped, may be empty.
        text: What stands there to begin with.
        required: Whether an empty answer is refused.
    """

    CSS_PATH = "prompt.tcss"

    def __init__(
        self, title: str, explanation: str = "", *, text: str = "", required: bool = True
    ) -> None:
        super().__init__()
        self._title, self._explanation, self._text = title, explanation, text
        self._required, self._refused = required, False

    def compose(self) -> ComposeResult:
        with Vertical(id="box"):
            yield Facts(self._lines, id="asked")
            yield WritingArea(self._text)
            yield Facts(self._wrong, id="wrong")
        yield BottomLine()

    def on_mount(self) -> None:
        self.query_one(WritingArea).focus()

    @on(WritingArea.Submitted)
    def _submitted(self, event: WritingArea.Submitted) -> None:
        text = event.text.strip()
        if text or not self._required:
            self.dismiss(text)
            return
        self._refused = True
        self.query_one("#wrong", Facts).redraw()

    @on(WritingArea.Left)
    def _left(self) -> None:
        self.dismiss(None)

    def _lines(self, width: int) -> list[Line]:
        said = [(Part(line, "muted"),) for line in wrap(self._explanation, width)]
        return [*_title(self._title, width), *said, *([BLANK] if said else [])]

    def _wrong(self, width: int) -> list[Line]:
        return wrong(_("a sentence is needed here"), 1, width) if self._refused else []


class Question(ModalScreen[bool]):
    """Asks yes or no.

    Args:
        title: What is asked, in the language in use.
        explanation: What either answer brings; wrapped, may be empty.
    """

    CSS_PATH = "prompt.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("y", "answer(True)", N_("yes"), id="question.yes"),
        Binding("n,escape", "answer(False)", N_("no"), id="question.no"),
    ]

    def __init__(self, title: str, explanation: str = "") -> None:
        super().__init__()
        self._title, self._explanation = title, explanation

    def compose(self) -> ComposeResult:
        with Vertical(id="box"):
            yield Facts(self._lines)
        yield BottomLine()

    def action_answer(self, answer: bool) -> None:
        self.dismiss(answer)

    def _lines(self, width: int) -> list[Line]:
        said = [(Part(line, "muted"),) for line in wrap(self._explanation, width)]
        keys = (
            Part(key_of("question.yes", "y"), "accent", bold=True),
            Part(" " + _("yes"), "muted"),
            gap(4),
            Part(key_of("question.no", "n"), "accent", bold=True),
            Part(" " + _("no"), "muted"),
        )
        return [*_title(self._title, width), *said, *([BLANK] if said else []), keys]


class Notice(ModalScreen[None]):
    """Shows a text to read: the details of a failure.

    Args:
        title: What it is about, in the language in use.
        text: Shown as it is, wrapped.
    """

    CSS_PATH = "prompt.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,enter", "dismiss(None)", N_("back"), id="notice.back"),
    ]

    def __init__(self, title: str, text: str) -> None:
        super().__init__()
        self._title, self._body = title, text

    def compose(self) -> ComposeResult:
        with Vertical(id="box", classes="-tall"):
            yield Facts(self._lines)
        yield BottomLine()

    def _lines(self, width: int) -> list[Line]:
        return [*_title(self._title, width), *((Part(line),) for line in wrap(self._body, width))]


def _title(text: str, width: int) -> list[Line]:
    return [*((Part(line, "accent", bold=True),) for line in wrap(text, width)), BLANK]
