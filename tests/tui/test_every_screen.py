"""What holds on every screen: ASCII where asked for, help, palette, the ways out, news by itself."""

import asyncio
from pathlib import Path

import pytest
from textual.pilot import Pilot

from rolcheck import locale
from rolcheck.desk.findings.life import FindingEntry
from rolcheck.tui import app as module
from rolcheck.tui.commands import commands
from rolcheck.tui.keys import hints, key_name
from rolcheck.tui.marks import CONFIRM
from rolcheck.tui.screens.help import HelpScreen
from tests.tui.campaign_world import press, re_examining, settled
from tests.tui.every_screen import NAMES, data_of, drawn_by, seat, shown, without_submissions
from tests.tui.stage import HOSTILE, SIZES
from tests.world import World

SAID = f"：第二条未见书面理由日期倒置以原件为准试用{HOSTILE}"  # what the stages put on record


def is_chinese(char: str) -> bool:
    return (
        "\u4e00" <= char <= "\u9fff" or "\u3000" <= char <= "\u303f" or "\uff01" <= char <= "\uff60"
    )


@pytest.fixture(scope="module")
def world(tmp_path_factory: pytest.TempPathFactory) -> World:
    """Return a campaign that is only looked at."""
    return re_examining(tmp_path_factory.mktemp("world"))


@pytest.mark.slow
@pytest.mark.parametrize(("lang", "size"), zip(locale.LANGUAGES, SIZES, strict=True))
@pytest.mark.parametrize("name", NAMES)
async def test_ascii_draws_nothing_else_around_data_and_chinese_text(
    world: World, name: str, size: tuple[int, int], lang: locale.Language
) -> None:
    locale.set_language(lang)
    allowed = data_of(world.folder) | set(SAID)
    async with shown(seat(world, name), name, size, plain=True) as pilot:
        for keys in ((), ("tab",), ("ctrl+p",), ("escape", "question_mark")):
            await press(pilot, *keys)
            drawn = set(drawn_by(pilot)) - allowed
            if lang == "zh":
                drawn = {char for char in drawn if not is_chinese(char)}

            assert {char for char in drawn if not char.isascii()} == set()


async def test_marks_are_signs_and_bars_are_characters_in_ascii(world: World) -> None:
    locale.set_language("zh")
    async with shown(seat(world, "review"), "review", plain=True) as pilot:
        drawn = drawn_by(pilot)

        assert f"{CONFIRM.sign} 待确认" in drawn
        assert f"{CONFIRM.zh} 待确认" not in drawn
        assert "|" in drawn


def in_force(pilot: Pilot[None]) -> dict[str, str]:
    """Return what is in force: actions by key, of bindings that have an id."""
    found: dict[str, str] = {}
    for one in pilot.app.screen.active_bindings.values():
        if one.binding.id:
            found.setdefault(one.binding.action, one.binding.key)
    return found


@pytest.mark.parametrize("name", NAMES)
async def test_the_palette_offers_everything_that_is_in_force(world: World, name: str) -> None:
    async with shown(seat(world, name), name) as pilot:
        offered = {command.key for command in commands(pilot.app, lambda _name: None)}
        missing = {
            action: key for action, key in in_force(pilot).items() if key_name(key) not in offered
        }

        assert missing == {}


@pytest.mark.slow
@pytest.mark.parametrize("lang", locale.LANGUAGES)
@pytest.mark.parametrize("name", NAMES)
async def test_help_lists_what_works_there_and_nothing_else(
    world: World, name: str, lang: locale.Language
) -> None:
    locale.set_language(lang)
    async with shown(seat(world, name), name, (80, 24)) as pilot:
        wanted = hints(pilot.app.screen.active_bindings)
        await press(pilot, "question_mark")
        assert isinstance(pilot.app.screen, HelpScreen)
        box = pilot.app.screen.query_one("#box")
        lines: list[str] = []
        for _ in range(9):
            lines += [line for line in drawn_by(pilot).splitlines() if line not in lines]
            if box.scroll_offset.y >= box.max_scroll_y:
                break
            await press(pilot, "pagedown")

        drawn = "\n".join(lines)
        assert box.scroll_offset.y == box.max_scroll_y
        assert [hint for hint in wanted if f"{hint.keys} " not in drawn] == []
        assert [hint for hint in wanted if hint.what not in drawn] == []


NEXT_STEPS = {
    ("desk", "co"): "no submission is here yet",
    ("desk", "r1"): "Once the coordinator opens round 1",
    ("review", "r1"): "a coordinator assigns items and opens",
    ("rounds", "co"): "o open round 1",
    ("rounds", "r1"): "the coordinator opens the next one",
    ("matrix", "co"): "F4 opens the first",
    ("matrix", "r1"): "F4 shows when the first is planned",
    ("assignments", "co"): "F2 Desk",
    ("assignments", "r1"): "a coordinator does it",
    ("ledger", "co"): "opening the first round begins it",
    ("disputes", "ar"): "come into being when a scoring round closes",
    ("findings", "co"): "they are raised while a round is open  F4 Rounds",
    ("summary", "co"): "F4 shows the rounds",
}


@pytest.mark.parametrize(("name", "who"), NEXT_STEPS)
async def test_where_there_is_nothing_it_says_what_comes_next(
    tmp_path: Path, name: str, who: str
) -> None:
    async with shown(without_submissions(tmp_path).desk(who), name, (80, 24)) as pilot:
        assert NEXT_STEPS[name, who] in drawn_by(pilot)


def write_elsewhere(world: World) -> None:
    """Write at other desks what every screen shows something of."""
    world.desk("co").add_finding(FindingEntry("east", "1.1.1", "Q14", "另一件"))
    world.score("r2", "1.1.1", "C", "另一桌")
    world.desk("co").recuse("r4", "west", "亲属")
    world.desk("ar").rule("east", "1.1.1", "C", "再议")


def selected(pilot: Pilot[None]) -> list[str]:
    """Return what the rows under a cursor begin with."""
    lines = drawn_by(pilot).splitlines()
    return [line.strip()[:14] for line in lines if line.strip().startswith("> ")]


@pytest.mark.parametrize("name", [name for name in NAMES if name not in ("criteria", "summary")])
async def test_what_others_write_appears_by_itself_and_the_cursor_stays(
    tmp_path: Path, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "LOOK_EVERY", 0.05)
    world = re_examining(tmp_path)
    async with shown(seat(world, name), name, (160, 45)) as pilot:
        await press(pilot, "down")
        before, rows = drawn_by(pilot), selected(pilot)
        write_elsewhere(world)
        for _ in range(40):
            await asyncio.sleep(0.05)
            await settled(pilot)
            if drawn_by(pilot) != before:
                break

        assert drawn_by(pilot) != before
        assert selected(pilot) == rows
