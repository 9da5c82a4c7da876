"""What nobody expected ends the app at once and quietly; whoever ran it is told what it was."""

from collections.abc import Callable
from pathlib import Path

import pytest
from textual.pilot import Pilot

from rolcheck.desk import overview
from rolcheck.desk.desk import Desk
from rolcheck.tui.app import RolcheckApp
from tests.tui.campaign_world import app_at, scoring
from tests.world import World

BUG = ZeroDivisionError("备注：只有写的人知道")


def fail(*_: object, **__: object) -> None:
    raise BUG


async def until_it_leaves(pilot: Pilot[None]) -> None:
    for _ in range(20):
        await pilot.pause()
        if not pilot.app.is_running:
            return


async def run(app: RolcheckApp, *keys: str, after: Callable[[], object] = lambda: None) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        await pilot.app.workers.wait_for_complete()
        after()
        await pilot.press(*keys)
        await until_it_leaves(pilot)


@pytest.fixture
def world(tmp_path: Path) -> World:
    return scoring(tmp_path)


async def test_a_bug_in_a_worker_ends_the_app_with_what_it_was(
    world: World, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    app = app_at("review", world.desk("r1"))

    with pytest.raises(ZeroDivisionError):
        await run(app, "m", "enter", after=lambda: monkeypatch.setattr(Desk, "score", fail))

    assert app.bug is BUG
    assert app.return_code == 1
    assert capsys.readouterr() == ("", "")


async def test_a_bug_in_what_answers_a_key_ends_the_app_too(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = app_at("rounds", world.desk("co"))
    monkeypatch.setattr(RolcheckApp, "action_next_theme", fail)

    with pytest.raises(ZeroDivisionError):
        await run(app, "ctrl+t")

    assert app.bug is BUG


async def test_a_bug_in_what_is_read_before_the_first_paint_ends_the_app_too(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = app_at("desk", world.desk("co"))
    monkeypatch.setattr(overview, "overview", fail)

    with pytest.raises(ZeroDivisionError):
        await run(app)

    assert app.bug is BUG


async def test_an_app_that_is_left_had_no_bug(world: World) -> None:
    app = app_at("desk", world.desk("co"))
    await run(app, "ctrl+q")

    assert app.bug is None
    assert app.return_code == 0
