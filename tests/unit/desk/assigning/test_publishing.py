"""Assignments are the coordinator's alone until they are published."""

from pathlib import Path

import pytest

from rolcheck.base.errors import RefusedError
from rolcheck.desk.assigning.assigned import assigned
from rolcheck.desk.assigning.assignments import AssignmentLine, assignments
from rolcheck.desk.assigning.consequences import consequences, of_publishing
from rolcheck.desk.rounds.forecast import forecast
from tests.world import HEAD, World, assignment, make_world

LISTED = HEAD + 'assignment = "listed"\n'


def shown(world: World, who: str) -> list[AssignmentLine]:
    return list(assignments(world.desk(who).sight()))


def in_round_two(folder: Path) -> World:
    """Return a world whose second round is open, with r1 assigned all of it."""
    world = make_world(folder, head=LISTED)
    co = world.desk("co")
    co.assign([assignment("2")])
    co.open_round(1)
    co.close_round(1, waive="trial")
    co.open_round(2)
    return world


def test_reviewers_see_nothing_of_a_round_until_it_is_published(tmp_path: Path) -> None:
    world = make_world(tmp_path, head=LISTED)
    co = world.desk("co")
    co.assign([assignment("1"), assignment("2")])
    pairs = assigned(world.desk("r1")).pairs

    assert (shown(world, "r1"), [one.count for one in pairs]) == ([], [0])
    assert [one.published for one in shown(world, "co")] == [False, False]
    assert assigned(co).may_publish

    (event,) = co.publish()

    assert (event.author, event.round, event.payload) == ("co", 1, {"lines": 1})
    assert [(one.round, one.published) for one in shown(world, "r1")] == [(1, True)]
    assert [one.published for one in shown(world, "co")] == [True, False]
    assert not assigned(co).may_publish
    assert co.publish() == (), "again: nothing is left"


def test_opening_a_round_publishes_it_and_later_changes_need_no_second_step(
    tmp_path: Path,
) -> None:
    world = in_round_two(tmp_path)
    co = world.desk("co")
    world.score("r1", "1.1.1", "A")

    co.assign([assignment("2", action="unassign"), assignment("2", "r2")])

    assert shown(world, "r1") == []
    world.score("r2", "1.1.1", "A")
    with pytest.raises(RefusedError, match="r1 is not assigned"):
        world.score("r1", "1.1.2", "1/1")


def test_a_draft_in_an_open_round_changes_nothing_until_it_is_published(tmp_path: Path) -> None:
    world = in_round_two(tmp_path)
    co = world.desk("co")
    world.score("r1", "1.1.1", "A")
    rows = [assignment("2", scope="1.1", action="unassign"), assignment("2", "r2", "1.1")]

    drafts = co.assign(rows, drafts=True)

    assert [draft.payload.get("draft") for draft in drafts] == [True, True]
    assert (len(shown(world, "r1")), shown(world, "r2")) == (1, [])
    assert {one.reviewer for one in shown(world, "r1")} == {"r1"}
    assert shown(world, "r1")[0].published, "a reviewer is not told that a change is coming"
    with pytest.raises(RefusedError, match="r2 is not assigned"):
        world.score("r2", "1.1.1", "A")
    world.score("r1", "1.1.2", "1/1")
    assert {one.subject for one in co.blockers() if one.kind == "unfinished"} == {"r1"}

    found = of_publishing(co.standing(), 2)
    co.publish()

    lost = {one.reviewer: (one.lost, one.stray) for one in found.changes}
    assert lost == {"r1": (("1.1.1", "1.1.2"), ("1.1.1", "1.1.2")), "r2": ((), ())}
    assert [(one.submissions_before, one.submissions) for one in found.loads[:2]] == [
        (1, 1), (0, 1),
    ]  # fmt: skip
    world.score("r2", "1.1.1", "A")


def test_a_change_at_once_of_what_was_drafted_takes_effect(tmp_path: Path) -> None:
    world = in_round_two(tmp_path)
    co = world.desk("co")
    co.assign([assignment("2", "r2")], drafts=True)

    assert not co.assign([assignment("2", "r2")], drafts=True), "the same draft again says nothing"
    before, made = co.standing(), co.assign([assignment("2", "r2", "1")])

    assert [one.gained for one in consequences(before, made).changes] == [
        ("1.1.1", "1.1.2", "1.2.1")
    ]
    assert [one.published for one in shown(world, "co")] == [True, False]


def test_publishing_is_the_coordinators_and_of_rounds_that_can_still_change(
    tmp_path: Path,
) -> None:
    world = in_round_two(tmp_path)
    for who, number, said in (
        ("r1", "2", "r1 may not assign"),
        ("co", "1", "round 1 is closed"),
        ("co", "3", "nothing is assigned in round 3"),
    ):
        with pytest.raises(RefusedError) as refused:
            world.desk(who).publish(number)
        assert str(refused.value) == said or said in str(refused.value)


def test_what_opening_would_bring_counts_drafts(tmp_path: Path) -> None:
    world = make_world(tmp_path, head=LISTED)
    co = world.desk("co")
    co.assign([assignment("1")])

    assert (forecast(co).owed, forecast(co).people) == (1, 1)
