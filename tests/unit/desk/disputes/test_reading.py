"""The arbiter's queue, who sees what of it, and what a ruling would bring."""

from fractions import Fraction
from pathlib import Path

import pytest

from rolcheck.desk.disputes.preview import preview_ruling
from rolcheck.desk.disputes.reading import disputes, next_unruled
from tests.world import World, after_round_two, make_world


@pytest.fixture
def world(tmp_path: Path) -> World:
    """Return a campaign in round 3 whose indicator 1.1.1 is in dispute."""
    made = after_round_two(make_world(tmp_path))
    made.desk("co").open_round(3)
    return made


def test_what_is_in_dispute_wants_a_ruling(world: World) -> None:
    seen = disputes(world.desk("ar"))

    assert [(row.indicator, row.spread, row.state) for row in seen.rows] == [
        ("1.1.1", Fraction(1), "open")
    ]


def test_highest_points_come_first_and_trimming_is_told(world: World) -> None:
    shown = disputes(world.desk("ar")).shown

    assert shown is not None
    assert [(seat.value, seat.fate) for seat in shown.seats] == [
        ("A", "high"),
        ("B", ""),
        ("B", ""),
        ("B", ""),
        ("C", "low"),
    ]


def test_a_ruling_moves_it_behind_those_that_want_one(world: World) -> None:
    world.desk("ar").rule("east", "1.1.1", "B", "以原件为准")
    seen = disputes(world.desk("ar"))

    assert [(row.state, row.ruled) for row in seen.rows] == [("done", "B")]
    assert next_unruled(seen.rows, "") == ""


def test_an_observer_is_shown_no_single_score_and_no_reason(world: World) -> None:
    world.desk("ar").rule("east", "1.1.1", "B", "以原件为准")
    shown = disputes(world.desk("ob")).shown

    assert shown is not None
    assert (shown.seats, shown.unseen, shown.item) == ((), 5, None)
    assert shown.ruling is not None
    assert (shown.ruling.value, shown.ruling.reason) == ("B", "")


def test_only_an_arbiter_may_rule(world: World) -> None:
    reasons = {who: disputes(world.desk(who)).shown for who in ("ar", "co", "r1", "ob", "")}

    allowed = [who for who, shown in reasons.items() if shown and shown.closed_because is None]
    assert allowed == ["ar"]


def test_the_queue_is_kept_as_long_as_the_ledger_does_not_grow(world: World) -> None:
    desk = world.desk("ar")
    before = disputes(desk)

    assert disputes(desk, None, before).spreads is before.spreads


def test_every_indicator_with_a_spread_is_in_one_class(world: World) -> None:
    spreads = disputes(world.desk("ar")).spreads

    assert [(one.least, one.count) for one in spreads] == [
        (Fraction(6, 10), 1),
        (Fraction(5, 10), 0),
        (Fraction(4, 10), 0),
        (Fraction(1, 10), 2),
        (Fraction(0), 1),
    ]


@pytest.mark.parametrize("value", ["A", "B", "C", "missing"])
def test_a_preview_tells_what_the_ruling_then_comes_to(world: World, value: str) -> None:
    desk = world.desk("ar")
    told = preview_ruling(desk, "east", "1.1.1", value)
    desk.rule("east", "1.1.1", value, "因为")
    results = world.desk("ar").results(3)

    assert told.after is not None
    assert told.after.total == results.of("east").total.total
    assert told.after.rank == results.ranks["east"]
    assert told.points == results.of("east").cells["1.1.1"].score
    assert told.does == "rule"


def test_a_preview_records_nothing(world: World) -> None:
    desk = world.desk("ar")
    before = world.store.length()
    preview_ruling(desk, "east", "1.1.1", "A")

    assert world.store.length() == before
    assert desk.standing().rulings == {}
    assert desk.results(3).of("east").cells["1.1.1"].source == "panel"


def test_what_cannot_be_ruled_is_told_before(world: World) -> None:
    told = preview_ruling(world.desk("ar"), "east", "1.1.1", "Z")

    assert (told.value, told.does) == ("", "wrong")
    assert told.error is not None


def test_the_same_ruling_again_is_told_to_stand_already(world: World) -> None:
    world.desk("ar").rule("east", "1.1.1", "B", "因为")

    assert preview_ruling(world.desk("ar"), "east", "1.1.1", "B").does == "same"
