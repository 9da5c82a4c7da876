"""Small questions over a screen: a reason, yes or no, one of many, and all keys."""

import pytest
from textual.screen import ModalScreen

from rolcheck.tui.screens.chooser import Chooser, Option
from rolcheck.tui.screens.help import HelpScreen
from rolcheck.tui.screens.prompt import Notice, Prompt, Question
from rolcheck.tui.text import Part
from rolcheck.tui.widgets.editors import EDITORS
from tests.tui.stage import HOSTILE, HOSTILE_SHOWN, Stage, indicator, observing, seen, strips

OPTIONS = [
    Option("3.2.1", "3.2.1", "合法性审核率", (Part("待", bold=True),)),
    Option("3.2.2", "3.2.2", "审核意见采纳"),
    Option("5.3.1", "5.3.1", "Case review ５"),
]


def stage() -> Stage:
    shown = indicator("graded")
    return Stage(lambda: EDITORS["graded"](shown, observing(shown)))


async def test_a_reason_is_typed_and_enter_gives_it() -> None:
    app = stage()
    got: list[object] = []
    async with app.run_test(size=(80, 24)) as pilot:
        app.push_screen(Prompt("为何重开", "将重新打开。"), got.append)
        await pilot.pause()
        await pilot.press("enter")
        await pilot.pause()
        assert "a sentence is needed here" in seen(app)
        assert got == []
        await pilot.press("补", "n", "enter")
        await pilot.pause()

        assert got == ["补n"]


async def test_escape_gives_nothing_and_an_empty_answer_may_be_allowed() -> None:
    app = stage()
    got: list[object] = []
    async with app.run_test(size=(80, 24)) as pilot:
        for required, key in [(True, "escape"), (False, "enter")]:
            app.push_screen(Prompt("为何", required=required), got.append)
            await pilot.pause()
            await pilot.press(key)
            await pilot.pause()

        assert got == [None, ""]


@pytest.mark.parametrize(("key", "answer"), [("y", True), ("n", False), ("escape", False)])
async def test_a_question_takes_one_key(key: str, answer: bool) -> None:
    app = stage()
    got: list[object] = []
    async with app.run_test(size=(80, 24)) as pilot:
        app.push_screen(Question("结束第3轮", "此后不能再评。"), got.append)
        await pilot.pause()
        await pilot.press(key)
        await pilot.pause()

        assert got == [answer]


async def test_typing_narrows_a_choice_and_enter_takes_it() -> None:
    app = stage()
    got: list[object] = []
    async with app.run_test(size=(80, 24)) as pilot:
        app.push_screen(Chooser("commands", OPTIONS, "3.2.2"), got.append)
        await pilot.pause()
        assert "> 3.2.2  审核意见采纳" in seen(app)
        await pilot.press("合", "法")
        await pilot.pause()
        assert "审核意见采纳" not in seen(app)
        await pilot.press("enter")
        await pilot.pause()

        assert got == ["3.2.1"]


async def test_a_choice_folds_width_and_says_when_nothing_fits() -> None:
    app = stage()
    got: list[object] = []
    async with app.run_test(size=(80, 24)) as pilot:
        app.push_screen(Chooser("commands", OPTIONS), got.append)
        await pilot.pause()
        await pilot.press("c", "a", "s", "e", "space", "5")
        await pilot.pause()
        assert "> 5.3.1" in seen(app)
        await pilot.press("z", "enter")
        await pilot.pause()
        assert "nothing fits" in seen(app)
        assert got == []
        await pilot.press("escape")
        await pilot.pause()

        assert got == [None]


async def test_arrows_move_while_typing_goes_on() -> None:
    app = stage()
    got: list[object] = []
    async with app.run_test(size=(80, 24)) as pilot:
        app.push_screen(Chooser("commands", OPTIONS), got.append)
        await pilot.pause()
        await pilot.press("3", "down", "enter")
        await pilot.pause()

        assert got == ["3.2.2"]


async def test_help_is_made_from_the_bindings_in_force() -> None:
    app = stage()
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.pause()
        await pilot.press("question_mark")
        await pilot.pause()
        shown = seen(app)

        assert isinstance(app.screen, HelpScreen)
        for keys, what in [("1-3", "choose"), ("Enter", "record and go on"), ("Ctrl+Q", "leave")]:
            assert any(keys in line and what in line for line in shown.splitlines()), keys
        await pilot.press("escape")
        await pilot.pause()
        assert len(app.screen_stack) == 2


async def test_the_palette_does_what_a_key_does() -> None:
    app = stage()
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.pause()
        await pilot.press("ctrl+p")
        await pilot.pause()
        await pilot.press(*"no", "space", *"mat", "enter")
        await pilot.pause()
        await pilot.pause()

        assert app.screen is app.scene
        assert app.screen.query_one(EDITORS["graded"]).value == "missing"


@pytest.mark.parametrize(
    "modal",
    [
        lambda: Prompt(HOSTILE, HOSTILE, text=HOSTILE),
        lambda: Question(HOSTILE, HOSTILE),
        lambda: Notice(HOSTILE, HOSTILE),
        lambda: Chooser("commands", [Option("a", HOSTILE, HOSTILE)]),
    ],
)
async def test_hostile_text_in_a_modal_is_shown_as_it_is(
    modal: "type[ModalScreen[object]]",
) -> None:
    app = stage()
    async with app.run_test(size=(120, 30)) as pilot:
        app.push_screen(modal())
        await pilot.pause()

        assert HOSTILE_SHOWN in seen(app)
        assert {strip.cell_length for strip in strips(app)} == {120}
        assert app.is_running


async def test_a_choice_says_how_it_is_narrowed_and_how_much_is_out_of_sight() -> None:
    app = stage()
    options = [Option(str(at), "", f"{at:02}号") for at in range(20)]
    async with app.run_test(size=(80, 24)) as pilot:
        app.push_screen(Chooser("commands", options))
        await pilot.pause()
        await pilot.pause()
        assert "type to narrow the list" in seen(app)
        before = seen(app)
        out_of_sight = sum(option.text not in before for option in options)
        assert out_of_sight > 0
        assert f"{out_of_sight} more below" in before

        await pilot.press("pagedown", "pagedown")
        await pilot.pause()
        assert "more below" not in seen(app)
        await pilot.press("1", "9")
        await pilot.pause()
        assert "19号" in seen(app)
        assert "more below" not in seen(app)
