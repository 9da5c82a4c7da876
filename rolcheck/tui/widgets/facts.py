"""Facts as lines: a short label in a narrow column, what it labels beside it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from rolcheck.locale import _, language
from rolcheck.tui.text import BLANK, Line, Part, aside, fill, gap
from rolcheck.tui.widgets.painted import Painted

_LABEL_CELLS = {"zh": 6, "en": 12}


def label_cells() -> int:
    """Return how wide the column of labels is: two characters and a gap in Chinese."""
    return _LABEL_CELLS[language()]


def labelled(label: str, line: Line, right: Line, width: int, *, tone: str = "dim") -> Line:
    """Return one line of `width` cells: the translated label in its column, then the rest."""
    column = label_cells()
    named = fill((Part(_(label), tone),), column - 1)
    return (*named, gap(1), *aside(line, right, max(width - column, 0)))


@dataclass(frozen=True, slots=True)
class Fact:
    """One labelled line.

    Attributes:
        label: Message id, of two characters in Chinese; empty continues the fact above.
        line: What is said.
        right: What stands at the right end, a state mostly.
        space: Whether an empty line stands before it.
    """

    label: str
    line: Line
    right: Line = ()
    space: bool = False


class Facts(Painted):
    """A block of facts, or of any lines that depend on the width.

    Args:
        source: Gives facts and lines for a width; called again after `redraw`.
    """

    def __init__(
        self,
        source: Callable[[int], Sequence[Fact | Line]] = lambda _width: (),
        *,
        id: str | None = None,
        classes: str | None = None,
    ) -> None:
        super().__init__(id=id, classes=classes)
        self._source = source

    def show(self, source: Callable[[int], Sequence[Fact | Line]]) -> None:
        """Show other facts."""
        self._source = source
        self.redraw()

    def draw(self, width: int) -> Sequence[Line]:
        lines: list[Line] = []
        for fact in self._source(width):
            if not isinstance(fact, Fact):
                lines.append(fact)
                continue
            if fact.space:
                lines.append(BLANK)
            lines.append(labelled(fact.label, fact.line, fact.right, width))
        return lines
