"""How many of the steps looked at in a sample passed."""

from collections.abc import Sequence

from rolcheck.base.messages import N_
from rolcheck.criteria.rules.sampled import SampledRule
from rolcheck.locale import _
from rolcheck.tui.text import Line
from rolcheck.tui.widgets.editors.counted import CountedEditor


class SampledEditor(CountedEditor):
    """Takes a count of what passed, of what was looked at."""

    HINT = N_("type passed / looked at")

    def help_lines(self, width: int) -> Sequence[Line]:
        rule = self.indicator.rule
        if not isinstance(rule, SampledRule):
            return ()
        steps = "  ".join(f"{step.code} {step.label}" for step in rule.steps)
        said = _("{size} items x {steps} steps = {most} at most").format(
            size=rule.size, steps=len(rule.steps), most=rule.size * len(rule.steps)
        )
        return [*self.explained(said, width), *self.explained(steps, width)]
