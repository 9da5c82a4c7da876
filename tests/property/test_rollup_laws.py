"""Laws of the roll-up that hold for every tree."""

from fractions import Fraction
from random import Random

from hypothesis import given
from hypothesis import strategies as st

from rolcheck.scoring.rollup import (
    NOT_APPLICABLE,
    PENDING,
    Branch,
    Leaf,
    NotApplicable,
    RollUp,
    Unscored,
    leaves,
    roll_up,
)
from rolcheck.scoring.rollup import Method as RollUpMethod
from rolcheck.scoring.rounding import Rounding

ONE = Fraction(1)

positive = st.fractions(Fraction(1, 1000), 6, max_denominator=1000)
methods: st.SearchStrategy[RollUpMethod] = st.sampled_from(["sum", "weighted-mean"])
policies: st.SearchStrategy[NotApplicable] = st.sampled_from(["rescale", "full", "zero"])
applicable = st.fractions(0, 1, max_denominator=100) | st.just(PENDING)
states = applicable | st.just(NOT_APPLICABLE)


@st.composite
def trees(draw: st.DrawFn, of: st.SearchStrategy[Fraction | Unscored] = states) -> Branch:
    """Three levels; `of` draws the state of an indicator, a score as share of its full points."""

    def leaf(id: str) -> Leaf:
        full, state = draw(positive), draw(of)
        score = state * full if isinstance(state, Fraction) else state
        return Leaf(id, full, draw(positive), score)

    def group(id: str) -> Branch:
        ids = [f"{id}.{n}" for n in range(draw(st.integers(1, 3)))]
        return Branch(id, draw(positive), tuple(leaf(below) for below in ids))

    def area(id: str) -> Branch:
        ids = [f"{id}.{n}" for n in range(draw(st.integers(1, 2)))]
        return Branch(id, draw(positive), tuple(group(below) for below in ids))

    return Branch("", ONE, tuple(area(f"{n}") for n in range(draw(st.integers(1, 3)))))


@given(trees(), methods, policies)
def test_a_score_lies_between_nought_and_the_full_points_reached(
    root: Branch, method: RollUpMethod, policy: NotApplicable
) -> None:
    base = roll_up(root, RollUp(method, policy))

    for node in base.walk():
        if node.score is not None:
            most = node.full if method == "sum" else max(leaf.points for leaf in leaves(root))
            assert 0 <= node.score <= most


@given(trees(st.sampled_from([Fraction(3, 7), NOT_APPLICABLE])))
def test_what_is_not_applicable_changes_nothing_where_all_others_have_one_share(
    root: Branch,
) -> None:
    for node in roll_up(root, RollUp("sum", "rescale")).walk():
        if node.live:
            assert node.score == Fraction(3, 7) * node.full
        else:
            assert node.score is None


@given(trees(applicable))
def test_where_nothing_is_not_applicable_the_way_of_treating_it_is_of_no_account(
    root: Branch,
) -> None:
    rescaled = roll_up(root, RollUp("sum", "rescale"))

    assert rescaled == roll_up(root, RollUp("sum", "full"))
    assert rescaled == roll_up(root, RollUp("sum", "zero"))
    assert rescaled.score is None or rescaled.score == sum(
        leaf.weight * leaf.state for leaf in leaves(root) if isinstance(leaf.state, Fraction)
    )


@given(trees(), methods)
def test_n_a_in_full_is_never_worse_and_n_a_as_nothing_never_better(
    root: Branch, method: RollUpMethod
) -> None:
    in_full = roll_up(root, RollUp(method, "full")).score
    nothing = roll_up(root, RollUp(method, "zero")).score

    assert (in_full is None) == (nothing is None)
    if in_full is not None and nothing is not None:
        assert nothing <= in_full
    if method == "sum" and in_full is not None and nothing is not None:
        rescaled = roll_up(root, RollUp(method, "rescale")).score
        assert rescaled is None or nothing <= rescaled <= in_full


@given(trees(), methods, policies)
def test_there_is_a_base_exactly_where_something_has_a_score(
    root: Branch, method: RollUpMethod, policy: NotApplicable
) -> None:
    counted = [PENDING, NOT_APPLICABLE] if policy == "rescale" else [PENDING]
    scored = any(leaf.state not in counted for leaf in leaves(root))

    assert (roll_up(root, RollUp(method, policy)).score is not None) == scored


@given(trees(), methods, policies, st.randoms(use_true_random=False))
def test_the_order_of_areas_never_matters(
    root: Branch, method: RollUpMethod, policy: NotApplicable, shuffler: Random
) -> None:
    areas = tuple(shuffler.sample(root.children, k=len(root.children)))
    rules = RollUp(method, policy, Rounding({"group": 2, "area": 1, "total": 1}))

    mixed = roll_up(Branch("", ONE, areas), rules)

    assert mixed.score == roll_up(root, rules).score


@given(trees(applicable), st.integers(0, 4))
def test_where_groups_are_rounded_an_area_is_the_sum_of_what_is_printed(
    root: Branch, digits: int
) -> None:
    base = roll_up(root, RollUp(rounding=Rounding({"group": digits})))

    for area in base.children:
        if area.score is not None:
            assert area.score == sum(group.score or 0 for group in area.children)
            assert (area.score * 10**digits).denominator == 1
