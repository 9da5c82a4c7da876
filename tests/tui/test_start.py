"""Sitting down: in which campaign, as whom; and the screen that is remembered."""

import shutil
from collections.abc import Sequence
from pathlib import Path

import pytest
from textual.pilot import Pilot

from rolcheck.cli import app as command
from rolcheck.cli.context import Context
from rolcheck.desk.desk import Desk
from rolcheck.desk.seen import Overview
from rolcheck.tui.app import RolcheckApp
from rolcheck.tui.ascii import ascii_only
from rolcheck.tui.screens.desk import OverviewScreen
from rolcheck.tui.seats import Seats
from rolcheck.tui.start import CampaignChoice, Start, Threshold
from rolcheck.wiring import open_desk
from tests.tui.campaign_world import press, scoring, settled
from tests.tui.stage import seen, strips
from tests.world import World


def asking(
    desk: Desk | None,
    campaigns: Sequence[CampaignChoice] = (),
    who: str | None = None,
    seats: Seats | None = None,
) -> RolcheckApp:
    start = Start(campaigns, who, open_desk, desk, seats)
    return RolcheckApp(
        None,
        first="desk",
        start=start,
        sitting=lambda: Start(campaigns, None, open_desk, seats=seats),
    )


def shown(pilot: Pilot[None]) -> Overview:
    screen = pilot.app.screen
    assert isinstance(screen, OverviewScreen)
    assert screen.seen is not None
    return screen.seen


async def test_without_a_name_the_app_asks_who_one_is(tmp_path: Path) -> None:
    app = asking(scoring(tmp_path).desk())
    async with app.run_test(size=(100, 30)) as pilot:
        await settled(pilot)
        assert "who are you" in seen(app)
        assert "coordinator" in seen(app)
        assert "just looking" in seen(app)
        await press(pilot, "r", "2", "enter")

        assert shown(pilot).who == "r2"


async def test_somebody_may_be_just_looking(tmp_path: Path) -> None:
    app = asking(scoring(tmp_path).desk())
    async with app.run_test(size=(100, 30)) as pilot:
        await settled(pilot)
        await press(pilot, "pagedown", "pagedown", "enter")

        assert shown(pilot).who == ""
        assert strips(app)[0].text.rstrip().endswith("just looking")


async def test_escape_from_the_only_question_leaves(tmp_path: Path) -> None:
    app = asking(scoring(tmp_path).desk())
    async with app.run_test(size=(100, 30)) as pilot:
        await settled(pilot)
        await press(pilot, "escape")

        assert app.return_code == 0


def on_disk(folder: Path) -> World:
    return scoring(folder)


async def test_of_several_campaigns_one_is_chosen_then_the_person(tmp_path: Path) -> None:
    on_disk(tmp_path / "one")
    on_disk(tmp_path / "two")
    campaigns = [CampaignChoice(tmp_path / name, f"活动 [b]{name}") for name in ("one", "two")]
    app = asking(None, campaigns)
    async with app.run_test(size=(100, 30)) as pilot:
        await settled(pilot)
        assert "活动 [b]one" in seen(app)
        await press(pilot, "down", "enter")
        await settled(pilot)
        await press(pilot, "c", "o", "enter")
        await settled(pilot)

        assert shown(pilot).roles == ("coordinator",)


async def test_a_broken_campaign_says_so_and_another_can_be_chosen(tmp_path: Path) -> None:
    on_disk(tmp_path / "one")
    on_disk(tmp_path / "two")
    (tmp_path / "one" / "campaign.toml").write_text("[campaign\n", encoding="utf-8")
    campaigns = [CampaignChoice(tmp_path / name, name) for name in ("one", "two")]
    app = asking(None, campaigns, "r1")
    async with app.run_test(size=(200, 30)) as pilot:
        await settled(pilot)
        await press(pilot, "enter")
        await settled(pilot)
        assert "this is not TOML" in strips(app)[-1].text
        await press(pilot, "down", "enter")
        await settled(pilot)

        assert shown(pilot).who == "r1"


async def test_a_stranger_is_told_so_where_the_campaign_is_chosen(tmp_path: Path) -> None:
    on_disk(tmp_path / "one")
    app = asking(None, [CampaignChoice(tmp_path / "one", "one")], "nobody")
    async with app.run_test(size=(100, 30)) as pilot:
        await settled(pilot)
        await press(pilot, "enter")
        await settled(pilot)

        assert "nobody named 'nobody'" in strips(app)[-1].text
        assert isinstance(app.screen_stack[0], Threshold)


async def test_who_one_was_last_is_chosen_already(tmp_path: Path) -> None:
    desk, seats = scoring(tmp_path).desk(), Seats(tmp_path / "state" / "seats.json")
    for keys in (("r", "2", "enter"), ("enter",)):
        app = asking(desk, seats=seats)
        async with app.run_test(size=(100, 30)) as pilot:
            await settled(pilot)
            await press(pilot, *keys)

            assert shown(pilot).who == "r2"


async def test_one_sits_down_as_somebody_else_without_leaving(tmp_path: Path) -> None:
    app = asking(scoring(tmp_path).desk(), who="r1")
    async with app.run_test(size=(100, 30)) as pilot:
        await settled(pilot)
        await press(pilot, "f3", "ctrl+n", "c", "o", "enter")
        await settled(pilot)

        assert shown(pilot).roles == ("coordinator",)
        await press(pilot, "f3", "f2", "ctrl+n", "r", "2", "enter")
        await settled(pilot)
        assert shown(pilot).who == "r2"


async def test_one_goes_on_in_another_campaign_or_stays(tmp_path: Path) -> None:
    on_disk(tmp_path / "one")
    path = on_disk(tmp_path / "two").folder / "campaign.toml"
    path.write_text(path.read_text("utf-8").replace("算例", "别的"), encoding="utf-8")
    seats = Seats(tmp_path / "seats.json")
    campaigns = [CampaignChoice(tmp_path / name, name) for name in ("one", "two")]
    app = asking(open_desk(tmp_path / "one"), campaigns, "r1", seats)
    async with app.run_test(size=(100, 30)) as pilot:
        await settled(pilot)
        await press(pilot, "ctrl+g", "escape")
        assert shown(pilot).title == "算例"
        await press(pilot, "ctrl+g", *"two", "enter", "r", "2", "enter")
        await settled(pilot)

        assert (shown(pilot).title, shown(pilot).who) == ("别的", "r2")
    assert seats.last == tmp_path / "two"
    assert (seats.who(tmp_path / "one"), seats.who(tmp_path / "two")) == ("r1", "r2")


def demo(folder: Path) -> Path:
    """Return a campaign on disk with a ledger on disk."""
    scoring(folder)
    co = open_desk(folder, "co")
    co.open_round(1)
    co.close_round(1, waive="试用")
    co.open_round(2)
    return folder


def test_the_command_line_asks_only_what_is_not_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = demo(tmp_path / "submissions" / "one")

    known = command.made(Context(folder, "r1"))
    unknown = command.made(Context(folder))
    monkeypatch.chdir(tmp_path)
    found = command.made(Context(None, "r1"))

    assert known._start is None
    assert unknown._start is not None
    assert found._start is None


def test_several_campaigns_are_offered_with_their_titles(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("one", "two"):
        demo(tmp_path / "submissions" / name)
    broken = tmp_path / "submissions" / "three"
    shutil.copytree(tmp_path / "submissions" / "one", broken)
    (broken / "campaign.toml").write_text("[campaign\n", encoding="utf-8")
    monkeypatch.chdir(tmp_path)

    app = command.made(Context(None, "r1"))

    assert isinstance(app._start, Start)
    assert [one.title for one in app._start.campaigns] == ["算例", "", "算例"]


async def test_the_first_screen_is_remembered_while_nothing_changes(tmp_path: Path) -> None:
    folder = aged(demo(tmp_path))
    first = command.made(Context(folder, "r1"))
    async with first.run_test(size=(100, 30)) as pilot:
        await settled(pilot)
        before = seen(first)

    again = command.made(Context(folder, "r1"))
    assert again.memory is not None
    assert again.memory.recalled is not None
    async with again.run_test(size=(100, 30)) as pilot:
        await settled(pilot)

        assert seen(again) == before
        await press(pilot, "f3")
        assert "1.1.1" in seen(again)  # the desk behind it is open


def aged(folder: Path) -> Path:
    """Make the files as old as files are that nobody is writing."""
    import os

    for path in folder.rglob("*.toml"):
        os.utime(path, (1_700_000_000, 1_700_000_000))
    return folder


@pytest.mark.parametrize("who", ["r1", ""])
def test_the_app_is_told_to_draw_in_ascii(tmp_path: Path, who: str) -> None:
    on_disk(tmp_path)

    command.made(Context(tmp_path, who, plain=True))
    assert ascii_only()
    command.made(Context(tmp_path, who))
    assert not ascii_only()
