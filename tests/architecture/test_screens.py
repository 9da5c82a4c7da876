"""Every screen has its own looks beside it, and no looks are left without a screen."""

from tests.architecture.sources import PACKAGE

SCREENS = PACKAGE / "tui" / "screens"
GLOBAL_LINES = 80


def test_every_screen_has_its_style_sheet_and_every_sheet_its_screen() -> None:
    """A module that other screens share begins with an underscore or holds no Screen."""
    sheets = {path.stem for path in SCREENS.glob("*.tcss")}
    screens = {path.stem for path in SCREENS.glob("*.py") if "CSS_PATH" in path.read_text("utf-8")}

    assert sheets == screens
    assert sheets


def test_a_screen_names_the_sheet_beside_it() -> None:
    astray = [
        path.name
        for path in SCREENS.glob("*.py")
        if "CSS_PATH" in (text := path.read_text("utf-8"))
        and f'CSS_PATH = "{path.stem}.tcss"' not in text
    ]

    assert astray == []


def test_the_global_sheet_stays_short_for_it_redraws_every_screen() -> None:
    for sheet in (PACKAGE / "tui").glob("*.tcss"):
        assert len(sheet.read_text("utf-8").splitlines()) < GLOBAL_LINES, sheet.name
