"""The Rounds screen: what is left, and going from round to round with the keyboard."""

from pathlib import Path

import pytest

from rolcheck.desk.assigning.assigned import PairSeen
from rolcheck.desk.seen import BlockerSeen
from rolcheck.tui.screens.assignments import AssignmentsScreen
from rolcheck.tui.screens.prompt import Prompt, Question
from rolcheck.tui.screens.rounds import RoundsScreen
from rolcheck.tui.ways import SETTLED_IN
from rolcheck.tui.widgets.rounds.left import LeftRow
from tests.tui.campaign_world import (
    app_at,
    before_rounds,
    press,
    re_examining,
    scoring,
    settled,
    write,
)
from tests.tui.review_world import at
from tests.tui.stage import seen, strips


def last_line(app: object) -> str:
    return strips(app)[-1].text.rstrip()  # type: ignore[arg-type]


async def test_the_next_round_is_opened_after_a_question(tmp_path: Path) -> None:
    world = before_rounds(tmp_path)
    app = app_at("rounds", world.desk("co"))
    async with app.run_test(size=(160, 45)) as pilot:
        await settled(pilot)
        await press(pilot, "o")
        assert isinstance(app.screen, Question)
        await press(pilot, "n")
        assert world.desk().standing().open_round is None
        await press(pilot, "o", "y")

        assert world.desk().standing().open_round == 1
        assert "round 1 is open" in last_line(app)
        assert "saved 08:" in last_line(app)


async def test_a_blocked_closing_asks_for_a_reason(tmp_path: Path) -> None:
    world = scoring(tmp_path)
    app = app_at("rounds", world.desk("co"))
    async with app.run_test(size=(160, 45)) as pilot:
        await settled(pilot)
        await press(pilot, "c")
        assert isinstance(app.screen, Prompt)
        assert "82 items are left" in seen(app)
        await press(pilot, "escape")
        assert world.desk().standing().open_round == 2
        await press(pilot, "c")
        await write(pilot, "赶在开会之前")

        standing = world.desk().standing()
        assert standing.state_of(2) == "closed"
        assert "closed in spite of 82 items left" in seen(app)
        assert "round 2 is closed" in last_line(app)


async def test_a_closed_round_is_reopened_with_a_reason(tmp_path: Path) -> None:
    world = scoring(tmp_path)
    world.desk("co").close_round(2, waive="试用")
    app = app_at("rounds", world.desk("co"))
    async with app.run_test(size=(160, 45)) as pilot:
        await settled(pilot)
        await press(pilot, "r")
        assert "2 scores stay and can be given anew." in seen(app)
        await write(pilot, "漏评两项")
        await write(pilot, "2026-06-05T18:00")

        assert world.desk().standing().open_round == 2
        assert "scores until 6-05 18:00" in seen(app)
        assert "reopened since" in seen(app)


async def test_a_campaign_is_sealed_from_its_last_round(tmp_path: Path) -> None:
    world = re_examining(tmp_path)
    co = world.desk("co")
    co.close_round(3, waive="试用")
    co.open_round(4)
    app = app_at("rounds", world.desk("co"))
    async with app.run_test(size=(160, 45)) as pilot:
        await settled(pilot)
        await press(pilot, "c")
        await write(pilot, "试用")
        await press(pilot, "s", "y")

        assert world.desk().standing().is_sealed
        assert "sealed" in seen(app)
        assert "seal " in seen(app)
        await press(pilot, "o", "c", "r", "s")
        assert isinstance(app.screen, RoundsScreen)  # nothing is left to be done


async def test_what_somebody_else_did_meanwhile_is_refused_in_the_last_line(
    tmp_path: Path,
) -> None:
    world = scoring(tmp_path)
    app = app_at("rounds", world.desk("co"))
    async with app.run_test(size=(160, 45)) as pilot:
        await settled(pilot)
        await press(pilot, "c")
        world.desk("co").close_round(2, waive="先到")
        await write(pilot, "后到")

        assert last_line(app).startswith(" refused")
        assert "round 2 is" in last_line(app)


@pytest.mark.parametrize("who", ["r1", "ar", "ob", ""])
async def test_only_whoever_runs_the_rounds_has_the_keys(tmp_path: Path, who: str) -> None:
    world = scoring(tmp_path)
    app = app_at("rounds", world.desk(who))
    async with app.run_test(size=(160, 45)) as pilot:
        await settled(pilot)
        await press(pilot, "c", "o", "r", "s")

        assert isinstance(app.screen, RoundsScreen)
        assert world.desk().standing().open_round == 2
        assert "close round 2" not in seen(app)


async def test_a_reviewer_sees_only_the_own_items_of_a_blind_round(tmp_path: Path) -> None:
    app = app_at("rounds", scoring(tmp_path).desk("r1"))
    async with app.run_test(size=(160, 45)) as pilot:
        await settled(pilot)

        subjects = {blocker.subject for blocker in blockers_of(app)}
        assert subjects == {"r1"}


async def test_an_observer_is_told_why_nothing_is_listed(tmp_path: Path) -> None:
    app = app_at("rounds", scoring(tmp_path).desk("ob"))
    async with app.run_test(size=(160, 45)) as pilot:
        await settled(pilot)

        assert "of an open blind round only your own items are shown." in seen(app)


async def test_the_list_is_narrowed_by_words_and_escape_clears_them(tmp_path: Path) -> None:
    app = app_at("rounds", scoring(tmp_path).desk("co"))
    async with app.run_test(size=(160, 45)) as pilot:
        await settled(pilot)
        whole = len(shown(app).rows.items)
        await press(pilot, "slash", "r", "3", "enter")
        assert {blocker.subject for blocker in blockers_of(app)} == {"r3"}
        assert app.focused is shown(app).rows
        await press(pilot, "escape")

        assert len(shown(app).rows.items) == whole


async def test_words_that_nothing_holds_are_answered(tmp_path: Path) -> None:
    app = app_at("rounds", scoring(tmp_path).desk("co"))
    async with app.run_test(size=(160, 45)) as pilot:
        await settled(pilot)
        await press(pilot, "slash", "q", "q", "q")

        assert "nothing holds these words." in seen(app)


async def test_letters_typed_into_the_filter_close_no_round(tmp_path: Path) -> None:
    app = app_at("rounds", scoring(tmp_path).desk("co"))
    async with app.run_test(size=(160, 45)) as pilot:
        await settled(pilot)
        await press(pilot, "slash", "c", "o", "r", "s")

        assert isinstance(app.screen, RoundsScreen)


async def test_a_line_leads_to_its_item_and_escape_back_to_the_desk(tmp_path: Path) -> None:
    app = app_at("rounds", scoring(tmp_path).desk("co"))
    async with app.run_test(size=(160, 45)) as pilot:
        await settled(pilot)
        shown(app).look_for(kind="under-quorum")
        await settled(pilot)
        assert "2 of 3 scores" in seen(app)
        await press(pilot, "enter")
        assert at(app) == "1.1.1"
        await press(pilot, "f4", "escape")

        assert "what happened last" in seen(app)


async def test_a_reviewer_who_is_not_done_leads_to_what_is_assigned(tmp_path: Path) -> None:
    app = app_at("rounds", scoring(tmp_path).desk("co"))
    async with app.run_test(size=(160, 45)) as pilot:
        await settled(pilot)
        first = shown(app).rows.selected
        assert isinstance(first, LeftRow)
        assert first.blocker is not None
        await press(pilot, "enter")

        assert isinstance(app.screen, AssignmentsScreen)
        pairs = [one for one in app.screen.rows.items if isinstance(one, PairSeen)]
        assert {one.reviewer for one in pairs} == {first.blocker.id}
        await press(pilot, "escape", "escape")
        shown(app)


async def test_what_is_left_leads_to_the_screen_that_settles_it(tmp_path: Path) -> None:
    app = app_at("rounds", re_examining(tmp_path).desk("co"))
    async with app.run_test(size=(160, 45)) as pilot:
        await settled(pilot)
        kinds = {row.kind for row in shown(app).rows.items if isinstance(row, LeftRow)}
        elsewhere = {
            kind: name for kind, name in SETTLED_IN.items() if name in ("disputes", "findings")
        }
        for kind in kinds.intersection(elsewhere):
            shown(app).look_for(kind=kind)
            await settled(pilot)
            await press(pilot, "enter")
            assert app.screen is app.get_screen(elsewhere[kind])
            await press(pilot, "f4")
        assert kinds.intersection(elsewhere)


async def test_what_opening_brings_is_said_in_numbers(tmp_path: Path) -> None:
    app = app_at("rounds", before_rounds(tmp_path).desk("co"))
    async with app.run_test(size=(160, 45)) as pilot:
        await settled(pilot)
        await press(pilot, "o")

        assert "2 submissions without a receipt are received." in seen(app)
        assert "are to be done, by 5 reviewers." in seen(app)


async def test_a_time_that_is_none_reopens_nothing(tmp_path: Path) -> None:
    world = scoring(tmp_path)
    world.desk("co").close_round(2, waive="试用")
    app = app_at("rounds", world.desk("co"))
    async with app.run_test(size=(160, 45)) as pilot:
        await settled(pilot)
        await press(pilot, "r")
        await write(pilot, "漏评两项")
        await write(pilot, "明天")

        assert "'明天' is no time" in last_line(app)
        assert world.desk().standing().open_round is None


async def test_the_way_out_of_the_selected_line_is_said(tmp_path: Path) -> None:
    app = app_at("rounds", re_examining(tmp_path).desk("co"))
    async with app.run_test(size=(160, 45)) as pilot:
        await settled(pilot)
        await press(pilot, "end")

        assert "F8 Findings" in seen(app)


def shown(app: object) -> RoundsScreen:
    screen = app.screen  # type: ignore[attr-defined]
    assert isinstance(screen, RoundsScreen)
    return screen


def blockers_of(app: object) -> list[BlockerSeen]:
    rows = (row for row in shown(app).rows.items if isinstance(row, LeftRow))
    return [row.blocker for row in rows if row.blocker]


async def test_reminders_are_shown_of_the_person_at_the_cursor_and_saved(tmp_path: Path) -> None:
    world = scoring(tmp_path)
    app = app_at("rounds", world.desk("co"))
    async with app.run_test(size=(160, 45)) as pilot:
        await settled(pilot)
        assert "left by day" in seen(app)
        await press(pilot, "p")
        assert "expected end" in seen(app)
        await press(pilot, "escape", "m")
        assert "14 of your 14 items are still open" in seen(app)
        await press(pilot, "w")

        (file,) = (tmp_path / "reports" / "reminders").iterdir()
        assert "rolcheck --as " in file.read_text("utf-8")
