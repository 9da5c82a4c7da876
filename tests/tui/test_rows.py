"""The list drawn by hand: cursor, window, headings, and only what is seen is drawn."""

from textual.geometry import Size

from rolcheck.tui.text import Part
from rolcheck.tui.widgets.rows import Row, RowList, RowPlace
from tests.tui.stage import HOSTILE, HOSTILE_SHOWN, Stage, seen, strips

drawn: list[str] = []


def draw(item: str, _place: RowPlace) -> Row:
    drawn.append(item)
    return Row((Part(item),), (Part("毕", "done"),))


def key(item: str) -> str:
    return "" if item.startswith("#") else item


def stage(*kept: type) -> Stage:
    return Stage(lambda: RowList(draw, key, empty=lambda: (Part("没有待评项"),)), *kept)


def told(app: Stage) -> list[tuple[str, str]]:
    return [
        (type(one).__name__, one.key)
        for one in app.got
        if isinstance(one, RowList.Moved | RowList.Chosen)
    ]


def rows(app: Stage) -> RowList[str]:
    return app.screen.query_one(RowList)


async def test_thousands_of_rows_cost_only_those_that_are_seen() -> None:
    app = stage()
    async with app.run_test(size=(60, 22)) as pilot:
        await pilot.pause()
        rows(app).show([f"项 {n}" for n in range(3000)])
        rows(app).focus()
        await pilot.pause()
        drawn.clear()
        await pilot.press("down")

        assert len(drawn) <= 6
        assert rows(app).virtual_size == Size(0, 3000)


async def test_the_cursor_moves_over_headings_and_stays_inside() -> None:
    app = stage()
    async with app.run_test(size=(60, 22)) as pilot:
        await pilot.pause()
        rows(app).show(["#1", "a", "#2", "b", "c", "#3"])
        rows(app).focus()

        assert rows(app).selected == "a"
        await pilot.press("down")
        assert rows(app).selected == "b"
        await pilot.press("end")
        assert rows(app).selected == "c"
        await pilot.press("down", "j")
        assert rows(app).selected == "c"
        await pilot.press("home", "up")
        assert rows(app).selected == "a"
        await pilot.press("pagedown")
        assert rows(app).selected == "c"


async def test_the_cursor_stays_with_its_row_when_the_rows_change() -> None:
    app = stage()
    async with app.run_test(size=(60, 22)) as pilot:
        await pilot.pause()
        rows(app).show([str(n) for n in range(100)])
        rows(app).select("50")
        await pilot.pause()
        above = 50 - rows(app).scroll_offset.y
        rows(app).show([str(n) for n in range(20, 100)])
        await pilot.pause()

        assert rows(app).selected == "50"
        assert 30 - rows(app).scroll_offset.y == above


async def test_a_row_that_went_away_leaves_the_cursor_where_it_was() -> None:
    app = stage()
    async with app.run_test(size=(60, 22)) as pilot:
        await pilot.pause()
        rows(app).show(["a", "b", "c"])
        rows(app).select("b")
        rows(app).show(["a", "c"])

        assert rows(app).selected == "c"
        rows(app).show([])
        assert rows(app).selected is None
        rows(app).show(["z"])
        assert rows(app).selected == "z"


async def test_moving_and_choosing_are_told_by_name() -> None:
    app = stage(RowList.Moved, RowList.Chosen)
    async with app.run_test(size=(60, 22)) as pilot:
        await pilot.pause()
        rows(app).show(["a", "b"])
        rows(app).focus()
        await pilot.press("down", "enter")

        assert told(app) == [
            ("Moved", "a"),
            ("Moved", "b"),
            ("Chosen", "b"),
        ]


async def test_a_click_selects_and_a_second_one_chooses() -> None:
    app = stage(RowList.Chosen)
    async with app.run_test(size=(60, 22)) as pilot:
        await pilot.pause()
        rows(app).show(["a", "b", "c"])
        await pilot.click(RowList, offset=(4, 2))
        assert rows(app).selected == "c"
        assert app.got == []
        await pilot.click(RowList, offset=(4, 2))

        assert told(app) == [("Chosen", "c")]


async def test_the_selected_row_is_marked_without_colour_and_by_its_ground() -> None:
    app = stage()
    async with app.run_test(size=(60, 22)) as pilot:
        await pilot.pause()
        rows(app).show(["a", "b"])
        await pilot.pause()
        app.screen.set_focus(None)
        await pilot.pause()
        assert "> a" in seen(app)
        before = grounds(app)
        rows(app).focus()
        await pilot.pause()

        assert before == "#2a323f"
        assert grounds(app) == "#273a56"


def grounds(app: Stage) -> str:
    (segment,) = [one for one in strips(app)[1] if one.text == "> "]
    assert segment.style and segment.style.bgcolor
    return segment.style.bgcolor.get_truecolor().hex


async def test_an_empty_list_says_what_helps() -> None:
    app = stage()
    async with app.run_test(size=(60, 22)) as pilot:
        await pilot.pause()
        assert "没有待评项" in seen(app)


async def test_hostile_text_is_shown_as_it_is_and_every_line_has_the_width_of_the_screen() -> None:
    app = stage()
    async with app.run_test(size=(61, 22)) as pilot:
        await pilot.pause()
        rows(app).show([HOSTILE, "規範性文件" * 20, "e\u0301" * 50])
        await pilot.pause()

        assert HOSTILE_SHOWN in seen(app)
        assert {strip.cell_length for strip in strips(app)} == {61}
