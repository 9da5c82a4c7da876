"""What disqualifies: raised, or not found."""

from collections.abc import Sequence
from typing import ClassVar

from textual.binding import Binding, BindingType

from rolcheck.base.messages import N_
from rolcheck.base.wrapping import wrap
from rolcheck.criteria.rules.veto import VetoRule
from rolcheck.locale import _
from rolcheck.tui.text import Line, Part
from rolcheck.tui.widgets.editors.base import Choice, EditorBase


class DescribedVeto(EditorBase):
    """An editor of a veto, which begins with what the veto is about."""

    def draw(self, width: int) -> Sequence[Line]:
        title, *rest = super().draw(width)
        rule = self.indicator.rule
        what = wrap(rule.describe, width) if isinstance(rule, VetoRule) else ()
        self._rows = [(at + len(what), value) for at, value in self._rows]
        return [title, *((Part(text),) for text in what), *rest]


class VetoEditor(DescribedVeto):
    """Raises a veto, or clears it; a raised one wants a remark."""

    HINT = N_("raise only with a reason and evidence")
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "y",
            "answer('veto')",
            N_("raise the veto"),
            id="veto.raise",
            group=Binding.Group(N_("raise, clear")),
        ),
        Binding(
            "n",
            "answer('clear')",
            N_("clear: not found"),
            id="veto.clear",
            group=Binding.Group(N_("raise, clear")),
        ),
    ]

    def own_choices(self) -> Sequence[Choice]:
        return [
            Choice("y", "veto", _("raise the veto")),
            Choice("n", "clear", _("clear: not found")),
        ]

    def action_answer(self, value: str) -> None:
        self.pick(value)
