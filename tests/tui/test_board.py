"""The board: blocks to scroll over, a cursor that stays with a name."""

from collections.abc import Sequence

from rolcheck.tui.text import Line, Part, cells
from rolcheck.tui.widgets.board import Block, Board
from rolcheck.tui.widgets.rows import RowPlace
from tests.tui.stage import Stage, seen, strips


def block(text: str, *, key: str = "", lines: int = 1, head: bool = False) -> Block:
    def draw(place: RowPlace) -> Sequence[Line]:
        mark = "*" if place.selected else ""
        return [(Part(f"{text}{mark} {line}"),) for line in range(lines)]

    return Block(draw, key, head)


def board(app: Stage) -> Board:
    return app.screen.query_one(Board)


async def test_the_cursor_passes_over_what_cannot_be_chosen() -> None:
    app = Stage(Board, Board.Chosen)
    async with app.run_test(size=(40, 12)) as pilot:
        await pilot.pause()
        board(app).show(
            [
                block("head", head=True),
                block("a", key="a", lines=2),
                block("text"),
                block("b", key="b"),
            ]
        )
        board(app).focus()
        await pilot.press("down", "enter")
        await pilot.pause()

        assert [message.key for message in app.got] == ["b"]  # type: ignore[attr-defined]
        assert "head* 0" in seen(app)
        assert "> b* 0" in seen(app)
        assert "  a 1" in seen(app)


async def test_the_cursor_stays_with_its_name_when_blocks_change() -> None:
    app = Stage(Board)
    async with app.run_test(size=(40, 12)) as pilot:
        await pilot.pause()
        board(app).show([block(name, key=name) for name in "abc"])
        board(app).focus()
        await pilot.press("down")
        board(app).show([block(name, key=name) for name in "xyzabc"])
        assert board(app).selected_key == "b"
        board(app).show([block(name, key=name) for name in "xyz"])
        await pilot.pause()

        assert board(app).selected_key == "x"


async def test_text_without_choices_scrolls_line_by_line() -> None:
    app = Stage(Board)
    async with app.run_test(size=(40, 12)) as pilot:
        await pilot.pause()
        board(app).show([block("text", lines=50)])
        board(app).focus()
        await pilot.pause()
        await pilot.press("down", "down")
        await pilot.pause()
        assert strips(app)[1].text.startswith("text 2")
        await pilot.press("end")
        await pilot.pause()
        assert "text 49" in seen(app)
        await pilot.press("home")
        await pilot.pause()

        assert strips(app)[1].text.startswith("text 0")


async def test_a_long_board_keeps_the_cursor_in_sight() -> None:
    app = Stage(Board)
    async with app.run_test(size=(40, 12)) as pilot:
        await pilot.pause()
        board(app).show([block(f"row{n}", key=f"row{n}", lines=2) for n in range(30)])
        board(app).focus()
        await pilot.pause()
        for keys in (("end",), ("pageup",), ("up",) * 7, ("pagedown",), ("home",)):
            await pilot.press(*keys)
            await pilot.pause()
            assert f"> {board(app).selected_key}*" in seen(app), keys


async def test_nothing_is_drawn_under_the_scrollbar() -> None:
    app = Stage(Board)
    async with app.run_test(size=(40, 12)) as pilot:
        await pilot.pause()

        def draw(place: RowPlace) -> Sequence[Line]:
            return [(Part("x" * (place.cells - 1) + "|"),)] * 30

        board(app).show([Block(draw)])
        await pilot.pause()
        await pilot.pause()

        assert strips(app)[3].text.rstrip("x ")[:40].count("|") == 1
        assert cells((Part(strips(app)[3].text),)) == 40
