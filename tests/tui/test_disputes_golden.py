"""Disputes and Findings, whole, at both sizes and in both languages."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from rolcheck import locale
from tests.tui.campaign_world import app_at, press, scoring, settled
from tests.tui.stage import SIZES, seen
from tests.tui.test_disputes import disputed
from tests.tui.test_findings import SELF_CHECK, asked
from tests.tui.test_review_golden import check
from tests.world import World


def in_self_check(folder: Path) -> World:
    """Return the campaign with findings, checked by the office itself."""
    return asked(folder, head=SELF_CHECK)


SCENES: dict[str, tuple[Callable[[Path], World], str, str, tuple[str, ...]]] = {
    "disputes-ruling": (disputed, "ar", "disputes", ("n", "3")),
    "disputes-veto": (disputed, "ar", "disputes", ("y",)),
    "disputes-reading": (disputed, "co", "disputes", ("n",)),
    "disputes-blind": (scoring, "r1", "disputes", ()),
    "findings": (asked, "co", "findings", ("down",)),
    "findings-unit": (in_self_check, "co", "findings", ()),
}
_NUMBER = re.compile(r"F[0-9]{6}")  # drawn from the ids of events, which are random


@pytest.mark.parametrize("lang", locale.LANGUAGES)
@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("scene", SCENES)
async def test_the_screen_looks_as_before(
    tmp_path: Path, scene: str, size: tuple[int, int], lang: locale.Language
) -> None:
    make, who, screen, keys = SCENES[scene]
    locale.set_language(lang)
    app = app_at(screen, make(tmp_path).desk(who))
    async with app.run_test(size=size) as pilot:
        await settled(pilot)
        await press(pilot, *keys)

        check(f"{scene}-{size[0]}-{lang}.txt", _NUMBER.sub("F######", seen(app)) + "\n")
