"""Rules in words, with their parameters."""

from collections.abc import Iterator
from fractions import Fraction
from typing import assert_never

from rolcheck.base.messages import N_
from rolcheck.base.numbers import decimal_text
from rolcheck.criteria.model import Indicator
from rolcheck.criteria.rules.binary import BinaryRule
from rolcheck.criteria.rules.bonus import BonusRule
from rolcheck.criteria.rules.counting import CountingRule
from rolcheck.criteria.rules.deduct import DeductRule, Defect
from rolcheck.criteria.rules.graded import GradedRule
from rolcheck.criteria.rules.periodic import PeriodicRule
from rolcheck.criteria.rules.points import PointsRule
from rolcheck.criteria.rules.ratio import Band, RatioRule
from rolcheck.criteria.rules.sampled import SampledRule
from rolcheck.criteria.rules.veto import VetoRule
from rolcheck.locale import _
from rolcheck.reports.words import listed, share_words

EVERY = {
    "month": N_("months"),
    "quarter": N_("quarters"),
    "half-year": N_("half-years"),
}
WHEN_EMPTY = {
    "full": N_("Where there is nothing to count, the full points are given."),
    "zero": N_("Where there is nothing to count, 0 points are given."),
    "not-applicable": N_("Where there is nothing to count, the indicator does not apply."),
    "manual": N_("Where there is nothing to count, reviewers say full or zero."),
}


def rule_words(indicator: Indicator) -> Iterator[str]:
    """Yield what the rule of an indicator says, one sentence each."""
    rule = indicator.rule
    match rule:
        case GradedRule():
            yield _graded(rule)
        case PointsRule():
            yield _("A number of points from {least} in steps of {step}.").format(
                least=decimal_text(rule.minimum), step=decimal_text(rule.step)
            )
        case BinaryRule():
            yield _binary(rule, indicator)
        case DeductRule():
            yield _deduct(rule, indicator)
        case RatioRule():
            yield _ratio(rule, indicator)
        case PeriodicRule():
            yield _("From {full}, {cost} off for each of the {periods} that is missing.").format(
                full=decimal_text(indicator.full),
                cost=decimal_text(rule.per_missing),
                periods=_(EVERY[rule.every]),
            )
        case SampledRule():
            yield _sampled(rule)
        case VetoRule():
            yield _("A veto: it gives no points, and disqualifies when it is upheld.")
        case BonusRule():
            yield _("A bonus of up to {most} in steps of {step}, outside the base.").format(
                most=decimal_text(rule.at_most), step=decimal_text(rule.step)
            )
        case _:
            assert_never(rule)
    if isinstance(rule, CountingRule):
        yield _(WHEN_EMPTY[rule.when_empty])


def _graded(rule: GradedRule) -> str:
    levels = []
    for level in rule.levels:
        words = {"label": level.label, "points": decimal_text(level.points)}
        if level.describe:
            said = _("{label} ({describe}) {points}").format(describe=level.describe, **words)
        else:
            said = _("{label} {points}").format(**words)
        levels.append(said)
    return _("A level: {levels}.").format(levels=_("; ").join(levels))


def _binary(rule: BinaryRule, indicator: Indicator) -> str:
    yes = decimal_text(indicator.full if rule.yes is None else rule.yes)
    no = decimal_text(rule.no)
    if rule.question:
        return _("{question}: yes {yes}, no {no}.").format(question=rule.question, yes=yes, no=no)
    return _("Yes {yes}, no {no}.").format(yes=yes, no=no)


def _deduct(rule: DeductRule, indicator: Indicator) -> str:
    return _("From {full}, off for each case: {defects}; never under {floor}.").format(
        full=decimal_text(indicator.full),
        defects=_("; ").join(map(_defect, rule.defects)),
        floor=decimal_text(rule.floor),
    )


def _defect(defect: Defect) -> str:
    cost = decimal_text(defect.points)
    if defect.max_count is None:
        return _("{code} {label} {points}").format(
            code=defect.code, label=defect.label, points=cost
        )
    return _("{code} {label} {points} for at most {count}").format(
        code=defect.code, label=defect.label, points=cost, count=defect.max_count
    )


def _ratio(rule: RatioRule, indicator: Indicator) -> str:
    of_mean = indicator.metric is not None and indicator.metric.is_mean
    if rule.linear:
        return _("A share: 0 at {start}, the full points at {end}, in proportion between.").format(
            start=_end(rule.linear.start, of_mean=of_mean),
            end=_end(rule.linear.end, of_mean=of_mean),
        )
    bands = _("; ").join(_band(band, of_mean=of_mean) for band in rule.bands or ())
    if rule.direction == "lower":
        return _("A share, lower is better: {bands}; above that 0.").format(bands=bands)
    return _("A share: {bands}; below that 0.").format(bands=bands)


def _band(band: Band, *, of_mean: bool) -> str:
    points = decimal_text(band.points)
    if band.at_most is not None:
        end = _end(band.at_most, of_mean=of_mean)
        return _("{points} up to {end}").format(end=end, points=points)
    end = _end(band.at_least or Fraction(), of_mean=of_mean)
    return _("{points} from {end} on").format(end=end, points=points)


def _end(value: Fraction, *, of_mean: bool) -> str:
    return decimal_text(value) if of_mean else share_words(value)


def _sampled(rule: SampledRule) -> str:
    steps = listed(f"{step.code} {step.label}" for step in rule.steps)
    if rule.unit == "item":
        return _(
            "The share of {size} items that passed whole, of the full points: {steps}."
        ).format(size=rule.size, steps=steps)
    return _("The share of steps passed in {size} items, of the full points: {steps}.").format(
        size=rule.size, steps=steps
    )
