"""Review, around the score: the tree, the evidence, the rounds, sizes, languages, hostile text."""

from pathlib import Path

import pytest
from rich.cells import cell_len
from textual.widgets import Input

from rolcheck.locale import set_language
from rolcheck.tui.widgets.evidence_pane import EvidencePane
from rolcheck.tui.widgets.item_pane import ItemPane
from rolcheck.tui.widgets.item_tree import ItemTree
from tests.tui.review_world import (
    CRITERIA,
    app_of,
    at,
    editor_of,
    in_completeness,
    in_re_examination,
    in_scoring,
    press,
    review_world,
    screen_of,
    settle,
)
from tests.tui.stage import seen, strips


async def test_in_the_completeness_round_verdicts_are_given(tmp_path: Path) -> None:
    world = in_completeness(tmp_path)
    app = app_of(world.desk("r1"))
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        assert at(app) == "1.1.1"
        assert "采纳情况" in seen(app)
        await press(pilot, "enter")
        assert "no verdict is chosen yet" in seen(app)
        await press(pilot, "1", "2", "enter")

        verdicts = world.desk().standing().verdicts
        assert verdicts["east", "1.1.1", "a"].verdict == "ok"
        assert verdicts["east", "1.1.1", "b"].verdict == "supplement"
        assert at(app) == "1.1.2"
        await press(pilot, "u")
        assert ("east", "1.1.1", "b") not in world.desk().standing().verdicts


async def test_what_the_completeness_round_does_not_ask_says_so(tmp_path: Path) -> None:
    world = in_completeness(tmp_path)
    app = app_of(world.desk("r1"))
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        screen_of(app).open_item("east", "2.1.1")
        await settle(pilot)

        assert "nothing is expected to be handed in" in seen(app)
        assert "From 3, off for each case: K1" in seen(app)


@pytest.mark.parametrize("size", [(80, 24), (160, 45)])
async def test_where_nothing_can_be_entered_the_reason_stands_there(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    world = review_world(tmp_path)
    app = app_of(world.desk("r1"))
    async with app.run_test(size=size) as pilot:
        await settle(pilot)
        assert "no round is open" in seen(app)
        assert screen_of(app).query_one(ItemPane).doing == "closed"
        await press(pilot, "1", "enter", "n", "r")
        assert "no round is open" in seen(app)


@pytest.mark.parametrize("who", ["co", "ar"])
async def test_whoever_runs_the_campaign_reads(tmp_path: Path, who: str) -> None:
    world = in_scoring(tmp_path)
    app = app_of(world.desk(who))
    async with app.run_test(size=(160, 45)) as pilot:
        await settle(pilot)

        assert screen_of(app).query_one(ItemPane).doing == "closed"
        assert "Opinions taken up" in seen(app)
        await press(pilot, "n", "e", "escape", "t", "escape", "u", "K")
        assert at(app) == "1.1.2"


@pytest.mark.parametrize("who", ["ob", ""])
async def test_whoever_sees_results_only_is_shown_no_material(tmp_path: Path, who: str) -> None:
    world = in_scoring(tmp_path)
    app = app_of(world.desk(who))
    async with app.run_test(size=(160, 45)) as pilot:
        await settle(pilot)

        assert "Opinions taken up" not in seen(app)
        assert "no items of yours" in seen(app)
        await press(pilot, "n", "e", "escape", "t", "escape", "u", "K")


async def test_the_tree_and_the_evidence_slide_in_and_out_where_it_is_narrow(
    tmp_path: Path,
) -> None:
    world = in_scoring(tmp_path)
    app = app_of(world.desk("r1"))
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        assert "all items" not in seen(app)
        await press(pilot, "t")
        assert "all items" in seen(app)
        await press(pilot, "j")
        assert at(app) == "1.1.2"
        await press(pilot, "enter")
        assert "all items" not in seen(app)
        assert editor_of(app).has_focus
        await press(pilot, "p", "e")
        assert "四条意见采纳三条" in seen(app)
        assert "未予采纳，口头说明理由" in seen(app)
        await press(pilot, "down")
        assert "this file is not shown here: e2.pdf" in seen(app)
        await press(pilot, "escape")
        assert editor_of(app).has_focus
        assert "e2.pdf" not in seen(app)


@pytest.mark.parametrize(
    ("width", "has_evidence", "has_tree"),
    [
        (80, False, False),
        (119, False, False),
        (120, True, False),
        (149, True, False),
        (150, True, True),
        (200, True, True),
    ],
)
async def test_columns_come_back_as_there_is_room(
    tmp_path: Path, width: int, has_evidence: bool, has_tree: bool
) -> None:
    world = in_re_examination(tmp_path)
    app = app_of(world.desk("r1"))
    async with app.run_test(size=(width, 40)) as pilot:
        await settle(pilot)
        screen = screen_of(app)

        assert bool(screen.query_one(EvidencePane).display) == has_evidence
        assert bool(screen.query_one(ItemTree).display) == has_tree
        assert all(cell_len(strip.text) == width for strip in strips(app))
        assert "1.1.1" in seen(app)


async def test_changing_the_size_keeps_the_entry(tmp_path: Path) -> None:
    world = in_scoring(tmp_path)
    app = app_of(world.desk("r1"))
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await press(pilot, "2")
        for size in [(160, 45), (120, 30), (100, 24), (80, 24)]:
            await pilot.resize_terminal(*size)
            await settle(pilot)
            assert editor_of(app).value == "B"
            assert "1.2 / 2.0" in seen(app)


async def test_a_filter_shows_what_fits_and_esc_shows_all(tmp_path: Path) -> None:
    world = in_scoring(tmp_path)
    app = app_of(world.desk("r1"))
    async with app.run_test(size=(160, 45)) as pilot:
        await settle(pilot)
        await press(pilot, "slash")
        assert isinstance(app.focused, Input)
        await press(pilot, *"sample")
        assert "Steps in a sample" in seen(app)
        assert "Share reviewed" not in seen(app)
        assert at(app) == "1.1.1"  # typing moved nothing
        await press(pilot, "enter", "down", "down", "enter")
        assert at(app) == "2.1.4"
        await press(pilot, "escape")
        assert "Share reviewed" in seen(app)
        await press(pilot, "slash", *"[b", "enter", "escape")
        assert "Share reviewed" in seen(app)


async def test_one_goes_to_an_indicator_by_its_id(tmp_path: Path) -> None:
    world = in_scoring(tmp_path)
    app = app_of(world.desk("r1"))
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await press(pilot, "g", "2", "full_stop", "1", "full_stop", "3", "enter")

        assert at(app) == "2.1.3"


async def test_one_chooses_another_submission(tmp_path: Path) -> None:
    world = in_scoring(tmp_path)
    app = app_of(world.desk("r1"))
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await press(pilot, "s")
        assert "7 / 7 items left" in seen(app)
        await press(pilot, "down", "enter")
        assert "西区" in seen(app)
        await press(pilot, "1", "enter")

        row = world.desk().standing().own_latest("west", "1.1.1", "r1")
        assert row is not None
        assert row.value == "A"


async def test_a_finding_is_a_code_and_a_sentence(tmp_path: Path) -> None:
    world = in_scoring(tmp_path)
    app = app_of(world.desk("r1"))
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await press(pilot, "f", *"Q13", "enter")
        await press(pilot, *"日期倒置[x]", "enter")

        [row] = world.desk().standing().findings["east", "1.1.1"]
        assert (row.code, row.asked) == ("Q13", "日期倒置[x]")
        assert "日期倒置[x]" in seen(app)


@pytest.mark.parametrize("size", [(80, 24), (160, 45)])
async def test_brackets_and_control_characters_are_shown_and_never_obeyed(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    world = in_re_examination(tmp_path)
    app = app_of(world.desk("r1"))
    set_language("zh")
    async with app.run_test(size=size) as pilot:
        await settle(pilot)
        texts = [seen(app)]
        for keys in (["e"], ["escape", "pagedown"], ["pagedown"], ["t"], ["escape", "g"]):
            await press(pilot, *keys)
            texts.append(seen(app))
        shown = "\n".join(texts)

        assert "[/第3页] [b]执法[/b]" in shown
        assert "采纳情况说明 [/第3页]" in shown
        assert "请附原件 [b]" in shown
        assert "[@click=app.quit]" in shown
        assert not any(sign in shown for sign in "\x1b\x07\u202e\u200b")


async def test_the_language_changes_at_once_and_nothing_is_lost(tmp_path: Path) -> None:
    world = in_scoring(tmp_path)
    app = app_of(world.desk("r1"))
    async with app.run_test(size=(160, 45)) as pilot:
        await settle(pilot)
        await press(pilot, "2")
        assert "Opinions taken up" in seen(app)
        await press(pilot, "ctrl+l")

        assert "审核意见采纳" in seen(app)
        assert "Opinions taken up" not in seen(app)
        assert "待" in seen(app)
        assert editor_of(app).value == "B"
        await press(pilot, "ctrl+l")
        assert "Opinions taken up" in seen(app)


async def test_without_colour_all_states_are_told_apart(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    world = in_re_examination(tmp_path)
    app = app_of(world.desk("r1"))
    async with app.run_test(size=(160, 45)) as pilot:
        await settle(pilot)
        styles = [
            segment.style
            for strip in strips(app)
            for segment in strip.apply_filter(app.get_line_filters()[-1], app.background_colors[1])
            if segment.style
        ]

        assert not any(style.color or style.bgcolor for style in styles)
        assert "! in dispute" in seen(app)
        tree = [one[:42] for one in seen(app).splitlines()]
        assert next(one for one in tree if "1 Leadership" in one).rstrip().endswith("/")
        assert next(one for one in tree if "1.1.1" in one).rstrip().endswith("!")


async def test_the_keys_are_in_the_last_line_and_in_the_help(tmp_path: Path) -> None:
    world = in_scoring(tmp_path)
    app = app_of(world.desk("r1"))
    async with app.run_test(size=(160, 45)) as pilot:
        await settle(pilot)
        last = seen(app).splitlines()[-1]
        assert "Enter record and go on" in last
        assert "1-3 choose" in last
        await press(pilot, "question_mark")
        for what in ("item tree", "take back", "go to an indicator", "confirm all", "filter"):
            assert what in seen(app)


async def test_a_campaign_without_anything_to_review_says_what_to_do(tmp_path: Path) -> None:
    world = review_world(tmp_path, criteria=CRITERIA)
    for name in ("east", "west"):
        for file in (tmp_path / name).iterdir():
            file.unlink()
        (tmp_path / name).rmdir()
    app = app_of(world.desk("r1"))
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)

        assert "there is nothing to review here" in seen(app)
        await press(pilot, "n", "p", "enter", "u", "f", "g", "escape", "e", "t", "escape")
