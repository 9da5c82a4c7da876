"""What files tell of a submission, confirmed in Review: all after a question, one by one, none."""

from pathlib import Path

from rolcheck.tui.screens.proposals import ProposalsScreen
from tests.tui.review_world import app_of, at, in_completeness, in_scoring, press, settle
from tests.tui.stage import seen


async def test_proposals_are_confirmed_once_it_is_said_how_many(tmp_path: Path) -> None:
    world = in_completeness(tmp_path)
    world.desk("r2").complete("east", "1.1.2/a", "ok")
    app = app_of(world.desk("r1"))
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await press(pilot, "a")
        assert isinstance(app.screen, ProposalsScreen)
        assert "the file is there as received  E-1" in seen(app)
        assert "evidence is there, but does not say for which item  E-2" in seen(app)
        assert "1.1.2/a" not in seen(app)
        await press(pilot, "enter")
        assert "confirm 1 verdict on 东区 [b]（虚构）[/b] as your own?" in seen(app)
        await press(pilot, "n")
        assert ("east", "1.1.1", "a") not in world.desk().standing().verdicts
        await press(pilot, "enter", "y")

        row = world.desk().standing().verdicts["east", "1.1.1", "a"]
        assert (row.verdict, row.reviewer, row.basis) == ("ok", "r1", "file-there")
        assert world.desk().standing().verdicts["east", "1.1.2", "a"].reviewer == "r2"
        assert ("east", "1.1.1", "b") not in world.desk().standing().verdicts


async def test_what_is_left_out_stays_open_and_one_is_confirmed_alone(tmp_path: Path) -> None:
    world = in_completeness(tmp_path)
    app = app_of(world.desk("r1"))
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await press(pilot, "s", "down", "enter", "a")
        assert "3 to confirm" in seen(app)
        await press(pilot, "space")
        assert "left out" in seen(app)
        assert "2 to confirm" in seen(app)
        await press(pilot, "c")

        given = world.desk().standing().verdicts
        assert [key for key, row in given.items() if row.basis] == [("west", "1.1.1", "b")]
        assert at(app) == "1.1.2"


async def test_outside_the_completeness_round_the_key_does_nothing(tmp_path: Path) -> None:
    app = app_of(in_scoring(tmp_path).desk("r1"))
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await press(pilot, "n", "n", "a")
        assert not isinstance(app.screen, ProposalsScreen)
