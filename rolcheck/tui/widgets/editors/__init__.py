"""One editor a rule kind; `EDITORS` names them."""

from rolcheck.tui.widgets.editors.base import EditorBase
from rolcheck.tui.widgets.editors.binary import BinaryEditor
from rolcheck.tui.widgets.editors.bonus import BonusEditor
from rolcheck.tui.widgets.editors.deduct import DeductEditor
from rolcheck.tui.widgets.editors.graded import GradedEditor
from rolcheck.tui.widgets.editors.periodic import PeriodicEditor
from rolcheck.tui.widgets.editors.points import PointsEditor
from rolcheck.tui.widgets.editors.ratio import RatioEditor
from rolcheck.tui.widgets.editors.sampled import SampledEditor
from rolcheck.tui.widgets.editors.veto import VetoEditor

EDITORS: dict[str, type[EditorBase]] = {
    "graded": GradedEditor,
    "points": PointsEditor,
    "binary": BinaryEditor,
    "deduct": DeductEditor,
    "ratio": RatioEditor,
    "periodic": PeriodicEditor,
    "sampled": SampledEditor,
    "veto": VetoEditor,
    "bonus": BonusEditor,
}
