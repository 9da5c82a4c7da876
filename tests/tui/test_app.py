"""The app around its screens: colours or none, input methods, keymaps, and a light start."""

import subprocess
import sys
from pathlib import Path

import pytest

from rolcheck.base.colours import THEMES, ThemeName, palette
from rolcheck.base.errors import InputError
from rolcheck.tui.app import RolcheckApp
from rolcheck.tui.keymap import load_keymap
from rolcheck.tui.widgets.editors import EDITORS
from tests.tui.stage import Stage, indicator, observing, seen, strips


def stage() -> Stage:
    shown = indicator("ratio")
    return Stage(lambda: EDITORS["ratio"](shown, observing(shown), value="47/49"))


def run(script: str, **environ: str) -> str:
    import os

    done = subprocess.run(
        [sys.executable, "-c", script],
        capture_output=True,
        text=True,
        check=True,
        env={**os.environ, **environ},
    )
    return done.stdout.strip()


async def test_no_color_takes_all_colour_away_and_leaves_strength(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    app = stage()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        styles = [
            segment.style
            for strip in strips(app)
            for segment in strip.apply_filter(app.get_line_filters()[-1], app.background_colors[1])
            if segment.style
        ]

        assert not any(style.color or style.bgcolor for style in styles)
        assert any(style.bold for style in styles)
        assert any(style.reverse for style in styles)
        assert not app.current_theme.ansi
        assert not app.native_ansi_color


async def test_with_colour_nothing_is_reversed() -> None:
    app = stage()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()

        assert not any(
            segment.style.reverse for strip in strips(app) for segment in strip if segment.style
        )


async def test_themes_go_round_and_all_are_ours() -> None:
    app = stage()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        met = []
        for _ in THEMES:
            met.append(app.theme)
            await pilot.press("ctrl+t")
            await pilot.pause()

        assert met == list(THEMES)
        assert "47/49" in seen(app)


@pytest.mark.parametrize("name", THEMES)
async def test_the_theme_to_begin_with_is_in_force_at_once(name: ThemeName) -> None:
    app = RolcheckApp(None, theme=name)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()

        assert app.screen.styles.background.hex.lower() == palette(name)["ground"]
        assert app.has_class(f"-theme-{name}")


KITTY = "import os, rolcheck.tui; print(os.environ['TEXTUAL_DISABLE_KITTY_KEY'])"


def test_the_kitty_protocol_is_off_before_textual_loads_unless_the_user_says_otherwise() -> None:
    assert run(KITTY) == "1"
    assert run(KITTY, TEXTUAL_DISABLE_KITTY_KEY="0") == "0"
    constant = "import rolcheck.tui.app; from textual import constants as c"
    assert run(f"{constant}; print(c.DISABLE_KITTY_KEY)") == "True"


def test_the_app_loads_nothing_heavy_but_textual() -> None:
    loaded = run(
        "import sys, rolcheck.tui.app;"
        "print(*sorted(n for n in ('pydantic', 'sqlite3', 'tomlkit', 'textual.widgets._text_area',"
        " 'textual.widgets._data_table', 'textual.command') if n in sys.modules))"
    )

    assert loaded in ("", "textual.command")


def test_keys_are_read_from_a_file(tmp_path: Path) -> None:
    file = tmp_path / "keys.toml"
    assert load_keymap(file) == {}
    file.write_text('[keys]\n"editor.missing" = "q"\n', encoding="utf-8")
    assert load_keymap(file) == {"editor.missing": "q"}


@pytest.mark.parametrize("text", ["[keys\n", "keys = 1\n", '[keys]\n"a" = 1\n'])
def test_a_wrong_file_of_keys_is_refused_with_its_name(tmp_path: Path, text: str) -> None:
    file = tmp_path / "keys.toml"
    file.write_text(text, encoding="utf-8")

    with pytest.raises(InputError, match=r"keys\.toml"):
        load_keymap(file)


def test_every_binding_has_an_id_of_its_own_and_says_what_it_does() -> None:
    from textual.binding import Binding

    from rolcheck.tui.widgets.rows import RowList
    from rolcheck.tui.widgets.writing import WritingArea

    classes = [RolcheckApp, RowList, WritingArea, *EDITORS.values()]
    bindings = [one for made in classes for one in vars(made).get("BINDINGS", [])]
    ids = [one.id for one in bindings if isinstance(one, Binding)]

    assert len(ids) == len(set(ids)) == len(bindings)
    assert all(one.description for one in bindings)
