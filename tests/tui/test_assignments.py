"""The Assignments screen: who has what, set from a file after a look, and who is kept away."""

from pathlib import Path

from rolcheck.desk.assigning.assigned import PairSeen
from rolcheck.tui.screens.assignments import AssignmentsScreen
from rolcheck.tui.screens.page import Page, Proposal
from tests.tui.campaign_world import app_at, before_rounds, press, scoring, settled, write
from tests.tui.review_world import review_world
from tests.tui.stage import seen, strips
from tests.world import HEAD, assignment

LISTED = HEAD + 'assignment = "listed"\n'
SIZE = (160, 45)


def pairs(app: object) -> list[PairSeen]:
    screen = app.screen  # type: ignore[attr-defined]
    assert isinstance(screen, AssignmentsScreen)
    return [one for one in screen.rows.items if isinstance(one, PairSeen)]


async def test_every_pair_is_listed_with_how_far_it_is(tmp_path: Path) -> None:
    app = app_at("assignments", scoring(tmp_path).desk("co"))
    async with app.run_test(size=SIZE) as pilot:
        await settled(pilot)

        assert len(pairs(app)) == 10
        first = pairs(app)[0]
        assert (first.reviewer, first.done, first.due, first.is_all) == ("r1", 1, 7, True)
        assert "this campaign assigns everybody everything" in seen(app)


async def test_a_reviewer_sees_only_what_is_assigned_to_them(tmp_path: Path) -> None:
    app = app_at("assignments", scoring(tmp_path).desk("r2"))
    async with app.run_test(size=SIZE) as pilot:
        await settled(pilot)

        assert {one.reviewer for one in pairs(app)} == {"r2"}
        await press(pilot, "x", "l", "f", "u")
        assert isinstance(app.screen, AssignmentsScreen)


async def test_a_reviewer_is_recused_and_the_bar_is_lifted_again(tmp_path: Path) -> None:
    world = scoring(tmp_path)
    app = app_at("assignments", world.desk("co"))
    async with app.run_test(size=SIZE) as pilot:
        await settled(pilot)
        await press(pilot, "x")
        assert "6 items left are owed no more." in seen(app)
        await write(pilot, "任职于该区")
        assert world.desk("co").standing().bars == {("east", "r1"): "recusal"}
        assert "recused" in seen(app)
        assert "任职于该区" in seen(app)
        await press(pilot, "l")
        await write(pilot, "核实无误")

        assert not world.desk("co").standing().bars


async def test_a_file_is_shown_before_it_is_recorded(tmp_path: Path) -> None:
    world = review_world(tmp_path, head=LISTED)
    file = tmp_path / "a.csv"
    file.write_text(
        "submission,action,reviewer,round,scope\neast,assign,r1,1,1 2\nwest,assign,r2,1,\n", "utf-8"
    )
    app = app_at("assignments", world.desk("co"))
    async with app.run_test(size=SIZE) as pilot:
        await settled(pilot)
        assert "nothing is assigned in this round." in seen(app)
        await press(pilot, "f")
        await write(pilot, str(file))
        assert isinstance(app.screen, Proposal)
        assert "2 assigned" in seen(app)
        await press(pilot, "n")
        assert not world.desk("co").log()
        await press(pilot, "f")
        await write(pilot, str(file))
        await press(pilot, "y")

        assert [(one.reviewer, one.submission, one.scope) for one in pairs(app)] == [
            ("r1", "east", ("1", "2")),
            ("r2", "west", ("1", "2", "B", "V")),
        ]
        assert "2 lines recorded" in strips(app)[-1].text


async def test_every_bad_line_of_a_file_is_named_and_nothing_is_recorded(tmp_path: Path) -> None:
    world = review_world(tmp_path, head=LISTED)
    file = tmp_path / "a.csv"
    file.write_text(
        "submission,action,reviewer\neast,assign,r9\nnowhere,assign,r1\neast,assign,r1\n", "utf-8"
    )
    app = app_at("assignments", world.desk("co"))
    async with app.run_test(size=SIZE) as pilot:
        await settled(pilot)
        await press(pilot, "f")
        await write(pilot, str(file))

        assert isinstance(app.screen, Page)
        assert "2 problems; nothing was recorded" in seen(app)
        assert "a.csv:2" in seen(app)
        assert "a.csv:3" in seen(app)
        assert not world.desk("co").log()


async def test_enter_opens_what_is_left_of_a_pair(tmp_path: Path) -> None:
    app = app_at("assignments", before_rounds(tmp_path).desk("co"))
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await press(pilot, "enter")

        assert not isinstance(app.screen, AssignmentsScreen)


async def test_drafts_are_marked_and_published_with_a_key(tmp_path: Path) -> None:
    world = review_world(tmp_path, head=LISTED)
    world.desk("co").assign([assignment("1")])
    app = app_at("assignments", world.desk("co"))
    async with app.run_test(size=SIZE) as pilot:
        await settled(pilot)
        assert "1 not published" in seen(app)
        await press(pilot, "p")
        assert isinstance(app.screen, Proposal)
        assert "1 assignment waits" in seen(app)
        await press(pilot, "y")

        assert "not published" not in seen(app)
        assert world.desk("r1").standing().assigned(1, "east", "r1")


async def test_a_declared_conflict_is_shown_and_ruled_to_be_none(tmp_path: Path) -> None:
    world = scoring(tmp_path)
    world.desk("r1").declare_conflict("east", "kinship", "表亲")
    app = app_at("assignments", world.desk("co"))
    async with app.run_test(size=SIZE) as pilot:
        await settled(pilot)
        assert "kinship" in seen(app)
        assert "表亲" in seen(app)
        await press(pilot, "c")
        await write(pilot, "查无此事")

        assert not world.desk("co").standing().bars
        assert "no conflict" in seen(app)
        await press(pilot, "l")
        await write(pilot, "再查")
        assert world.desk("co").standing().bars == {("east", "r1"): "abstention"}
