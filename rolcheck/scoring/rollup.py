"""The roll-up: from indicators through groups and areas to the base of a total.

How n/a and pending differ, whatever the method: what is not applicable is taken out of its parent,
what is pending is only not known yet. Under ``sum`` that means that a pending indicator stays in
its parent's full points with nothing earned so far, while the points of one that is n/a are spread
over its brothers; under ``weighted-mean`` both are left out of the mean, but only what is n/a
leaves a parent without anything alive.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import Enum
from fractions import Fraction
from typing import Literal, assert_never

from rolcheck.scoring.rounding import EXACT, Level, Rounding

Method = Literal["sum", "weighted-mean"]
NotApplicable = Literal["rescale", "full", "zero"]


class Unscored(Enum):
    """Why an indicator has no score."""

    PENDING = "pending"
    NOT_APPLICABLE = "not-applicable"


PENDING = Unscored.PENDING
NOT_APPLICABLE = Unscored.NOT_APPLICABLE


@dataclass(frozen=True, slots=True)
class Leaf:
    """One base indicator of one submission, as it goes into the roll-up.

    Args:
        points: Full points, before the weight.
        weight: Under ``sum`` a factor on score and full points, else the weight in the mean.
        state: The effective score in points, before the weight and rounded at ``panel`` where the
            criteria say so; or why there is none.
    """

    id: str
    points: Fraction
    weight: Fraction
    state: Fraction | Unscored


@dataclass(frozen=True, slots=True)
class Branch:
    """A group with its indicators, an area with its groups, or the root with its areas.

    Args:
        weight: Read under ``weighted-mean`` only; that of the root never.
        children: Bonus and veto indicators are no part of the tree.
    """

    id: str
    weight: Fraction
    children: "tuple[Branch | Leaf, ...]"


@dataclass(frozen=True, slots=True)
class NodeScore:
    """What one node of the tree came to.

    Args:
        score: Points; of an indicator before its weight, of a branch after rescaling and
            rounding. None where nothing below has a score yet, or nothing applies.
        full: Full points, n/a and pending indicators included; of an indicator before its weight.
        weight: What the parent multiplies with; under ``sum`` 1 but for indicators.
        live: False where nothing below applies, so that the parent does without this node.
        children: In the order given; branches with no indicator below are left out.
        part: What goes into the parent's sum. Under ``sum`` points after the weight, under
            ``weighted-mean`` weight x score; 0 where the node has no score.
        part_of: What goes beside it. Under ``sum`` full points after the weight, under
            ``weighted-mean`` the weight; 0 where the parent leaves the node out.
    """

    id: str
    score: Fraction | None
    full: Fraction
    weight: Fraction
    live: bool
    children: "tuple[NodeScore, ...]" = ()
    part: Fraction = Fraction()
    part_of: Fraction = Fraction()

    def walk(self) -> "Iterator[NodeScore]":
        """Yield this node and all below it, parents first."""
        yield self
        for child in self.children:
            yield from child.walk()


@dataclass(frozen=True, slots=True)
class RollUp:
    """The criteria's way from indicators to the base.

    Args:
        method: ``sum`` adds points; ``weighted-mean`` means scores as they are.
        not_applicable: What becomes of an indicator that is n/a: taken out of its parent, or
            scored with its full points or with 0.
        rounding: Read at ``weighted`` (under ``sum`` only), ``group``, ``area`` and ``total``.
    """

    method: Method = "sum"
    not_applicable: NotApplicable = "rescale"
    rounding: Rounding = EXACT


def roll_up(root: Branch, rules: RollUp) -> NodeScore:
    """Return the tree's scores; that of the root is the base of the total.

    Args:
        root: Areas with groups with indicators, for one submission.
        rules: The criteria's scoring.

    Returns:
        The root, its areas below it. ``score`` of the root is the base, rounded at ``total``, and
        None where no indicator has a score.

    Raises:
        ValueError: The tree is deeper than area, group, indicator.

    Source:
        `design.md` section 4 (not applicable, rounding).

    Example:
        Of a group of 3 + 2 points the 2 do not apply: 1 of 3 is worth as much of 5.

        >>> one = Fraction(1)
        >>> seen = Leaf("1.1.1", Fraction(3), one, Fraction(1))
        >>> group = Branch("1.1", one, (seen, Leaf("1.1.2", Fraction(2), one, NOT_APPLICABLE)))
        >>> root = Branch("", one, (Branch("1", one, (group,)),))
        >>> base = roll_up(root, RollUp(rounding=Rounding({"total": 2})))
        >>> base.score, base.full
        (Fraction(167, 100), Fraction(5, 1))
    """
    return _branch(root, rules, ("total", "area", "group"))


def leaves(node: Branch) -> Iterator[Leaf]:
    """Yield the indicators below `node`, in the order given."""
    for child in node.children:
        if isinstance(child, Leaf):
            yield child
        else:
            yield from leaves(child)


def _branch(node: Branch, rules: RollUp, levels: tuple[Level, ...]) -> NodeScore:
    if not levels:
        raise ValueError(f"branch {node.id!r} is deeper than a group")
    children = tuple(
        _leaf(child, rules) if isinstance(child, Leaf) else _branch(child, rules, levels[1:])
        for child in node.children
        if isinstance(child, Leaf) or any(leaves(child))
    )
    live = any(child.live for child in children)
    if rules.method == "sum":
        weight = Fraction(1)
        score, full = _rescaled_sum(children)
        live = live and score is not None
    else:
        weight = node.weight
        score, full = _weighted_mean(children)
    if score is not None and any(child.score is not None for child in children):
        score = rules.rounding.at(levels[0], score)
    else:
        score = None
    return _placed(NodeScore(node.id, score, full, weight, live, children), rules)


def _rescaled_sum(children: Sequence[NodeScore]) -> tuple[Fraction | None, Fraction]:
    """Return what the live children earned, stretched to the full points of all, and these."""
    full = sum((child.weight * child.full for child in children), Fraction())
    earned = sum((child.part for child in children), Fraction())
    live_full = sum((child.part_of for child in children), Fraction())
    if live_full == full:  # also where both are 0, since all weights are
        return earned, full
    return (earned * full / live_full if live_full else None), full


def _weighted_mean(children: Sequence[NodeScore]) -> tuple[Fraction | None, Fraction]:
    """Return the mean score of the children that have one, and the mean of all full points."""
    weight = sum((child.weight for child in children), Fraction())
    full = sum((child.weight * child.full for child in children), Fraction())
    part = sum((child.part for child in children), Fraction())
    part_of = sum((child.part_of for child in children), Fraction())
    return (part / part_of if part_of else None), (full / weight if weight else weight)


def _leaf(leaf: Leaf, rules: RollUp) -> NodeScore:
    match leaf.state:
        case Unscored.PENDING:
            score = None
        case Unscored.NOT_APPLICABLE:
            score = _instead_of_a_score(leaf, rules.not_applicable)
        case Fraction():
            score = leaf.state
        case _:
            assert_never(leaf.state)
    live = score is not None or leaf.state is PENDING
    return _placed(NodeScore(leaf.id, score, leaf.points, leaf.weight, live), rules)


def _instead_of_a_score(leaf: Leaf, not_applicable: NotApplicable) -> Fraction | None:
    match not_applicable:
        case "rescale":
            return None
        case "full":
            return leaf.points
        case "zero":
            return Fraction()
        case _:
            assert_never(not_applicable)


def _placed(node: NodeScore, rules: RollUp) -> NodeScore:
    """Return `node` with what it brings to its parent."""
    part = Fraction() if node.score is None else node.weight * node.score
    if rules.method == "weighted-mean":
        weight = Fraction() if node.score is None else node.weight
        return replace(node, part=part, part_of=weight)
    if not node.children:
        part = rules.rounding.at("weighted", part)
    return replace(node, part=part, part_of=node.weight * node.full if node.live else Fraction())
