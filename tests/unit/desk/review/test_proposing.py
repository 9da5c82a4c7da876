"""Proposals of the completeness round: shown to who may see them, confirmed by a person."""

from dataclasses import replace
from pathlib import Path

import pytest

from rolcheck.base.errors import InputError, RefusedError, StaleWriteError
from rolcheck.desk.review.proposing import Wish, confirm_proposals, proposed
from tests.world import World, make_world

EAST = Wish("east")


@pytest.fixture
def world(tmp_path: Path) -> World:
    """Round 1 is open; 1.1.1/a is there, the optional 1.1.1/b was not offered."""
    world = make_world(tmp_path)
    world.desk("co").open_round(1)
    return world


def stands(world: World) -> dict[str, tuple[str, str, str]]:
    """Return verdict, whose and basis by item."""
    rows = world.desk().standing().verdicts
    return {key[2]: (row.verdict, row.reviewer, row.basis) for key, row in rows.items()}


def test_what_is_confirmed_is_the_verdict_of_who_confirms_with_its_basis(world: World) -> None:
    tried = confirm_proposals(world.desk("r1"), EAST, dry_run=True)
    assert (len(tried.drafts), stands(world)) == (2, {})

    confirm_proposals(world.desk("r1"), EAST)

    assert stands(world) == {
        "a": ("ok", "r1", "file-there"),
        "b": ("missing", "r1", "not-offered"),
    }
    world.desk("r1").undo()
    assert stands(world) == {}


def test_a_verdict_that_somebody_gave_is_counted_and_never_overwritten(world: World) -> None:
    world.desk("r2").complete("east", "1.1.1/a", "supplement")

    done = confirm_proposals(world.desk("r1"), EAST)

    assert (len(done.drafts), done.given, done.undecided) == (1, 1, 0)
    assert stands(world)["a"] == ("supplement", "r2", "")


def test_a_file_that_is_not_as_received_is_left_to_a_person(world: World) -> None:
    (world.folder / "east" / "e1.txt").write_text("另一份", encoding="utf-8")

    done = confirm_proposals(world.desk("co"), replace(EAST, reviewer="r1"))

    assert (len(done.drafts), done.undecided) == (1, 1)
    assert stands(world) == {"b": ("missing", "r1", "not-offered")}


def test_only_what_was_shown_is_confirmed_and_only_as_it_was_shown(world: World) -> None:
    shown = tuple(one.proposal for one in proposed(world.desk("r1"), "east"))
    (world.folder / "east" / "e1.txt").unlink()

    with pytest.raises(StaleWriteError, match=r"1\.1\.1/a has changed"):
        confirm_proposals(world.desk("r1"), replace(EAST, shown=shown))
    done = confirm_proposals(world.desk("r1"), replace(EAST, shown=shown[1:]))

    assert [one.proposal.item for one in done.confirmed] == ["b"]


def test_who_may_not_give_verdicts_may_not_confirm(world: World) -> None:
    world.desk("co").recuse("r2", "east", "同事")

    with pytest.raises(RefusedError, match="r2 is recused from east"):
        confirm_proposals(world.desk("r2"), EAST)
    with pytest.raises(RefusedError, match="co may not give verdicts"):
        confirm_proposals(world.desk("co"), EAST)
    with pytest.raises(InputError, match=r"1\.1\.2 expects no items"):
        confirm_proposals(world.desk("r1"), replace(EAST, indicators=("1.1.2",)))
    assert proposed(world.desk("r2")) == ()
    assert proposed(world.desk("ob")) == ()
