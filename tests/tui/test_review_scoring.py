"""Review, scoring: one or two keys in every editor, and on to the next open item."""

from pathlib import Path

import pytest
from textual.events import Key
from textual.widgets import TextArea

from rolcheck.desk.review.recording import Entry
from rolcheck.tui.widgets.item_tree import ItemTree
from tests.tui.review_world import (
    app_of,
    at,
    editor_of,
    in_re_examination,
    in_scoring,
    latest,
    press,
    screen_of,
    settle,
)
from tests.tui.stage import HOSTILE_SHOWN, seen
from tests.world import HEAD

BY_KEYS = [
    ("1.1.1", "2", "B", "1.2 / 2.0"),
    ("1.1.2", "3.5", "3.5", "3.5 / 5.0"),
    ("1.2.1", "y", "yes", "1.0 / 1.0"),
    ("2.1.1", "2", "K1*2", "2.00 / 3.00"),
    ("2.1.2", "48/49", "48/49", "0.4 / 1.4"),
    ("2.1.3", "11/12", "11/12", "1.0 / 1.2"),
    ("2.1.4", "9/10", "9/10", "1.8 / 2.0"),
    ("B.1.1", "0.5", "0.5", "0.5 / 1.0"),
    ("V.1.1", "n", "clear", "clear: not found"),
]


def keys(typed: str) -> list[str]:
    return [{"/": "slash", ".": "full_stop"}.get(one, one) for one in typed]


@pytest.mark.parametrize(("indicator", "typed", "value", "shown"), BY_KEYS)
async def test_every_kind_is_scored_by_keys_and_shows_its_points_before_enter(
    tmp_path: Path, indicator: str, typed: str, value: str, shown: str
) -> None:
    world = in_scoring(tmp_path)
    app = app_of(world.desk("r1"))
    async with app.run_test(size=(160, 45)) as pilot:
        await settle(pilot)
        screen_of(app).open_item("east", indicator)
        await settle(pilot)
        await press(pilot, *keys(typed))
        assert shown in seen(app)
        await press(pilot, "enter")

        assert latest(world, "r1", indicator) == (value, "")
        assert at(app) != indicator


async def test_a_whole_submission_is_scored_without_looking_up(tmp_path: Path) -> None:
    world = in_scoring(tmp_path)
    app = app_of(world.desk("r1"))
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        for _indicator, typed, _value, _shown in BY_KEYS[:7]:
            await press(pilot, *keys(typed), "enter")

        assert [latest(world, "r1", one[0])[0] for one in BY_KEYS[:7]] == [
            one[2] for one in BY_KEYS[:7]
        ]
        assert "nothing is left here" in seen(app)


async def test_keys_typed_ahead_meet_the_item_that_they_were_meant_for(tmp_path: Path) -> None:
    """A burst as a script sends it: every key is there before the first has been answered."""
    world = in_scoring(tmp_path)
    app = app_of(world.desk("r1"))
    burst = [key for one in BY_KEYS[:7] for key in (*keys(one[1]), "enter")]
    characters = {"slash": "/", "full_stop": "."}
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        for key in burst:
            app.post_message(Key(key, characters.get(key, key if len(key) == 1 else None)))
        for _ in range(20):
            await settle(pilot)

        assert [latest(world, "r1", one[0])[0] for one in BY_KEYS[:7]] == [
            one[2] for one in BY_KEYS[:7]
        ]


async def test_a_burst_that_leaves_an_item_scores_the_one_it_went_to(tmp_path: Path) -> None:
    world = in_scoring(tmp_path)
    app = app_of(world.desk("r1"))
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        for key in ("n", "3", "enter"):
            app.post_message(Key(key, key if len(key) == 1 else None))
        for _ in range(8):
            await settle(pilot)

        assert latest(world, "r1", "1.1.1") == ("", "")
        assert latest(world, "r1", "1.1.2") == ("3", "")


async def test_a_changed_value_wants_a_remark_and_chinese_text_never_triggers_keys(
    tmp_path: Path,
) -> None:
    world = in_re_examination(tmp_path)
    app = app_of(world.desk("r1"))
    async with app.run_test(size=(160, 45)) as pilot:
        await settle(pilot)
        assert at(app) == "1.1.1"
        assert "not B as before" not in seen(app)
        await press(pilot, "1")
        assert "not B as before; say why" in seen(app)
        await press(pilot, "enter")
        assert isinstance(app.focused, TextArea)
        await press(pilot, *"nu第[/b]e", "ctrl+j", *"gq?", "enter")

        assert latest(world, "r1", "1.1.1") == ("A", "nu第[/b]e\ngq?")


async def test_enter_on_what_came_back_confirms_it_and_keeps_its_remark(tmp_path: Path) -> None:
    world = in_re_examination(tmp_path)
    app = app_of(world.desk("r1"))
    async with app.run_test(size=(160, 45)) as pilot:
        await settle(pilot)
        assert "confirms the earlier score" in seen(app)
        assert "own, round 2" in seen(app)
        await press(pilot, "enter")

        row = world.desk().standing().own_latest("east", "1.1.1", "r1")
        assert row is not None
        assert (row.value, row.kept, row.round) == ("B", True, 3)
        assert HOSTILE_SHOWN in row.remark


async def test_undo_takes_back_one_step_after_the_other(tmp_path: Path) -> None:
    world = in_scoring(tmp_path)
    app = app_of(world.desk("r1"))
    async with app.run_test(size=(160, 45)) as pilot:
        await settle(pilot)
        await press(pilot, "2", "enter")
        assert latest(world, "r1", "1.1.1")[0] == "B"
        await press(pilot, "u")

        assert latest(world, "r1", "1.1.1") == ("", "")
        assert at(app) == "1.1.1"
        assert "taken back: 1.1.1" in seen(app)
        await press(pilot, "u")
        assert "nothing to take back" in seen(app)


async def test_an_entry_that_was_not_recorded_is_still_there_on_coming_back(
    tmp_path: Path,
) -> None:
    world = in_scoring(tmp_path)
    app = app_of(world.desk("r1"))
    async with app.run_test(size=(160, 45)) as pilot:
        await settle(pilot)
        await press(pilot, "2", "r", *"半句", "escape", "n")
        assert at(app) == "1.1.2"
        await press(pilot, "p")

        assert editor_of(app).value == "B"
        assert "半句" in seen(app)
        assert latest(world, "r1", "1.1.1") == ("", "")


async def test_evidence_is_cited_with_the_entry(tmp_path: Path) -> None:
    world = in_scoring(tmp_path)
    app = app_of(world.desk("r1"))
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await press(pilot, "1", "e", "down", "space", "enter")
        assert "evidence     E-2" in seen(app)
        await press(pilot, "enter")

        row = world.desk().standing().own_latest("east", "1.1.1", "r1")
        assert row is not None
        assert row.evidence == '["E-2"]'


async def test_declarations_are_asked_for_before_the_first_score(tmp_path: Path) -> None:
    world = in_scoring(tmp_path, head=HEAD + 'declarations = ["回避承诺 [x]", "保密承诺"]\n')
    app = app_of(world.desk("r1"))
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await press(pilot, "2", "enter")
        assert "回避承诺 [x]" in seen(app)
        await press(pilot, "n")
        assert latest(world, "r1", "1.1.1") == ("", "")
        await press(pilot, "enter", "y")

        assert latest(world, "r1", "1.1.1")[0] == "B"
        assert "r1" in world.desk().standing().declared
        await press(pilot, "3", "enter")
        assert latest(world, "r1", "1.1.2")[0] == "3"


async def test_what_was_written_elsewhere_shows_by_itself_and_moves_nothing(
    tmp_path: Path,
) -> None:
    world = in_scoring(tmp_path)
    app = app_of(world.desk("r1"))
    async with app.run_test(size=(160, 45)) as pilot:
        await settle(pilot)
        await press(pilot, "2")
        world.score("r1", "2.1.2", "49/49")
        await pilot.pause(1.3)
        await settle(pilot)

        line = next(one for one in seen(app).splitlines() if "Share reviewed" in one)
        assert "new x" in line[:46]
        assert at(app) == "1.1.1"
        assert editor_of(app).value == "B"
        assert screen_of(app).query_one(ItemTree).rows.selected_key == "1.1.1"


async def test_a_refusal_names_itself_and_the_entry_stays_on_the_screen(tmp_path: Path) -> None:
    world = in_scoring(tmp_path)
    app = app_of(world.desk("r1"))
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await press(pilot, "2")
        world.desk("co").close_round(2, waive="试用")
        await press(pilot, "enter")

        assert "refused" in seen(app).splitlines()[-1]
        assert latest(world, "r1", "1.1.1") == ("", "")


async def test_all_earlier_scores_are_confirmed_at_once_and_taken_back_at_once(
    tmp_path: Path,
) -> None:
    world = in_re_examination(tmp_path)
    app = app_of(world.desk("r1"))
    async with app.run_test(size=(160, 45)) as pilot:
        await settle(pilot)
        left = screen_of(app).review
        assert left is not None
        count = len(left.left)
        assert count > 0
        await press(pilot, "K")
        assert f"{count} items; u takes all of them back" in seen(app)
        await press(pilot, "y")
        now = screen_of(app).review
        assert now is not None
        assert now.left == ()
        await press(pilot, "u")
        again = screen_of(app).review
        assert again is not None
        assert len(again.left) == count


async def test_a_score_typed_in_full_width_counts(tmp_path: Path) -> None:
    world = in_scoring(tmp_path)
    world.desk("r1").score(Entry("east", "1.1.1", "A"))
    app = app_of(world.desk("r1"))
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        screen_of(app).open_item("east", "2.1.2")
        await settle(pilot)
        for character in "４９／４９":
            app.post_message(Key("any", character))  # as a terminal sends it
        await press(pilot, "enter")

        assert latest(world, "r1", "2.1.2")[0] == "49/49"
