"""What Findings asks in windows: on what, which defect, what kind of answer, which unit."""

from collections.abc import Sequence

from rolcheck.base.messages import N_
from rolcheck.desk.findings.reading import FindingsSeen, IndicatorChoice
from rolcheck.locale import _, language
from rolcheck.tui.screens.chooser import Chooser, Option
from rolcheck.tui.text import Part
from rolcheck.tui.widgets.findings.detail import NATURE_NAMES

ALL = "*"


def ask_submission(seen: FindingsSeen, among: Sequence[str], now: str, *, every: bool) -> Chooser:
    """Return the question which submission; `every` offers all of them too."""
    options = [Option(ALL, "", _("all submissions"))] if every else []
    options += [Option(id, "", seen.submissions[id], _count(seen, id)) for id in among]
    return Chooser(N_("choose a submission"), options, now or ALL)


def _count(seen: FindingsSeen, submission: str) -> tuple[Part, ...]:
    live = sum(one.submission == submission and one.is_live for one in seen.findings)
    return (Part(_("{n} not settled").format(n=live), "dim"),) if live else ()


def ask_indicator(choices: Sequence[IndicatorChoice], now: str) -> Chooser:
    """Return the question on which indicator a finding is raised."""
    english = language() == "en"
    options = [
        Option(one.id, one.id, (one.title_en if english else "") or one.title) for one in choices
    ]
    return Chooser(N_("new finding: on which indicator"), options, now)


def ask_unit(seen: FindingsSeen, now: str) -> Chooser:
    """Return the question of which unit the findings are shown."""
    units = sorted({unit for one in seen.findings for unit in one.units})
    options = [Option(ALL, "", _("all units")), *(Option(unit, "", unit) for unit in units)]
    return Chooser(N_("findings of which unit"), options, now or ALL)


def ask_nature() -> Chooser:
    """Return the question what kind of answer it is."""
    options = [Option(nature, "", _(name)) for nature, name in NATURE_NAMES.items()]
    return Chooser(N_("what is the answer about"), options)
