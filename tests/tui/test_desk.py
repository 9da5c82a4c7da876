"""The Desk: what it says to whom, where its lines lead, and what changes on it by itself."""

from pathlib import Path

import pytest
from textual.pilot import Pilot

from rolcheck import locale
from rolcheck.desk.assigning.assigned import PairSeen
from rolcheck.tui.messages import LedgerGrew
from rolcheck.tui.screens.assignments import AssignmentsScreen
from rolcheck.tui.screens.desk import OverviewScreen
from rolcheck.tui.screens.rounds import RoundsScreen
from rolcheck.tui.widgets.board import Board
from rolcheck.tui.widgets.rounds.left import LeftRow
from tests.tui.campaign_world import (
    DECLARING,
    app_at,
    before_rounds,
    press,
    re_examining,
    scoring,
    settled,
)
from tests.tui.review_world import at, in_scoring, screen_of
from tests.tui.stage import HOSTILE, seen, strips
from tests.world import make_world


def board(pilot: Pilot[None], name: str = "first") -> Board:
    return pilot.app.screen.query_one(f"#{name}", Board)


async def test_a_reviewer_sees_what_is_left_of_each_submission(tmp_path: Path) -> None:
    app = app_at("desk", scoring(tmp_path).desk("r1"))
    async with app.run_test(size=(160, 45)) as pilot:
        await settled(pilot)

        text = seen(app)
        assert "my submissions" in text
        assert "6 items left" in text  # of the submission that was begun
        assert "1/7" in text
        assert "7 items left" in text  # of the other
        assert "1.1.2" in text
        assert "before round 2 closes" not in text


async def test_enter_on_a_submission_opens_its_next_item_left(tmp_path: Path) -> None:
    app = app_at("desk", scoring(tmp_path).desk("r1"))
    async with app.run_test(size=(160, 45)) as pilot:
        await settled(pilot)
        assert board(pilot).selected_key == "s:east"
        await press(pilot, "enter")

        review = screen_of(app).review
        assert review is not None
        assert (review.submission, review.indicator) == ("east", "1.1.2")


async def test_enter_on_an_item_opens_that_item(tmp_path: Path) -> None:
    app = app_at("desk", scoring(tmp_path).desk("r1"))
    async with app.run_test(size=(160, 45)) as pilot:
        await settled(pilot)
        await press(pilot, "tab", "down", "down", "enter")

        assert at(app) == "2.1.1"


async def test_a_coordinator_sees_what_blocks_and_where_most_of_it_is(tmp_path: Path) -> None:
    app = app_at("desk", scoring(tmp_path).desk("co"))
    async with app.run_test(size=(160, 45)) as pilot:
        await settled(pilot)

        text = seen(app)
        assert "before round 2 closes" in text
        assert "68  scores not given yet" in text
        assert "14  too few reviewers" in text
        assert "carried into round 3" in text
        assert "nothing is carried on." in text
        assert "score recorded" in text


async def test_what_blocks_leads_to_the_list_of_its_kind(tmp_path: Path) -> None:
    app = app_at("desk", scoring(tmp_path).desk("co"))
    async with app.run_test(size=(160, 45)) as pilot:
        await settled(pilot)
        await press(pilot, "down", "enter")

        assert isinstance(app.screen, RoundsScreen)
        selected = app.screen.rows.selected
        assert isinstance(selected, LeftRow)
        assert selected.kind == "under-quorum"


async def test_a_reviewer_in_the_list_leads_to_what_that_reviewer_owes(tmp_path: Path) -> None:
    app = app_at("desk", scoring(tmp_path).desk("co"))
    async with app.run_test(size=(160, 45)) as pilot:
        await settled(pilot)
        await press(pilot, "tab", "enter")

        assert isinstance(app.screen, AssignmentsScreen)
        named = {one.reviewer for one in app.screen.rows.items if isinstance(one, PairSeen)}
        assert named == {"r3"}


@pytest.mark.parametrize("who", ["r1", "ob", ""])
@pytest.mark.parametrize("screen", ["desk", "summary", "rounds"])
async def test_nothing_of_others_shows_through_in_a_blind_round(
    tmp_path: Path, who: str, screen: str
) -> None:
    shown = []
    for value in ("B", "C"):
        world = scoring(tmp_path / value, r2=value)
        app = app_at(screen, world.desk(who))
        async with app.run_test(size=(160, 45)) as pilot:
            await settled(pilot)
            shown.append([list(strip) for strip in strips(app)])

    assert shown[0] == shown[1]


async def test_a_coordinator_does_see_the_difference(tmp_path: Path) -> None:
    shown = []
    for value in ("B", "C"):
        app = app_at("desk", scoring(tmp_path / value, r2=value).desk("co"))
        async with app.run_test(size=(160, 45)) as pilot:
            await settled(pilot)
            shown.append(seen(app))

    assert shown[0] != shown[1]


async def test_declarations_are_made_from_the_desk(tmp_path: Path) -> None:
    world = in_scoring(tmp_path, head=DECLARING)
    app = app_at("desk", world.desk("r1"))
    async with app.run_test(size=(100, 30)) as pilot:
        await settled(pilot)
        assert "回避承诺   保密承诺" in seen(app)
        await press(pilot, "d")
        await press(pilot, "y")

        assert "r1" in world.desk("r1").standing().declared
        assert "declarations to be made" not in seen(app)


async def test_a_change_made_elsewhere_appears_and_the_cursor_stays(tmp_path: Path) -> None:
    world = scoring(tmp_path)
    app = app_at("desk", world.desk("co"))
    async with app.run_test(size=(160, 45)) as pilot:
        await settled(pilot)
        await press(pilot, "down")
        before = board(pilot).selected_key
        assert "67  scores not given yet" not in seen(app)
        world.score("r3", "1.1.2", "4.5")
        app.post_message(LedgerGrew())
        await settled(pilot)

        text = seen(app)
        assert "67  scores not given yet" in text
        assert board(pilot).selected_key == before == "b:under-quorum"
        assert text.count(" new") >= 3  # the kind, the reviewer, the entry
        assert isinstance(app.screen, OverviewScreen)
        app.screen.forget_changes()
        await settled(pilot)
        assert " new" not in seen(app)


async def test_the_ledger_is_looked_at_now_and_then(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("rolcheck.tui.app.LOOK_EVERY", 0.02)
    world = scoring(tmp_path)
    app = app_at("desk", world.desk("co"))
    async with app.run_test(size=(160, 45)) as pilot:
        await settled(pilot)
        world.score("r3", "1.1.2", "4.5")
        for _ in range(50):
            await pilot.pause(0.02)
            if "67  scores not given yet" in seen(app):
                break

        assert "67  scores not given yet" in seen(app)


@pytest.mark.parametrize("who", ["co", "r1", "ob", ""])
async def test_before_the_first_round_the_desk_says_so(tmp_path: Path, who: str) -> None:
    app = app_at("desk", before_rounds(tmp_path).desk(who))
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)

        text = seen(app)
        assert "planned" in text
        said = {
            "co": "round 1 is not open yet.",
            "r1": "Once the coordinator opens round 1, your items",
        }.get(who, "results are shown as of round 1.")
        assert said in text


async def test_a_campaign_without_submissions_has_a_desk(tmp_path: Path) -> None:
    world = make_world(tmp_path)
    (tmp_path / "east" / "submission.toml").unlink()
    app = app_at("desk", world.desk("co"))
    async with app.run_test(size=(160, 45)) as pilot:
        await settled(pilot)

        assert "round 1 is not open yet." in seen(app)
        assert "failed" not in seen(app)


async def test_a_changed_file_is_warned_of_with_the_way_out(tmp_path: Path) -> None:
    world = scoring(tmp_path)
    path = tmp_path / "campaign.toml"
    path.write_text(path.read_text("utf-8").replace("算例", "别的"), encoding="utf-8")
    app = app_at("desk", world.desk("r1"))
    async with app.run_test(size=(160, 45)) as pilot:
        await settled(pilot)

        assert "files changed since they went on record" in seen(app)
        assert "rolcheck campaign amend --reason" in seen(app)


async def test_names_are_shown_as_they_are_and_obeyed_by_nothing(tmp_path: Path) -> None:
    world = re_examining(tmp_path)
    path = tmp_path / "campaign.toml"
    quoted = HOSTILE.replace("\x1b", "\\u001b").replace("\x07", "\\u0007")
    text = path.read_text("utf-8").replace('name = "r2"', f'name = "{quoted}"')
    path.write_text(text, encoding="utf-8")
    world.desk("co").amend("改名")
    app = app_at("desk", world.desk("co"))
    async with app.run_test(size=(160, 45)) as pilot:
        await settled(pilot)

        assert "[/第3页]" in seen(app)
        assert "\x1b" not in seen(app)


async def test_the_language_changes_at_run_time_on_every_screen(tmp_path: Path) -> None:
    app = app_at("desk", scoring(tmp_path).desk("co"))
    async with app.run_test(size=(160, 45)) as pilot:
        await settled(pilot)
        await press(pilot, "o", "escape", "ctrl+l")
        assert locale.language() == "zh"
        assert "before round 2 closes" not in seen(app)
        assert "第2轮" in seen(app)
        await press(pilot, "o")

        assert "steps" not in seen(app)


async def test_without_colour_every_word_is_still_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown = []
    for colour in (False, True):
        if not colour:
            monkeypatch.setenv("NO_COLOR", "1")
        else:
            monkeypatch.delenv("NO_COLOR")
        app = app_at("desk", scoring(tmp_path / str(colour)).desk("co"))
        async with app.run_test(size=(160, 45)) as pilot:
            await settled(pilot)
            shown.append(seen(app))

    assert shown[0] == shown[1]
