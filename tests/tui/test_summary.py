"""The Summary screen: what a leader reads, in every width, and its export."""

import json
from fractions import Fraction
from pathlib import Path

import pytest
from textual.pilot import Pilot

from rolcheck import locale
from rolcheck.base.text import cell_width
from rolcheck.desk.desk import Desk
from rolcheck.desk.reporting import summary_of
from rolcheck.reports.blocks import Column, Table
from rolcheck.reports.summary_json import summary_json
from rolcheck.tui.screens.prompt import Question
from rolcheck.tui.text import cells
from rolcheck.tui.widgets.board import Board
from rolcheck.tui.widgets.report.table import Heat, table_lines
from tests.tui.campaign_world import (
    app_at,
    before_rounds,
    press,
    re_examining,
    scoring,
    settled,
    write,
)
from tests.tui.stage import seen, strips
from tests.world import World

EXACT = [Fraction(97, 100), Fraction(9699999, 10**7), Fraction(85, 100), Fraction(1, 4), None]


def last_line(app: object) -> str:
    return strips(app)[-1].text.rstrip()  # type: ignore[arg-type]


async def whole(pilot: Pilot[None]) -> str:
    """Return the whole page, screen by screen."""
    board = pilot.app.screen.query_one(Board)
    await press(pilot, "home")
    pages = [seen(pilot.app)]  # type: ignore[arg-type]
    for _ in range(40):
        before = board.scroll_offset.y
        await press(pilot, "pagedown")
        if board.scroll_offset.y == before:
            break
        pages.append(seen(pilot.app))  # type: ignore[arg-type]
    return "\n".join(pages)


@pytest.mark.parametrize("size", [(80, 24), (100, 30), (120, 40), (160, 45), (200, 50)])
async def test_the_page_says_the_same_in_every_width(tmp_path: Path, size: tuple[int, int]) -> None:
    app = app_at("summary", re_examining(tmp_path).desk("co"))
    async with app.run_test(size=size) as pilot:
        await settled(pilot)
        text = await whole(pilot)

        for wanted in (
            "Ranking", "share of the points by area", "How sure this is", "Disputes and rulings",
            "Where most points were lost", "How the numbers were made", "SHA-256", "ledger of",
        ):  # fmt: skip
            assert wanted in text, wanted
        assert all(cell_width(line) <= size[0] for line in text.splitlines())


def test_shares_are_shaded_by_their_exact_class() -> None:
    over = "share"
    table = Table(
        (
            Column("rank", "number"),
            Column("name"),
            *(Column(str(n), "number", over) for n in range(5)),
        ),
        (("1", "东区", "97", "97", "85", "25", "-"),),
        keys=2,
    )

    lines = table_lines(table, 80, Heat([EXACT], ["甲"] * 5))

    grounds = [part.ground for part in lines[-1] if part.text.strip() in ("97", "85", "25")]
    assert grounds == ["heat-0", "heat-1", "heat-1", "heat-4"]
    assert not any(part.ground for part in lines[-1] if "-" in part.text)


@pytest.mark.parametrize("width", range(40, 200, 13))
def test_no_table_is_wider_than_its_room_and_none_loses_a_number(width: int) -> None:
    names = [f"column {n}" for n in range(12)]
    table = Table(
        (
            Column("rank", "number"),
            Column("submission"),
            Column("total", "number"),
            *(Column(name, "number", "over") for name in names),
        ),
        tuple(
            (str(row), "东区（虚构）名称很长很长", "91.25", *map(str, range(80, 92)))
            for row in (1, 2)
        ),
        keys=2,
    )
    shares = [[Fraction(n, 100) for n in range(80, 92)]] * 2

    lines = table_lines(table, width, Heat(shares, names))

    assert max(cells(line) for line in lines) <= width
    text = " ".join(part.text for line in lines for part in line)
    assert all(str(n) in text for n in range(80, 92))
    assert text.count("91.25") == 2


async def test_a_blind_open_round_is_answered_as_of_the_one_before(tmp_path: Path) -> None:
    app = app_at("summary", scoring(tmp_path).desk("r1"))
    async with app.run_test(size=(120, 40)) as pilot:
        await settled(pilot)

        assert "round 2 is blind until it closes; this is as of round 1." in seen(app)
        await press(pilot, "n")
        assert "results as of which round" not in seen(app)  # there is only one


async def test_an_open_round_that_one_may_see_is_shown_without_a_notice(tmp_path: Path) -> None:
    app = app_at("summary", scoring(tmp_path).desk("co"))
    async with app.run_test(size=(120, 40)) as pilot:
        await settled(pilot)

        assert "is blind until it closes" not in seen(app)
        assert "round 2 实质审查 (under way)" in seen(app)


async def test_another_round_is_chosen_from_those_one_may_see(tmp_path: Path) -> None:
    app = app_at("summary", re_examining(tmp_path).desk("r1"))
    async with app.run_test(size=(120, 40)) as pilot:
        await settled(pilot)
        assert "round 3 补正复审" in seen(app)
        await press(pilot, "n", "up", "enter")

        assert "round 2 实质审查 (closed" in seen(app)


async def test_every_indicator_is_a_key_away(tmp_path: Path) -> None:
    app = app_at("summary", re_examining(tmp_path).desk("co"))
    async with app.run_test(size=(160, 45)) as pilot:
        await settled(pilot)
        assert "Indicators: " not in await whole(pilot)
        await press(pilot, "i")

        assert "Indicators: " in await whole(pilot)


async def test_nothing_is_known_before_the_first_round(tmp_path: Path) -> None:
    app = app_at("summary", before_rounds(tmp_path).desk("ob"))
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)

        assert "Summary of results" in seen(app)
        assert "failed" not in seen(app)


async def export(pilot: Pilot[None], path: Path) -> None:
    await press(pilot, "x")
    await write(pilot, str(path))


def as_told(world: World) -> Desk:
    return world.desk("co")


async def test_json_is_exported_as_the_command_line_prints_it(tmp_path: Path) -> None:
    world = re_examining(tmp_path)
    app = app_at("summary", world.desk("co"))
    async with app.run_test(size=(120, 40)) as pilot:
        await settled(pilot)
        await export(pilot, tmp_path / "out.json")

        written = json.loads((tmp_path / "out.json").read_text("utf-8"))
        wanted = json.loads(json.dumps(summary_json(summary_of(as_told(world))), default=list))
        assert written == wanted
        assert "written: " in last_line(app)


@pytest.mark.parametrize(
    ("suffix", "begins"),
    [(".txt", "九种规则"), (".md", "# "), (".csv", "\ufeffround,submission"), (".JSON", "{")],
)
async def test_the_suffix_says_the_format(tmp_path: Path, suffix: str, begins: str) -> None:
    app = app_at("summary", re_examining(tmp_path).desk("co"))
    path = tmp_path / f"out{suffix}"
    async with app.run_test(size=(120, 40)) as pilot:
        await settled(pilot)
        await export(pilot, path)

        text = path.read_text("utf-8")
        assert text.startswith(begins if suffix != ".txt" else "算例")


@pytest.mark.parametrize("name", ["out.pdf", "out", "nowhere/out.md"])
async def test_a_file_that_cannot_be_written_is_refused_in_the_last_line(
    tmp_path: Path, name: str
) -> None:
    app = app_at("summary", re_examining(tmp_path).desk("co"))
    async with app.run_test(size=(160, 40)) as pilot:
        await settled(pilot)
        await export(pilot, tmp_path / name)

        assert last_line(app).startswith(" failed")
        assert not (tmp_path / name).exists()


async def test_a_file_that_is_there_is_replaced_only_after_a_question(tmp_path: Path) -> None:
    app = app_at("summary", re_examining(tmp_path).desk("co"))
    path = tmp_path / "out.md"
    path.write_text("keep me", encoding="utf-8")
    async with app.run_test(size=(160, 40)) as pilot:
        await settled(pilot)
        await export(pilot, path)
        assert isinstance(app.screen, Question)
        await press(pilot, "n")
        assert path.read_text("utf-8") == "keep me"
        await export(pilot, path)
        await press(pilot, "y")

        assert path.read_text("utf-8").startswith("# ")


async def test_the_proposed_file_lies_with_the_campaign(tmp_path: Path) -> None:
    app = app_at("summary", re_examining(tmp_path).desk("co"))
    async with app.run_test(size=(160, 40)) as pilot:
        await settled(pilot)
        await press(pilot, "x", "enter")

        assert (tmp_path / "reports" / "summary-round-3.md").is_file()


async def test_the_page_changes_its_language_at_run_time(tmp_path: Path) -> None:
    app = app_at("summary", re_examining(tmp_path).desk("co"))
    async with app.run_test(size=(120, 40)) as pilot:
        await settled(pilot)
        await press(pilot, "ctrl+l")

        assert locale.language() == "zh"
        assert "评审结果汇总" in seen(app)


async def test_escape_goes_back_to_the_desk(tmp_path: Path) -> None:
    app = app_at("desk", re_examining(tmp_path).desk("co"))
    async with app.run_test(size=(120, 40)) as pilot:
        await settled(pilot)
        await press(pilot, "s")
        assert "Summary of results" in seen(app)
        await press(pilot, "escape")

        assert "the rounds" in seen(app)
