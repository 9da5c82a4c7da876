"""A page over the screen: lines to read, scrolled where they are many, and maybe a question."""

from collections.abc import Callable, Sequence
from typing import ClassVar, TypeVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.screen import ModalScreen

from rolcheck.base.messages import N_
from rolcheck.base.wrapping import wrap
from rolcheck.tui.text import BLANK, Line, Part
from rolcheck.tui.widgets.chrome import BottomLine
from rolcheck.tui.widgets.facts import Fact, Facts

Answer = TypeVar("Answer")

Lines = Callable[[int], Sequence[Fact | Line]]


class Lined(ModalScreen[Answer]):
    """Lines over the screen, under a title.

    Args:
        title: What they are about, in the language in use.
        lines: Gives them for a width.
    """

    CSS_PATH = "page.tcss"

    def __init__(self, title: str, lines: Lines) -> None:
        super().__init__()
        self._title, self._lines = title, lines

    def compose(self) -> ComposeResult:
        with VerticalScroll(id="box"):
            yield Facts(lambda width: [*_heading(self._title, width), *self._lines(width)])
        yield BottomLine()

    def on_mount(self) -> None:
        self.query_one("#box").focus()


class Page(Lined[None]):
    """Shows lines until it is left."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,enter,q", "dismiss(None)", N_("back"), id="page.back"),
    ]


class Kept(Lined[bool]):
    """Shows lines that are worth a file, and tells whether they are to be saved as one."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("s", "dismiss(True)", N_("save as a file"), id="kept.save"),
        Binding("escape,enter,q", "dismiss(False)", N_("back"), id="kept.back"),
    ]


class Proposal(Lined[bool]):
    """Shows what would be done, and asks whether it is to be."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("y", "dismiss(True)", N_("yes"), id="question.yes"),
        Binding("n,escape", "dismiss(False)", N_("no"), id="question.no"),
    ]


def _heading(title: str, width: int) -> list[Line]:
    return [*((Part(line, "accent", bold=True),) for line in wrap(title, width)), BLANK]
