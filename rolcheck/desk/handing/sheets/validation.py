"""What an office program offers for a cell, and what it takes: made from the indicator's rule."""

from rolcheck.base.numbers import decimal_text
from rolcheck.criteria.model import Indicator
from rolcheck.criteria.rules.binary import BinaryRule
from rolcheck.criteria.rules.bonus import BonusRule
from rolcheck.criteria.rules.counting import CountingRule
from rolcheck.criteria.rules.graded import GradedRule
from rolcheck.criteria.rules.points import PointsRule
from rolcheck.criteria.rules.veto import VetoRule
from rolcheck.locale import _

MOST_MESSAGE, MOST_LIST = 255, 255  # Excel
Options = dict[str, object]


def listed_validation(offered: tuple[str, ...], how: str) -> Options:
    """Return what xlsxwriter is told about a cell that takes one of a list."""
    if not _fits(offered):
        return _said(how) | {"validate": "any"}
    return _said(how) | {"validate": "list", "source": list(offered), "error_type": "stop"}


def ranged_validation(cells: str, how: str) -> Options:
    """Return what xlsxwriter is told about a cell that takes one of those in `cells`, or others."""
    return _said(how) | {"validate": "list", "source": f"={cells}", "error_type": "information"}


def validation(
    indicator: Indicator, offered: tuple[str, ...], others: tuple[str, ...], how: str, cell: str
) -> Options:
    """Return what xlsxwriter is told about the cell of a value.

    Args:
        indicator: What is observed there.
        offered: All that may be written; empty where it cannot be listed.
        others: Words that may be written in the place of a value.
        how: How the value is written.
        cell: The cell's address, for the formulas that look at it.
    """
    title = _("Indicator {indicator}").format(indicator=indicator.id)[:32]
    said = _said(how) | {"input_title": title}
    if offered and _fits(offered):
        closed = isinstance(indicator.rule, GradedRule | BinaryRule | VetoRule)
        kind = "stop" if closed else "warning"  # a full-width number is understood all the same
        return said | {"validate": "list", "source": list(offered), "error_type": kind}
    formula = _formula(indicator, others, cell)
    if formula:
        return said | {"validate": "custom", "value": formula, "error_type": "warning"}
    return said | {"validate": "any"}


def _fits(offered: tuple[str, ...]) -> bool:
    """Tell whether Excel takes the list as it is: it parts it by commas."""
    return len(",".join(offered)) <= MOST_LIST and not any(
        '"' in one or "," in one for one in offered
    )


def _said(how: str) -> Options:
    return {
        "ignore_blank": True,
        "input_message": how[:MOST_MESSAGE],
        "error_title": _("This value is not understood"),
        "error_message": how[:MOST_MESSAGE],
    }


def _formula(indicator: Indicator, others: tuple[str, ...], cell: str) -> str:
    """Return a formula that holds for what may be written; nothing where that is hard to say."""
    rule = indicator.rule
    words = ",".join(f'TRIM({cell})="{word}"' for word in others)
    if isinstance(rule, PointsRule | BonusRule):
        least = decimal_text(rule.minimum) if isinstance(rule, PointsRule) else "0"
        number, most = f"VALUE({cell})", decimal_text(indicator.full)
        within = f"AND({number}>={least},{number}<={most})"
        return f"=IF(ISNUMBER({number}),{within},OR({words or 'FALSE'}))"
    counted = isinstance(rule, CountingRule) and not (indicator.metric and indicator.metric.is_mean)
    if counted:
        found = ",".join(f'ISNUMBER(SEARCH("{slash}",{cell}))' for slash in "/／")
        return f"=OR({found},{words or 'FALSE'})"
    return ""
