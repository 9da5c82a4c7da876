"""The roll-up, worked on paper."""

from collections.abc import Mapping
from fractions import Fraction

import pytest

from rolcheck.scoring.rollup import (
    NOT_APPLICABLE,
    PENDING,
    Branch,
    Leaf,
    NodeScore,
    NotApplicable,
    RollUp,
    Unscored,
    leaves,
    roll_up,
)
from rolcheck.scoring.rounding import Level, Rounding

ONE = Fraction(1)


def leaf(id: str, points: str, state: str | Unscored, weight: str = "1") -> Leaf:
    given = state if isinstance(state, Unscored) else Fraction(state)
    return Leaf(id, Fraction(points), Fraction(weight), given)


def branch(id: str, *children: Branch | Leaf, weight: str = "1") -> Branch:
    return Branch(id, Fraction(weight), children)


def group(*indicators: Leaf) -> Branch:
    """A tree with a single group."""
    return branch("", branch("1", branch("1.1", *indicators)))


def by_id(root: NodeScore) -> Mapping[str, NodeScore]:
    return {node.id: node for node in root.walk()}


def scores(root: NodeScore) -> Mapping[str, Fraction | None]:
    return {node.id: node.score for node in root.walk()}


def test_under_sum_points_and_full_points_add_up() -> None:
    root = branch(
        "",
        branch("1", branch("1.1", leaf("1.1.1", "3", "2"), leaf("1.1.2", "2", "1.5"))),
        branch("2", branch("2.1", leaf("2.1.1", "5", "4")), branch("2.2", leaf("2.2.1", "1", "0"))),
    )

    base = roll_up(root, RollUp())

    assert scores(base) == {
        "": Fraction("7.5"),
        "1": Fraction("3.5"),
        "1.1": Fraction("3.5"),
        "1.1.1": 2,
        "1.1.2": Fraction("1.5"),
        "2": 4,
        "2.1": 4,
        "2.1.1": 4,
        "2.2": 0,
        "2.2.1": 0,
    }
    assert [by_id(base)[id].full for id in ("", "1", "2", "2.2")] == [11, 5, 6, 1]


def test_under_sum_an_indicators_weight_is_a_factor_on_score_and_full_points() -> None:
    base = roll_up(group(leaf("1.1.1", "3", "2", weight="1.5"), leaf("1.1.2", "2", "1")), RollUp())

    assert (base.score, base.full) == (Fraction(4), Fraction("6.5"))
    weighed = by_id(base)["1.1.1"]
    assert (weighed.score, weighed.full) == (Fraction(2), Fraction(3))
    assert (weighed.part, weighed.part_of) == (Fraction(3), Fraction("4.5"))


def test_under_sum_the_weights_of_areas_and_groups_are_not_read() -> None:
    plain = branch("", branch("1", branch("1.1", leaf("1.1.1", "3", "2"))))
    heavy = branch("", branch("1", branch("1.1", leaf("1.1.1", "3", "2"), weight="7"), weight="9"))

    assert roll_up(heavy, RollUp()) == roll_up(plain, RollUp())


def test_what_is_not_applicable_is_spread_over_its_brothers_at_every_level() -> None:
    root = branch(
        "",
        branch(
            "1",
            branch("1.1", leaf("1.1.1", "3", "1"), leaf("1.1.2", "2", NOT_APPLICABLE)),
            branch("1.2", leaf("1.2.1", "5", NOT_APPLICABLE)),
        ),
        branch("2", branch("2.1", leaf("2.1.1", "10", NOT_APPLICABLE))),
    )

    base = roll_up(root, RollUp())

    assert scores(base) == {
        "": Fraction(20, 3),
        "1": Fraction(10, 3),
        "1.1": Fraction(5, 3),
        "1.1.1": 1,
        "1.1.2": None,
        "1.2": None,
        "1.2.1": None,
        "2": None,
        "2.1": None,
        "2.1.1": None,
    }
    assert [node.id for node in base.walk() if not node.live] == [
        *("1.1.2", "1.2", "1.2.1", "2", "2.1", "2.1.1")
    ]
    assert [by_id(base)[id].full for id in ("", "1", "1.1", "1.2", "2")] == [20, 10, 5, 5, 10]


@pytest.mark.parametrize(
    ("instead", "score"),
    [("full", "3.5"), ("zero", "1")],
)
def test_what_is_not_applicable_scores_in_full_or_nothing_where_criteria_say_so(
    instead: NotApplicable, score: str
) -> None:
    tree = group(leaf("1.1.1", "3", "1"), leaf("1.1.2", "2.5", NOT_APPLICABLE))

    base = roll_up(tree, RollUp(not_applicable=instead))

    assert base.score == Fraction(score)
    assert by_id(base)["1.1.2"].live
    assert by_id(base)["1.1.2"].score == Fraction(score) - 1


def test_an_indicator_scored_without_being_applicable_makes_a_base_by_itself() -> None:
    tree = group(leaf("1.1.1", "3", NOT_APPLICABLE), leaf("1.1.2", "2", PENDING))

    assert roll_up(tree, RollUp(not_applicable="zero")).score == 0
    assert roll_up(tree, RollUp(not_applicable="full")).score == 3


def test_under_sum_what_is_pending_counts_with_its_full_points() -> None:
    tree = group(
        leaf("1.1.1", "3", "3"), leaf("1.1.2", "3", PENDING), leaf("1.1.3", "4", NOT_APPLICABLE)
    )

    base = roll_up(tree, RollUp())

    assert base.score == 5  # 3 of the 6 points alive, so 5 of all 10
    assert by_id(base)["1.1.2"].live
    assert by_id(base)["1.1.2"].score is None


def test_under_sum_a_group_without_any_score_has_none_but_lives() -> None:
    root = branch(
        "",
        branch(
            "1",
            branch("1.1", leaf("1.1.1", "4", PENDING), leaf("1.1.2", "1", NOT_APPLICABLE)),
            branch("1.2", leaf("1.2.1", "5", "5")),
            branch("1.3", leaf("1.3.1", "10", NOT_APPLICABLE)),
        ),
    )

    base = roll_up(root, RollUp())

    unscored = by_id(base)["1.1"]
    assert (unscored.score, unscored.live) == (None, True)
    assert (unscored.part, unscored.part_of) == (Fraction(0), Fraction(5))
    assert base.score == 10  # 5 of the 10 points alive, so 10 of all 20


@pytest.mark.parametrize("method", ["sum", "weighted-mean"])
def test_as_long_as_nothing_has_a_score_there_is_no_base(method: str) -> None:
    rules = RollUp("sum" if method == "sum" else "weighted-mean")
    base = roll_up(group(leaf("1.1.1", "3", PENDING), leaf("1.1.2", "3", NOT_APPLICABLE)), rules)

    assert (base.score, base.live) == (None, True)


@pytest.mark.parametrize("method", ["sum", "weighted-mean"])
def test_where_nothing_applies_there_is_no_base_and_nothing_lives(method: str) -> None:
    rules = RollUp("sum" if method == "sum" else "weighted-mean")
    base = roll_up(group(leaf("1.1.1", "3", NOT_APPLICABLE)), rules)

    assert (base.score, base.live, base.full) == (None, False, Fraction(3))


def test_under_weighted_mean_scores_are_weighed_as_they_are() -> None:
    root = branch(
        "",
        branch(
            "1",
            branch("1.1", leaf("1.1.1", "3", "2"), leaf("1.1.2", "10", "8", weight="3")),
            branch("1.2", leaf("1.2.1", "5", "5"), weight="0.5"),
            weight="2",
        ),
        branch("2", branch("2.1", leaf("2.1.1", "10", "1"))),
    )

    base = roll_up(root, RollUp("weighted-mean"))

    assert scores(base) == {
        "": Fraction(13, 3),
        "1": 6,
        "1.1": Fraction("6.5"),
        "1.1.1": 2,
        "1.1.2": 8,
        "1.2": 5,
        "1.2.1": 5,
        "2": 1,
        "2.1": 1,
        "2.1.1": 1,
    }


def test_under_weighted_mean_what_has_no_score_is_left_out_at_every_level() -> None:
    root = branch(
        "",
        branch(
            "1",
            branch(
                "1.1",
                leaf("1.1.1", "4", "3"),
                leaf("1.1.2", "4", PENDING, weight="5"),
                leaf("1.1.3", "4", NOT_APPLICABLE, weight="5"),
            ),
            branch("1.2", leaf("1.2.1", "4", PENDING), weight="5"),
        ),
        branch("2", branch("2.1", leaf("2.1.1", "4", NOT_APPLICABLE)), weight="5"),
    )

    base = roll_up(root, RollUp("weighted-mean"))

    assert [by_id(base)[id].score for id in ("", "1", "1.1", "1.2", "2")] == [3, 3, 3, None, None]
    assert [by_id(base)[id].live for id in ("1.1.2", "1.1.3", "1.2", "2")] == [
        *(True, False, True, False)
    ]


def test_under_weighted_mean_full_points_are_the_weighted_mean_of_all_children() -> None:
    root = branch(
        "",
        branch(
            "1",
            branch("1.1", leaf("1.1.1", "4", "3"), leaf("1.1.2", "10", PENDING, weight="2")),
            branch("1.2", leaf("1.2.1", "5", NOT_APPLICABLE), weight="2"),
        ),
    )

    base = roll_up(root, RollUp("weighted-mean"))

    assert [by_id(base)[id].full for id in ("1.1", "1.2", "1", "")] == [8, 5, 6, 6]


@pytest.mark.parametrize(
    ("places", "expected"),
    [
        pytest.param({}, ("0.9999", "0.9999", "0.9999"), id="nowhere"),
        pytest.param({"weighted": 1}, ("0.9", "0.9", "0.9"), id="after each weight"),
        pytest.param({"group": 2}, ("1", "1", "1"), id="after each group"),
        pytest.param({"area": 3}, ("0.9999", "1", "1"), id="after each area"),
        pytest.param({"total": 0}, ("0.9999", "0.9999", "1"), id="at the end"),
        pytest.param({"panel": 0, "observation": 0}, ("0.9999",) * 3, id="not what came before"),
    ],
)
def test_each_level_rounds_what_it_made(
    places: Mapping[Level, int], expected: tuple[str, str, str]
) -> None:
    third = leaf("1.1.1", "1", "0.3333")
    tree = group(third, leaf("1.1.2", "1", "0.3333"), leaf("1.1.3", "1", "0.3333"))

    base = roll_up(tree, RollUp(rounding=Rounding(places)))

    assert tuple(by_id(base)[id].score for id in ("1.1", "1", "")) == tuple(map(Fraction, expected))


def test_a_weighted_score_is_rounded_after_the_weight() -> None:
    tree = group(leaf("1.1.1", "10", "6.96", weight="0.8"))

    base = roll_up(tree, RollUp(rounding=Rounding({"weighted": 2})))

    assert by_id(base)["1.1.1"].score == Fraction("6.96")
    assert by_id(base)["1.1.1"].part == Fraction("5.57")
    assert base.score == Fraction("5.57")


def test_the_weighted_level_is_of_no_account_under_weighted_mean() -> None:
    tree = group(leaf("1.1.1", "1", "0.3333"))
    rules = RollUp("weighted-mean", rounding=Rounding({"weighted": 0}))

    assert roll_up(tree, rules).score == Fraction("0.3333")


def test_a_group_is_rounded_after_rescaling() -> None:
    tree = group(leaf("1.1.1", "3", "1"), leaf("1.1.2", "2", NOT_APPLICABLE))

    base = roll_up(tree, RollUp(rounding=Rounding({"group": 1})))

    assert base.score == Fraction("1.7")


def test_branches_without_indicators_are_no_part_of_the_tree() -> None:
    empty = branch("2", branch("2.1"), weight="9")
    root = branch("", branch("1", branch("1.1", leaf("1.1.1", "4", "3")), branch("1.2")), empty)

    for rules in (RollUp("sum"), RollUp("weighted-mean")):
        base = roll_up(root, rules)

        assert [node.id for node in base.walk()] == ["", "1", "1.1", "1.1.1"]
        assert (base.score, base.full) == (Fraction(3), Fraction(4))


@pytest.mark.parametrize("method", ["sum", "weighted-mean"])
def test_a_tree_without_indicators_has_no_score(method: str) -> None:
    rules = RollUp("sum" if method == "sum" else "weighted-mean")

    base = roll_up(branch("", branch("1")), rules)

    assert (base.score, base.full, base.live, base.children) == (None, Fraction(0), False, ())


def test_what_weighs_nothing_cannot_carry_what_does_not_apply() -> None:
    tree = group(leaf("1.1.1", "3", "3", weight="0"), leaf("1.1.2", "2", NOT_APPLICABLE))

    summed = by_id(roll_up(tree, RollUp("sum")))["1.1"]
    meant = by_id(roll_up(tree, RollUp("weighted-mean")))["1.1"]

    assert (summed.score, summed.live, summed.full) == (None, False, Fraction(2))
    assert (meant.score, meant.full) == (None, Fraction(2))


def test_a_group_in_which_nothing_weighs_anything_comes_to_nothing_of_nothing() -> None:
    tree = group(leaf("1.1.1", "3", "3", weight="0"))

    base = roll_up(tree, RollUp("sum"))
    mean = roll_up(tree, RollUp("weighted-mean"))

    assert (base.score, base.full) == (Fraction(0), Fraction(0))
    assert (mean.score, mean.full) == (None, Fraction(0))


def test_a_tree_of_four_levels_is_refused() -> None:
    deep = branch("1.1.1", leaf("1.1.1.1", "1", "1"))

    with pytest.raises(ValueError, match=r"branch '1\.1\.1' is deeper than a group"):
        roll_up(branch("", branch("1", branch("1.1", deep))), RollUp())


def test_leaves_come_in_the_order_of_the_tree() -> None:
    first, second, third = (leaf(f"1.1.{n}", "1", "1") for n in (1, 2, 3))

    tree = branch("", branch("1", branch("1.1", first, second), branch("1.2", third)))

    assert list(leaves(tree)) == [first, second, third]
