"""The applicant's own scores, rolled up by the rules that the reviewers' scores go through."""

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

from rolcheck.criteria.model import Criteria
from rolcheck.scoring.cells import NOT_APPLICABLE, Cell, rounding_of
from rolcheck.scoring.results import SubmissionResult
from rolcheck.scoring.rollup import NOT_APPLICABLE as TAKEN_OUT
from rolcheck.scoring.rollup import (
    PENDING,
    Branch,
    Leaf,
    NodeScore,
    RollUp,
    Unscored,
    leaves,
    roll_up,
)
from rolcheck.scoring.total import Total, totalled

State = Fraction | Unscored


@dataclass(frozen=True, slots=True)
class Claims:
    """What an applicant claims.

    Attributes:
        total: What the claims come to; None where nothing was claimed.
        count: How many base indicators have one.
        over: By how much they are above what is known, weighed, over the base indicators with
            both; below 0 where the reviewers gave more.
        compared: How many these are.
    """

    total: Fraction | None
    count: int
    over: Fraction
    compared: int


def claims_of(result: SubmissionResult, criteria: Criteria) -> Claims:
    """Return what the applicant claims; what does not apply and was not claimed is taken out."""
    states = {one.indicator.id: _claimed(one) for one in result.cells.values()}
    bonuses = [claim for one in criteria.bonuses if (claim := result.cells[one.id].claim)]
    claimed = [
        result.cells[one.id] for one in criteria.base if result.cells[one.id].claim is not None
    ]
    over = [difference for one in claimed if (difference := over_claimed(one)) is not None]
    return Claims(
        total=rolled_up(result.root, states, bonuses, criteria).total,
        count=len(claimed),
        over=sum(over, Fraction()),
        compared=len(over),
    )


def over_claimed(one: Cell) -> Fraction | None:
    """Return weight x (claim - score); None where one is missing, and outside the tree."""
    if one.claim is None or one.score is None or not one.indicator.is_base:
        return None
    return one.indicator.weight * (one.claim - one.score)


def rolled_up(
    root: NodeScore, states: Mapping[str, State], bonuses: list[Fraction], criteria: Criteria
) -> Total:
    """Return what other scores in the same tree come to.

    Args:
        root: The tree, with whatever scores.
        states: By base indicator, the score that takes the place of the one there.
        bonuses: Points of the bonus items.
        criteria: Whose tree it is.
    """
    scoring = criteria.scoring
    rounding = rounding_of(criteria)
    tree = _regrown(root, states)
    rules = RollUp(scoring.rollup, scoring.not_applicable, rounding)
    return totalled(
        roll_up(tree, rules).score, bonuses, leaves(tree), cap=scoring.bonus_cap, rounding=rounding
    )


def _claimed(one: Cell) -> State:
    if one.claim is not None:
        return one.claim
    return TAKEN_OUT if one.source == NOT_APPLICABLE else PENDING


def _regrown(node: NodeScore, states: Mapping[str, State]) -> Branch:
    children = tuple(
        _regrown(child, states)
        if child.children
        else Leaf(child.id, child.full, child.weight, states[child.id])
        for child in node.children
    )
    return Branch(node.id, node.weight, children)
