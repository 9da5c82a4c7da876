"""Editor, remark and points together: what Enter does, and the way back."""

from textual.pilot import Pilot

from rolcheck.tui.widgets.editor_pane import EditorPane, Task
from rolcheck.tui.widgets.editors.base import EditorBase
from tests.tui.stage import Stage, indicator, observing, seen


def task(kind: str, value: str = "", remark: str = "") -> Task:
    shown = indicator(kind, not_applicable=kind == "graded")
    return Task(shown, observing(shown), value=value, remark=remark)


def stage() -> Stage:
    return Stage(EditorPane, EditorPane.Submitted)


def pane(app: Stage) -> EditorPane:
    return app.screen.query_one(EditorPane)


async def begin(pilot: Pilot[None], app: Stage, first: Task) -> None:
    await pilot.pause()
    pane(app).load(first)
    pane(app).focus_editor()
    await pilot.pause()


def submitted(app: Stage) -> list[tuple[str, str, str]]:
    return [
        (one.indicator, one.value, one.remark)
        for one in app.got
        if isinstance(one, EditorPane.Submitted)
    ]


async def test_one_key_and_enter_record_a_score() -> None:
    app = stage()
    async with app.run_test(size=(80, 24)) as pilot:
        await begin(pilot, app, task("graded", remark="有原件"))
        pane(app).cite(["E-031", "E-032"])
        await pilot.press("2", "enter")

        assert submitted(app) == [("3.2.2", "B", "有原件")]
        assert "1.2 / 2.0" in seen(app)
        assert "E-031  E-032" in seen(app)


async def test_a_value_that_wants_a_remark_opens_it_and_enter_there_records() -> None:
    app = stage()
    async with app.run_test(size=(80, 24)) as pilot:
        await begin(pilot, app, task("graded"))
        await pilot.press("x", "enter")
        await pilot.pause()
        assert submitted(app) == []
        assert "a remark is required with this" in seen(app)
        await pilot.press("无", "enter")
        await pilot.pause()

        assert submitted(app) == [("3.2.2", "n/a", "无")]
        assert isinstance(app.focused, EditorBase)


async def test_enter_in_the_remark_of_a_wrong_value_goes_back_to_the_value() -> None:
    app = stage()
    async with app.run_test(size=(80, 24)) as pilot:
        await begin(pilot, app, task("points", "9"))
        pane(app).write()
        await pilot.pause()
        await pilot.press("一", "enter")
        await pilot.pause()

        assert submitted(app) == []
        assert "wrong" in seen(app)
        assert isinstance(app.focused, EditorBase)


async def test_the_next_item_may_have_another_rule_and_keeps_the_focus() -> None:
    app = stage()
    async with app.run_test(size=(80, 24)) as pilot:
        await begin(pilot, app, task("veto"))
        for kind, keys in [("graded", "1"), ("ratio", "9"), ("graded", "2"), ("ratio", "8")]:
            pane(app).load(task(kind))
            await pilot.pause()
            assert app.focused is pane(app).editor
            await pilot.press(keys)

        assert [one.value for one in app.screen.query(EditorBase)] == ["8", "B", ""]
        assert [one.display for one in app.screen.query(EditorBase)] == [True, False, False]


async def test_a_key_typed_ahead_meets_the_next_item_at_once() -> None:
    app = stage()
    async with app.run_test(size=(80, 24)) as pilot:
        await begin(pilot, app, task("veto"))
        for kind in ("graded", "ratio", "graded"):
            pane(app).load(task(kind))

            assert app.focused is pane(app).editor


async def test_a_veto_says_in_words_what_is_recorded() -> None:
    app = stage()
    async with app.run_test(size=(80, 24)) as pilot:
        await begin(pilot, app, task("veto"))
        await pilot.press("n")
        last = next(line for line in seen(app).splitlines() if line.strip().startswith("gives"))

        assert last.split(maxsplit=1)[1] == "clear: not found"
