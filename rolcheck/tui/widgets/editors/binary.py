"""A question; y or n answers."""

from collections.abc import Sequence
from typing import ClassVar

from textual.binding import Binding, BindingType

from rolcheck.base.messages import N_
from rolcheck.base.wrapping import wrap
from rolcheck.criteria.rules.binary import BinaryRule
from rolcheck.locale import _
from rolcheck.tui.text import Line, Part
from rolcheck.tui.widgets.editors.base import Choice, EditorBase


class BinaryEditor(EditorBase):
    """Answers the rule's question."""

    HINT = N_("yes or no")
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "y", "answer('yes')", N_("yes"), id="binary.yes", group=Binding.Group(N_("yes, no"))
        ),
        Binding("n", "answer('no')", N_("no"), id="binary.no", group=Binding.Group(N_("yes, no"))),
    ]

    def own_choices(self) -> Sequence[Choice]:
        return [Choice("y", "yes", _("yes")), Choice("n", "no", _("no"))]

    def action_answer(self, value: str) -> None:
        self.pick(value)

    def draw(self, width: int) -> Sequence[Line]:
        title, *rest = super().draw(width)
        rule = self.indicator.rule
        question = wrap(rule.question, width) if isinstance(rule, BinaryRule) else ()
        self._rows = [(at + len(question), value) for at, value in self._rows]
        return [title, *((Part(text),) for text in question), *rest]
