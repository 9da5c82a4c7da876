"""The points before Enter: how many, how full the bar, and in words what Enter will do."""

from collections.abc import Sequence
from fractions import Fraction

from textual.reactive import reactive

from rolcheck.base.messages import N_
from rolcheck.locale import _
from rolcheck.tui.paint import bar
from rolcheck.tui.text import Line, Part, aside, cells, fill, gap
from rolcheck.tui.widgets.editors.base import EditorBase, share_of
from rolcheck.tui.widgets.editors.outcome import Outcome, points_text
from rolcheck.tui.widgets.facts import label_cells
from rolcheck.tui.widgets.painted import Painted

_BAR_CELLS = 20
_BAR_AT = 18


class ScoreLine(Painted):
    """The last line of every editor."""

    DEFAULT_CSS = """
    ScoreLine { height: 1; }
    """
    label: reactive[str] = reactive(N_("gives"), init=False)

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._outcome, self._full, self._places = Outcome(), Fraction(0), 1
        self._summary: Line = ()
        self._words = ""

    def follow(self, editor: EditorBase) -> None:
        """Show what the editor's value would give."""
        self._outcome, self._full = editor.outcome, editor.indicator.full
        self._places, self._summary = editor.places, editor.summary()
        chosen = editor.chosen_at
        self._words = editor.choices[chosen].text if chosen >= 0 else ""
        self.redraw()

    def draw(self, width: int) -> Sequence[Line]:
        column, outcome = label_cells(), self._outcome
        label = fill((Part(_(self.label), "dim"),), column)
        note: Line = (Part(outcome.note, "muted"),) if outcome.note else ()
        end = (*note, gap(3), *self._summary) if note and self._summary else note or self._summary
        if not self._full:  # a veto: nothing to count
            return [aside((*label, Part(self._words, bold=True)), end, width)]
        points = points_text(outcome.points, self._places)
        full = points_text(self._full, self._places)
        start = (*label, Part(points, bold=True), Part(f" / {full}", "dim"))
        begins = max(_BAR_AT - 6 + column, cells(start) + 3)
        room = min(_BAR_CELLS, width - begins - cells(end) - (2 if end else 0))
        if room < 5:
            return [aside(start, end, width)]
        track = "select"
        painted = bar(share_of(outcome.points, self._full), room, tone="accent", track=track)
        return [aside((*start, gap(begins - cells(start)), *painted), end, width)]
