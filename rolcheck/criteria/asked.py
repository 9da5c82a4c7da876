"""What a criterion asks an applicant to hand in: expected items, and the register it counts."""

from rolcheck.criteria.model import Indicator
from rolcheck.criteria.rules.periodic import PeriodicRule
from rolcheck.criteria.rules.ratio import RatioRule
from rolcheck.criteria.rules.sampled import SampledRule


def register_of(indicator: Indicator) -> str:
    """Return the id of the register that an indicator's rule reads; empty for none."""
    rule = indicator.rule
    if isinstance(rule, RatioRule):
        return (rule.metric or "").partition(".")[0]
    if isinstance(rule, PeriodicRule | SampledRule):
        return rule.register_id or ""
    return ""


def item_titles(indicator: Indicator, items: tuple[str, ...] = ()) -> tuple[str, ...]:
    """Return the titles of expected items: of `items`, else of all that are required."""
    return tuple(
        one.title for one in indicator.evidence if (one.id in items if items else one.required)
    )
