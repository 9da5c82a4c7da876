"""The Ledger screen: who did what when, as far as the reader may know, and whether it is whole."""

import json
import sqlite3
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest

from rolcheck.events.types import Event
from rolcheck.store.sqlite import SqliteStore
from rolcheck.tui.messages import LedgerGrew
from rolcheck.tui.screens.ledger import LedgerScreen
from rolcheck.tui.screens.page import Page
from tests.factories_events import numbered
from tests.tui.campaign_world import (
    app_at,
    before_rounds,
    press,
    re_examining,
    scoring,
    settled,
    write,
)
from tests.tui.review_world import open_round_two, review_world
from tests.tui.stage import HOSTILE, seen, strips

SIZE = (160, 45)
LATER = datetime(2026, 6, 2, 9, tzinfo=UTC)


def shown(app: object) -> LedgerScreen:
    screen = app.screen  # type: ignore[attr-defined]
    assert isinstance(screen, LedgerScreen)
    return screen


async def test_the_newest_entry_stands_first_with_who_and_what(tmp_path: Path) -> None:
    world = scoring(tmp_path)
    app = app_at("ledger", world.desk("co"))
    async with app.run_test(size=SIZE) as pilot:
        await settled(pilot)

        events = [one for one in shown(app).rows.items if isinstance(one, Event)]
        assert events == list(world.desk("co").log())[::-1]
        first = next(line for line in seen(app).splitlines() if "> " in line)
        assert "r2" in first
        assert "score recorded" in first
        assert "B  另见" in first


async def test_words_narrow_the_entries_and_escape_shows_all(tmp_path: Path) -> None:
    app = app_at("ledger", scoring(tmp_path).desk("co"))
    async with app.run_test(size=SIZE) as pilot:
        await settled(pilot)
        whole = len(shown(app).rows.items)
        await press(pilot, "slash", *"r1", "enter")
        found = [one for one in shown(app).rows.items if isinstance(one, Event)]
        assert found
        assert {one.author for one in found} == {"r1"}
        assert f"of {whole} entries" in seen(app)
        await press(pilot, "escape")

        assert len(shown(app).rows.items) == whole


async def test_an_entry_is_shown_in_full_with_its_place_in_the_chain(tmp_path: Path) -> None:
    world = scoring(tmp_path)
    world.score("r2", "1.1.2", "4.5", HOSTILE)
    app = app_at("ledger", world.desk("co"))
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await press(pilot, "enter")

        assert isinstance(app.screen, Page)
        text = seen(app)
        await press(pilot, "end")
        rest = seen(app)
        last = world.desk("co").log()[-1]
        assert last.hash[:40] in text
        assert last.prev[:40] in text
        assert "[/第3页]" in rest
        assert "\x1b" not in rest


async def test_what_was_taken_back_or_does_not_count_is_marked(tmp_path: Path) -> None:
    world = scoring(tmp_path)
    world.desk("r1").undo()
    world.desk("co").recuse("r2", "east", "任职于该区")
    app = app_at("ledger", world.desk("co"))
    async with app.run_test(size=SIZE) as pilot:
        await settled(pilot)

        assert "taken back" in seen(app)
        assert "does not count: recused" in seen(app)


async def test_new_entries_come_in_above_and_the_cursor_stays(tmp_path: Path) -> None:
    world = scoring(tmp_path)
    app = app_at("ledger", world.desk("co"))
    async with app.run_test(size=SIZE) as pilot:
        await settled(pilot)
        before = shown(app).rows.selected_key
        world.score("r3", "1.1.1", "C")
        app.post_message(LedgerGrew())
        await settled(pilot)

        first = shown(app).rows.items[0]
        assert isinstance(first, Event)
        assert first.author == "r3"
        assert shown(app).rows.selected_key == before
        await press(pilot, "home")
        assert " new" in seen(app)


async def test_how_many_came_in_above_is_said_until_one_goes_there(tmp_path: Path) -> None:
    world = scoring(tmp_path)
    for number in range(30):
        world.score("r1", "1.1.1", "ABC"[number % 3], "改")
    app = app_at("ledger", world.desk("co"))
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await press(pilot, "down")
        before = shown(app).rows.selected_key
        assert "newer above" not in seen(app)
        for value in "BC":
            world.score("r3", "1.1.1", value, "改")
            app.post_message(LedgerGrew())
            await settled(pilot)

        assert "Home 2 newer above" in seen(app)
        assert shown(app).rows.selected_key == before
        await press(pilot, "home")
        assert "newer above" not in seen(app)


async def test_a_whole_ledger_is_said_to_be_whole(tmp_path: Path) -> None:
    app = app_at("ledger", scoring(tmp_path).desk("co"))
    async with app.run_test(size=SIZE) as pilot:
        await settled(pilot)
        await press(pilot, "v")

        assert "the ledger is whole" in strips(app)[-1].text


async def test_a_changed_entry_is_found_and_named(tmp_path: Path) -> None:
    world = review_world(tmp_path)
    file = tmp_path / "rolcheck.db"
    world.store = SqliteStore(file, campaign="paper-2026", desk="desk-1", new_id=numbered())
    open_round_two(world)
    world.score("r1", "1.1.1", "A")
    app = app_at("ledger", world.desk("co"))
    async with app.run_test(size=SIZE) as pilot:
        await settled(pilot)
        with closing(sqlite3.connect(file)) as connection:
            connection.executescript(
                "DROP TRIGGER events_are_never_changed;"
                "UPDATE events SET payload = replace(payload, '\"A\"', '\"C\"')"
                " WHERE kind = 'score-recorded'"
            )
        await press(pilot, "v")

        assert isinstance(app.screen, Page)
        assert "the ledger is not what was written" in seen(app)
        assert f"event {world.store.events()[-1].id} was changed" in seen(app)


@pytest.mark.parametrize(("who", "own"), [("r1", "2 entries"), ("ob", ""), ("", "")])
async def test_nothing_of_others_shows_through_in_a_blind_round(
    tmp_path: Path, who: str, own: str
) -> None:
    texts = []
    for value, more in (("B", False), ("C", True)):
        world = scoring(tmp_path / value, r2=value)
        if more:
            world.score("r3", "1.1.1", "C")
        world.time = LATER
        world.score("r1", "1.1.2", "4", "记录不全")
        app = app_at("ledger", world.desk(who))
        async with app.run_test(size=SIZE) as pilot:
            await settled(pilot)
            shown_first = seen(app)
            await press(pilot, "v")
            texts.append((shown_first, seen(app)))

    assert texts[0] == texts[1]
    assert own in texts[0][0]
    assert "the head is shown once the blind round is closed" in texts[0][0]


@pytest.mark.parametrize(
    ("who", "said"),
    [
        ("co", "nothing is on record yet; opening the first round begins it."),
        ("ob", "only your own entries are shown to you, and you have made none."),
    ],
)
async def test_an_empty_ledger_says_what_begins_it(tmp_path: Path, who: str, said: str) -> None:
    app = app_at("ledger", before_rounds(tmp_path).desk(who))
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)

        assert said in seen(app)


async def test_a_receipt_of_ones_own_entries_is_shown_saved_and_held_against(
    tmp_path: Path,
) -> None:
    world = re_examining(tmp_path)
    app = app_at("ledger", world.desk("r1"))
    async with app.run_test(size=(120, 40)) as pilot:
        await settled(pilot)
        await press(pilot, "r")
        assert "its hash" in seen(app)
        await press(pilot, "s")
        await write(pilot, str(tmp_path / "reports" / "kept.json"))
        await settled(pilot)

    (kept,) = json.loads((tmp_path / "reports" / "kept.json").read_text("utf-8"))
    own = next(link for link in world.store.frontier() if link[0] == "r1")
    assert (kept["author"], kept["events"], kept["last_hash"]) == ("r1", own[2], own[3])
