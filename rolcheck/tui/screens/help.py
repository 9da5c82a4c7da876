"""All keys of the screen at hand, made from the bindings in force."""

from collections.abc import Sequence
from itertools import groupby
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.screen import ModalScreen

from rolcheck.base.messages import N_
from rolcheck.locale import _
from rolcheck.tui.keys import Hint
from rolcheck.tui.text import BLANK, Line, Part, cells, fill, gap
from rolcheck.tui.widgets.chrome import BottomLine
from rolcheck.tui.widgets.facts import Facts

_TWO_COLUMNS = 90


class HelpScreen(ModalScreen[None]):
    """Shows what every key does, those of the focused widget first.

    Args:
        shown: The bindings in force before this screen came.
    """

    CSS_PATH = "help.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,question_mark,enter", "dismiss(None)", N_("back"), id="help.back"),
    ]

    def __init__(self, shown: Sequence[Hint]) -> None:
        super().__init__()
        self._shown = tuple(shown)

    def compose(self) -> ComposeResult:
        with VerticalScroll(id="box"):
            yield Facts(self._lines)
        yield BottomLine()

    def on_mount(self) -> None:
        self.query_one("#box").focus()

    def _lines(self, width: int) -> list[Line]:
        lines: list[Line] = [(Part(_("all keys"), "accent", bold=True),), BLANK]
        columns = 2 if width >= _TWO_COLUMNS else 1
        for _where, group in groupby(self._shown, key=lambda hint: hint.where):
            lines.extend(_in_columns(list(group), columns, width))
            lines.append(BLANK)
        lines.append((Part(_("while text is typed, letters are letters"), "dim"),))
        return lines


def _in_columns(shown: Sequence[Hint], columns: int, width: int) -> list[Line]:
    """Return hints in columns, read downwards."""
    keys = max(cells((Part(hint.keys),)) for hint in shown) + 3
    keys = max(keys, 12)
    rows = -(-len(shown) // columns)
    room = width // columns
    lines: list[Line] = []
    for row in range(rows):
        line: list[Part] = []
        for hint in shown[row::rows]:
            entry = (*fill((Part(hint.keys, "accent", bold=True),), keys), Part(hint.what))
            line.extend((*fill(entry, room - 2), gap(2)))
        lines.append(tuple(line))
    return lines
