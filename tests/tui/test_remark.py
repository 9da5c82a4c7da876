"""Writing a remark: letters stay letters, Enter means the entry, Esc keeps the text."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from textual.events import Paste

from rolcheck.tui.messages import Failed
from rolcheck.tui.widgets.remark import RemarkField
from rolcheck.tui.widgets.writing import WritingArea
from tests.tui.stage import HOSTILE, HOSTILE_SHOWN, Stage, seen, strips


class Aside(Stage):
    """A stage whose driver can step aside, which the headless one cannot."""

    @contextmanager
    def suspend(self) -> Iterator[None]:
        yield


def stage(text: str = "", made: type[Stage] = Stage) -> Stage:
    kept = (RemarkField.Submitted, RemarkField.Closed, RemarkField.Changed, Failed)
    return made(lambda: RemarkField(text), *kept)


def field(app: Stage) -> RemarkField:
    return app.screen.query_one(RemarkField)


def told(app: Stage) -> list[tuple[str, str]]:
    kinds = (RemarkField.Submitted, RemarkField.Closed)
    return [(type(one).__name__, one.text) for one in app.got if isinstance(one, kinds)]


async def test_letters_typed_into_a_remark_are_no_keys() -> None:
    app = stage()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        field(app).open()
        await pilot.pause()
        await pilot.press("n", "r", "q", "question_mark", "已", "阅")

        assert field(app).text == "nrq?已阅"
        assert app.scene.counted == 0
        await pilot.press("escape", "n")
        assert app.scene.counted == 1


async def test_enter_submits_and_escape_only_closes() -> None:
    app = stage("原文")
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        field(app).open()
        await pilot.pause()
        await pilot.press("一", "enter")
        assert told(app) == [("Submitted", "原文一")]
        assert not app.screen.query(WritingArea)
        field(app).open()
        await pilot.pause()
        await pilot.press("二", "escape")

        assert told(app)[1:] == [("Closed", "原文一二")]
        assert "原文一二" in seen(app)


async def test_a_new_line_is_ctrl_j_or_pasted() -> None:
    app = stage()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        field(app).open()
        await pilot.pause()
        await pilot.press("一", "ctrl+j", "二")
        app.post_message(Paste("三\n四"))
        await pilot.pause()

        assert field(app).text == "一\n二三\n四"
        assert told(app) == []


async def test_control_characters_that_are_pasted_are_not_kept() -> None:
    app = stage()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        field(app).open()
        await pilot.pause()
        app.post_message(Paste(HOSTILE))
        await pilot.pause()
        await pilot.press("enter")

        assert told(app) == [("Submitted", HOSTILE_SHOWN)]


async def test_a_remark_of_many_lines_is_one_line_to_read_and_cut_by_cell() -> None:
    app = stage("一\n" + "规范性文件" * 40)
    async with app.run_test(size=(79, 24)) as pilot:
        await pilot.pause()
        line = strips(app)[1]

        assert line.cell_length == 79
        assert line.text.startswith("remark       一 规范性文件")
        assert line.text.rstrip().endswith("..")


async def test_the_own_editor_gets_the_text_and_gives_it_back(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    script = tmp_path / "editor.py"
    script.write_text(
        "import os, sys\n"
        "from pathlib import Path\n"
        "file = Path(sys.argv[1])\n"
        "text = file.read_text(encoding='utf-8')\n"
        "file.write_text(text + os.environ.get('NO_COLOR', 'coloured') + '\\x1b[1m\\n')\n",
        encoding="utf-8",
    )
    monkeypatch.setenv("EDITOR", f"{sys.executable} {script}")
    monkeypatch.setenv("NO_COLOR", "1")
    app = stage("一、", Aside)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        field(app).open()
        await pilot.pause()
        await pilot.press("ctrl+e")
        await pilot.pause()

        assert field(app).text == "一、1[1m"
        field(app).close()
        field(app).edit_outside()
        assert field(app).text == "一、1[1m1[1m"


async def test_an_editor_that_does_not_work_is_said_and_the_text_stays(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("EDITOR", "/nonexistent/editor")
    app = stage("一", Aside)
    async with app.run_test(size=(100, 24)) as pilot:
        await pilot.pause()
        field(app).edit_outside()
        await pilot.pause()

        assert field(app).text == "一"
        assert "the editor did not work: /nonexistent/editor; set $EDITOR" in seen(app)
