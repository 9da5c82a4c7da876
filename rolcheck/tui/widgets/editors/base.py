"""What all editors share: choices with a key each, the value being edited, the first line."""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.message import Message
from textual.reactive import reactive
from textual.widget import Widget

from rolcheck.base.messages import N_
from rolcheck.base.text import fold_width
from rolcheck.base.wrapping import wrap
from rolcheck.criteria.model import Indicator
from rolcheck.criteria.rules.counting import CountingRule
from rolcheck.locale import _
from rolcheck.tui.text import Line, Part, aside, gap, grounded
from rolcheck.tui.widgets.editors.heading import heading
from rolcheck.tui.widgets.editors.outcome import (
    NOTHING_BEFORE,
    Before,
    Observe,
    Outcome,
    places_for,
    points_text,
)
from rolcheck.tui.widgets.painted import Painted
from rolcheck.tui.widgets.wrong import wrong

MISSING, NOT_APPLICABLE, FULL, ZERO = "missing", "n/a", "full", "zero"
_TEXT_AT = 8
_KEY_AT = 5


@dataclass(frozen=True, slots=True)
class Choice:
    """One thing to choose with one key.

    Attributes:
        key: The key, as it is shown.
        value: What it stands for in the CSV form.
        text: What it means; wrapped.
        label: A short name before the text; may be empty.
    """

    key: str
    value: str
    text: str
    label: str = ""


class EditorBase(Painted, can_focus=True):
    """Holds one observation while it is made; asks `observe` what it would give.

    Args:
        indicator: What is observed.
        observe: Tells what an entry in CSV form would give.
        value: Where to begin; empty for nothing chosen yet.
        before: What was said of it before.
        whole: What a count is out of where only what was counted is typed; 0 where nothing says.

    Attributes:
        quick: Whether the key of a choice records it too.
    """

    quick = False

    HINT: ClassVar[str] = ""
    title = N_("score")  # message id of what is made here; a ruling has another one
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "submit", N_("record and go on"), id="editor.submit"),
        Binding("down,j", "step(1)", N_("next choice"), show=False, id="editor.next"),
        Binding("up,k", "step(-1)", N_("previous choice"), show=False, id="editor.previous"),
        Binding("m", "word('missing')", N_("no material"), show=False, id="editor.missing"),
        Binding("x", "word('n/a')", N_("not applicable"), show=False, id="editor.na"),
        Binding("a", "word('full')", N_("full points"), show=False, id="editor.full"),
        Binding("z", "word('zero')", N_("no points"), show=False, id="editor.zero"),
    ]
    value: reactive[str] = reactive("", init=False)

    @dataclass
    class Changed(Message):
        """The value is another one; it may be one that cannot be recorded."""

        editor: "EditorBase"
        value: str

    class Refused(Message):
        """The value cannot be recorded; why stands on the screen."""

    @dataclass
    class Submitted(Message):
        """Enter was pressed on a value that can be recorded; `value` is its normalised form."""

        editor: "EditorBase"
        value: str

    def __init__(
        self,
        indicator: Indicator,
        observe: Observe,
        *,
        value: str = "",
        before: Before = NOTHING_BEFORE,
        whole: int = 0,
        id: str | None = None,
    ) -> None:
        super().__init__(id=id)
        self._rows: list[tuple[int, str]] = []
        self.load(indicator, observe, value=value, before=before, whole=whole)

    def load(
        self,
        indicator: Indicator,
        observe: Observe,
        *,
        value: str = "",
        before: Before = NOTHING_BEFORE,
        whole: int = 0,
    ) -> None:
        """Begin with another indicator of the same rule kind, or anew with the same."""
        self.indicator, self.observe = indicator, observe
        self.before, self.whole = before, whole
        self.insisted = False
        self.begin(value)
        self.set_reactive(EditorBase.value, value)
        known = [observe(choice.value).points for choice in self.choices]
        self.places = places_for([indicator.full, *known, *self.own_numbers()])
        if self.is_mounted:
            self.redraw()

    def begin(self, value: str) -> None:
        """Take over a value to begin with, where a kind keeps more than the value."""

    def own_choices(self) -> Sequence[Choice]:
        """Return the choices that the rule itself has; none for kinds that take a number."""
        return ()

    def own_numbers(self) -> Sequence[Fraction]:
        """Return further points that are shown, so that all have the same decimals."""
        return ()

    def summary(self) -> Line:
        """Return what is said at the end of the points, where nothing else is."""
        return ()

    @property
    def choices(self) -> Sequence[Choice]:
        """All there is to choose, in the language in use: the rule's own, then the words."""
        return (*self.own_choices(), *self._words())

    @property
    def outcome(self) -> Outcome:
        """What Enter would record now; empty where nothing was chosen or typed."""
        return self.observe(self.value) if self.value else Outcome()

    def choose(self, value: str) -> None:
        """Take `value`, as if its key had been pressed."""
        self.begin(value)
        self.value = value

    def watch_value(self, value: str) -> None:
        self.insisted = False
        self.redraw()
        self.post_message(self.Changed(self, value))

    @property
    def is_active(self) -> bool:
        """Whether it is being worked with: it, or the remark beside it, has the focus."""
        around = self.parent
        return self.has_focus or (isinstance(around, Widget) and around.has_focus_within)

    def watch_has_focus(self, _value: bool) -> None:
        super().watch_has_focus(_value)
        self.redraw()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        if action == "word":
            return any(choice.value == parameters[0] for choice in self._words())
        return super().check_action(action, parameters)

    def action_word(self, value: str) -> None:
        self.pick(value)

    def pick(self, value: str) -> None:
        """Take the choice of a key; record it too, where one key does."""
        self.choose(value)
        if self.quick:
            self.action_submit()

    def action_step(self, step: int) -> None:
        """Choose the next or previous choice."""
        choices = self.choices
        now = self.chosen_at if self.chosen_at >= 0 else (-1 if step > 0 else len(choices))
        self.choose(choices[min(max(now + step, 0), len(choices) - 1)].value)

    def action_submit(self) -> None:
        outcome = self.outcome
        if outcome.value and not outcome.error:
            self.post_message(self.Submitted(self, outcome.value))
        else:
            self.insist()

    def insist(self) -> None:
        """Say what is wrong or missing, also where it was passed over while typing."""
        self.insisted = True
        self.redraw()
        self.post_message(self.Refused())

    def on_key(self, event: events.Key) -> None:
        """Take full-width digits and letters for what they are."""
        folded = fold_width(event.character or "")
        if folded == event.character:
            return
        choice = next((choice for choice in self.choices if choice.key == folded), None)
        if choice is not None:
            event.stop()
            self.pick(choice.value)

    def on_click(self, event: events.Click) -> None:
        before = [value for at, value in self._rows if at <= event.y]
        last = max((at for at, _value in self._rows), default=0)
        if before and event.y <= last + 3:
            self.choose(before[-1])

    @property
    def chosen_at(self) -> int:
        """Index of the choice that is the value; -1 if none is."""
        values = [choice.value for choice in self.choices]
        return values.index(self.value) if self.value in values else -1

    def title_line(self, width: int, right: Line) -> Line:
        """Return the first line: what this is, how it is done, what stands at the right."""
        title = Part(_(self.title), "accent" if self.is_active else "muted", bold=True)
        at_once = self.quick and bool(self.own_choices())
        hint = _("a key records at once") if at_once else _(self.HINT)
        return heading(title, hint, self.before, right, width)

    def draw(self, width: int) -> Sequence[Line]:
        self._rows = []
        veto = self.indicator.is_veto
        lines = [self.title_line(width, () if veto else (Part(_("points"), "dim"),))]
        self.draw_choices(lines, width)
        if self.insisted and not self.value:
            lines.append(wrong(_("nothing is chosen yet"), 2, width)[0])
        return lines

    def draw_choices(self, lines: list[Line], width: int) -> None:
        """Add the rows of choices, the chosen one on the cursor's ground."""
        for choice in self.choices:
            self._rows.append((len(lines), choice.value))
            lines.extend(self._choice_lines(choice, width))

    def _choice_lines(self, choice: Choice, width: int) -> list[Line]:
        chosen = choice.value == self.value
        points = points_text(self.observe(choice.value).points, self.places)
        if self.indicator.is_veto:
            points = ""
        right = [Part(points, "fg" if chosen else "muted", bold=chosen), gap(1)]
        if note := self.before.beside(choice.value):
            right[:0] = [Part(note, "muted"), gap(3)]
        text_at = _TEXT_AT if choice.label else _KEY_AT
        label = Part(choice.label, bold=chosen)
        text_at = max(text_at, _KEY_AT + label.cells + 2 if choice.label else 0)
        room = width - text_at - sum(part.cells for part in right) - 2
        texts = wrap(choice.text, room) or ("",)
        tone = "fg" if chosen else "muted"
        start = [Part(">" if chosen else " ", "accent"), gap(1)]
        start += [Part(choice.key, "accent", bold=True), gap(_KEY_AT - 2 - len(choice.key))]
        start += [label, gap(text_at - _KEY_AT - label.cells)]
        lines = [aside((*start, Part(texts[0], tone, bold=chosen)), right, width)]
        lines += [
            aside((gap(text_at), Part(text, tone, bold=chosen)), (), width) for text in texts[1:]
        ]
        ground = "cursor" if self.is_active else "select"
        return [grounded(line, ground) for line in lines] if chosen else lines

    def _words(self) -> list[Choice]:
        """Return the words that the indicator takes beside its rule's own values."""
        if self.indicator.is_veto:
            return []
        words = [Choice("m", MISSING, _("no material was handed in"))]
        if self.indicator.not_applicable:
            words.append(Choice("x", NOT_APPLICABLE, _("does not apply; say why")))
        rule = self.indicator.rule
        if isinstance(rule, CountingRule) and rule.when_empty == "manual":
            words.append(Choice("a", FULL, _("nothing to count: full points")))
            words.append(Choice("z", ZERO, _("nothing to count: no points")))
        return words


def share_of(points: Fraction | None, full: Fraction) -> Fraction:
    """Return points as a share of the full ones; none of nothing."""
    return points / full if points is not None and full else Fraction(0)
