"""Sums as people write them down: ``(2.5 + 2.7) / 2 = 2.6``; every one can be recomputed.

Signs are ASCII, since arrows and crosses take two cells on many terminals: ``x`` multiplies,
``->`` leads from a number to what rounding makes of it.
"""

from collections.abc import Mapping, Sequence
from fractions import Fraction

from rolcheck.base.numbers import decimal_text
from rolcheck.base.periods import Period
from rolcheck.criteria.model import Indicator
from rolcheck.criteria.observing import observe, terms_of, words_of
from rolcheck.criteria.rules.counting import Count
from rolcheck.criteria.rules.deduct import DeductRule
from rolcheck.criteria.rules.periodic import PeriodicRule
from rolcheck.criteria.rules.ratio import RatioRule
from rolcheck.criteria.rules.sampled import SampledRule
from rolcheck.reports.exact import exact_text
from rolcheck.reports.explained import NodeStep, Part
from rolcheck.reports.words import share_words


def working(indicator: Indicator, value: str, period: Period) -> str:
    """Return how a rule made points of an observation; empty where it is the points themselves.

    Args:
        indicator: What was observed.
        value: The observation's normalised text.
        period: The campaign's period.
    """
    points = observe(indicator, value, period).points
    if value in words_of(indicator) or points is None:
        return ""
    terms, full = terms_of(indicator, period), indicator.full
    match indicator.rule:
        case DeductRule() as rule:
            return _deducted(rule, rule.parse(value, terms), full, points)
        case PeriodicRule() as rule:
            count = rule.parse(value, terms)
            missing = count.of - count.number
            cost = missing * rule.per_missing
            said = f"{exact_text(full)} - {missing} x {decimal_text(rule.per_missing)}"
            return "" if count.is_empty else _at_least(said, full - cost, points)
        case SampledRule() as rule:
            is_empty = rule.parse(value, terms).is_empty
            return "" if is_empty else f"{exact_text(full)} x {value} = {exact_text(points)}"
        case RatioRule() as rule:
            return _ratio(rule, rule.parse(value, terms), exact_text(full), points)
        case _:
            return ""


def _deducted(rule: DeductRule, seen: Mapping[str, int], full: Fraction, points: Fraction) -> str:
    if not seen:
        return ""
    costs = [
        f" - {min(seen[one.code], one.max_count or seen[one.code])} x {decimal_text(one.points)}"
        for one in rule.defects
        if one.code in seen
    ]
    left = full - sum((one.cost(seen.get(one.code, 0)) for one in rule.defects), Fraction())
    return _at_least(f"{exact_text(full)}{''.join(costs)}", left, points)


def _at_least(said: str, plain: Fraction, points: Fraction) -> str:
    """Return the sum, and what the rule gives where that is not less."""
    done = f"{said} = {exact_text(plain)}"
    return done if plain == points else f"{done} -> {exact_text(points)}"


def _ratio(rule: RatioRule, seen: Count | Fraction, full: str, points: Fraction) -> str:
    if isinstance(seen, Count) and seen.is_empty:
        return ""
    share = seen.share if isinstance(seen, Count) else seen
    text = f"{seen.number}/{seen.of}" if isinstance(seen, Count) else exact_text(seen)
    if rule.linear is None:
        said = share_words(share, 2) if isinstance(seen, Count) else text
        return f"{text} = {said} -> {exact_text(points)}" if said != text else ""
    start, end = rule.linear.start, rule.linear.end
    ends = (decimal_text(start), decimal_text(end))
    plain = (share - start) / (end - start)
    said = f"({text} - {ends[0]}) / ({ends[1]} - {ends[0]}) = {exact_text(plain)}"
    clamped = min(max(plain, Fraction()), Fraction(1))
    if clamped != plain:
        said = f"{said} -> {exact_text(clamped)}"
    return f"{said}; {exact_text(clamped)} x {full} = {exact_text(points)}"


def observed(indicator: Indicator, value: str, period: Period, points: Fraction | None) -> str:
    """Return how an observation became points, with what rounding made of these."""
    exact = observe(indicator, value, period).points
    said = working(indicator, value, period)
    if exact is None or exact == points:
        return said
    return rounded(said or exact_text(exact), exact, points)


def mean_sum(part: Part, method: str) -> str:
    """Return how the kept scores became one."""
    kept = part.kept
    if method == "median":
        middle = kept[(len(kept) - 1) // 2 : len(kept) // 2 + 1]
        return f"{_mean(middle)} = {exact_text(part.result)}"
    return f"{_mean(kept)} = {exact_text(part.result)}"


def weighed_sum(parts: Sequence[Part], exact: Fraction) -> str:
    """Return how the results of reviewer groups became one."""
    above = " + ".join(
        f"{decimal_text(part.weight or Fraction())} x {exact_text(part.result)}" for part in parts
    )
    below = " + ".join(decimal_text(part.weight or Fraction()) for part in parts)
    return f"({above}) / ({below}) = {exact_text(exact)}"


def node_sum(node: NodeStep) -> str:
    """Return how the children's parts became the node's score; empty where it has none."""
    if node.exact is None:
        return ""
    live = [child for child in node.children if child.part_of]
    if node.method == "sum":
        said = " + ".join(exact_text(child.part) for child in live)
        if node.earned_of != node.full:
            said = f"({said})" if len(live) > 1 else said
            said = f"{said} x {exact_text(node.full)} / {exact_text(node.earned_of)}"
    else:
        above = " + ".join(
            f"{exact_text(child.weight)} x {exact_text(child.score or Fraction())}"
            for child in live
        )
        below = " + ".join(exact_text(child.weight) for child in live)
        said = f"({above}) / ({below})"
    return rounded(f"{said} = {exact_text(node.exact)}", node.exact, node.score)


def rounded(said: str, exact: Fraction, score: Fraction | None) -> str:
    """Return a sum with what rounding made of it, where it made something else."""
    return said if score is None or score == exact else f"{said} -> {exact_text(score)}"


def _mean(scores: Sequence[Fraction]) -> str:
    if len(scores) == 1:
        return exact_text(scores[0])
    return f"({' + '.join(map(exact_text, scores))}) / {len(scores)}"
