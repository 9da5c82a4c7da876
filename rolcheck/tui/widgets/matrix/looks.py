"""How a cell looks: its number and its shade, or its mark where a state matters more."""

from collections.abc import Sequence
from fractions import Fraction

from rolcheck.base.colours import heat_class
from rolcheck.base.messages import N_
from rolcheck.base.numbers import decimal_text
from rolcheck.desk.matrix.seen import MatrixSeen, SubmissionScores
from rolcheck.reports.words import percent
from rolcheck.scoring.changes import difference
from rolcheck.tui import marks
from rolcheck.tui.marks import Mark
from rolcheck.tui.text import Part

DISPLAYS = {
    "share": N_("score share"),
    "spread": N_("spread"),
    "state": N_("state"),
    "change": N_("change"),
}
SELF_CHECK_DISPLAYS = {
    "share": N_("expected share"),
    "risk": N_("at risk"),
    "state": N_("state"),
    "change": N_("change"),
}
"""In mode self-check nobody compares reviewers: what may be lost takes the spread's place."""

MARKED: dict[str, Mark] = {
    "open": marks.OPEN,
    "partly": marks.PARTLY,
    "confirm": marks.CONFIRM,
    "dispute": marks.DISPUTE,
    "raised": marks.DISPUTE,
    "upheld": marks.DISPUTE,
    "na": marks.NOT_APPLICABLE,
}
"""The states that take a cell its shade."""

WAITING = ("open", "confirm", "dispute", "raised")
"""The states that wait for somebody."""

_IN_FULL = "满"  # 100 has no room beside a mark of two cells
_NUMBERLESS = ("open", "na", "raised", "upheld")


def displays(seen: MatrixSeen) -> dict[str, str]:
    """Return what cells can show, by name, as message ids."""
    return DISPLAYS if seen.is_ranking else SELF_CHECK_DISPLAYS


class Looks:
    """Draws the cells of a matrix, each look made once.

    Args:
        seen: The matrix.
        display: What the cells show.
        cells: How wide they are.
        coloured: Whether there are shades; without them the numbers speak alone.
    """

    def __init__(self, seen: MatrixSeen, display: str, cells: int, *, coloured: bool) -> None:
        self._seen, self._display, self._coloured = seen, display, coloured
        self._cells, self._margin = cells, 2 if cells > 6 else 0
        self._known: dict[tuple[object, ...], Part] = {}
        self._points = [one.points for one in seen.indicators]
        sorts = [(one.points, one.weight, one.is_base) for one in seen.indicators]
        self._sorts = [sorts.index(one) for one in sorts]

    def part(self, submission: int, indicator: int) -> Part:
        """Return a cell as drawn, as wide as its column."""
        row = self._seen.submissions[submission]
        raw = self._raw(row)[indicator]
        key: tuple[object, ...] = (row.states[indicator], self._sorts[indicator])
        if raw is not None:
            key += (raw.numerator, raw.denominator)  # quicker than a hash of the number
        if self._display == "change" and row.before:
            key += (row.before[indicator],)
        part = self._known.get(key)
        if part is None:
            is_base = self._seen.indicators[indicator].is_base
            value = self.value(submission, indicator)
            part = self._drawn(row.states[indicator], value, is_base)
            self._known[key] = part
        return part

    def _raw(self, row: SubmissionScores) -> Sequence[Fraction | None]:
        """Return the numbers that the display is made of."""
        if self._display == "spread":
            return row.spreads
        if self._display == "change":
            return row.scores
        return row.risks if self._display == "risk" else row.expected

    def value(self, submission: int, indicator: int) -> Fraction | None:
        """Return what a cell shows as an exact share (0 to 1, a change -1 to 1)."""
        row, points = self._seen.submissions[submission], self._points[indicator]
        if self._display == "spread":
            return row.spreads[indicator]
        if not points:
            return None
        if self._display == "risk":
            weight = self._seen.indicators[indicator].weight
            return row.risks[indicator] / (points * weight) if weight else None
        shown = row.expected[indicator]
        if self._display == "change":
            before = row.before[indicator] if row.before else None
            shown = difference(before, row.scores[indicator])
        return None if shown is None else shown / points

    def plain(self, share: Fraction | None) -> Part:
        """Return a share of several indicators, as of an area: bold, in its shade."""
        if share is None:
            return self._fit("-", "dim")
        return self._shaded(percent(share), share, bold=True)

    def number(self, text: str, *, bold: bool = False) -> Part:
        """Return a number without a shade, as wide as a cell."""
        return self._fit(text, "fg", bold=bold)

    def _drawn(self, state: str, value: Fraction | None, is_base: bool) -> Part:
        if self._display == "state":
            return self._of_state(state)
        if self._display == "change":
            return self._of_change(value)
        if self._display == "spread":
            mark = MARKED.get(state) if state == "dispute" else None
            return self._of_share(mark, state, value, loss=value)
        if self._display == "risk":
            return self._of_share(None, state, value, loss=value)
        loss = 1 - value if value is not None and is_base else None
        return self._of_share(MARKED.get(state), state, value, loss=loss)

    def _of_state(self, state: str) -> Part:
        mark = marks.PARTLY if state == "claimed" else MARKED.get(state)
        mark = marks.DONE if state == "done" else mark
        return self._marked(mark, "") if mark else self._fit("-", "dim")

    def _of_change(self, change: Fraction | None) -> Part:
        if not change:
            return self._fit("-", "dim")
        if change > 0:
            return self._fit(f"+{percent(change)}", "fg", bold=True)
        return self._shaded(f"-{percent(-change)}", 1 + change)

    def _of_share(
        self, mark: Mark | None, state: str, value: Fraction | None, loss: Fraction | None
    ) -> Part:
        """Return a share: marked, or shaded by what is lost, or plain where nothing can be."""
        if mark is not None:
            number = "" if value is None or state in _NUMBERLESS else percent(value)
            return self._marked(mark, number)
        if value is None or (loss is None and not value):
            return self._fit("-", "dim")
        if loss is None:
            return self._fit(percent(value), "fg")
        quiet = self._display != "share" and not loss
        return self._shaded("-" if quiet else percent(value), 1 - loss)

    def _marked(self, mark: Mark, number: str) -> Part:
        sign = mark.part()
        if sign.cells + len(number) > self._cells - self._margin:
            number = _IN_FULL
        return self._fit(sign.text + number, sign.tone, bold=sign.bold)

    def _shaded(self, text: str, share: Fraction, *, bold: bool = False) -> Part:
        if not self._coloured:
            return self._fit(text, "fg", bold=bold)
        shade = heat_class(share)
        return self._fit(text, f"heat-{shade}-fg", bold=bold, ground=f"heat-{shade}")

    def _fit(self, text: str, tone: str, *, bold: bool = False, ground: str = "") -> Part:
        shown = Part(text)
        blanks = max(self._cells - self._margin - shown.cells, 0)
        behind = max(self._cells - blanks - shown.cells, 0)
        return Part(" " * blanks + text + " " * behind, tone, bold, ground=ground)


def points_text(points: Fraction | None, places: int | None = None) -> str:
    """Return points as they stand in a sentence; a dash for none."""
    return "-" if points is None else decimal_text(points, places)
