"""First and last line: where one is, the keys in force, and what failed."""

import pytest
from textual.widget import Widget

from rolcheck import locale
from rolcheck.base.errors import InputError, ProblemsError, RefusedError
from rolcheck.base.places import Place
from rolcheck.base.problems import Problem
from rolcheck.tui.keys import key_name, written
from rolcheck.tui.messages import Failed, Said
from rolcheck.tui.screens.prompt import Notice
from rolcheck.tui.widgets.chrome import BottomLine, TopLine, Where
from rolcheck.tui.widgets.editors import EDITORS
from tests.tui.stage import HOSTILE, Stage, indicator, observing, seen, strips

WHERE = Where(
    "stage", "青屿市第三批示范创建", "第3轮 补正复审", "截止 6月30日", "剩 2 天",
    place="松埠区", count="待评 14 / 37", who="评审员甲",
)  # fmt: skip


def make() -> Widget:
    shown = indicator("graded")
    return EDITORS["graded"](shown, observing(shown))


def first(app: Stage) -> str:
    return strips(app)[0].text.rstrip()


def last(app: Stage) -> str:
    return strips(app)[-1].text.rstrip()


@pytest.mark.parametrize(
    ("width", "line"),
    [
        (160, "青屿市第三批示范创建  第3轮 补正复审  截止 6月30日  剩 2 天"),
        (100, "青屿市第三批示范创建  第3轮 补正复审  剩 2 天"),
        (80, "第3轮 补正复审  松埠区  剩 2 天"),
    ],
)
async def test_the_first_line_leaves_out_what_matters_least(width: int, line: str) -> None:
    app = Stage(make)
    async with app.run_test(size=(width, 24)) as pilot:
        await pilot.pause()
        app.scene.where(WHERE)
        await pilot.pause()

        assert first(app).startswith(f" stage   {line}  ")
        assert first(app).endswith("评审员甲")
        assert strips(app)[0].cell_length == width


async def test_the_last_line_is_made_from_the_bindings() -> None:
    app = Stage(make)
    async with app.run_test(size=(120, 24)) as pilot:
        await pilot.pause()
        app.screen.query_one(BottomLine).saved = "10:42"
        await pilot.pause()

        assert last(app).startswith(" Enter record and go on   1-3 choose")
        assert last(app).endswith("saved 10:42   ? all keys")


async def test_keys_put_elsewhere_are_shown_where_they_are() -> None:
    app = Stage(make)
    app.set_keymap({"editor.submit": "f2", "graded.1": "f5"})
    async with app.run_test(size=(120, 24)) as pilot:
        await pilot.pause()
        await pilot.press("f5")

        assert "F2 record and go on" in last(app)
        assert app.screen.query_one(EDITORS["graded"]).value == "A"


async def test_a_failure_takes_the_last_line_until_it_is_acted_on() -> None:
    app = Stage(make)
    error = InputError(
        "no such file: {name}", where=Place("a.toml", 3, 1), hint="write {name}", name=HOSTILE[:6]
    )
    async with app.run_test(size=(100, 24)) as pilot:
        await pilot.pause()
        app.scene.post_message(Failed(error))
        await pilot.pause()
        assert last(app) == " failed   a.toml:3:1: no such file: [/第3页]; write [/第3页]"
        await pilot.press("1")
        assert "no such file" in last(app)
        await pilot.press("escape")
        await pilot.pause()

        assert "no such file" not in last(app)


async def test_a_refusal_is_called_so() -> None:
    app = Stage(make)
    async with app.run_test(size=(100, 24)) as pilot:
        await pilot.pause()
        app.scene.post_message(Failed(RefusedError("the round is closed")))
        await pilot.pause()

        assert last(app) == " refused   the round is closed"


async def test_all_problems_are_a_key_away() -> None:
    app = Stage(make)
    problems = [Problem("title is empty", Place("a.toml", n, 1)) for n in (1, 2)]
    async with app.run_test(size=(100, 24)) as pilot:
        await pilot.pause()
        app.scene.post_message(Failed(ProblemsError(problems)))
        await pilot.pause()
        assert last(app).endswith("D details")
        await pilot.press("D")
        await pilot.pause()

        assert isinstance(app.screen, Notice)
        assert "a.toml:2:1: title is empty" in seen(app)


async def test_details_are_no_key_while_nothing_failed() -> None:
    app = Stage(make)
    async with app.run_test(size=(100, 24)) as pilot:
        await pilot.pause()
        await pilot.press("D")
        await pilot.pause()

        assert app.screen is app.scene


async def test_a_word_is_said_until_the_next_key() -> None:
    app = Stage(make)
    async with app.run_test(size=(100, 24)) as pilot:
        await pilot.pause()
        app.scene.post_message(Said("已撤销 3.2.2", saved="10:42"))
        await pilot.pause()
        assert last(app).startswith(" 已撤销 3.2.2")
        await pilot.press("1")
        await pilot.pause()

        assert last(app).startswith(" Enter")
        assert "saved 10:42" in last(app)


async def test_the_language_changes_at_run_time_and_nothing_typed_is_lost() -> None:
    app = Stage(make)
    async with app.run_test(size=(120, 24)) as pilot:
        await pilot.pause()
        await pilot.press("2")
        english = seen(app)
        await pilot.press("ctrl+l")
        await pilot.pause()

        assert locale.language() == "zh"
        assert app.screen.query_one(EDITORS["graded"]).value == "B"
        await pilot.press("ctrl+l")
        await pilot.pause()
        assert seen(app) == english


def test_keys_are_written_as_people_read_them() -> None:
    assert [key_name(key) for key in ("enter", "ctrl+e", "question_mark", "n", "plus", "f2")] == [
        "Enter", "Ctrl+E", "?", "n", "+", "F2",
    ]  # fmt: skip
    assert written(["1", "2"]) == "1 2"
    assert written(["0", "1", "2", "."]) == "0-2 ."


async def test_a_screen_says_its_name_before_it_knows_more() -> None:
    app = Stage(make)
    async with app.run_test(size=(100, 24)) as pilot:
        await pilot.pause()

        assert app.screen.query_one(TopLine).where == Where("stage")
        assert first(app) == " stage"
