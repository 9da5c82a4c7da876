"""Editors that take a typed number or count: the field, its cursor, and what is wrong with it."""

from collections.abc import Sequence
from dataclasses import replace
from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.geometry import Offset

from rolcheck.base.messages import N_
from rolcheck.base.wrapping import wrap
from rolcheck.locale import _
from rolcheck.tui.text import Line, Part, aside, fill, gap
from rolcheck.tui.widgets.editors.base import EditorBase
from rolcheck.tui.widgets.editors.number_field import NumberField, takes
from rolcheck.tui.widgets.facts import label_cells
from rolcheck.tui.widgets.wrong import wrong

_TYPING = Binding.Group(N_("type"))
_FIELD_AT = 1  # line of the field, below the title


class NumberEditor(EditorBase):
    """Takes a number: digits begin typing at once, in full width too.

    Attributes:
        LABEL: Message id of the field's label.
    """

    LABEL: ClassVar[str] = N_("number")
    BINDINGS: ClassVar[list[BindingType]] = [
        *(
            Binding(key, f"type('{character}')", N_("type"), id=f"number.{key}", group=_TYPING)
            for key, character in [*((str(n), str(n)) for n in range(10)), ("full_stop", ".")]
        ),
        Binding("slash", "type('/')", N_("type"), id="number.stroke", group=_TYPING),
        Binding("backspace", "erase", N_("erase"), show=False, id="number.erase"),
        Binding("delete", "erase_ahead", N_("erase ahead"), show=False, id="number.delete"),
        Binding("ctrl+u", "clear", N_("empty the field"), show=False, id="number.empty"),
        Binding("left", "move(-1)", N_("one to the left"), show=False, id="number.left"),
        Binding("right", "move(1)", N_("one to the right"), show=False, id="number.right"),
        Binding("home", "move(-99)", N_("to the start"), show=False, id="number.home"),
        Binding("end", "move(99)", N_("to the end"), show=False, id="number.end"),
    ]
    field = NumberField()
    untouched = False

    def begin(self, value: str) -> None:
        words = {choice.value for choice in self._words()}
        self.field = NumberField() if value in words else NumberField.of(value)
        self.untouched = bool(self.field.text)

    def value_of(self, text: str) -> str:
        """Return the value that a text in the field stands for."""
        return text

    def beside(self) -> str:
        """Return what stands at the right end of the field, as the share of a count."""
        return ""

    def help_lines(self, width: int) -> Sequence[Line]:
        """Return what stands under the field while nothing is wrong."""
        return ()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        if action == "type":
            return self.takes_character(str(parameters[0]))
        return super().check_action(action, parameters)

    def takes_character(self, character: str) -> bool:
        """Tell whether values of this kind have that character."""
        return True

    def action_type(self, character: str) -> None:
        """Type; the first character takes the place of what stood there to begin with."""
        self._edit((NumberField() if self.untouched else self.field).typed(character))

    def action_erase(self) -> None:
        self._edit(self.field.erased())

    def action_erase_ahead(self) -> None:
        self._edit(self.field.erased_ahead())

    def action_clear(self) -> None:
        self._edit(NumberField())

    def action_move(self, steps: int) -> None:
        self.field, self.untouched = self.field.moved(steps), False
        self.redraw()

    def action_step(self, step: int) -> None:
        """Go to the next or previous word; kinds with steps count by them instead."""
        if self.chosen_at >= 0 or step > 0:
            super().action_step(step)

    def on_key(self, event: events.Key) -> None:
        if takes(event.character) and not (event.character or "").isascii():
            event.stop()
            event.prevent_default()
            self.action_type(event.character or "")

    def on_paste(self, event: events.Paste) -> None:
        event.stop()
        self.action_type(event.text.strip())

    def redraw(self) -> None:
        super().redraw()
        if self.has_focus:
            before = self.field.text[: self.field.at]
            self.app.cursor_position = self.content_region.offset + Offset(
                label_cells() + 1 + len(before), _FIELD_AT
            )

    def draw(self, width: int) -> Sequence[Line]:
        self._rows = []
        lines = [self.title_line(width, ()), self._field_line(width)]
        lines.extend(self._under_field(width))
        self.draw_choices(lines, width)
        return lines

    def _edit(self, field: NumberField) -> None:
        self.field, self.untouched = field, False
        value = self.value_of(field.text)
        if value == self.value:
            self.redraw()
        else:
            self.value = value

    def _field_line(self, width: int) -> Line:
        column = label_cells()
        room = width - column
        text, at = self.field.text, self.field.at
        completed = self.value.removeprefix(text) if text and at == len(text) else ""
        rest = Part(completed, "dim")
        parts: list[Part] = [gap(1), Part(text), rest]
        if self.has_focus:
            ground = "cursor" if self.untouched else "surface"  # as a text that typing replaces
            under = Part((text[at:] + rest.text)[:1] or " ", "surface", ground="fg")
            shown = Part(text[:at], ground=ground), under, Part(text[at + 1 :])
            parts = [gap(1), *shown, replace(rest, text=rest.text[1:])]
        beside = (Part(self.beside(), "muted"), gap(1))
        content = aside(parts, beside, room)
        on_surface = [
            part if part.ground else Part(part.text, part.tone, part.bold, ground="surface")
            for part in content
        ]
        return (*fill((Part(_(self.LABEL), "dim"),), column), *on_surface)

    def half_typed(self) -> bool:
        """Tell whether what is wrong as it stands may become right by typing on."""
        return self.field.text.endswith(".")

    def _under_field(self, width: int) -> Sequence[Line]:
        indent = label_cells() + 1
        error = self.outcome.error if self.field.text else ""
        if not self.field.text and self.insisted and not self.value:
            return wrong(_("nothing is typed yet"), indent, width)
        if error and (self.insisted or not self.half_typed()):
            return wrong(error, indent, width)
        return self.help_lines(width)


def hinted(text: str, width: int) -> Sequence[Line]:
    """Return a rule's hint as lines under the field."""
    indent = label_cells() + 1
    return [(gap(indent), Part(line, "dim")) for line in wrap(text, width - indent)]
