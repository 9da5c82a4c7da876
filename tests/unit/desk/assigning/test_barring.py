"""Conflicts of interest: declared, ruled on, pinned, and what they do to scores."""

from pathlib import Path

import pytest

from rolcheck.base.errors import InputError, RefusedError
from rolcheck.campaign.panels import panel
from rolcheck.desk.assigning.allotment import Wish
from rolcheck.desk.assigning.conflicts import ConflictLine, conflicts
from tests.world import HEAD, PEOPLE, World, make_world

LISTED = HEAD + 'assignment = "listed"\n'


def scored(folder: Path) -> World:
    """Return a world in whose scoring round r1 and r2 have scored."""
    people = PEOPLE.replace('name = "r5"\n', 'name = "r5"\noffices = ["东区财政局"]\n')
    world = make_world(folder, people=people)
    co = world.desk("co")
    co.open_round(1)
    co.close_round(1, waive="trial")
    co.open_round(2)
    world.panel("1.1.1", {"r1": "A", "r2": "B"})
    return world


def counted(world: World) -> list[str]:
    return [row.reviewer for row in panel(world.desk("co").standing(), "east", "1.1.1", 2)]


def lines(world: World, who: str = "co") -> dict[str, ConflictLine]:
    return {one.reviewer: one for one in conflicts(world.desk(who).sight())}


def test_a_declared_conflict_takes_effect_at_once_on_scores_already_given(tmp_path: Path) -> None:
    world = scored(tmp_path)
    r1 = world.desk("r1")

    r1.declare_conflict("east", "kinship")

    assert counted(world) == ["r2"]
    with pytest.raises(RefusedError) as refused:
        world.score("r1", "1.1.2", "1/1")
    assert str(refused.value) == "r1 has stepped back from east (kinship)"
    assert r1.declare_conflict("east", "kinship") == (), "said already"
    r1.abstain("east", "误报", lift=True)
    assert counted(world) == ["r1", "r2"]


def test_what_was_ruled_stands_whatever_the_reviewer_says_later(tmp_path: Path) -> None:
    world = scored(tmp_path)
    co, r1 = world.desk("co"), world.desk("r1")
    r1.declare_conflict("east", "other", "同窗")
    co.rule_on_conflict("r1", "east", "dismiss", "二十年未往来")
    assert counted(world) == ["r1", "r2"]

    r1.declare_conflict("east", "kinship")

    assert counted(world) == ["r1", "r2"], "on record, and without effect"
    assert (lines(world)["r1"].kind, lines(world)["r1"].ruling) == ("kinship", "dismissed")
    co.rule_on_conflict("r1", "east", "confirm", "再核")
    r1.abstain("east", "撤回", lift=True)
    assert counted(world) == ["r2"]
    assert lines(world)["r1"].barred
    co.rule_on_conflict("r1", "east", "lift", "重审")
    assert counted(world) == ["r1", "r2"]


def test_a_dismissal_forces_nobody_to_review(tmp_path: Path) -> None:
    world = scored(tmp_path)
    world.desk("r1").declare_conflict("east", "kinship")
    world.desk("co").rule_on_conflict("r1", "east", "dismiss", "不属实")

    world.desk("r1").abstain("east", "因病")

    assert counted(world) == ["r2"]


def test_recusing_ends_a_dismissal_and_takes_over_the_kind(tmp_path: Path) -> None:
    world = scored(tmp_path)
    co = world.desk("co")
    co.rule_on_conflict("r5", "east", "dismiss", "调离多年")
    assert "r5" not in {who for _east, who in co.standing().bars}

    made = co.recuse("r5", "east", "又调回")

    assert [event.kind.value for event in made] == ["dismissal-lifted", "reviewer-recused"]
    assert made[-1].payload == {"reason": "又调回", "conflict": "own-district"}


def test_an_own_office_is_not_ruled_away(tmp_path: Path) -> None:
    people = PEOPLE.replace('name = "r1"\n', 'name = "r1"\noffices = ["东区（虚构）"]\n')
    co = make_world(tmp_path, people=people).desk("co")

    with pytest.raises(RefusedError, match="belongs to an office that hands in east") as refused:
        co.rule_on_conflict("r1", "east", "dismiss", "无碍")
    assert "campaign amend" in refused.value.hint


@pytest.mark.parametrize(
    ("who", "reviewer", "ruling", "reason", "kind", "expected"),
    [
        ("r1", "r2", "dismiss", "x", "", RefusedError),
        ("co", "r2", "confirm", "x", "", InputError),
        ("co", "r2", "confirm", "x", "friendship", InputError),
        ("co", "r2", "dismiss", " ", "", InputError),
        ("co", "r2", "lift", "x", "", RefusedError),
        ("co", "r9", "dismiss", "x", "", InputError),
    ],
)
def test_rulings_that_cannot_be_are_refused(
    tmp_path: Path, who: str, reviewer: str, ruling: str, reason: str, kind: str,
    expected: type[Exception],
) -> None:  # fmt: skip
    world = make_world(tmp_path)

    with pytest.raises(expected):
        world.desk(who).rule_on_conflict(reviewer, "east", ruling, reason, conflict=kind)
    assert not world.desk("co").log()


def test_a_paper_declaration_is_entered_by_a_coordinator_and_nobody_else(tmp_path: Path) -> None:
    world = scored(tmp_path)

    world.desk("co").declare_conflict("east", "drafter", reviewer="r2")

    line = lines(world)["r2"]
    assert (line.kind, line.origin, line.ruling, line.by) == ("drafter", "declared", "", "co")
    with pytest.raises(RefusedError, match="r1 may not import for others"):
        world.desk("r1").declare_conflict("east", "drafter", reviewer="r3")
    with pytest.raises(InputError, match="a reason is required"):
        world.desk("r3").declare_conflict("east", "other")


def test_everybody_is_listed_to_whoever_sees_all_and_oneself_to_others(tmp_path: Path) -> None:
    world = scored(tmp_path)
    world.desk("r1").declare_conflict("east", "kinship")
    world.desk("co").recuse("r2", "east", "回避")

    assert {who: (one.kind, one.origin) for who, one in lines(world).items()} == {
        "r1": ("kinship", "declared"),
        "r2": ("", "ruled"),
        "r5": ("own-district", "derived"),
    }
    assert list(lines(world, "r1")) == ["r1"]
    assert not lines(world, "ob") and not lines(world, "")


def test_nobody_with_a_conflict_is_proposed(tmp_path: Path) -> None:
    people = PEOPLE.replace('name = "r5"\n', 'name = "r5"\noffices = ["东区财政局"]\n')
    world = make_world(tmp_path, head=LISTED, people=people)
    world.desk("r1").declare_conflict("east", "paid-adviser")

    assert world.desk("co").allot(Wish(per=3)).chosen == (frozenset({"r2", "r3", "r4"}),)
