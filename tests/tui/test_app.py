"""The app around its screens: colours or none, input methods, keymaps, and a light start."""

import subprocess
import sys
from pathlib import Path

import pytest

from rolcheck.base.colours import THEMES, ThemeName, palette
from rolcheck.base.errors import InputError, ProblemsError
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


WRONG = {
    '"app.palete" = "f1"': "2:1: no binding 'app.palete'; perhaps app.palette",
    '"editor.missing" = "f99"': "2:20: no key 'f99'; perhaps f9",
    '"editor.missing" = "crtl+g"': "2:20: no key 'crtl+g'; perhaps ctrl+g",
    '"editor.missing" = ""': "2:20: no key ''; write keys as f5, ctrl+n, space, ?",
    '"review.undo" = "e"': "2:17: the key 'e' belongs to review.evidence too: evidence",
    '"editor.missing" = "n"': "2:20: the key 'n' belongs to review.next too: next item",
    '"summary.export" = "f2"': "2:20: the key 'f2' belongs to app.desk too: Desk",
    '"app.quit" = "q"': "2:14: 'q' is a letter where text is typed, and app.quit is in force there",
    '"writing.submit" = "w"': "2:20: 'w' is a letter where text is typed",
}


@pytest.mark.parametrize("line", WRONG)
def test_what_cannot_be_a_key_is_refused_with_its_place(tmp_path: Path, line: str) -> None:
    file = tmp_path / "keys.toml"
    file.write_text(f"[keys]\n{line}\n", encoding="utf-8")

    with pytest.raises(ProblemsError) as refused:
        load_keymap(file)

    assert f"{file}:{WRONG[line]}" in str(refused.value)


def test_all_problems_of_a_file_of_keys_are_named_at_once(tmp_path: Path) -> None:
    file = tmp_path / "keys.toml"
    file.write_text('[keys]\n"no.such" = "f9"\n"app.help" = 1\n"app.theme" = "f99"\n', "utf-8")

    with pytest.raises(ProblemsError) as refused:
        load_keymap(file)

    assert [problem.where.line for problem in refused.value.problems] == [2, 3, 4]


def test_things_that_are_never_in_force_together_may_share_a_key(tmp_path: Path) -> None:
    file = tmp_path / "keys.toml"
    lines = '"ledger.verify" = "x"\n"summary.export" = "v"\n"app.help" = "?, ctrl+b"\n'
    file.write_text(f"[keys]\n{lines}", encoding="utf-8")

    assert load_keymap(file) == {
        "ledger.verify": "x",
        "summary.export": "v",
        "app.help": "question_mark,ctrl+b",
    }


def test_two_things_may_change_places(tmp_path: Path) -> None:
    file = tmp_path / "keys.toml"
    file.write_text('[keys]\n"app.desk" = "f3"\n"app.review" = "f2"\n', encoding="utf-8")

    assert load_keymap(file) == {"app.desk": "f3", "app.review": "f2"}


def test_without_a_file_of_keys_nothing_is_loaded_for_it() -> None:
    script = (
        "import sys; from pathlib import Path; from rolcheck.tui.keymap import load_keymap;"
        "load_keymap(Path('/nowhere/keys.toml'));"
        "print(*[n for n in ('pydantic', 'rolcheck.tui.bindings') if n in sys.modules])"
    )

    assert run(script) == ""


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
