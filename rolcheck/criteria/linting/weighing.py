"""How indicators weigh against each other, and what the set says of its sums."""

from collections.abc import Iterator, Sequence
from fractions import Fraction

from rolcheck.base.messages import N_
from rolcheck.base.numbers import decimal_text, finite_places
from rolcheck.base.toml import Fault
from rolcheck.base.toml_places import Loc
from rolcheck.criteria.linting.leaves import folded, leaves, with_rule
from rolcheck.criteria.model import Criteria, Indicator
from rolcheck.criteria.rules.bonus import BonusRule
from rolcheck.criteria.rules.counting import CountingRule

OUT_OF_LINE = 3
"""So many times the median of its group, or that part of it, is far from any sibling."""

MOST_BONUS = Fraction(1, 10)
"""From this share of the base on the extras decide the ranking."""

WHEN = (
    "不适用",
    "不涉及",
    "无此",
    "没有",
    "未发生",
    "not apply",
    "not applicable",
    "n/a",
    "no such",
)
"""What guidance says where it tells when an indicator does not apply."""


def out_of_line(criteria: Criteria) -> Iterator[Fault]:
    """Yield base indicators whose points are far from what is usual in their group."""
    places = {one.id: loc for loc, one in leaves(criteria)}
    for group in (group for area in criteria.tree for group in area.groups):
        usual = median([_counts(criteria, one) for one in group.indicators])
        for one in group.indicators if len(group.indicators) >= 3 else ():
            ratio = _counts(criteria, one) / usual if usual else Fraction(1)
            if max(ratio, 1 / ratio) > OUT_OF_LINE:
                yield Fault(
                    (*places[one.id], "points"),
                    N_("{points} points are {ratio} times the median of group {group}, {median}"),
                    params={
                        "points": decimal_text(_counts(criteria, one)),
                        "ratio": exact(ratio),
                        "group": group.id,
                        "median": decimal_text(usual),
                    },
                )


def alone_in_group(criteria: Criteria) -> Iterator[Fault]:
    """Yield groups of one indicator that add nothing to it, or weigh it anew."""
    averaged = criteria.scoring.rollup == "weighted-mean"
    places = {group.id: index for index, group in enumerate(criteria.groups)}
    for group in (group for area in criteria.tree for group in area.groups):
        titles = [folded(one.title) for one in (group.group, *group.indicators)]
        if len(titles) == 2 and (averaged or titles[0] == titles[1]):
            message = N_("group {id} holds a single indicator")
            yield Fault(("group", places[group.id], "id"), message, params={"id": group.id})


def unread_weights(criteria: Criteria) -> Iterator[Fault]:
    """Yield weights that change nothing."""
    base = {name for one in criteria.base for name in (one.area_id, one.group_id, one.id)}
    summed = criteria.scoring.rollup == "sum"
    nodes: list[tuple[Loc, str, Fraction, bool]] = [
        *((("area", at), one.id, one.weight, summed) for at, one in enumerate(criteria.areas)),
        *((("group", at), one.id, one.weight, summed) for at, one in enumerate(criteria.groups)),
        *((loc, one.id, one.weight, False) for loc, one in leaves(criteria)),
    ]
    for loc, name, weight, unread in nodes:
        if weight != 1 and (unread or name not in base):
            yield Fault(
                (*loc, "weight"),
                N_("nothing reads the weight {weight} of {id}"),
                params={"weight": decimal_text(weight), "id": name},
            )


def without_sum(criteria: Criteria) -> Iterator[Fault]:
    """Yield a fault for a set that does not say what its base adds up to."""
    if criteria.points is None:
        yield Fault(
            ("criteria", "points"), N_("the set does not say what it adds up to"), at="table"
        )


def without_source(criteria: Criteria) -> Iterator[Fault]:
    """Yield a fault for a set that does not say where it comes from."""
    if not criteria.source.strip():
        yield Fault(
            ("criteria", "source"), N_("the set does not say where it comes from"), at="table"
        )


def unclear_absence(criteria: Criteria) -> Iterator[Fault]:
    """Yield indicators that can be n/a without a word on when they are."""
    for loc, one in leaves(criteria):
        rule = one.rule
        counted = isinstance(rule, CountingRule) and rule.when_empty == "not-applicable"
        said = any(word in one.guidance.casefold() for word in WHEN)
        if one.not_applicable and not counted and not said:
            message = N_("{id} can be n/a, but nothing says when")
            yield Fault((*loc, "not-applicable"), message, params={"id": one.id})


def idle_cap(criteria: Criteria) -> Iterator[Fault]:
    """Yield a cap on the bonus that the items together never reach."""
    cap, most = criteria.scoring.bonus_cap, _bonus(criteria)
    if cap is not None and cap > most:
        yield Fault(
            ("criteria", "scoring", "bonus-cap"),
            N_("the cap of {cap} is never reached: the bonus items give {most} at most"),
            params={"cap": decimal_text(cap), "most": decimal_text(most)},
        )


def bonus_above_cap(criteria: Criteria) -> Iterator[Fault]:
    """Yield bonus items that alone give more than the cap lets through."""
    cap = criteria.scoring.bonus_cap
    for loc, one, rule in with_rule(criteria, BonusRule):
        if cap is not None and rule.at_most > cap:
            yield Fault(
                (*loc, "at-most"),
                N_("{id} gives up to {points}, of which no more than {cap} count"),
                params={
                    "id": one.id,
                    "points": decimal_text(rule.at_most),
                    "cap": decimal_text(cap),
                },
            )


def heavy_bonus(criteria: Criteria) -> Iterator[Fault]:
    """Yield a fault where the bonus can outweigh what the base tells apart."""
    base = sum((_counts(criteria, one) for one in criteria.base), Fraction())
    cap, most = criteria.scoring.bonus_cap, _bonus(criteria)
    counts = most if cap is None else min(cap, most)
    if base and criteria.scoring.rollup == "sum" and counts > base * MOST_BONUS:
        yield Fault(
            ("criteria", "scoring", "bonus-cap"),
            N_("the bonus can add {bonus} to a base of {base}: {percent}%"),
            params={
                "bonus": decimal_text(counts),
                "base": decimal_text(base),
                "percent": decimal_text(counts / base * 100, 0),
            },
            at="value" if cap is not None else "table",
        )


def median(numbers: Sequence[Fraction]) -> Fraction:
    """Return the middle one, exact; of an even count the mean of the middle two.

    Args:
        numbers: In any order; not empty.
    """
    ordered, half = sorted(numbers), len(numbers) // 2
    return (ordered[half] + ordered[-half - 1]) / 2


def exact(ratio: Fraction) -> str:
    """Return a ratio without rounding: as a decimal where that is short, else as p/q."""
    places = finite_places(ratio)
    return decimal_text(ratio) if places is not None and places <= 3 else str(ratio)


def _counts(criteria: Criteria, one: Indicator) -> Fraction:
    """Return what an indicator counts for: points by weight, the weight alone in a mean."""
    return one.full * one.weight if criteria.scoring.rollup == "sum" else one.weight


def _bonus(criteria: Criteria) -> Fraction:
    return sum((one.full for one in criteria.bonuses), Fraction())
