"""What is wrong with a criteria file as a whole."""

from collections.abc import Iterator
from fractions import Fraction

from rolcheck.base.messages import N_
from rolcheck.base.numbers import decimal_text
from rolcheck.base.toml import Fault, Table, names_in
from rolcheck.base.toml_faults import repeated, unknown
from rolcheck.criteria.sketch import Leaf, Sketch, points_in


def criteria_faults(data: Table, seen: Sketch) -> Iterator[Fault]:
    """Yield what shows across a criteria file, as far as it can be read.

    Args:
        data: The parsed TOML.
        seen: What was read of it.
    """
    for kind, _ in seen.levels:
        yield from repeated((kind,), "id", names_in(data, kind))
    yield from _orphans(seen)
    yield from _childless(seen)
    yield from _weights(seen)
    for leaf in seen.indicators:
        yield from _indicator(leaf)
    yield from _sum(seen)


def _orphans(seen: Sketch) -> Iterator[Fault]:
    above = {
        "group": (seen.areas, N_("no area {name} for this group")),
        "indicator": (seen.groups, N_("no group {name} for this indicator")),
    }
    for kind, nodes in seen.levels:
        parents, message = above.get(kind, ((), ""))
        known = [node.id for node in parents if node.id is not None]
        if len(known) < len(parents) or not message:
            continue  # the one that cannot be read may be the one that is looked for
        for node in nodes:
            if node.id is not None and node.parent not in known:
                yield unknown((*node.loc, "id"), message, node.parent, known)


def _childless(seen: Sketch) -> Iterator[Fault]:
    below = (
        (seen.areas, seen.groups, N_("area {name} has no group")),
        (seen.groups, seen.indicators, N_("group {name} has no indicator")),
    )
    for nodes, children, message in below:
        parents = {child.parent for child in children}
        if any(child.id is None for child in children):
            continue
        for node in nodes:
            if node.id is not None and node.id not in parents:
                yield Fault(
                    (*node.loc, "id"),
                    message,
                    N_("expected three levels: areas, groups, indicators"),
                    {"name": node.id},
                )


def _weights(seen: Sketch) -> Iterator[Fault]:
    base = [leaf.id or "" for leaf in seen.indicators if leaf.is_base]
    live = {name for leaf in base for name in (leaf, *_above(leaf))}
    for _, nodes in seen.levels:
        for node in nodes:
            if node.weight == 0 and node.id in live:
                yield Fault((*node.loc, "weight"), N_("weight is 0"), N_("expected more than 0"))


def _above(indicator: str) -> tuple[str, str]:
    return indicator.rpartition(".")[0], indicator.partition(".")[0]


def _indicator(leaf: Leaf) -> Iterator[Fault]:
    if leaf.kind and leaf.is_base and "points" not in leaf.table:
        yield Fault(
            (*leaf.loc, "points"), N_("{key} is missing"), "", {"key": "points"}, at="table"
        )
    if leaf.is_base and leaf.points == 0:
        yield Fault(
            (*leaf.loc, "points"),
            N_("an indicator of 0 points"),
            N_("expected more than 0, but for bonus and veto"),
        )
    yield from leaf.rule_faults()
    names = names_in(leaf.table, "evidence")
    yield from repeated((*leaf.loc, "evidence"), "id", names, any_case=True)


def _sum(seen: Sketch) -> Iterator[Fault]:
    wanted = points_in(seen.about, "points")
    scoring = seen.about.get("scoring", {})
    rollup = scoring.get("rollup", "sum") if isinstance(scoring, dict) else None
    if wanted is None or rollup not in ("sum", "weighted-mean"):
        return
    total = Fraction(0)
    for leaf in seen.indicators:
        if not leaf.kind or (leaf.is_base and (leaf.points is None or leaf.weight is None)):
            return
        if leaf.is_base and leaf.points is not None and leaf.weight is not None:
            total += leaf.points * (leaf.weight if rollup == "sum" else 1)
    if total != wanted:
        yield Fault(
            ("criteria", "points"),
            N_("the base adds up to {total}, not to {points}"),
            N_("expected {total}"),
            {"total": decimal_text(total), "points": decimal_text(wanted)},
        )
