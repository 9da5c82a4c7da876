"""What rules give and take: bands, defects and steps out of reach, idle or out of proportion."""

from collections.abc import Iterator
from fractions import Fraction
from itertools import pairwise

from rolcheck.base.messages import N_
from rolcheck.base.numbers import decimal_text
from rolcheck.base.toml import Fault
from rolcheck.base.toml_places import Loc
from rolcheck.criteria.linting.leaves import leaves, with_rule
from rolcheck.criteria.model import Criteria, Indicator
from rolcheck.criteria.rules.binary import BinaryRule
from rolcheck.criteria.rules.bonus import BonusRule
from rolcheck.criteria.rules.deduct import DeductRule
from rolcheck.criteria.rules.graded import GradedRule
from rolcheck.criteria.rules.periodic import PeriodicRule
from rolcheck.criteria.rules.points import PointsRule
from rolcheck.criteria.rules.ratio import Band, RatioRule
from rolcheck.criteria.rules.terms import RuleModel

PERIODS = {"month": 12, "quarter": 4, "half-year": 2}
UNEVEN = 4
"""So many times the smallest step, and a band's step is out of proportion: those of the sets that
ship go to three times.
"""


def out_of_reach(criteria: Criteria) -> Iterator[Fault]:
    """Yield indicators whose full points no observation gives."""
    for loc, one in leaves(criteria):
        most, where = _best(one)
        if most is not None and most < one.full:
            yield Fault(
                (*loc, "rule", where),
                N_("the best gives {most} of {full} points"),
                params={"most": decimal_text(most), "full": decimal_text(one.full)},
            )


def never_lost(criteria: Criteria) -> Iterator[Fault]:
    """Yield rules under which some points stay whatever is seen."""
    for loc, one in leaves(criteria):
        least, where = _least(one)
        if least > 0:
            yield Fault(
                (*loc, "rule", where),
                N_("the worst still gives {least} of {full} points"),
                params={"least": decimal_text(least), "full": decimal_text(one.full)},
            )


def bands_idle(criteria: Criteria) -> Iterator[Fault]:
    """Yield bands that never decide anything, and ends of lines that no share reaches."""
    for loc, one, rule in with_rule(criteria, RatioRule):
        shares = not (one.metric and (one.metric.is_mean or one.metric.last))
        for index, band in enumerate(rule.bands or ()):
            end = _end(band)
            if _is_idle(band, rule) or (shares and rule.direction == "higher" and end > 1):
                yield Fault(
                    (*loc, "bands", index),
                    N_("the band at {end} never decides: an easier one gives as much, or none"
                       " reaches it"),
                    params={"end": decimal_text(end)},
                )  # fmt: skip
        if rule.linear and shares and rule.linear.end > 1:
            yield Fault(
                (*loc, "linear", "to"),
                N_("no share reaches {value}"),
                params={"value": decimal_text(rule.linear.end)},
            )


def bands_uneven(criteria: Criteria) -> Iterator[Fault]:
    """Yield bands from which one step down costs far more than another."""
    for loc, _, rule in with_rule(criteria, RatioRule):
        falling = sorted({band.points for band in rule.bands or ()} | {Fraction(0)}, reverse=True)
        steps = [high - low for high, low in pairwise(falling)]
        if len(steps) >= 3 and max(steps) > UNEVEN * min(steps):
            yield Fault(
                (*loc, "bands"),
                N_("one step between bands costs {most} points, another {least}"),
                params={"most": decimal_text(max(steps)), "least": decimal_text(min(steps))},
            )


def free_defects(criteria: Criteria) -> Iterator[Fault]:
    """Yield defects and missing periods that cost nothing."""
    for where, what, cost in _costs(criteria):
        if cost == 0:
            yield Fault(where, N_("{what} costs nothing"), params={"what": what})


def dear_defects(criteria: Criteria) -> Iterator[Fault]:
    """Yield defects of which a single case costs more than there is to lose."""
    full = {loc: one.full for loc, one in leaves(criteria)}
    for where, what, cost in _costs(criteria):
        if cost > full[where[:2]]:
            yield Fault(
                where,
                N_("{what} costs {cost}, more than the {full} points of the indicator"),
                params={
                    "what": what,
                    "cost": decimal_text(cost),
                    "full": decimal_text(full[where[:2]]),
                },
            )


def steps_off(criteria: Criteria) -> Iterator[Fault]:
    """Yield steps that do not lead from the lowest number to the highest."""
    for loc, one, rule in with_rule(criteria, PointsRule):
        yield from _step(loc, rule.step, one.full - rule.minimum)
    for loc, _, bonus in with_rule(criteria, BonusRule):
        yield from _step(loc, bonus.step, bonus.at_most)


def unsaid_scale(criteria: Criteria) -> Iterator[Fault]:
    """Yield rules that leave it to each reviewer what a number, an answer or a veto stands for."""
    for loc, one in leaves(criteria):
        match one.rule:
            case PointsRule(hint="") | BonusRule(hint=""):
                message = N_("{id} does not say what makes how many points")
            case BinaryRule(question=""):
                message = N_("{id} does not say what is answered by yes or no")
            case _:
                continue
        yield Fault((*loc, "rule", "kind"), message, params={"id": one.id})


def silent_vetoes(criteria: Criteria) -> Iterator[Fault]:
    """Yield vetoes that do not say what raises them."""
    for loc, one in leaves(criteria):
        if one.is_veto and not getattr(one.rule, "describe", ""):
            message = N_("veto {id} does not say what has to be seen to raise it")
            yield Fault((*loc, "rule", "kind"), message, params={"id": one.id})


def _best(one: Indicator) -> tuple[Fraction | None, str]:
    """Return the most that a rule gives and the key that says so; None where that is the full."""
    match one.rule:
        case GradedRule(levels=levels):
            return max(level.points for level in levels), "levels"
        case BinaryRule(yes=yes, no=no) if yes is not None:
            return max(yes, no), "yes"
        case RatioRule(bands=bands) if bands:
            return max(band.points for band in bands), "bands"
        case _:
            return None, ""


def _least(one: Indicator) -> tuple[Fraction, str]:
    """Return the least that a rule gives, missing material apart, and the key that says so."""
    match one.rule:
        case GradedRule(levels=levels):
            return min(level.points for level in levels), "levels"
        case BinaryRule(yes=yes, no=no):
            return min(no, one.full if yes is None else yes), "no"
        case PointsRule(minimum=minimum):
            return minimum, "minimum"
        case RatioRule(bands=bands) if bands:
            return _given_to_all(one.rule), "bands"
        case DeductRule() as rule:
            return (rule.floor, "floor") if rule.floor else (_undeducted(rule, one.full), "defects")
        case PeriodicRule() as rule:
            return max(
                one.full - PERIODS[rule.every] * rule.per_missing, Fraction(0)
            ), "per-missing"
        case _:
            return Fraction(0), ""


def _undeducted(rule: DeductRule, full: Fraction) -> Fraction:
    """Return what is left when every defect was seen as often as it costs."""
    costing = [one for one in rule.defects if one.points]
    if any(one.max_count is None for one in costing):
        return Fraction(0)
    return max(full - sum((one.points * (one.max_count or 0) for one in costing), Fraction()),
               Fraction(0))  # fmt: skip


def _given_to_all(rule: RuleModel) -> Fraction:
    """Return what the band gives that any share reaches."""
    assert isinstance(rule, RatioRule)
    reached = (
        band.points
        for band in rule.bands or ()
        if (band.at_most is not None and band.at_most >= 1 and rule.metric is None)
        or band.at_least == 0
    )
    return max(reached, default=Fraction(0))


def _end(band: Band) -> Fraction:
    return next(end for end in (band.at_least, band.at_most, Fraction(0)) if end is not None)


def _is_idle(band: Band, rule: RatioRule) -> bool:
    """Tell whether another band, reached by whatever reaches this one, gives as much."""
    sign = 1 if rule.direction == "higher" else -1
    return any(
        sign * _end(other) < sign * _end(band) and other.points >= band.points
        for other in rule.bands or ()
    )


def _costs(criteria: Criteria) -> Iterator[tuple[Loc, str, Fraction]]:
    for loc, _, rule in with_rule(criteria, DeductRule):
        for index, defect in enumerate(rule.defects):
            yield (*loc, "defects", index, "points"), defect.code, defect.points
    for loc, _, periodic in with_rule(criteria, PeriodicRule):
        yield (*loc, "per-missing"), "per-missing", periodic.per_missing


def _step(loc: Loc, step: Fraction, way: Fraction) -> Iterator[Fault]:
    if way and (way / step).denominator != 1:
        yield Fault(
            (*loc, "step"),
            N_("steps of {step} do not lead to {way}"),
            params={"step": decimal_text(step), "way": decimal_text(way)},
        )
