"""Review for a hundred items: remarks said again, jumps, the two orders, keys typed ahead."""

from contextlib import suppress
from pathlib import Path

import pytest
from textual.events import Key
from textual.pilot import Pilot
from textual.widgets import TextArea
from textual.worker import WorkerCancelled

from rolcheck.desk.findings.life import FindingEntry
from rolcheck.desk.review.phrases import KeptPhrase, load_phrases
from rolcheck.desk.review.recording import Entry
from rolcheck.locale import set_language
from rolcheck.tui.app import RolcheckApp
from tests.tui.review_world import (
    USUAL,
    all_scored,
    app_of,
    at,
    editor_of,
    in_re_examination,
    in_scoring,
    latest,
    press,
    review_world,
    score_usual,
    screen_of,
    settle,
)
from tests.tui.stage import seen

CHARACTERS = {"slash": "/", "full_stop": "."}
SIZES = [(80, 24), (160, 45)]


def burst(app: RolcheckApp, *keys: str) -> None:
    """Send keys as a script does: all are there before the first has been answered."""
    for key in keys:
        app.post_message(Key(key, CHARACTERS.get(key, key if len(key) == 1 else None)))


async def until_quiet(pilot: Pilot[None], times: int = 8) -> None:
    """Wait until the burst was worked off."""
    for _ in range(times):
        await settle(pilot)


def place(app: RolcheckApp) -> tuple[str, str]:
    return screen_of(app).key


# remarks


@pytest.mark.parametrize("size", SIZES)
async def test_the_last_remark_stands_again_with_one_key(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    world = in_scoring(tmp_path)
    app = app_of(world.desk("r1"))
    async with app.run_test(size=size) as pilot:
        await settle(pilot)
        await press(pilot, "2", "r")
        burst(app, *"材料不全。")
        await until_quiet(pilot)
        await press(pilot, "enter", "4", "l", "enter")

        assert latest(world, "r1", "1.1.2") == ("4", "材料不全。")


async def test_the_same_key_goes_on_to_the_remark_before(tmp_path: Path) -> None:
    world = in_scoring(tmp_path)
    world.score("r1", "2.1.1", "none", "甲")
    world.score("r1", "2.1.2", "48/49", "乙")
    app = app_of(world.desk("r1"))
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await press(pilot, "2", "l")
        assert screen_of(app).work.remark_text == "乙"  # type: ignore[attr-defined]
        await press(pilot, "l", "enter")

        assert latest(world, "r1", "1.1.1") == ("B", "甲")


async def test_while_writing_the_last_remark_comes_with_a_key_that_no_text_has(
    tmp_path: Path,
) -> None:
    world = in_scoring(tmp_path)
    world.score("r1", "2.1.2", "48/49", "见原件")
    app = app_of(world.desk("r1"))
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await press(pilot, "2", "r")
        burst(app, *"hl；")
        await until_quiet(pilot)
        await press(pilot, "ctrl+r", "enter")

        assert latest(world, "r1", "1.1.1") == ("B", "hl；见原件")


async def test_without_a_remark_yet_the_key_says_so(tmp_path: Path) -> None:
    app = app_of(in_scoring(tmp_path).desk("r1"))
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await press(pilot, "l")
        assert "there is no remark of yours yet" in seen(app)
        await press(pilot, "h")
        assert "no phrases yet" in seen(app)


@pytest.mark.parametrize("size", SIZES)
async def test_a_phrase_is_chosen_by_its_number_and_can_still_be_changed(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    world = in_scoring(tmp_path / "world")
    world.desk("r1").score(Entry("west", "1.1.1", "B", "缺 [/第3页]"))
    phrases = tmp_path / "phrases.toml"
    phrases.write_text('[[phrase]]\ntext = "复印件不清"\n', encoding="utf-8")
    app = RolcheckApp(world.desk("r1"), first="review", phrases=phrases)
    async with app.run_test(size=size) as pilot:
        await settle(pilot)
        await press(pilot, "2", "h")
        assert "缺 [/第3页]" in seen(app)
        assert "西区（虚构）" in seen(app)
        await press(pilot, "2", "enter")
        assert isinstance(app.focused, TextArea)
        burst(app, *"，请换。")
        await until_quiet(pilot)
        await press(pilot, "enter")

        assert latest(world, "r1", "1.1.1") == ("B", "复印件不清，请换。")


async def test_a_phrase_goes_where_one_writes_after_chinese_was_committed(tmp_path: Path) -> None:
    """An input method sends a whole word at once, as one key event a character."""
    world = in_scoring(tmp_path)
    world.score("r1", "2.1.2", "48/49", "见原件")
    app = app_of(world.desk("r1"))
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await press(pilot, "2", "r")
        burst(app, *"第二条落款日期倒置（")
        await until_quiet(pilot)
        await press(pilot, "ctrl+o", "enter")
        burst(app, *"）。")
        await until_quiet(pilot)
        await press(pilot, "enter")

        assert latest(world, "r1", "1.1.1") == ("B", "第二条落款日期倒置（见原件）。")


async def test_the_remark_at_hand_is_kept_as_a_phrase(tmp_path: Path) -> None:
    phrases = tmp_path / "config" / "phrases.toml"
    world = in_scoring(tmp_path / "world")
    app = RolcheckApp(world.desk("r1"), first="review", phrases=phrases)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await press(pilot, "2", "r", *"常说的话", "escape", "H")
        assert load_phrases(phrases) == (KeptPhrase("常说的话"),)
        await press(pilot, "H")
        assert "among the phrases already" in seen(app)


async def test_a_broken_file_of_phrases_is_named_and_stops_nothing(tmp_path: Path) -> None:
    phrases = tmp_path / "phrases.toml"
    phrases.write_text("[[", encoding="utf-8")
    world = in_scoring(tmp_path / "world")
    app = RolcheckApp(world.desk("r1"), first="review", phrases=phrases)
    async with app.run_test(size=(160, 45)) as pilot:
        await settle(pilot)
        await press(pilot, "h")
        assert "phrases.toml" in seen(app)
        await press(pilot, "2", "enter")
        assert latest(world, "r1", "1.1.1") == ("B", "")


# jumps


async def test_jumps_go_to_the_next_of_a_kind_and_back(tmp_path: Path) -> None:
    world = in_re_examination(tmp_path)
    world.desk("co").add_finding(FindingEntry("east", "2.1.3", "Q13", "缺一期"))
    app = app_of(world.desk("r1"))
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        screen_of(app).open_item("east", "1.2.1")
        await settle(pilot)
        await press(pilot, "F")
        assert at(app) == "2.1.3"
        await press(pilot, "F")
        assert at(app) == "1.1.1"
        await press(pilot, "b")
        assert at(app) == "2.1.3"
        await press(pilot, "b", "b")
        assert at(app) == "1.1.1"


async def test_a_jump_without_aim_says_so_and_stays(tmp_path: Path) -> None:
    app = app_of(in_scoring(tmp_path).desk("r1"))
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await press(pilot, "d")
        assert "no other item is in dispute" in seen(app)
        await press(pilot, "c")
        assert "no other item is to be confirmed" in seen(app)
        await press(pilot, "b")
        assert "no earlier place" in seen(app)
        assert place(app) == ("east", "1.1.1")


async def test_the_next_open_item_is_found_in_the_next_submission(tmp_path: Path) -> None:
    world = in_scoring(tmp_path)
    score_usual(world, "r1")
    app = app_of(world.desk("r1"))
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await press(pilot, "2", "enter")
        assert "nothing is left here" in seen(app)
        await press(pilot, "o")

        assert place(app) == ("west", "1.1.1")


async def test_whoever_has_done_all_is_told_what_comes_next(tmp_path: Path) -> None:
    world = all_scored(tmp_path)
    app = app_of(world.desk("r1"))
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        assert "14 / 14 done in this round" in seen(app)
        assert "the coordinator closes the round" in seen(app)
        assert "rolcheck --as r1 audit receipt" in seen(app)
        await press(pilot, "p")
        assert at(app) == "V.1.1"
        await press(pilot, "u")
        assert place(app) == ("west", "2.1.4")
        assert world.desk().standing().own_latest("west", "2.1.4", "r1") is None


async def test_undo_goes_to_what_was_taken_back_to_enter_it_anew(tmp_path: Path) -> None:
    world = in_scoring(tmp_path)
    app = app_of(world.desk("r1"))
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await press(pilot, "2", "enter", "u", "3", "enter")

        assert latest(world, "r1", "1.1.1") == ("C", "")


# the two orders


@pytest.mark.parametrize("size", SIZES)
async def test_by_indicator_one_goes_on_to_the_next_submission(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    world = in_scoring(tmp_path)
    app = app_of(world.desk("r1"))
    async with app.run_test(size=size) as pilot:
        await settle(pilot)
        await press(pilot, "v")
        assert place(app) == ("east", "1.1.1")
        assert "by indicator: " in seen(app).splitlines()[0]
        await press(pilot, "2", "enter")
        assert place(app) == ("west", "1.1.1")
        assert "B 1.2" in seen(app)
        await press(pilot, "1", "enter")
        assert place(app) == ("east", "1.1.2")
        await press(pilot, "v", "4", "enter")
        assert place(app) == ("east", "1.2.1")


async def test_the_tree_by_indicator_moves_from_submission_to_submission(tmp_path: Path) -> None:
    world = in_scoring(tmp_path)
    app = app_of(world.desk("r1"))
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await press(pilot, "v", "t")
        row = next(one for one in seen(app).splitlines() if "东区 [b]（虚构）[/b]    " in one)
        assert row.startswith("  > ")
        await press(pilot, "j")
        assert place(app) == ("west", "1.1.1")
        await press(pilot, "enter", "2", "enter")
        assert world.desk().standing().own_latest("west", "1.1.1", "r1") is not None


async def test_the_earlier_scores_of_one_indicator_are_confirmed_across_submissions(
    tmp_path: Path,
) -> None:
    world = in_re_examination(tmp_path)
    app = app_of(world.desk("r1"))
    async with app.run_test(size=(160, 45)) as pilot:
        await settle(pilot)
        await press(pilot, "v", "K")
        assert "confirm all earlier scores of 1.1.1?" in seen(app)
        assert "the material of 1 of them is new" in seen(app)
        await press(pilot, "y")

        row = world.desk().standing().own_latest("east", "1.1.1", "r1")
        assert row is not None
        assert (row.kept, row.round) == (True, 3)


# what stands beside, and what an entry would give


@pytest.mark.parametrize(
    ("indicator", "words"),
    [
        ("1.1.1", "本人第2轮 B 1.2   综合第2轮 1.07"),
        ("1.1.2", "本人第2轮 4.0   综合第2轮 4.00"),
        ("1.2.1", "本人第2轮 是 1.0   综合第2轮 1.00"),
        ("2.1.1", "本人第2轮 K1*2 2.0"),
        ("2.1.2", "本人第2轮 48/49 0.4   综合第2轮 0.40"),
        ("2.1.3", "本人第2轮 11/12 1.0   综合第2轮 1.00"),
        ("2.1.4", "本人第2轮 9/10 1.8   综合第2轮 1.80"),
        ("B.1.1", "本人第2轮 0.5   综合第2轮 0.50"),
        ("V.1.1", "本人第2轮 未发现"),
    ],
)
async def test_the_round_before_stands_beside_every_editor(
    tmp_path: Path, indicator: str, words: str
) -> None:
    set_language("zh")
    world = in_scoring(tmp_path)
    for who in ("r1", "r2", "r3"):
        score_usual(world, who)
        world.score(who, "B.1.1", "0.5")
        world.score(who, "V.1.1", "clear")
        world.score(who, "1.1.1", {"r1": "B", "r2": "A", "r3": "C"}[who])
    co = world.desk("co")
    co.close_round(2, waive="试用")
    co.open_round(3)
    for one in ("1.1.1", *USUAL):
        co.recall("east", one, "再看")
    app = app_of(world.desk("r1"))
    async with app.run_test(size=(160, 45)) as pilot:
        await settle(pilot)
        screen_of(app).open_item("east", indicator)
        await settle(pilot)

        assert words in seen(app)


async def test_typing_takes_the_place_of_the_value_that_one_begins_with(tmp_path: Path) -> None:
    world = in_scoring(tmp_path)
    world.score("r1", "2.1.2", "47/49")
    app = app_of(world.desk("r1"))
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        screen_of(app).open_item("east", "2.1.2")
        await settle(pilot)
        await press(pilot, "4", "8")
        assert editor_of(app).value == "48"
        await press(pilot, "ctrl+u", "4", "9", "backspace")
        assert editor_of(app).value == "4"


@pytest.mark.parametrize(
    ("indicator", "typed", "value"), [("2.1.3", "11", "11/12"), ("2.1.4", "9", "9/10")]
)
async def test_what_a_count_is_out_of_need_not_be_typed_where_it_is_known(
    tmp_path: Path, indicator: str, typed: str, value: str
) -> None:
    world = in_scoring(tmp_path)
    app = app_of(world.desk("r1"))
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        screen_of(app).open_item("east", indicator)
        await settle(pilot)
        await press(pilot, *typed)
        assert value in seen(app)
        await press(pilot, "enter")

        assert latest(world, "r1", indicator) == (value, "")


async def test_a_wrong_count_is_named_at_once_and_half_a_count_is_not(tmp_path: Path) -> None:
    app = app_of(in_scoring(tmp_path).desk("r1"))
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        screen_of(app).open_item("east", "2.1.2")
        await settle(pilot)
        await press(pilot, *"47", "slash", "4")
        assert "wrong" not in seen(app)
        await press(pilot, "6")
        assert "wrong" in seen(app)
        await press(pilot, "backspace", "9")
        assert "wrong" not in seen(app)


async def test_in_the_app_a_refusal_names_people_and_screens_not_ids_and_commands(
    tmp_path: Path,
) -> None:
    set_language("zh")
    world = review_world(tmp_path)
    app = app_of(world.desk("r1"))
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        assert "F4" in seen(app)
        assert "rolcheck" not in seen(app)


async def test_an_item_that_did_not_come_back_names_its_submission(tmp_path: Path) -> None:
    world = in_re_examination(tmp_path)
    app = app_of(world.desk("r1"))
    async with app.run_test(size=(160, 45)) as pilot:
        await settle(pilot)
        screen_of(app).open_item("east", "2.1.1")
        await settle(pilot)

        text = " ".join(seen(app).split())
        assert "2.1.1 of 东区 [b]（虚构）[/b] is not open" in text
        assert "rolcheck round recall" not in text


# fast hands


@pytest.mark.slow
async def test_fifty_items_typed_ahead_land_where_they_were_meant(tmp_path: Path) -> None:
    world = in_scoring(tmp_path, more=5)
    app = app_of(world.desk("r1"))
    order = ["east", "west", *(f"m{number}" for number in range(1, 6))]
    typed = [*USUAL.items()]
    keys = {"1.1.2": "4", "1.2.1": "y", "2.1.1": "2", "2.1.2": "48/49", "2.1.3": "11", "2.1.4": "9"}
    burst_keys: list[str] = []
    for at_submission, _submission in enumerate(order):
        burst_keys += ["o"] if at_submission else []
        for text in ("2", *(keys[indicator] for indicator, _value in typed)):
            burst_keys += [{"/": "slash"}.get(key, key) for key in text] + ["enter"]
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        burst(app, *burst_keys)
        for _ in range(400):
            with suppress(WorkerCancelled):  # a newer read took the place of an older one
                await settle(pilot)
            standing = world.desk().standing()
            if sum(map(len, standing.observations.values())) == 49:
                break

        standing = world.desk().standing()
        for submission in order:
            for indicator, value in (("1.1.1", "B"), *typed):
                row = standing.own_latest(submission, indicator, "r1")
                assert row is not None, (submission, indicator)
                assert (row.value, row.remark) == (value, "")


async def test_keys_typed_ahead_behind_a_refused_entry_go_nowhere(tmp_path: Path) -> None:
    world = in_scoring(tmp_path)
    app = app_of(world.desk("r1"))
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        burst(app, "enter", "2", "enter", "4", "enter")
        await until_quiet(pilot)

        assert "4 keys typed ahead were dropped" in seen(app)
        assert world.desk().standing().observations == {}
        assert at(app) == "1.1.1"


async def test_keys_typed_ahead_never_become_the_remark_that_is_asked_for(tmp_path: Path) -> None:
    world = in_re_examination(tmp_path)
    app = app_of(world.desk("r1"))
    before = latest(world, "r1", "1.1.1")
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        burst(app, "1", "enter", "2", "enter")
        await until_quiet(pilot)

        assert isinstance(app.focused, TextArea)
        assert app.focused.text == ""
        assert latest(world, "r1", "1.1.1") == before


async def test_one_key_scores_where_that_was_asked_for(tmp_path: Path) -> None:
    world = in_scoring(tmp_path)
    app = app_of(world.desk("r1"))
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await press(pilot, "Q", "2")
        assert latest(world, "r1", "1.1.1") == ("B", "")
        await press(pilot, "4", "enter", "y")
        assert latest(world, "r1", "1.2.1") == ("yes", "")
        await press(pilot, "Q", "p", "n")
        assert latest(world, "r1", "1.2.1") == ("yes", "")


async def test_pages_are_read_on_without_leaving_the_editor(tmp_path: Path) -> None:
    world = in_scoring(tmp_path)
    long = world.folder / "east" / "e1.md"
    long.write_text("\n\n".join(f"第{number}段" for number in range(200)), encoding="utf-8")
    app = app_of(world.desk("r1"))
    async with app.run_test(size=(160, 45)) as pilot:
        await settle(pilot)
        assert "第1段" in seen(app)
        await press(pilot, "greater_than_sign")
        assert "第1段" not in seen(app)
        await press(pilot, "less_than_sign")
        assert "第1段" in seen(app)
        await press(pilot, "E")
        assert "this file is not shown here: e2.pdf" in seen(app)
        assert editor_of(app).has_focus
