"""The Matrix, whole, at both sizes and in both languages."""

from collections.abc import Callable
from pathlib import Path

import pytest

from rolcheck import locale
from rolcheck.desk.desk import Desk
from tests.factories import make_town
from tests.tui.campaign_world import app_at, before_rounds, press, re_examining, scoring, settled
from tests.tui.stage import SIZES, seen
from tests.tui.test_review_golden import check


def town(folder: Path) -> Desk:
    """Return the coordinator's desk after the scoring round."""
    return make_town(folder).play(2).desk("boss")


def self_check(folder: Path) -> Desk:
    """Return the coordinator's desk of an office that checks itself, after the scoring round."""
    return make_town(folder, mode="self-check").play(2).desk("boss")


SCENES: dict[str, tuple[Callable[[Path], Desk], tuple[str, ...]]] = {
    "matrix": (lambda folder: re_examining(folder).desk("co"), ("down", "right")),
    "matrix-turned": (town, ("right", "right")),
    "matrix-spread": (town, ("s",)),
    "matrix-state": (town, ("s", "s", "o")),
    "matrix-blind": (lambda folder: scoring(folder).desk("r1"), ()),
    "matrix-planned": (lambda folder: before_rounds(folder).desk("co"), ()),
    "matrix-self-check": (self_check, ("x", "down")),
}


@pytest.mark.parametrize("lang", locale.LANGUAGES)
@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("scene", SCENES)
async def test_the_screen_looks_as_before(
    tmp_path: Path, scene: str, size: tuple[int, int], lang: locale.Language
) -> None:
    make, keys = SCENES[scene]
    locale.set_language(lang)
    app = app_at("matrix", make(tmp_path))
    async with app.run_test(size=size) as pilot:
        await settled(pilot)
        await press(pilot, *keys)

        check(f"{scene}-{size[0]}-{lang}.txt", seen(app) + "\n")
