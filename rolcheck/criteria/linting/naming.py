"""Titles, guidance, offices: whether indicators can be told apart, and whose they are."""

from collections.abc import Iterator
from fractions import Fraction
from itertools import combinations

from rolcheck.base.messages import N_
from rolcheck.base.numbers import decimal_text
from rolcheck.base.toml import Fault
from rolcheck.base.toml_places import Loc
from rolcheck.criteria.linting.leaves import folded, leaves, repeated
from rolcheck.criteria.model import Criteria, Titled

ALIKE = Fraction(3, 5)
"""From this share of common character pairs on two titles overlap.

In the sets that ship, the nearest titles of different things share 0.57 (决策合法性审查,
政府合同合法性审查), while a title with a word added or turned round keeps 0.7 and more.
"""

SAME = Fraction(4, 5)
"""From this share on one text says no more than the other."""


def likeness(one: str, other: str) -> Fraction:
    """Return how much two texts overlap: Dice's coefficient of their pairs of characters.

    Args:
        one: A text as `folded` returns it.
        other: Another.

    Example:
        >>> likeness("合法性审核率", "合法性审核"), likeness("月通报", "季分析")
        (Fraction(8, 9), Fraction(0, 1))
    """
    left, right = _pairs(one), _pairs(other)
    return Fraction(2 * len(left & right), len(left) + len(right))


def titles_twice(criteria: Criteria) -> Iterator[Fault]:
    """Yield areas, groups and indicators that have the title of an earlier one of their level."""
    for level in _levels(criteria):
        for where, one, first in repeated((loc, node.title, node) for loc, node in level):
            yield Fault(
                (*where, "title"),
                N_("{id} has the title of {other}"),
                params={"id": _id(one), "other": _id(first)},
            )


def titles_alike(criteria: Criteria) -> Iterator[Fault]:
    """Yield indicators whose title overlaps with an earlier one's, without being the same."""
    titles = [(loc, one, folded(one.title)) for loc, one in leaves(criteria)]
    for (_, first, before), (loc, one, title) in combinations(titles, 2):
        if before == title or len(before) + len(title) < 6:
            continue
        share = likeness(before, title)
        if share >= ALIKE:
            yield Fault(
                (*loc, "title"),
                N_("the titles of {id} and {other} overlap by {percent}%"),
                params={
                    "id": one.id,
                    "other": first.id,
                    "percent": decimal_text(share * 100, 0),
                },
            )


def half_translated(criteria: Criteria) -> Iterator[Fault]:
    """Yield what has no English title in a set of which most have one."""
    nodes = [(loc, node) for level in _levels(criteria) for loc, node in level]
    without = [(loc, node) for loc, node in nodes if not node.title_en]
    if 2 * len(without) < len(nodes):
        for loc, node in without:
            yield Fault(
                (*loc, "title_en"),
                N_("{id} has no English title, the others have"),
                params={"id": _id(node)},
                at="table",
            )


def without_guidance(criteria: Criteria) -> Iterator[Fault]:
    """Yield indicators, vetoes apart, that do not say what reviewers look at."""
    for loc, one in leaves(criteria):
        if not one.is_veto and not one.guidance.strip():
            yield Fault((*loc, "id"), N_("{id} has no guidance"), params={"id": one.id})


def guidance_repeats(criteria: Criteria) -> Iterator[Fault]:
    """Yield guidance that says no more than the title."""
    for loc, one in leaves(criteria):
        said, title = folded(one.guidance), folded(one.title)
        if said and (said in title or likeness(said, title) >= SAME):
            message = N_("the guidance of {id} says no more than its title")
            yield Fault((*loc, "guidance"), message, params={"id": one.id})


def without_office(criteria: Criteria) -> Iterator[Fault]:
    """Yield base indicators without an office in a set where others have one."""
    if any(one.office for one in criteria.base):
        for loc, one in leaves(criteria):
            if one.is_base and not one.office.strip():
                message = N_("{id} names no office, other indicators do")
                yield Fault((*loc, "id"), message, params={"id": one.id})


def offices_alike(criteria: Criteria) -> Iterator[Fault]:
    """Yield offices that differ from another by blanks, marks or width alone."""
    first: dict[str, str] = {}
    for loc, one in leaves(criteria):
        named = [((*loc, "office"), one.office)]
        named += [((*loc, "co-offices", at), name) for at, name in enumerate(one.co_offices)]
        for where, name in named:
            before = first.setdefault(folded(name), name)
            if name and before != name:
                yield Fault(
                    where,
                    N_("'{name}' stands elsewhere as '{other}'"),
                    params={"name": name, "other": before},
                )


def office_twice(criteria: Criteria) -> Iterator[Fault]:
    """Yield indicators whose office is among those beside it."""
    for loc, one in leaves(criteria):
        for index, name in enumerate(one.co_offices):
            if folded(name) == folded(one.office) or name in one.co_offices[:index]:
                yield Fault(
                    (*loc, "co-offices", index),
                    N_("{id} names '{name}' twice"),
                    params={"id": one.id, "name": name},
                )


def _pairs(text: str) -> set[str]:
    return {text[at : at + 2] for at in range(len(text) - 1)} or {text}


def _levels(criteria: Criteria) -> Iterator[list[tuple[Loc, Titled]]]:
    yield [(("area", index), one) for index, one in enumerate(criteria.areas)]
    yield [(("group", index), one) for index, one in enumerate(criteria.groups)]
    yield [(loc, one) for loc, one in leaves(criteria)]


def _id(node: Titled) -> str:
    return str(getattr(node, "id", ""))
