"""How many of the campaign's months, quarters or half-years are there."""

from collections.abc import Sequence

from rolcheck.base.messages import N_
from rolcheck.base.numbers import decimal_text
from rolcheck.criteria.rules.periodic import PeriodicRule
from rolcheck.locale import _
from rolcheck.tui.text import Line
from rolcheck.tui.widgets.editors.counted import CountedEditor

_EVERY = {
    "month": N_("one a month"),
    "quarter": N_("one a quarter"),
    "half-year": N_("one every half-year"),
}


class PeriodicEditor(CountedEditor):
    """Takes a count of periods."""

    HINT = N_("type periods there / all periods")

    def help_lines(self, width: int) -> Sequence[Line]:
        rule = self.indicator.rule
        if not isinstance(rule, PeriodicRule):
            return ()
        said = _("{every}; each missing one costs {points}").format(
            every=_(_EVERY[rule.every]), points=decimal_text(rule.per_missing)
        )
        return self.explained(said, width)
