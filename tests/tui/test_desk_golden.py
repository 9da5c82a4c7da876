"""Desk, Rounds and Summary, whole, at both sizes and in both languages."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from rolcheck import locale
from tests.tui.campaign_world import (
    app_at,
    before_rounds,
    press,
    re_examining,
    scoring,
    self_checking,
    settled,
)
from tests.tui.stage import SIZES, seen
from tests.tui.test_review_golden import check
from tests.world import World

SCENES: dict[str, tuple[Callable[[Path], World], str, str, tuple[str, ...]]] = {
    "desk-coordinator": (re_examining, "co", "desk", ("down",)),
    "desk-reviewer": (re_examining, "r4", "desk", ()),
    "desk-arbiter": (re_examining, "ar", "desk", ()),
    "desk-observer": (re_examining, "ob", "desk", ()),
    "desk-blind": (scoring, "r1", "desk", ()),
    "desk-planned": (before_rounds, "co", "desk", ()),
    "rounds": (re_examining, "co", "rounds", ("down",)),
    "rounds-close": (re_examining, "co", "rounds", ("c",)),
    "assignments": (re_examining, "co", "assignments", ()),
    "ledger": (re_examining, "co", "ledger", ("down",)),
    "ledger-entry": (re_examining, "co", "ledger", ("end", "enter")),
    "criteria": (re_examining, "co", "criteria", ("down", "down")),
    "desk-self-check": (self_checking, "co", "desk", ("tab",)),
    "desk-unit": (self_checking, "un", "desk", ()),
    "rounds-self-check": (self_checking, "co", "rounds", ()),
    "summary": (re_examining, "co", "summary", ()),
    "summary-rest": (re_examining, "co", "summary", ("end",)),
    "summary-blind": (scoring, "r1", "summary", ()),
}
_HASH = re.compile(r"[0-9a-f]{40,64}")  # whole hashes: they change with whatever is recorded


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

        text = _HASH.sub(lambda found: "#" * len(found[0]), seen(app)) + "\n"
        check(f"{scene}-{size[0]}-{lang}.txt", text)
