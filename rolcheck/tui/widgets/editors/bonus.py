"""Points on top of the base, up to the most that the rule gives."""

from rolcheck.base.messages import N_
from rolcheck.base.numbers import decimal_text
from rolcheck.locale import _
from rolcheck.tui.widgets.editors.points import PointsEditor


class BonusEditor(PointsEditor):
    """Takes bonus points; its most is shown beside the field."""

    HINT = N_("bonus, outside the base points")

    def beside(self) -> str:
        return _("at most {most}, step {step}").format(
            most=decimal_text(self.indicator.full), step=decimal_text(self.by)
        )
