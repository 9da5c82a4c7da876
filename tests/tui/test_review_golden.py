"""What Review shows, whole, at both sizes and in both languages; `make golden` writes it anew."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from rolcheck import locale
from tests.tui.review_world import (
    all_scored,
    app_of,
    in_completeness,
    in_re_examination,
    in_scoring,
    in_scoring_with_words,
    press,
    screen_of,
    settle,
)
from tests.tui.stage import SIZES, seen
from tests.world import World

GOLDEN = Path(__file__).parents[1] / "golden" / "tui"

SCENES: dict[str, tuple[Callable[[Path], World], str, tuple[str, ...]]] = {
    "came-back": (in_re_examination, "1.1.1", ()),
    "graded": (in_scoring, "1.1.1", ("2",)),
    "deduct": (in_scoring, "2.1.1", ("2", "down", "space")),
    "ratio": (in_scoring, "2.1.2", ("4", "8", "slash", "4", "9")),
    "verdicts": (in_completeness, "1.1.1", ("1",)),
    "by-indicator": (in_scoring_with_words, "1.1.1", ("v", "2")),
    "phrases": (in_scoring_with_words, "1.1.1", ("2", "h")),
    "finished": (all_scored, "", ()),
}


def check(name: str, text: str) -> None:
    """Compare with the golden file; write it where that was asked for."""
    path = GOLDEN / name
    if os.environ.get("ROLCHECK_GOLDEN") == "write":
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")

    assert text == path.read_text(encoding="utf-8")


@pytest.mark.parametrize("lang", locale.LANGUAGES)
@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("scene", SCENES)
async def test_the_screen_looks_as_before(
    tmp_path: Path, scene: str, size: tuple[int, int], lang: locale.Language
) -> None:
    make, indicator, keys = SCENES[scene]
    locale.set_language(lang)
    app = app_of(make(tmp_path).desk("r1"))
    async with app.run_test(size=size) as pilot:
        await settle(pilot)
        screen_of(app).open_item("east", indicator)
        await settle(pilot)
        await press(pilot, *keys)

        check(f"review-{scene}-{size[0]}-{lang}.txt", seen(app) + "\n")
