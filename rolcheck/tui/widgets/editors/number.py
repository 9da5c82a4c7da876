"""Editors that take a typed number or count: the field, its cursor, and what is wrong with it."""

from collections.abc import Sequence
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
        EAGER: Whether a wrong number is named while it is typed, or only after Enter: half a
            count such as ``47/`` is not wrong yet.
    """

    LABEL: ClassVar[str] = N_("number")
    EAGER: ClassVar[bool] = True
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

    def begin(self, value: str) -> None:
        words = {choice.value for choice in self._words()}
        self.field = NumberField() if value in words else NumberField.of(value)

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
        self._edit(self.field.typed(character))

    def action_erase(self) -> None:
        self._edit(self.field.erased())

    def action_erase_ahead(self) -> None:
        self._edit(self.field.erased_ahead())

    def action_clear(self) -> None:
        self._edit(NumberField())

    def action_move(self, steps: int) -> None:
        self.field = self.field.moved(steps)
        self.redraw()

    def action_step(self, step: int) -> None:
        """Go to the next or previous word; kinds with steps count by them instead."""
        if self.chosen_at >= 0 or step > 0:
            super().action_step(step)

    def on_key(self, event: events.Key) -> None:
        if takes(event.character) and not (event.character or "").isascii():
            event.stop()
            event.prevent_default()
            self._edit(self.field.typed(event.character or ""))

    def on_paste(self, event: events.Paste) -> None:
        event.stop()
        self._edit(self.field.typed(event.text.strip()))

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
        if field.text == self.value:
            self.field = field
            self.redraw()
            return
        self.field = field
        self.value = field.text

    def _field_line(self, width: int) -> Line:
        column = label_cells()
        room = width - column
        text, at = self.field.text, self.field.at
        parts: list[Part] = [gap(1), Part(text)]
        if self.has_focus:
            under = Part(text[at : at + 1] or " ", "surface", ground="fg")
            parts = [gap(1), Part(text[:at]), under, Part(text[at + 1 :])]
        beside = (Part(self.beside(), "muted"), gap(1))
        content = aside(parts, beside, room)
        on_surface = [
            part if part.ground else Part(part.text, part.tone, part.bold, ground="surface")
            for part in content
        ]
        return (*fill((Part(_(self.LABEL), "dim"),), column), *on_surface)

    def _under_field(self, width: int) -> Sequence[Line]:
        indent = label_cells() + 1
        error = self.outcome.error if self.field.text else ""
        half = self.field.text.endswith((".", "/"))
        if not self.field.text and self.insisted and not self.value:
            return wrong(_("nothing is typed yet"), indent, width)
        if error and (self.insisted or (self.EAGER and not half)):
            return wrong(error, indent, width)
        return self.help_lines(width)


def hinted(text: str, width: int) -> Sequence[Line]:
    """Return a rule's hint as lines under the field."""
    indent = label_cells() + 1
    return [(gap(indent), Part(line, "dim")) for line in wrap(text, width - indent)]
