"""Levels that cannot be told apart, or that pay for nothing."""

from collections.abc import Iterator
from fractions import Fraction
from itertools import pairwise

from rolcheck.base.messages import N_
from rolcheck.base.numbers import decimal_text
from rolcheck.base.toml import Fault
from rolcheck.criteria.linting.leaves import folded, repeated, with_rule
from rolcheck.criteria.model import Criteria
from rolcheck.criteria.rules.graded import GradedRule

VAGUE = frozenset(
    (
        *(
            "好",
            "较好",
            "良好",
            "很好",
            "优",
            "优秀",
            "良",
            "一般",
            "中等",
            "中",
            "合格",
            "基本合格",
        ),
        *("不合格", "差", "较差", "很差", "完成", "较完整", "完整", "excellent", "good", "fair"),
        *("average", "poor", "bad", "satisfactory", "unsatisfactory", "acceptable"),
    )
)
"""Descriptions that two reviewers read differently, as `folded`."""

NOTHING = ("无材料", "没有材料", "未提供材料", "无佐证", "no material", "no evidence", "nothing")


def levels_alike(criteria: Criteria) -> Iterator[Fault]:
    """Yield levels that give the points of another, or stand for the same."""
    for loc, _, rule in with_rule(criteria, GradedRule):
        first: dict[Fraction, str] = {}
        for index, level in enumerate(rule.levels):
            before = first.setdefault(level.points, level.label)
            if before != level.label:
                yield Fault(
                    (*loc, "levels", index, "points"),
                    N_("levels {first} and {second} give the same {points} points"),
                    params={
                        "first": before,
                        "second": level.label,
                        "points": decimal_text(level.points),
                    },
                )
        said = (
            ((*loc, "levels", index, "describe"), level.describe, level)
            for index, level in enumerate(rule.levels)
        )
        for where, level, other in repeated(said):
            message = N_("levels {first} and {second} are described alike")
            yield Fault(where, message, params={"first": other.label, "second": level.label})


def levels_unsaid(criteria: Criteria) -> Iterator[Fault]:
    """Yield levels that give points without saying what has to be seen."""
    for loc, _, rule in with_rule(criteria, GradedRule):
        for index, level in enumerate(rule.levels):
            said = folded(level.describe)
            if level.points and (not said or said in VAGUE or said == folded(level.label)):
                yield Fault(
                    (*loc, "levels", index, "describe"),
                    N_("level {label} gives {points} points for nothing that can be seen"),
                    params={"label": level.label, "points": decimal_text(level.points)},
                )


def paid_for_nothing(criteria: Criteria) -> Iterator[Fault]:
    """Yield levels that give points though they say that there is no material."""
    for loc, _, rule in with_rule(criteria, GradedRule):
        for index, level in enumerate(rule.levels):
            said = level.describe.casefold()
            if level.points and any(word in said for word in NOTHING):
                yield Fault(
                    (*loc, "levels", index, "points"),
                    N_("level {label} gives {points} points where there is no material"),
                    params={"label": level.label, "points": decimal_text(level.points)},
                )


def levels_jumbled(criteria: Criteria) -> Iterator[Fault]:
    """Yield the first level that stands out of order."""
    for loc, _, rule in with_rule(criteria, GradedRule):
        points = [level.points for level in rule.levels]
        rising = points[-1] > points[0]
        for index, (before, now) in enumerate(pairwise(points), 1):
            if now != before and (now > before) != rising:
                message = N_("level {label} stands out of order")
                label = rule.levels[index].label
                yield Fault((*loc, "levels", index, "label"), message, params={"label": label})
                break
