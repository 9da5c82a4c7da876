"""Points given outright: digits begin typing, up and down go by the step."""

from collections.abc import Sequence
from fractions import Fraction
from typing import ClassVar

from textual.binding import Binding, BindingType

from rolcheck.base.errors import ObservationError
from rolcheck.base.messages import N_
from rolcheck.base.numbers import decimal_text, parse_points
from rolcheck.criteria.rules.bonus import BonusRule
from rolcheck.criteria.rules.points import PointsRule
from rolcheck.locale import _
from rolcheck.tui.text import Line
from rolcheck.tui.widgets.editors.number import NumberEditor, hinted


class PointsEditor(NumberEditor):
    """Takes a number of points on the rule's steps."""

    HINT = N_("type it, or up and down by the step")
    LABEL = N_("points")
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up,k", "step(-1)", N_("one step more"), show=False, id="points.more"),
        Binding("down,j", "step(1)", N_("one step less"), show=False, id="points.less"),
    ]

    @property
    def least(self) -> Fraction:
        """The least number that is taken."""
        rule = self.indicator.rule
        return rule.minimum if isinstance(rule, PointsRule) else Fraction(0)

    @property
    def by(self) -> Fraction:
        """The step."""
        rule = self.indicator.rule
        return rule.step if isinstance(rule, PointsRule | BonusRule) else Fraction(1)

    def takes_character(self, character: str) -> bool:
        return character != "/"

    def action_step(self, step: int) -> None:
        """Go up (-1) or down (1) by the step, to the next number on it."""
        try:
            now = parse_points(self.field.text)
        except ObservationError:
            now = self.least if step < 0 else self.indicator.full
            self.choose(decimal_text(now))
            return
        self.choose(decimal_text(stepped(now, -step, self.least, self.by, self.indicator.full)))

    def beside(self) -> str:
        return _("{least} to {most}, step {step}").format(
            least=decimal_text(self.least),
            most=decimal_text(self.indicator.full),
            step=decimal_text(self.by),
        )

    def help_lines(self, width: int) -> Sequence[Line]:
        rule = self.indicator.rule
        return hinted(rule.hint, width) if isinstance(rule, PointsRule | BonusRule) else ()


def stepped(now: Fraction, way: int, least: Fraction, step: Fraction, most: Fraction) -> Fraction:
    """Return the next number on a step above (`way` 1) or below (-1), never outside.

    Example:
        >>> half = Fraction(1, 2)
        >>> stepped(Fraction(2), 1, Fraction(0), half, Fraction(3))
        Fraction(5, 2)
    """
    rungs = (now - least) / step
    rung = rungs.numerator // rungs.denominator
    if way > 0:
        return min(max(least + (rung + 1) * step, least), most)
    below = least + (rung - 1 if rungs.denominator == 1 else rung) * step
    return min(max(below, least), most)
