"""The rule kinds: how an observation becomes points."""

from typing import Annotated

from pydantic import Field

from rolcheck.criteria.rules.binary import BinaryRule
from rolcheck.criteria.rules.bonus import BonusRule
from rolcheck.criteria.rules.deduct import DeductRule
from rolcheck.criteria.rules.graded import GradedRule
from rolcheck.criteria.rules.periodic import PeriodicRule
from rolcheck.criteria.rules.points import PointsRule
from rolcheck.criteria.rules.ratio import RatioRule
from rolcheck.criteria.rules.sampled import SampledRule
from rolcheck.criteria.rules.terms import RuleModel
from rolcheck.criteria.rules.veto import VetoRule

RULES: dict[str, type[RuleModel]] = {
    "graded": GradedRule,
    "points": PointsRule,
    "binary": BinaryRule,
    "deduct": DeductRule,
    "ratio": RatioRule,
    "periodic": PeriodicRule,
    "sampled": SampledRule,
    "veto": VetoRule,
    "bonus": BonusRule,
}

Rule = Annotated[
    GradedRule
    | PointsRule
    | BinaryRule
    | DeductRule
    | RatioRule
    | PeriodicRule
    | SampledRule
    | VetoRule
    | BonusRule,
    Field(discriminator="kind"),
]
