"""The Findings screen: what is asked, of whom, and the next step of each by key."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path

import pytest

from rolcheck.desk.findings.life import FindingEntry, Statement
from rolcheck.events.types import Event, Kind
from rolcheck.tui.screens.chooser import Chooser
from rolcheck.tui.screens.findings import FindingsScreen
from tests.tui.campaign_world import app_at, press, scoring, settled, write
from tests.tui.review_world import at, in_scoring, review_world
from tests.tui.stage import HOSTILE, SIZES, seen, strips
from tests.world import HEAD, ROUNDS, World

WIDE = (160, 45)
UNIT = """
[[unit]]
id = "sfj"
name = "司法局"
kind = "department"
"""
SPEAKER = """
[[reviewer]]
id = "un"
name = "司法局联络员"
roles = ["unit"]
unit = "sfj"
"""
SELF_CHECK = HEAD + 'mode = "self-check"\n'


def asked(folder: Path, *, head: str = HEAD) -> World:
    """Return a campaign in round 2 with an overdue finding and two others, one answered."""
    world = review_world(folder, head=head, rounds=ROUNDS + UNIT + _speaker(head))
    co = world.desk("co")
    co.open_round(1)
    co.close_round(1, waive="试用")
    co.open_round(2)
    co.add_finding(FindingEntry("east", "1.1.2", "Q03", "补自评报告附表"))
    co.add_finding(FindingEntry("east", "1.1.1", "Q13", f"日期倒置 {HOSTILE}", date(2026, 6, 3)))
    co.add_finding(FindingEntry("west", "2.1.1", "Q01", "补案卷目录"))
    co.move_finding(name_of(world, "Q03"), "answer", Statement("附表已补", "facts"))
    world.time = world.time.replace(day=6)
    return world


def _speaker(head: str) -> str:
    return SPEAKER if head != HEAD else SPEAKER + 'submission = "east"\n'


def name_of(world: World, code: str) -> str:
    rows = [one for row in world.desk().standing().findings.values() for one in row]
    return next(f"F{row.number}" for row in rows if row.code == code)


def state_of(world: World, code: str) -> str:
    rows = [one for row in world.desk().standing().findings.values() for one in row]
    return next(row.state for row in rows if row.code == code)


def moves(world: World) -> Sequence[Event]:
    kinds = (Kind.FINDING_ANSWERED, Kind.FINDING_ACCEPTED, Kind.FINDING_REJECTED)
    return [one for one in world.store.events() if one.kind in kinds]


def shown(app: object) -> FindingsScreen:
    return next(one for one in app.screen_stack if isinstance(one, FindingsScreen))  # type: ignore[attr-defined]


def codes(app: object) -> list[str]:
    return [line.finding.code for line in shown(app).rows.items if line.finding]


def last_line(app: object) -> str:
    return strips(app)[-1].text.rstrip()  # type: ignore[arg-type]


async def test_the_overdue_one_comes_first_and_says_so_in_words(tmp_path: Path) -> None:
    app = app_at("findings", asked(tmp_path).desk("co"))
    async with app.run_test(size=WIDE) as pilot:
        await settled(pilot)

        assert codes(app) == ["Q13", "Q03", "Q01"]
        assert "3 days overdue" in seen(app)
        assert "answered, to be checked" in seen(app)


async def test_an_answer_is_accepted_with_two_keys(tmp_path: Path) -> None:
    world = asked(tmp_path)
    app = app_at("findings", world.desk("co"))
    async with app.run_test(size=WIDE) as pilot:
        await settled(pilot)
        await press(pilot, "down", "y", "enter")

        assert state_of(world, "Q03") == "accepted"
        assert "accepted" in last_line(app)


async def test_an_answer_is_rejected_with_a_reason_and_not_without(tmp_path: Path) -> None:
    world = asked(tmp_path)
    app = app_at("findings", world.desk("co"))
    async with app.run_test(size=WIDE) as pilot:
        await settled(pilot)
        await press(pilot, "down", "x", "enter")
        assert state_of(world, "Q03") == "answered"
        await write(pilot, "附表缺盖章")

        assert state_of(world, "Q03") == "open"
        assert moves(world)[-1].payload["text"] == "附表缺盖章"


async def test_a_unit_answers_its_own_and_sees_no_others(tmp_path: Path) -> None:
    world = asked(tmp_path)
    app = app_at("findings", world.desk("un"))
    async with app.run_test(size=WIDE) as pilot:
        await settled(pilot)
        assert codes(app) == ["Q13"]
        await press(pilot, "a", "enter")
        await write(pilot, "系复印日期，已附原件")

        assert state_of(world, "Q13") == "answered"
        assert moves(world)[-1].payload["nature"] == "facts"
        assert moves(world)[-1].author == "un"


async def test_what_cannot_be_done_has_no_key_and_says_why(tmp_path: Path) -> None:
    world = asked(tmp_path)
    app = app_at("findings", world.desk("un"))
    async with app.run_test(size=WIDE) as pilot:
        await settled(pilot)
        await press(pilot, "y", "x", "w", "f")

        assert isinstance(app.screen, FindingsScreen)
        assert "联络员 may not" in seen(app)
        assert state_of(world, "Q13") == "open"


async def test_a_finding_is_raised_beside_the_selected_one(tmp_path: Path) -> None:
    world = asked(tmp_path)
    app = app_at("findings", world.desk("co"))
    async with app.run_test(size=WIDE) as pilot:
        await settled(pilot)
        await press(pilot, "f")
        assert isinstance(app.screen, Chooser)
        await press(pilot, "enter", *"Q05", "enter")
        await write(pilot, "补交公示截图")

        (made,) = [one for one in world.store.events() if one.payload.get("code") == "Q05"]
        assert (made.submission, made.indicator) == ("east", "1.1.1")
        assert made.payload["asked"] == "补交公示截图"


async def test_enter_opens_the_item_in_review(tmp_path: Path) -> None:
    app = app_at("findings", asked(tmp_path).desk("co"))
    async with app.run_test(size=WIDE) as pilot:
        await settled(pilot)
        await press(pilot, "enter")

        assert at(app) == "1.1.1"


async def test_filters_by_words_state_and_submission_and_escape_clears_them(
    tmp_path: Path,
) -> None:
    app = app_at("findings", asked(tmp_path).desk("co"))
    async with app.run_test(size=WIDE) as pilot:
        await settled(pilot)
        await press(pilot, "slash", *"Q01", "enter")
        assert codes(app) == ["Q01"]
        await press(pilot, "escape", "v")
        assert codes(app) == ["Q13"]
        await press(pilot, "v", "v")
        assert codes(app) == ["Q03"]
        await press(pilot, "escape", "s", "down", "down", "enter")
        assert codes(app) == ["Q01"]
        await press(pilot, "escape")

        assert len(codes(app)) == 3


async def test_in_self_check_they_stand_under_the_unit_that_answers(tmp_path: Path) -> None:
    app = app_at("findings", asked(tmp_path, head=SELF_CHECK).desk("co"))
    async with app.run_test(size=WIDE) as pilot:
        await settled(pilot)

        titles = [line.title for line in shown(app).rows.items if line.title]
        assert titles == ["司法局", "no unit named"]


async def test_the_unit_is_not_told_which_reviewer_asked(tmp_path: Path) -> None:
    world = asked(tmp_path)
    world.desk("r1").add_finding(FindingEntry("east", "1.1.1", "Q02", "补原件"))
    app = app_at("findings", world.desk("un"))
    async with app.run_test(size=WIDE) as pilot:
        await settled(pilot)
        await press(pilot, "end")

        assert "补原件" in seen(app)
        assert "a reviewer" in seen(app)
        assert "r1" not in seen(app)


async def test_what_is_answered_elsewhere_appears_and_the_cursor_stays(tmp_path: Path) -> None:
    world = asked(tmp_path)
    app = app_at("findings", world.desk("co"))
    async with app.run_test(size=WIDE) as pilot:
        await settled(pilot)
        await press(pilot, "end")
        before = shown(app).rows.selected_key
        world.desk("co").move_finding(name_of(world, "Q13"), "answer", Statement("已补", "facts"))
        shown(app).action_reload()
        await settled(pilot)

        assert shown(app).rows.selected_key == before
        assert " new " in seen(app)


async def test_it_can_be_opened_at_an_indicator(tmp_path: Path) -> None:
    app = app_at("findings", asked(tmp_path).desk("co"))
    async with app.run_test(size=WIDE) as pilot:
        await settled(pilot)
        shown(app).open_at("west", "2.1.1")
        await settled(pilot)

        chosen = shown(app).chosen
        assert chosen is not None
        assert chosen.code == "Q01"


@pytest.mark.parametrize("who", ["r1", "ob", ""])
async def test_in_a_blind_round_the_screen_is_the_same_whatever_others_found(
    tmp_path: Path, who: str
) -> None:
    shots = []
    for folder, finds in (("a", True), ("b", False)):
        world = scoring(tmp_path / folder)
        if finds:
            world.desk("r2").add_finding(FindingEntry("east", "1.1.1", "Q13", "日期倒置"))
        app = app_at("findings", world.desk(who))
        async with app.run_test(size=WIDE) as pilot:
            await settled(pilot)
            shots.append(seen(app))

    assert shots[0] == shots[1]


async def test_nothing_there_says_what_to_do_next(tmp_path: Path) -> None:
    app = app_at("findings", in_scoring(tmp_path).desk("co"))
    async with app.run_test(size=WIDE) as pilot:
        await settled(pilot)

        assert "no findings.  f raises one" in seen(app)


@pytest.mark.slow
@pytest.mark.parametrize("size", [*SIZES, (40, 12), (110, 30), (200, 50)])
async def test_any_key_at_any_place_is_survived(tmp_path: Path, size: tuple[int, int]) -> None:
    app = app_at("findings", asked(tmp_path).desk("co"))
    keys = "j k a escape x escape w escape y escape f escape v v v v v s escape o escape slash q"
    async with app.run_test(size=size) as pilot:
        await settled(pilot)
        await press(pilot, *keys.split(), "enter", "escape", "ctrl+l", "ctrl+t", "ctrl+l", "f8")

        assert isinstance(app.screen, FindingsScreen)
