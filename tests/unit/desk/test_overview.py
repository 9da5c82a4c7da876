"""What the Desk is told: who sees what of the round, and of what is left."""

from pathlib import Path

import pytest

from rolcheck.desk.overview import overview
from rolcheck.desk.rounds.timeline import timeline
from tests.world import World, after_round_two, everybody, make_world


def in_round_two(folder: Path) -> World:
    world = make_world(folder)
    co = world.desk("co")
    co.open_round(1)
    co.close_round(1, waive="试用")
    co.open_round(2)
    world.panel("1.1.1", {"r1": "A", "r2": "C"})
    return world


def test_a_coordinator_is_told_what_blocks_by_kind_and_by_whom(tmp_path: Path) -> None:
    seen = overview(in_round_two(tmp_path).desk("co"))

    unfinished = seen.blockers[0]
    assert (unfinished.kind, unfinished.count) == ("unfinished", 18)
    assert unfinished.parts[0] == ("r3", "r3", 4)
    assert [row.done for row in seen.reviewers] == [1, 1, 0, 0, 0]
    assert seen.results_round == 2


@pytest.mark.parametrize("who", ["r1", "ob", ""])
def test_nobody_else_is_told_of_others_in_a_blind_round(tmp_path: Path, who: str) -> None:
    seen = overview(in_round_two(tmp_path).desk(who))

    assert (seen.blockers, seen.carried, seen.reviewers, seen.areas) == ((), (), (), ())
    assert {event.who for event in seen.recent} <= {who}
    assert seen.results_round in (None, 1)
    assert all(row.total is None for row in seen.submissions)
    assert all(row.done == 0 for row in seen.submissions)


def test_a_reviewer_is_told_the_own_items_that_are_left(tmp_path: Path) -> None:
    seen = overview(in_round_two(tmp_path).desk("r1"))

    assert [(row.id, row.done, row.due) for row in seen.mine] == [("east", 1, 4)]
    assert [item.indicator for item in seen.left] == ["1.1.2", "1.2.1", "2.1.1"]


def test_an_item_that_came_back_is_left_until_it_is_confirmed(tmp_path: Path) -> None:
    world = after_round_two(make_world(tmp_path))
    world.desk("co").open_round(3)
    left = {item.indicator: item.to_confirm for item in overview(world.desk("r1")).left}
    assert left["1.1.1"]

    world.desk("r1").keep("east", ["1.1.1"])

    assert "1.1.1" not in {item.indicator for item in overview(world.desk("r1")).left}


def test_an_observer_is_told_the_totals_of_the_latest_round_to_be_seen(tmp_path: Path) -> None:
    world = after_round_two(make_world(tmp_path))
    seen = overview(world.desk("ob"))

    assert seen.results_round == 2
    assert seen.submissions[0].total == overview(world.desk("co")).submissions[0].total


def test_the_rounds_say_when_they_were_opened_closed_and_in_spite_of_what(tmp_path: Path) -> None:
    world = make_world(tmp_path)
    co = world.desk("co")
    co.open_round(1)
    co.close_round(1, waive="试用")

    first, second, *_ = timeline(world.desk("co")).rounds

    assert first.state == "closed"
    assert first.waived == 1
    assert first.opened_at is not None
    assert first.closed_at is not None
    assert first.closed_at > first.opened_at
    assert second.opened_at is None


@pytest.mark.parametrize(("who", "runs"), [("co", True), ("ar", False), ("r1", False), ("", False)])
def test_only_a_coordinator_runs_the_rounds(tmp_path: Path, who: str, runs: bool) -> None:
    assert timeline(make_world(tmp_path).desk(who)).runs is runs


def test_what_is_left_names_who_owes_it(tmp_path: Path) -> None:
    world = in_round_two(tmp_path)
    world.panel("1.1.2", everybody("1/1"))

    left = timeline(world.desk("co")).blockers

    assert {one.subject for one in left if one.indicator == "1.1.1" and one.kind == "unfinished"} == {
        "r3", "r4", "r5",
    }  # fmt: skip
    assert not [one for one in left if one.indicator == "1.1.2"]
