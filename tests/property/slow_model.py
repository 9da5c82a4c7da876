"""A second, slow implementation of `design.md` section 4, written from its text.

It shares no code with the product and has another shape: plain dicts, recursion, every question
(does it live? is anything scored? how many points are below?) asked afresh at every node, pairs
counted one by one. Tests hold both together; when they differ, read the text.
"""

from collections.abc import Mapping, Sequence
from fractions import Fraction
from typing import Any

State = Fraction | str
"""A score, or ``pending``, or ``n/a``."""

Tree = Mapping[str, Any]
"""``{"id", "weight", "below": [trees]}``, at the ends ``{"id", "weight", "points"}``."""

Settings = Mapping[str, Any]
"""``rollup``, ``not-applicable``, ``round-to``, ``round-mode`` as in a criteria file; for panels
``method``, ``trim``, ``minimum``, ``groups`` as in a campaign file."""


def rounded(value: Fraction, level: str, settings: Settings) -> Fraction:
    if level not in settings["round-to"]:
        return value
    places = settings["round-to"][level]
    if settings["round-mode"] == "half-even":
        return Fraction(round(value, places))
    shifted = abs(value) * 10**places
    if settings["round-mode"] == "half-up":
        shifted = shifted + Fraction(1, 2)
    cut = Fraction(int(shifted), 10**places)
    return -cut if value < 0 else cut


def one_group(scores: Sequence[Fraction], settings: Settings) -> Fraction:
    left = list(scores)
    if settings["method"] == "median":
        while len(left) > 2:
            left.remove(max(left))
            left.remove(min(left))
    if settings["method"] == "trimmed-mean" and len(left) >= settings["minimum"]:
        for _ in range(settings["trim"]):
            left.remove(max(left))
        for _ in range(settings["trim"]):
            left.remove(min(left))
    result = Fraction(0)
    for score in left:
        result += Fraction(1, len(left)) * score
    return result


def panel(scores: Sequence[tuple[str | None, Fraction]], settings: Settings) -> Fraction | None:
    if len(scores) == 0:
        return None
    if settings["groups"] is None:
        return one_group([score for _, score in scores], settings)
    present = {group for group, _ in scores}
    whole = sum(weight for group, weight in settings["groups"].items() if group in present)
    result = Fraction(0)
    for group in present:
        own = [score for other, score in scores if other == group]
        result += settings["groups"][group] / whole * one_group(own, settings)
    return result


def ends(tree: Tree) -> list[Tree]:
    if "points" in tree:
        return [tree]
    return [end for child in tree["below"] for end in ends(child)]


def lives(tree: Tree, states: Mapping[str, State], settings: Settings) -> bool:
    if settings["not-applicable"] != "rescale":
        return True
    return any(states[end["id"]] != "n/a" for end in ends(tree))


def is_scored(tree: Tree, states: Mapping[str, State], settings: Settings) -> bool:
    unscored = {"pending", "n/a"} if settings["not-applicable"] == "rescale" else {"pending"}
    return any(states[end["id"]] not in unscored for end in ends(tree))


def full_points(tree: Tree, settings: Settings) -> Fraction:
    if "points" in tree:
        return Fraction(tree["points"])
    if settings["rollup"] == "sum":
        return sum((end["weight"] * end["points"] for end in ends(tree)), Fraction(0))
    weights = sum(child["weight"] for child in tree["below"])
    return sum(
        (child["weight"] / weights * full_points(child, settings) for child in tree["below"]),
        Fraction(0),
    )


def score(
    tree: Tree, states: Mapping[str, State], settings: Settings, level: str = "total"
) -> Fraction | None:
    if not is_scored(tree, states, settings):
        return None
    if "points" in tree:
        state = states[tree["id"]]
        if isinstance(state, Fraction):
            return state
        return Fraction(tree["points"]) if settings["not-applicable"] == "full" else Fraction(0)
    by_method = summed if settings["rollup"] == "sum" else meant
    return rounded(by_method(tree, states, settings, level), level, settings)


BELOW = {"total": "area", "area": "group", "group": "indicator"}


def summed(tree: Tree, states: Mapping[str, State], settings: Settings, level: str) -> Fraction:
    earned, possible = Fraction(0), Fraction(0)
    for child in tree["below"]:
        if not lives(child, states, settings):
            continue
        reached = score(child, states, settings, BELOW[level]) or Fraction(0)
        if "points" in child:
            earned += rounded(child["weight"] * reached, "weighted", settings)
            possible += child["weight"] * child["points"]
        else:
            earned += reached
            possible += full_points(child, settings)
    return earned * (full_points(tree, settings) / possible)


def meant(tree: Tree, states: Mapping[str, State], settings: Settings, level: str) -> Fraction:
    reached = [
        (child["weight"], score(child, states, settings, BELOW[level])) for child in tree["below"]
    ]
    known = [(weight, points) for weight, points in reached if points is not None]
    whole = sum(weight for weight, _ in known)
    return sum((weight / whole * points for weight, points in known), Fraction(0))


def total(
    base: Fraction | None, bonuses: Sequence[Fraction], cap: Fraction | None, settings: Settings
) -> Fraction | None:
    if base is None:
        return None
    extra = sum(bonuses, Fraction(0))
    if cap is not None and extra > cap:
        extra = cap
    return rounded(base, "total", settings) + rounded(extra, "total", settings)


def pending(tree: Tree, states: Mapping[str, State]) -> Fraction:
    return sum(
        (end["weight"] * end["points"] for end in ends(tree) if states[end["id"]] == "pending"),
        Fraction(0),
    )


def ranks(entries: Sequence[Mapping[str, Any]]) -> dict[str, int | None]:
    def takes_part(entry: Mapping[str, Any]) -> bool:
        return entry["complete"] and not entry["disqualified"] and entry["total"] is not None

    def beats(one: Mapping[str, Any], other: Mapping[str, Any]) -> bool:
        if one["total"] != other["total"]:
            return bool(one["total"] > other["total"])
        for mine, yours in zip(one["areas"], other["areas"], strict=True):
            if (mine or 0) != (yours or 0):
                return bool((mine or 0) > (yours or 0))
        return False

    result: dict[str, int | None] = {}
    for entry in entries:
        rivals = [
            other for other in entries if takes_part(other) and other["kind"] == entry["kind"]
        ]
        better = sum(1 for other in rivals if takes_part(entry) and beats(other, entry))
        result[entry["id"]] = better + 1 if takes_part(entry) else None
    return result


def alpha(units: Sequence[Sequence[Fraction]], level: str) -> Fraction | None:
    paired = [unit for unit in units if len(unit) >= 2]
    everything = [value for unit in paired for value in unit]

    def difference(one: Fraction, other: Fraction) -> Fraction:
        if level == "nominal":
            return Fraction(0 if one == other else 1)
        if level == "interval":
            return (one - other) ** 2
        if level == "ratio":
            return ((one - other) / (one + other)) ** 2 if one != other else Fraction(0)
        low, high = min(one, other), max(one, other)
        between = sum(1 for value in everything if low <= value <= high)
        return (between - Fraction(everything.count(low) + everything.count(high), 2)) ** 2

    def over_pairs(values: Sequence[Fraction]) -> Fraction:
        return sum(
            (
                difference(one, other)
                for i, one in enumerate(values)
                for j, other in enumerate(values)
                if i != j
            ),
            Fraction(0),
        )

    size = len(everything)
    inside = sum((over_pairs(unit) / (len(unit) - 1) for unit in paired), Fraction(0))
    across = over_pairs(everything)
    if across == 0:
        return None
    return 1 - (inside / size) / (across / (size * (size - 1)))
