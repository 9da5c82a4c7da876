"""Combining the reviewers' scores of one indicator."""

from collections.abc import Sequence
from fractions import Fraction

import pytest

from rolcheck.scoring.panel import (
    Aggregation,
    Method,
    combine,
    mean,
    median,
    spread,
    trimmed_mean,
)


def points(*scores: str) -> list[Fraction]:
    return [Fraction(score) for score in scores]


def nobodys(*scores: str) -> list[tuple[str | None, Fraction]]:
    return [(None, score) for score in points(*scores)]


def test_the_mean_is_exact() -> None:
    assert mean(points("3", "2", "3")) == Fraction(8, 3)


@pytest.mark.parametrize(
    ("scores", "expected"),
    [
        pytest.param(["2"], "2", id="of one"),
        pytest.param(["3", "1"], "2", id="of two"),
        pytest.param(["3", "1", "3"], "3", id="of three"),
        pytest.param(["0", "5", "1", "2"], "1.5", id="the middle two of four"),
    ],
)
def test_the_median_is_the_middle(scores: Sequence[str], expected: str) -> None:
    assert median(points(*scores)) == Fraction(expected)


@pytest.mark.parametrize(
    ("scores", "trim", "minimum", "expected"),
    [
        pytest.param("1.2 1.0 1.4 0.6 1.1", 1, 5, "1.1", id="one from each end"),
        pytest.param("1.2 1.0 1.4 0.6", 1, 5, "1.05", id="under the minimum all count"),
        pytest.param("3 3 3 0 0", 1, 5, "2", id="of equal extremes only one goes"),
        pytest.param("0 1 2 3 9", 2, 5, "2", id="two from each end"),
        pytest.param("0 1 5", 0, 1, "2", id="none at all"),
        pytest.param("4", 1, 3, "4", id="a single score"),
    ],
)
def test_the_trimmed_mean_drops_the_ends(
    scores: str, trim: int, minimum: int, expected: str
) -> None:
    given = points(*scores.split())

    assert trimmed_mean(given, trim=trim, minimum=minimum) == Fraction(expected)


@pytest.mark.parametrize("combining", [mean, median])
def test_nothing_cannot_be_combined(combining: object) -> None:
    assert callable(combining)
    with pytest.raises(ValueError, match="no scores to combine"):
        combining([])


def test_a_minimum_that_would_leave_nothing_is_refused() -> None:
    with pytest.raises(ValueError, match="minimum 4 is not more than twice trim 2"):
        trimmed_mean(points("1"), trim=2, minimum=4)
    with pytest.raises(ValueError, match="minimum 2 is not more than twice trim 1"):
        Aggregation("trimmed-mean", trim=1, minimum=2)
    with pytest.raises(ValueError, match="trim -1 is below 0"):
        Aggregation("trimmed-mean", trim=-1, minimum=5)


def test_where_nothing_is_trimmed_the_minimum_is_of_no_account() -> None:
    aggregation = Aggregation("mean", trim=1, minimum=1)

    assert combine(nobodys("1", "2"), aggregation) == Fraction(3, 2)


@pytest.mark.parametrize(
    ("method", "expected"), [("mean", "2.2"), ("median", "2"), ("trimmed-mean", "2")]
)
def test_a_panel_is_combined_as_the_campaign_says(method: Method, expected: str) -> None:
    aggregation = Aggregation(method, trim=1, minimum=5)

    assert combine(nobodys("0", "1", "2", "3", "5"), aggregation) == Fraction(expected)


def test_unless_told_otherwise_a_trimmed_mean_drops_one_at_each_end_of_five() -> None:
    trimmed = Aggregation("trimmed-mean")

    assert combine(nobodys("0", "1", "2", "3", "9"), trimmed) == 2
    assert combine(nobodys("0", "1", "2", "9"), trimmed) == 3
    assert Aggregation().method == "mean"


def test_a_method_that_does_not_exist_is_refused() -> None:
    method: Method = "mode"  # type: ignore[assignment]  # what a caller without types could do

    with pytest.raises(ValueError, match="no aggregation method 'mode'"):
        Aggregation(method)


def test_a_panel_without_scores_has_none() -> None:
    assert combine([], Aggregation()) is None


GROUPS = {"expert": Fraction("0.6"), "office": Fraction("0.4")}


def test_each_group_is_combined_by_itself_and_then_weighed() -> None:
    scores = [("expert", Fraction(3)), ("office", Fraction(1)), ("expert", Fraction(2))]

    assert combine(scores, Aggregation(groups=GROUPS)) == Fraction("1.9")


def test_weights_are_those_of_the_groups_that_scored() -> None:
    groups = {**GROUPS, "public": Fraction(1)}
    scores = [("expert", Fraction(3)), ("office", Fraction(1))]

    assert combine(scores, Aggregation(groups=groups)) == Fraction("2.2")


def test_the_minimum_is_counted_inside_each_group() -> None:
    aggregation = Aggregation("trimmed-mean", trim=1, minimum=3, groups=GROUPS)
    experts = [("expert", score) for score in points("0", "2", "3")]
    offices = [("office", score) for score in points("0", "1")]

    assert combine(experts + offices, aggregation) == Fraction("0.6") * 2 + Fraction("0.4") / 2


@pytest.mark.parametrize("group", [None, "press"])
def test_a_reviewer_outside_the_groups_is_an_error(group: str | None) -> None:
    with pytest.raises(ValueError, match="no reviewer group"):
        combine([(group, Fraction(1))], Aggregation(groups=GROUPS))


def test_groups_that_weigh_nothing_make_no_score() -> None:
    silent = Aggregation(groups={"expert": Fraction(1), "guest": Fraction(0)})

    assert combine([("guest", Fraction(3))], silent) is None
    assert combine([("guest", Fraction(3)), ("expert", Fraction(1))], silent) == 1


def test_a_group_of_negative_weight_is_refused() -> None:
    with pytest.raises(ValueError, match="a group's weight is below 0"):
        Aggregation(groups={"expert": Fraction(-1)})


def test_the_spread_is_a_share_of_the_full_points() -> None:
    assert spread(points("1", "3", "2"), Fraction(4)) == Fraction(1, 2)
    assert spread(points("2", "2"), Fraction(4)) == 0


def test_under_two_scores_there_is_no_spread() -> None:
    assert spread(points("2"), Fraction(4)) is None
    assert spread([], Fraction(4)) is None


def test_without_full_points_there_is_no_spread() -> None:
    assert spread(points("0", "0"), Fraction(0)) is None
