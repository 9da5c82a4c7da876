"""Levels, each with what it means; its number chooses."""

from collections.abc import Sequence
from typing import ClassVar

from textual.binding import Binding, BindingType

from rolcheck.base.messages import N_
from rolcheck.criteria.rules.graded import GradedRule
from rolcheck.tui.widgets.editors.base import Choice, EditorBase

_KEYS = 9


class GradedEditor(EditorBase):
    """Chooses a level."""

    HINT = N_("choose a level")
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            str(number),
            f"pick({number})",
            N_("choose"),
            id=f"graded.{number}",
            group=Binding.Group(N_("choose")),
        )
        for number in range(1, _KEYS + 1)
    ]

    def own_choices(self) -> Sequence[Choice]:
        rule = self.indicator.rule
        levels = rule.levels if isinstance(rule, GradedRule) else ()
        return [
            Choice(str(number) if number <= _KEYS else "", level.label, level.describe, level.label)
            for number, level in enumerate(levels, start=1)
        ]

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        if action == "pick":
            return any(choice.key == str(parameters[0]) for choice in self.choices)
        return super().check_action(action, parameters)

    def action_pick(self, number: int) -> None:
        self.pick(self.choices[number - 1].value)
