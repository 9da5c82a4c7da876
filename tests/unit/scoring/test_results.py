"""What a campaign comes to: cells, tree, bonus, veto, rank and agreement put together."""

from fractions import Fraction

import pytest

from rolcheck.base.errors import InputError
from rolcheck.events.rows import Row
from rolcheck.scoring.results import Results
from tests.factories_standing import (
    CRITERIA,
    criteria,
    manifest,
    observed,
    ruled,
    settings,
    standing,
)

SUBMISSIONS = (manifest("east"), manifest("west"), manifest("law", 'kind = "project"'))


def whole(submission: str, points: str, *more: Row) -> list[Row]:
    """Return scores of every base indicator: `points`, yes, yes."""
    return [
        observed("r1", points, submission=submission),
        observed("r1", "yes", submission=submission, indicator="1.1.2", round=3),
        observed("r1", "yes", submission=submission, indicator="1.1.3", round=4),
        *more,
    ]


def results(*rows: Row, **of: str) -> Results:
    now = standing(
        *rows,
        manifests=SUBMISSIONS,
        under=settings(**of),
        by=criteria(CRITERIA),
    )
    return Results(now, 4)


def test_base_and_bonus_make_the_total() -> None:
    one = results(*whole("east", "3", observed("r1", "1", submission="east", indicator="1.1.4")))
    east = one.of("east")

    assert (east.total.base, east.total.bonus, east.total.total) == (
        Fraction(7),
        Fraction(1),
        Fraction(8),
    )
    assert (east.total.complete, east.total.pending, east.root.full) == (
        True,
        Fraction(0),
        Fraction(8),
    )
    assert one.of("east") is east


def test_what_nobody_scored_is_open_and_leaves_the_total_as_known() -> None:
    east = results(observed("r1", "3")).of("east")

    assert (east.total.total, east.total.complete, east.total.pending) == (
        Fraction(3),
        False,
        Fraction(4),
    )
    assert results().of("east").total.total is None


def test_what_does_not_apply_is_taken_out_and_leaves_nothing_open() -> None:
    rows = whole("east", "n/a")
    east = results(*rows).of("east")

    assert (east.total.total, east.total.complete) == (Fraction(8), True)


def test_as_of_an_earlier_round_later_scores_are_unknown() -> None:
    now = standing(*whole("east", "3"))

    assert [Results(now, number).of("east").total.total for number in (1, 2, 3, 4)] == [
        None,
        3,
        5,
        7,
    ]


def test_districts_and_projects_rank_apart_and_what_is_open_has_none() -> None:
    one = results(*whole("east", "2"), *whole("west", "3"), *whole("law", "1"))

    assert dict(one.ranks) == {"west": 1, "east": 2, "law": 1}
    assert [each.id for each in one.all] == ["west", "east", "law"]
    assert results(*whole("east", "2")).ranks["west"] is None


def test_an_upheld_veto_disqualifies_and_keeps_the_score() -> None:
    veto = [
        observed("r1", "veto", submission="west", indicator="1.1.5"),
        ruled("uphold", submission="west", indicator="1.1.5"),
    ]
    one = results(*whole("east", "2"), *whole("west", "3", *veto))

    assert one.of("west").disqualified
    assert one.of("west").total.total == 7
    assert list(one.ranks.items())[:2] == [("east", 1), ("west", None)]


def test_a_raised_veto_disqualifies_nobody() -> None:
    raised = observed("r1", "veto", submission="west", indicator="1.1.5")

    assert not results(*whole("west", "3", raised)).of("west").disqualified


def test_ties_are_broken_by_the_areas_named() -> None:
    second = CRITERIA.replace(
        "[[indicator]]",
        '[[area]]\nid = "2"\ntitle = "二"\n[[group]]\nid = "2.1"\ntitle = "二"\n[[indicator]]\n'
        'id = "2.1.1"\ntitle = "二"\npoints = 4\nrule = { kind = "points" }\n[[indicator]]',
        1,
    )
    rows = [
        *whole("east", "1", observed("r1", "3", indicator="2.1.1")),
        *whole("west", "3", observed("r1", "1", submission="west", indicator="2.1.1")),
    ]

    def ranks(aggregation: str) -> list[tuple[str, int | None]]:
        under = settings(aggregation=aggregation)
        return list(Results(standing(*rows, by=criteria(second), under=under), 4).ranks.items())

    assert ranks("quorum = 1") == [("east", 1), ("west", 1)]
    assert ranks('tie-break = ["1"]') == [("west", 1), ("east", 2)]
    assert ranks('tie-break = ["2"]') == [("east", 1), ("west", 2)]


def test_nobody_ranks_in_a_self_check() -> None:
    one = results(*whole("east", "2"), head='mode = "self-check"')

    assert set(one.ranks.values()) == {None}


def test_disputes_are_told_ruled_or_not_bonus_too() -> None:
    apart = [observed("r1", "4"), observed("r2", "0"), ruled("2")]
    bonus = [observed("r1", "1", indicator="1.1.4"), observed("r2", "0", indicator="1.1.4")]

    assert results(*apart, *bonus).disputes == {("east", "1.1.1"), ("east", "1.1.4")}


def test_agreement_is_over_shares_of_the_full_points_without_bonus() -> None:
    rows = [
        observed("r1", "4"),
        observed("r2", "2"),
        observed("r1", "yes", indicator="1.1.2"),
        observed("r2", "yes", indicator="1.1.2"),
        observed("r1", "1", indicator="1.1.4"),
        observed("r2", "0", indicator="1.1.4"),
    ]
    one = results(*rows)

    assert (one.agreement().units, one.agreement().pairable) == (2, 4)
    assert one.agreement().alpha == Fraction(0)
    assert one.agreement("nominal", "1.1.1").units == 1


def test_an_unknown_indicator_is_refused() -> None:
    with pytest.raises(InputError, match="no indicator '9'"):
        results().cell("east", "9")


def test_a_value_is_read_once() -> None:
    one = results()
    first = one.standing.criteria.indicator("1.1.1")

    assert one.observe(first, "3") is one.observe(first, "3")
