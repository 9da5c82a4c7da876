"""One indicator of one submission: what the panel comes to, and what overrules it."""

from fractions import Fraction

import pytest

from rolcheck.campaign.standing import Standing
from rolcheck.events.rows import Row
from rolcheck.scoring.cells import Cell, aggregation_of, rounding_of
from rolcheck.scoring.results import Results
from tests.factories_standing import (
    CRITERIA,
    PEOPLE,
    barred,
    criteria,
    manifest,
    observed,
    received,
    ruled,
    settings,
    standing,
)

SCORING = "[criteria.scoring]\n"


def cell(*rows: Row, number: int = 3, scored: str = "1.1.1", now: Standing | None = None) -> Cell:
    return Results(now or standing(*rows), number).cell("east", scored)


def under(scoring: str, *rows: Row) -> Standing:
    """Return a standing whose criteria hold these lines on scoring."""
    by = criteria(CRITERIA.replace("[[area]]", f"{SCORING}{scoring}\n[[area]]", 1))
    return standing(*rows, by=by)


def test_without_a_score_it_is_pending_and_never_0() -> None:
    one = cell()

    assert (one.source, one.score, one.panel, one.spread, one.round) == (
        "pending",
        None,
        None,
        None,
        None,
    )
    assert not one.to_confirm


def test_the_panel_is_the_score_where_nobody_ruled() -> None:
    one = cell(observed("r1", "3"), observed("r2", "2", round=3))

    assert (one.source, one.score, one.panel) == ("panel", Fraction("2.5"), Fraction("2.5"))
    assert (one.values, one.spread, one.round) == ((Fraction(3), Fraction(2)), Fraction(1, 4), 3)


def test_a_ruling_is_the_score_and_the_panel_stays_beside_it() -> None:
    one = cell(observed("r1", "3", round=2), ruled("1", round=3))

    assert (one.source, one.score, one.panel, one.round) == ("ruling", Fraction(1), Fraction(3), 3)


def test_a_lifted_ruling_lets_the_panel_count_again() -> None:
    assert cell(observed("r1", "3"), ruled("1"), ruled("")).source == "panel"


def test_an_indicator_is_not_applicable_when_all_who_scored_say_so() -> None:
    one = cell(observed("r1", "n/a"), observed("r2", "n/a"))

    assert (one.source, one.score, one.mixed, one.disputed) == (
        "not-applicable",
        None,
        False,
        False,
    )


def test_n_a_beside_scores_is_left_out_of_the_panel_and_is_a_dispute() -> None:
    one = cell(observed("r1", "n/a"), observed("r2", "2"))

    assert (one.source, one.score, one.values) == ("panel", Fraction(2), (Fraction(2),))
    assert (one.mixed, one.disputed, one.spread) == (True, True, None)


@pytest.mark.parametrize(
    ("scoring", "score"), [("rescale", None), ("full", Fraction(4)), ("zero", Fraction(0))]
)
@pytest.mark.parametrize("said_by", ["panel", "ruling"])
def test_n_a_scores_what_the_criteria_make_of_it(
    scoring: str, score: Fraction | None, said_by: str
) -> None:
    row = observed("r1", "n/a") if said_by == "panel" else ruled("n/a")
    one = cell(now=under(f'not-applicable = "{scoring}"', row))

    assert (one.source, one.score) == ("not-applicable", score)


def test_a_bonus_that_does_not_apply_adds_nothing_whatever_the_criteria_say() -> None:
    text = CRITERIA.replace('title = "加分"\n', 'title = "加分"\nnot-applicable = true\n').replace(
        "[[area]]", f'{SCORING}not-applicable = "full"\n[[area]]', 1
    )
    now = standing(observed("r1", "n/a", indicator="1.1.4"), by=criteria(text))

    assert cell(scored="1.1.4", now=now).score is None


@pytest.mark.parametrize(
    ("values", "disputed"),
    [
        pytest.param(("3", "2"), False, id="a quarter apart"),
        pytest.param(("3", "1.5"), True, id="exactly at the threshold"),
        pytest.param(("4", "0"), True, id="a whole indicator apart"),
        pytest.param(("4",), False, id="one score"),
    ],
)
def test_a_dispute_begins_at_the_threshold(values: tuple[str, ...], disputed: bool) -> None:
    rows = [observed(f"r{n}", value) for n, value in enumerate(values, start=1)]
    now = standing(*rows, under=settings(aggregation="dispute-at = 0.375"))

    assert cell(now=now).disputed == disputed


def test_a_dispute_stays_one_when_it_is_ruled() -> None:
    assert cell(observed("r1", "4"), observed("r2", "0"), ruled("1")).disputed


def test_a_bonus_is_divided_by_its_most_and_counts_its_panel() -> None:
    one = cell(
        observed("r1", "1", indicator="1.1.4"),
        observed("r2", "0.5", indicator="1.1.4"),
        scored="1.1.4",
    )

    assert (one.score, one.spread) == (Fraction("0.75"), Fraction("0.5"))


@pytest.mark.parametrize(
    ("rows", "source"),
    [
        ([], "clear"),
        ([observed("r1", "clear", indicator="1.1.5")], "clear"),
        ([observed("r1", "veto", indicator="1.1.5")], "raised"),
        ([observed("r1", "veto", indicator="1.1.5"), barred("r1")], "clear"),
        (
            [observed("r1", "veto", indicator="1.1.5"), ruled("uphold", indicator="1.1.5")],
            "upheld",
        ),
        (
            [observed("r1", "veto", indicator="1.1.5"), ruled("clear", indicator="1.1.5")],
            "clear",
        ),
    ],
)
def test_a_veto_is_clear_raised_or_upheld_and_has_no_score(rows: list[Row], source: str) -> None:
    one = cell(*rows, scored="1.1.5")

    assert (one.source, one.score, one.spread, one.panel) == (source, None, None, None)
    assert not one.mixed
    assert not one.disputed


def test_scores_on_older_material_are_to_be_confirmed_but_count() -> None:
    old, new = observed("r1", "3", version="v1"), observed("r2", "2", version="v2")
    material = received(i1_1_1="v2")

    assert cell(old, new, material).to_confirm
    assert cell(old, new, material).score == Fraction("2.5")
    assert not cell(new, material).to_confirm


def test_where_a_ruling_stands_only_its_material_has_to_be_confirmed() -> None:
    old, material = observed("r1", "3", version="v1"), received(i1_1_1="v2")

    assert not cell(old, material, ruled("1", version="v2")).to_confirm
    assert cell(old, material, ruled("1", version="v1")).to_confirm


def test_the_claim_is_that_of_the_manifest() -> None:
    east = manifest("east", '[[claim]]\nindicator = "1.1.1"\npoints = 3.5\n')
    now = standing(manifests=(east,))

    assert cell(now=now).claim == Fraction("3.5")
    assert cell(now=now, scored="1.1.2").claim is None


def test_scores_are_rounded_at_observation_then_at_panel() -> None:
    text = CRITERIA.replace('kind = "points"', 'kind = "ratio"\nlinear = { from = 0, to = 1 }')
    text = text.replace("[[area]]", f"{SCORING}round-to = {{ observation = 1 }}\n[[area]]", 1)
    rows = [observed("r1", "1/3"), observed("r2", "1/1")]

    only_observed = cell(now=standing(*rows, by=criteria(text)))
    both = criteria(text.replace("observation = 1", "observation = 1, panel = 1"))

    assert only_observed.values == (Fraction("1.3"), Fraction(4))
    assert only_observed.score == Fraction("2.65")
    assert cell(now=standing(*rows, by=both)).score == Fraction("2.7")
    assert cell(now=standing(ruled("1/3"), by=both)).score == Fraction("1.3")


def test_a_panel_rounded_up_may_pass_the_full_points() -> None:
    """The criteria say to how many places; whoever has full points of three wants three."""
    text = CRITERIA.replace("points = 4\n", "points = 1.335\n")
    text = text.replace("[[area]]", f"{SCORING}round-to = {{ panel = 2 }}\n[[area]]", 1)

    one = cell(now=standing(observed("r1", "1.335"), by=criteria(text)))

    assert one.score == Fraction("1.34")


def test_groups_of_reviewers_are_weighed() -> None:
    people = PEOPLE.replace('name = "r1"\n', 'name = "r1"\ngroup = "a"\n').replace(
        'name = "r2"\n', 'name = "r2"\ngroup = "b"\n'
    )
    weighed = settings(aggregation="groups = { a = 3, b = 1 }", people=people)
    now = standing(observed("r1", "4"), observed("r2", "0"), under=weighed)

    assert cell(now=now).score == 3


def test_settings_and_criteria_are_taken_as_they_stand() -> None:
    table = settings(aggregation='method = "trimmed-mean"\ntrim = 2\nminimum = 7')
    way = aggregation_of(table)
    rounding = rounding_of(
        under("round-to = { total = 0, area = 3 }\nround-mode = 'down'").criteria
    )

    assert (way.method, way.trim, way.minimum, way.groups) == ("trimmed-mean", 2, 7, None)
    assert (rounding.places, rounding.mode) == ({"area": 3, "total": 0}, "down")
