"""The Disputes screen: what is in dispute, and ruling on it with the keyboard."""

import re
from pathlib import Path

import pytest

from rolcheck.events.types import Kind
from rolcheck.tui.screens.disputes import DisputesScreen
from rolcheck.tui.screens.prompt import Prompt
from tests.tui.campaign_world import app_at, press, re_examining, scoring, settled, write
from tests.tui.review_world import in_re_examination, in_scoring
from tests.tui.stage import HOSTILE, SIZES, seen, strips
from tests.world import World

WIDE = (160, 45)


def disputed(folder: Path, *, secret: str = "") -> World:
    """Return a campaign in round 3 with two disputes (one the wider) and a raised veto."""
    world = in_scoring(folder)
    for who, value in zip(("r1", "r2", "r3", "r4"), "ABAC", strict=True):
        world.score(who, "1.1.1", value, f"{who}说：{HOSTILE}{secret}")
    for who, value in zip(("r1", "r2", "r3"), ("5", "2", "3"), strict=True):
        world.score(who, "1.1.2", value)
    world.score("r2", "V.1.1", "veto", "原件不符")
    co = world.desk("co")
    co.close_round(2, waive="试用")
    co.open_round(3)
    return world


def shown(app: object) -> DisputesScreen:
    return next(one for one in app.screen_stack if isinstance(one, DisputesScreen))  # type: ignore[attr-defined]


def last_line(app: object) -> str:
    return strips(app)[-1].text.rstrip()  # type: ignore[arg-type]


def rulings(world: World) -> dict[str, tuple[str, str]]:
    found = world.desk().standing().rulings
    return {indicator: (row.value, row.reason) for (_, indicator), row in found.items()}


async def test_a_veto_comes_first_then_the_widest_spread(tmp_path: Path) -> None:
    app = app_at("disputes", disputed(tmp_path).desk("ar"))
    async with app.run_test(size=WIDE) as pilot:
        await settled(pilot)

        state = shown(app).seen
        assert state is not None
        assert [row.indicator for row in state.rows] == ["V.1.1", "1.1.1", "1.1.2"]
        assert state.key == "east:V.1.1"


async def test_a_ruling_is_made_by_keys_alone_and_the_next_one_follows(tmp_path: Path) -> None:
    world = disputed(tmp_path)
    app = app_at("disputes", world.desk("ar"))
    async with app.run_test(size=WIDE) as pilot:
        await settled(pilot)
        await press(pilot, "n")
        assert shown(app).key == "east:1.1.1"
        await press(pilot, "2", "enter", *"as stated", "enter")

        assert rulings(world) == {"1.1.1": ("B", "as stated")}
        assert shown(app).key == "east:1.1.2"
        assert re.search(r"saved \d\d:\d\d ", last_line(app))


async def test_keys_record_what_the_command_records(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    by_keys = disputed(tmp_path / "keys")
    app = app_at("disputes", by_keys.desk("ar"))
    async with app.run_test(size=WIDE) as pilot:
        await settled(pilot)
        await press(pilot, "n", "2", "enter", *"as stated", "enter")
    by_desk = disputed(tmp_path / "desk")
    by_desk.desk("ar").rule("east", "1.1.1", "B", "as stated")

    made, same = (
        [one for one in world.store.events() if one.kind is Kind.RULING_MADE]
        for world in (by_keys, by_desk)
    )
    assert [one.payload for one in made] == [one.payload for one in same]
    assert [one.author for one in made] == ["ar"]


async def test_a_ruling_without_a_reason_is_not_recorded_and_the_screen_says_so(
    tmp_path: Path,
) -> None:
    world = disputed(tmp_path)
    app = app_at("disputes", world.desk("ar"))
    async with app.run_test(size=WIDE) as pilot:
        await settled(pilot)
        await press(pilot, "n", "2", "enter")
        assert "a ruling needs a reason" in last_line(app)
        await press(pilot, "enter")

        assert rulings(world) == {}


async def test_letters_of_a_reason_are_no_keys(tmp_path: Path) -> None:
    world = disputed(tmp_path)
    app = app_at("disputes", world.desk("ar"))
    async with app.run_test(size=WIDE) as pilot:
        await settled(pilot)
        await press(pilot, "n", "2", "r", *"lnpe", "g", "slash", "依", "escape")

        assert shown(app).key == "east:1.1.1"
        assert shown(app).pane.ruling.remark.text == "lnpeg/依"
        assert rulings(world) == {}


async def test_what_is_begun_is_kept_while_one_looks_at_another(tmp_path: Path) -> None:
    app = app_at("disputes", disputed(tmp_path).desk("ar"))
    async with app.run_test(size=WIDE) as pilot:
        await settled(pilot)
        await press(pilot, "n", "3", "r", "x", "escape", "n", "p")

        editor = shown(app).pane.ruling.editor
        assert editor is not None
        assert (editor.value, shown(app).pane.ruling.remark.text) == ("C", "x")


async def test_what_a_ruling_brings_is_said_before_enter(tmp_path: Path) -> None:
    world = disputed(tmp_path)
    app = app_at("disputes", world.desk("ar"))
    async with app.run_test(size=WIDE) as pilot:
        await settled(pilot)
        await press(pilot, "n", "3")
        assert "instead of 1.30; total" in seen(app)
        await press(pilot, "enter", "x", "enter", "p")

        assert "stands already" in seen(app) or shown(app).key != "east:1.1.1"


async def test_a_veto_is_upheld_and_the_submission_disqualified(tmp_path: Path) -> None:
    world = disputed(tmp_path)
    app = app_at("disputes", world.desk("ar"))
    async with app.run_test(size=WIDE) as pilot:
        await settled(pilot)
        await press(pilot, "y")
        assert "disqualified" in seen(app)
        await press(pilot, "enter", *"forged", "enter")

        assert rulings(world) == {"V.1.1": ("uphold", "forged")}
        assert world.desk("ar").results(3).of("east").disqualified


async def test_a_ruling_is_lifted_with_a_reason_for_there_is_no_undo(tmp_path: Path) -> None:
    world = disputed(tmp_path)
    world.desk("ar").rule("east", "1.1.1", "B", "以原件为准")
    app = app_at("disputes", world.desk("ar"))
    async with app.run_test(size=WIDE) as pilot:
        await settled(pilot)
        shown(app).open_at("east", "1.1.1")
        await settled(pilot)
        await press(pilot, "u")
        assert "l lifts it" in last_line(app)
        await press(pilot, "l")
        assert isinstance(app.screen, Prompt)
        await write(pilot, "另有新证")

        assert rulings(world) == {}


async def test_a_ruling_on_older_material_waits_to_be_confirmed(tmp_path: Path) -> None:
    world = in_re_examination(tmp_path)
    world.desk("ar").rule("east", "1.1.1", "B", "以原件为准")
    (tmp_path / "east" / "e1.md").write_text("全新\n", encoding="utf-8")
    world.desk("co").receive("east")
    app = app_at("disputes", world.desk("ar"))
    async with app.run_test(size=WIDE) as pilot:
        await settled(pilot)
        assert "on older material; please confirm" in seen(app)
        assert "confirms the ruling on the new material" in seen(app)
        await press(pilot, "enter", *"same", "enter")

        assert rulings(world)["1.1.1"] == ("B", "same")
        assert "on older material; please confirm" not in seen(app)


@pytest.mark.parametrize("who", ["co", "r1", "ob", ""])
async def test_whoever_is_no_arbiter_is_told_why_there_is_nothing_to_decide(
    tmp_path: Path, who: str
) -> None:
    world = disputed(tmp_path)
    app = app_at("disputes", world.desk(who))
    async with app.run_test(size=WIDE) as pilot:
        await settled(pilot)
        await press(pilot, "n", "2", "enter", "l")

        assert isinstance(app.screen, DisputesScreen)
        assert "arbiter" in seen(app)
        assert rulings(world) == {}


async def test_an_observer_sees_the_spread_but_no_single_score(tmp_path: Path) -> None:
    app = app_at("disputes", disputed(tmp_path).desk("ob"))
    async with app.run_test(size=WIDE) as pilot:
        await settled(pilot)
        await press(pilot, "n")

        assert "4 scores are not shown" in seen(app)
        assert "r1说" not in seen(app)
        assert "100%" in seen(app)


async def test_in_a_blind_round_a_reviewer_sees_nothing_of_it_and_is_told_until_when(
    tmp_path: Path,
) -> None:
    app = app_at("disputes", scoring(tmp_path).desk("r1"))
    async with app.run_test(size=WIDE) as pilot:
        await settled(pilot)

        assert "those of round 2 are shown" in " ".join(seen(app).split())


@pytest.mark.parametrize("who", ["r1", "ob", ""])
async def test_in_a_blind_round_the_screen_is_the_same_whatever_others_scored(
    tmp_path: Path, who: str
) -> None:
    shots = []
    for folder, value in (("a", "A"), ("b", "C")):
        app = app_at("disputes", scoring(tmp_path / folder, r2=value).desk(who))
        async with app.run_test(size=WIDE) as pilot:
            await settled(pilot)
            shots.append(seen(app))

    assert shots[0] == shots[1]


async def test_what_is_ruled_elsewhere_appears_and_is_marked(tmp_path: Path) -> None:
    world = disputed(tmp_path)
    app = app_at("disputes", world.desk("ar"))
    async with app.run_test(size=WIDE) as pilot:
        await settled(pilot)
        await press(pilot, "n", "3", "r", "x")
        world.desk("ar").rule("east", "1.1.2", "4", "另案")
        shown(app).action_reload()
        await settled(pilot)

        assert shown(app).key == "east:1.1.1"
        assert shown(app).pane.ruling.remark.text == "x"
        rows = shown(app).seen.rows  # type: ignore[union-attr]
        assert [row.state for row in rows] == ["open", "open", "done"]
        assert " new" in seen(app)


async def test_any_indicator_can_be_shown_and_ruled_on(tmp_path: Path) -> None:
    world = disputed(tmp_path)
    app = app_at("disputes", world.desk("ar"))
    async with app.run_test(size=WIDE) as pilot:
        await settled(pilot)
        shown(app).open_at("west", "1.2.1")
        await settled(pilot)
        assert shown(app).key == "west:1.2.1"
        assert "nobody has scored it" in seen(app)
        await press(pilot, "y", "enter", "x", "enter")

        assert rulings(world) == {"1.2.1": ("yes", "x")}


async def test_the_filter_narrows_the_list_and_escape_clears_it(tmp_path: Path) -> None:
    app = app_at("disputes", disputed(tmp_path).desk("ar"))
    async with app.run_test(size=WIDE) as pilot:
        await settled(pilot)
        await press(pilot, "slash", *"1.1.2", "enter")
        assert [row.indicator for row in shown(app).queue.matching] == ["1.1.2"]
        await press(pilot, "escape", "escape")

        assert len(shown(app).queue.matching) == 3


async def test_narrow_the_list_and_the_evidence_slide_over_and_escape_closes_them(
    tmp_path: Path,
) -> None:
    app = app_at("disputes", disputed(tmp_path).desk("ar"))
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await press(pilot, "t", "down")
        assert shown(app).queue.display
        assert shown(app).key == "east:1.1.1"
        await press(pilot, "escape", "e")
        assert shown(app).evidence.has_focus_within
        await press(pilot, "escape")

        assert shown(app).pane.has_focus_within


@pytest.mark.slow
@pytest.mark.parametrize("size", [*SIZES, (40, 12), (110, 30), (200, 50)])
async def test_any_key_at_any_place_is_survived(tmp_path: Path, size: tuple[int, int]) -> None:
    world = disputed(tmp_path)
    app = app_at("disputes", world.desk("ar"))
    keys = "t j e space pagedown escape n p r x escape 1 2 3 m x u l escape slash q enter escape"
    async with app.run_test(size=size) as pilot:
        await settled(pilot)
        await press(pilot, *keys.split(), "right_square_bracket", "left_square_bracket")
        await press(pilot, "question_mark", "escape", "ctrl+l", "ctrl+t", "ctrl+l", "f7")

        assert isinstance(app.screen, DisputesScreen)


async def test_text_of_others_is_shown_as_it_is(tmp_path: Path) -> None:
    app = app_at("disputes", disputed(tmp_path).desk("co"))
    async with app.run_test(size=WIDE) as pilot:
        await settled(pilot)
        await press(pilot, "n")

        assert "[@click=app.quit]x[/]" in seen(app)


async def test_d_leads_here_from_the_desk(tmp_path: Path) -> None:
    app = app_at("desk", re_examining(tmp_path).desk("co"))
    async with app.run_test(size=WIDE) as pilot:
        await settled(pilot)
        await press(pilot, "d")
        assert isinstance(app.screen, DisputesScreen)
        await press(pilot, "escape", "escape")

        assert "what happened last" in seen(app)
