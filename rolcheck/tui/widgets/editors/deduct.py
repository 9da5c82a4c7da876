"""Defects with a count each; the running deduction beside."""

from collections.abc import Mapping, Sequence
from fractions import Fraction
from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType

from rolcheck.base.errors import ObservationError
from rolcheck.base.messages import N_
from rolcheck.base.text import fold_width
from rolcheck.criteria.rules.deduct import DeductRule, Defect
from rolcheck.criteria.rules.terms import Terms
from rolcheck.locale import _
from rolcheck.tui.text import Line, Part, aside, cut_line, fill, gap, grounded, to_right
from rolcheck.tui.widgets.editors.base import EditorBase
from rolcheck.tui.widgets.editors.outcome import points_text
from rolcheck.tui.widgets.wrong import wrong

_EACH, _COUNT, _COST = 8, 9, 9
_MOST = 999
_COUNTING = Binding.Group(N_("count"))


class DeductEditor(EditorBase):
    """Counts defects: a digit sets the count of the row, space adds one."""

    HINT = N_("a digit sets the count, space adds one")
    BINDINGS: ClassVar[list[BindingType]] = [
        *(
            Binding(str(n), f"digit({n})", N_("count"), id=f"deduct.{n}", group=_COUNTING)
            for n in range(10)
        ),
        Binding("space", "add(1)", N_("one more"), show=False, id="deduct.more"),
        Binding("minus", "add(-1)", N_("one less"), show=False, id="deduct.less"),
        Binding("backspace", "erase", N_("erase"), show=False, id="deduct.erase"),
    ]
    counts: Mapping[str, int] = {}
    row = 0
    typing = False

    @property
    def defects(self) -> Sequence[Defect]:
        """The defects that the rule knows."""
        rule = self.indicator.rule
        return rule.defects if isinstance(rule, DeductRule) else ()

    def own_numbers(self) -> Sequence[Fraction]:
        return [Fraction(1, 100), *(defect.points for defect in self.defects)]

    def begin(self, value: str) -> None:
        self.counts, self.typing = self._read(value), False
        if value in {choice.value for choice in self._words()}:
            self.row = len(self.defects) + [c.value for c in self._words()].index(value)
        elif not self.is_mounted or self.row >= len(self.defects) or not value:
            self.row = 0

    def action_digit(self, digit: int) -> None:
        defect = self._defect()
        if defect is None:
            return
        now = self.counts.get(defect.code, 0) if self.typing else 0
        self._set(defect, min(now * 10 + digit, _MOST))
        self.typing = True

    def action_add(self, more: int) -> None:
        defect = self._defect()
        if defect is not None:
            self._set(defect, min(max(self.counts.get(defect.code, 0) + more, 0), _MOST))
            self.typing = False

    def action_erase(self) -> None:
        defect = self._defect()
        if defect is not None:
            self._set(defect, self.counts.get(defect.code, 0) // 10)

    def action_step(self, step: int) -> None:
        """Go to the next or previous row; on a word's row the word is the value."""
        self.typing = False
        rows = len(self.defects) + len(self.choices)
        self._go(min(max(self.row + step, 0), rows - 1))

    def on_key(self, event: events.Key) -> None:
        folded = fold_width(event.character or "")
        if folded != event.character and len(folded) == 1 and folded.isdigit():
            event.stop()
            event.prevent_default()
            self.action_digit(int(folded))

    def on_click(self, event: events.Click) -> None:
        event.prevent_default()
        at = event.y - 1
        if 0 <= at < len(self.defects) + len(self.choices):
            self._go(at)

    def summary(self) -> Line:
        defect_count = sum(self.counts.values())
        cost = sum((self._cost(defect) for defect in self.defects), Fraction(0))
        if not self.value or self.chosen_at >= 0:
            return ()
        said = Part(_("{count} in all").format(count=defect_count), "muted")
        return (said, gap(3), Part(_minus(cost, self.places), bold=True), gap(1))

    def draw(self, width: int) -> Sequence[Line]:
        self._rows = []
        heads = [(_("each"), _EACH), (_("count"), _COUNT), (_("off"), _COST)]
        right = [part for text, room in heads for part in to_right((Part(text, "dim"),), room)]
        lines = [self.title_line(width, tuple(right))]
        for at, defect in enumerate(self.defects):
            lines.append(self._row_line(at, defect, width))
        self.draw_choices(lines, width)
        if self.insisted and not self.value:
            lines.extend(wrong(_("nothing is counted yet; 0 says there is none"), 2, width))
        return lines

    def _go(self, row: int) -> None:
        if row >= len(self.defects):
            self.choose(self.choices[row - len(self.defects)].value)
            return
        self.row, self.typing = row, False
        if self.chosen_at >= 0:
            self.value = self._written()
        self.redraw()

    def _defect(self) -> Defect | None:
        """Return the defect that keys count: that of the row, the first from a word's row."""
        if not self.defects:
            return None
        if self.row >= len(self.defects):
            self.row = 0
        return self.defects[self.row]

    def _set(self, defect: Defect, count: int) -> None:
        self.counts = {**self.counts, defect.code: count}
        self.value = self._written() or "none"
        self.redraw()

    def _written(self) -> str:
        rule = self.indicator.rule
        seen = {code: count for code, count in self.counts.items() if count}
        return rule.write(seen) if isinstance(rule, DeductRule) and seen else ""

    def _read(self, value: str) -> Mapping[str, int]:
        rule = self.indicator.rule
        if not value or not isinstance(rule, DeductRule):
            return {}
        try:
            return rule.parse(value, Terms(self.indicator.full))
        except ObservationError:
            return {}  # a word, or the value of another edition: counted anew

    def _cost(self, defect: Defect) -> Fraction:
        return defect.cost(self.counts.get(defect.code, 0))

    def _row_line(self, at: int, defect: Defect, width: int) -> Line:
        count, places = self.counts.get(defect.code, 0), self.places
        here = at == self.row and self.chosen_at < 0
        strong = bool(count) or here
        shown = f"[ {count} ]" if here and self.has_focus else f"{count}  "
        each = Part(points_text(defect.points, places), "muted" if strong else "dim")
        cost = Part(_minus(self._cost(defect), places) if count else "", bold=True)
        numbers = (
            *to_right((each,), _EACH),
            *to_right((Part(shown, "fg" if strong else "dim", bold=bool(count) or here),), _COUNT),
            *to_right((cost,), _COST),
            gap(1),
        )
        code = Part(defect.code, "accent" if here else "muted", bold=here)
        left = [Part(">" if here else " ", "accent"), gap(1), *cut_line((code,), 12)]
        left.append(gap(max(4 - code.cells, 2)))
        left.append(Part(defect.label, "fg" if strong else "muted", bold=here))
        if defect.max_count:
            most = _("{count} at most").format(count=defect.max_count)
            left.extend((gap(2), Part(most, "dim")))
        if seen := self._read(self.before.value).get(defect.code, 0):
            left.extend((gap(2), Part(_("{count} before").format(count=seen), "muted")))
        line = fill(aside(left, numbers, width), width)
        return grounded(line, "cursor" if self.is_active else "select") if here else line


def _minus(cost: Fraction, places: int) -> str:
    return points_text(-cost, places) if cost else points_text(cost, places)
