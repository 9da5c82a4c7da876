"""Textual's themes hold every token of the palettes."""

import pytest

from rolcheck.base.colours import THEMES, TOKENS, ThemeName, palette
from rolcheck.tui.app import RolcheckApp
from rolcheck.tui.theme import make_theme, variables


@pytest.mark.parametrize("name", THEMES)
def test_every_token_is_a_variable_of_every_theme(name: ThemeName) -> None:
    assert set(TOKENS) <= set(variables(name))
    assert make_theme(name).dark == (name != "light")
    assert not make_theme(name).ansi


@pytest.mark.parametrize("name", THEMES)
def test_the_themes_are_made_of_the_palettes_that_were_measured(name: ThemeName) -> None:
    made, colours = make_theme(name), palette(name)

    grounds = (made.background, made.surface, made.panel, made.foreground)
    states = (made.success, made.warning, made.error, made.accent)
    assert grounds == tuple(colours[one] for one in ("ground", "surface", "panel", "fg"))
    assert states == tuple(colours[one] for one in ("done", "confirm", "dispute", "accent"))
    assert {token: made.variables[token] for token in TOKENS} == {
        token: colours[token] for token in TOKENS
    }


def test_style_sheets_can_be_parsed_before_the_theme_is_known() -> None:
    defaults = RolcheckApp(None).get_theme_variable_defaults()

    assert set(TOKENS) <= set(defaults)
