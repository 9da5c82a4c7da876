"""A file that was imported, corrected and imported again corrects itself and nothing else."""

from dataclasses import replace
from pathlib import Path

import pytest

from rolcheck.desk.desk import Desk
from rolcheck.desk.handing.handin import Basis, Handin, Written, came_with, import_step
from rolcheck.desk.handing.handout import handout
from tests.factories import Town, make_town
from tests.unit.desk.handing.test_judging import filled_in, outcomes, said


@pytest.fixture
def town(tmp_path: Path) -> Town:
    """The town in round 2, of which nothing is scored."""
    town = make_town(tmp_path).play(until=1)
    town.desk("boss").open_round(2)
    return town


def back(desk: Desk, value: str, remark: str = "", id: str = "paper-1") -> Handin:
    """Return a handout of r1 as it comes back with one score."""
    made = handout(desk, "r1", id=id)
    return replace(filled_in(made, ("east", "1.1.1", value, remark)), handout=id)


def test_a_corrected_value_of_the_same_file_is_no_conflict(town: Town) -> None:
    boss = town.desk("boss")
    first, corrected = back(boss, "A"), back(boss, "B", "照片不全")
    boss.hand_in([first])

    assert outcomes(boss.hand_in([corrected])) == [("1.1.1", "recorded", "A")]


def test_an_older_copy_of_a_corrected_file_is(town: Town) -> None:
    boss = town.desk("boss")
    first, corrected = back(boss, "A", "原件齐全"), back(boss, "B", "照片不全")
    boss.hand_in([first])
    boss.hand_in([corrected])

    judged = boss.hand_in([first])

    assert outcomes(judged) == [("1.1.1", "conflict", "B")]
    assert "B (照片不全) was recorded for 1.1.1 of east since" in said(judged)


@pytest.mark.parametrize("id", ["paper-2", ""])
def test_another_file_that_was_handed_out_at_the_same_time_is(town: Town, id: str) -> None:
    boss = town.desk("boss")
    first, other = back(boss, "A"), back(boss, "B", "照片不全", id=id)
    boss.hand_in([first])

    assert outcomes(boss.hand_in([other])) == [("1.1.1", "conflict", "A")]


def test_what_was_typed_since_the_file_was_imported_is(town: Town) -> None:
    boss = town.desk("boss")
    first, corrected = back(boss, "A"), back(boss, "B", "照片不全")
    boss.hand_in([first])
    town.score("r1", "east", "1.1.1", "C", "当面看过")

    assert outcomes(boss.hand_in([corrected])) == [("1.1.1", "conflict", "C")]


def test_new_material_is_even_for_a_correction(town: Town) -> None:
    boss = town.desk("boss")
    first, corrected = back(boss, "A"), back(boss, "B", "照片不全")
    boss.hand_in([first])
    town.hand_in("east", "部署文件（补盖公章）")

    judged = boss.hand_in([corrected])

    assert outcomes(judged) == [("1.1.1", "conflict", "A")]
    assert "the material of 1.1.1 of east changed" in said(judged)


def test_a_verdict_of_the_same_file_may_be_corrected_and_nobody_elses(tmp_path: Path) -> None:
    town = make_town(tmp_path)
    boss = town.desk("boss")
    boss.open_round(1)
    made = handout(boss, "r1", id="paper-1")
    (basis,) = [one.basis for one in made.submissions[1].verdicts if one.name == "1.1.1/a"]

    def verdict(value: str) -> Handin:
        where = filled_in(made).where
        item = Written(where, "east", "1.1.1", value, bases=(basis,), part="verdict", key="a")
        return replace(filled_in(made), items=(item,), handout="paper-1")

    boss.hand_in([verdict("ok")])
    corrected = boss.hand_in([verdict("missing")])
    town.desk("r2").complete("east", "1.1.1/a", "supplement")
    since = boss.hand_in([verdict("ok")])

    assert basis == Basis(0, basis.material)
    assert [one.outcome for one in corrected] == ["recorded"]
    assert [one.outcome for one in since] == ["conflict"]


def test_an_import_is_undone_with_one_step_that_tells_its_handouts(town: Town) -> None:
    files = [back(town.desk("boss"), "A", id=id) for id in ("paper-2", "paper-1", "")]

    step = import_step("random", files)

    assert step == "random paper-1 paper-2"
    assert [came_with(step, name) for name in ("paper-1", "random", "", "paper")] == [
        True,
        False,
        False,
        False,
    ]
