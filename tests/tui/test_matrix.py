"""The Matrix screen: what a cell looks like, where the cursor goes, what opens, what is hidden."""

from dataclasses import replace
from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rolcheck import locale
from rolcheck.base.colours import HEAT_CLASSES, heat_class
from rolcheck.base.text import cell_width
from rolcheck.desk.matrix.reading import matrix_of
from rolcheck.desk.matrix.seen import MatrixSeen
from rolcheck.tui.app import RolcheckApp
from rolcheck.tui.screens.matrix import MatrixScreen
from rolcheck.tui.widgets.matrix.axes import View
from rolcheck.tui.widgets.matrix.grid import HeatGrid
from rolcheck.tui.widgets.matrix.looks import Looks
from rolcheck.tui.widgets.matrix.sheet import Cell, Sheet
from tests.factories import make_town
from tests.tui.campaign_world import (
    app_at,
    before_rounds,
    press,
    re_examining,
    scoring,
    settled,
)
from tests.tui.stage import seen, strips
from tests.unit.reports.towns import played


def grid(app: RolcheckApp) -> HeatGrid:
    return app.screen.query_one(HeatGrid)


def matrix(app: RolcheckApp) -> MatrixScreen:
    assert isinstance(app.screen, MatrixScreen)
    return app.screen


def last_line(app: RolcheckApp) -> str:
    return strips(app)[-1].text.rstrip()


def cell_of(app: RolcheckApp) -> Cell:
    cell = grid(app).cell
    assert cell is not None
    return cell


def looks(display: str, cells: int = 4, *, coloured: bool = True) -> tuple[Looks, MatrixSeen]:
    found = matrix_of(played(2).desk("boss"))
    return Looks(found, display, cells, coloured=coloured), found


def with_share(found: MatrixSeen, share: Fraction, state: str = "done") -> MatrixSeen:
    """Return the matrix with another score in its first cell."""
    points = found.indicators[0].points
    assert points
    first = found.submissions[0]
    scores = (share * points, *first.scores[1:])
    other = replace(first, scores=scores, expected=scores, states=(state, *first.states[1:]))
    return replace(found, submissions=(other, *found.submissions[1:]))


# how a cell looks


@given(st.fractions(0, 1))
def test_the_shade_is_the_class_whose_lower_bound_the_exact_share_reaches(share: Fraction) -> None:
    found = with_share(matrix_of(played(2).desk("boss")), share)

    part = Looks(found, "share", 4, coloured=True).part(0, 0)

    shade = int(part.ground.removeprefix("heat-"))
    assert share >= HEAT_CLASSES[shade]
    assert shade == 0 or share < HEAT_CLASSES[shade - 1]
    assert part.tone == f"heat-{shade}-fg"


@pytest.mark.parametrize("bound", ["0.97", "0.85", "0.70", "0.50", "0.25"])
def test_a_bound_itself_belongs_to_its_class_and_a_hair_less_does_not(bound: str) -> None:
    at = HEAT_CLASSES.index(Fraction(bound))

    assert heat_class(Fraction(bound)) == at
    assert heat_class(Fraction(bound) - Fraction(1, 10**12)) == at + 1


@pytest.mark.parametrize(
    ("state", "share", "zh", "en", "tone"),
    [
        ("dispute", "0.6", "歧60", " !60", "dispute"),
        ("confirm", "0.95", "核95", " ?95", "confirm"),
        ("confirm", "1", "核满", "?100", "confirm"),
        ("partly", "0.5", "部50", " /50", "muted"),
        ("open", "0", "  待", "   .", "fg"),
        ("na", "0", "  免", "   n", "dim"),
    ],
)
def test_a_marked_cell_loses_its_shade_and_is_four_cells_wide(
    state: str, share: str, zh: str, en: str, tone: str
) -> None:
    found = with_share(matrix_of(played(2).desk("boss")), Fraction(share), state)
    for lang, text in (("zh", zh), ("en", en)):
        locale.set_language(lang)  # type: ignore[arg-type]  # one of the two
        part = Looks(found, "share", 4, coloured=True).part(0, 0)

        assert (part.text, part.tone, part.ground) == (text, tone, "")
        assert part.cells == 4


def test_without_colour_the_numbers_stand_alone() -> None:
    shown, found = looks("share", coloured=False)
    every = [
        shown.part(one, at)
        for one in range(len(found.submissions))
        for at in range(len(found.indicators))
    ]

    assert not any(part.ground for part in every)
    assert any(part.text.strip().isdigit() for part in every)


def test_a_bonus_is_no_loss_and_has_no_shade() -> None:
    shown, found = looks("share")
    at = next(at for at, one in enumerate(found.indicators) if one.points and not one.is_base)

    assert not any(shown.part(one, at).ground for one in range(len(found.submissions)))


def test_changes_say_falls_in_shades_and_rises_in_bold() -> None:
    found = with_share(matrix_of(played(2).desk("boss")), Fraction(1, 2))
    first = found.submissions[0]
    points = found.indicators[0].points
    assert points
    for before, text, ground in (("0.9", " -40", "heat-3"), ("0.4", " +10", ""), ("0.5", "-", "")):
        were = (Fraction(before) * points, *first.scores[1:])
        rows = (replace(first, before=were), *found.submissions[1:])
        part = Looks(replace(found, submissions=rows), "change", 4, coloured=True).part(0, 0)

        assert (part.text.strip(), part.ground) == (text.strip(), ground)


# the screen


@pytest.mark.parametrize("size", [(80, 24), (100, 30), (120, 40), (160, 45), (200, 50)])
@pytest.mark.parametrize("swap", [(), ("x",)])
async def test_nothing_is_wider_than_the_screen(
    tmp_path: Path, size: tuple[int, int], swap: tuple[str, ...]
) -> None:
    app = app_at("matrix", re_examining(tmp_path).desk("co"))
    async with app.run_test(size=size) as pilot:
        await settled(pilot)
        await press(pilot, *swap)

        lines = seen(app).splitlines()
        assert len(lines) == size[1]
        assert all(cell_width(line) <= size[0] for line in lines)
        assert "1.1.1" in seen(app)


async def test_the_line_below_names_submission_and_indicator_in_full(tmp_path: Path) -> None:
    app = app_at("matrix", re_examining(tmp_path).desk("co"))
    async with app.run_test(size=(160, 45)) as pilot:
        await settled(pilot)
        text = seen(app)

        assert "1.1.1 Opinions taken up" in text
        assert "score share" in text
        await press(pilot, "down")
        assert "1.1.2 Quality of the report" in seen(app)


async def test_few_submissions_stand_across_and_x_turns_the_matrix(tmp_path: Path) -> None:
    app = app_at("matrix", re_examining(tmp_path).desk("co"))
    async with app.run_test(size=(160, 45)) as pilot:
        await settled(pilot)
        assert matrix(app).view.swapped
        await press(pilot, "down", "down")
        before = cell_of(app)
        await press(pilot, "x")

        assert not matrix(app).view.swapped
        assert cell_of(app) == before  # nothing moves but the axes


async def test_s_goes_through_what_cells_can_show(tmp_path: Path) -> None:
    app = app_at("matrix", re_examining(tmp_path).desk("co"))
    async with app.run_test(size=(160, 45)) as pilot:
        await settled(pilot)
        displays = []
        for _ in range(5):
            displays.append(matrix(app).view.display)
            await press(pilot, "s")

        assert displays == ["share", "spread", "state", "change", "share"]


async def test_the_cursor_goes_everywhere_and_stays_inside(tmp_path: Path) -> None:
    app = app_at("matrix", re_examining(tmp_path).desk("co"))
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await press(pilot, "x", "ctrl+home", "home")
        assert cell_of(app) == ("east", "1.1.1")
        await press(pilot, "left", "up")
        assert cell_of(app) == ("east", "1.1.1")
        await press(pilot, "right_square_bracket")
        assert cell_of(app) == ("east", "2.1.1")
        await press(pilot, "left_square_bracket")
        assert cell_of(app) == ("east", "1.1.1")
        await press(pilot, "ctrl+end", "end")
        assert cell_of(app) == ("west", "V.1.1")
        await press(pilot, "right", "down", "pagedown", "ctrl+pagedown")
        assert cell_of(app) == ("west", "V.1.1")


async def test_n_goes_to_the_next_cell_that_waits_for_somebody(tmp_path: Path) -> None:
    app = app_at("matrix", re_examining(tmp_path).desk("co"))
    async with app.run_test(size=(160, 45)) as pilot:
        await settled(pilot)
        for _ in range(4):
            await press(pilot, "n")
            submission, indicator = cell_of(app)
            found = matrix(app).seen
            assert found
            row = next(one for one in found.submissions if one.id == submission)
            at = [one.id for one in found.indicators].index(indicator)
            assert row.states[at] in ("open", "confirm", "dispute", "raised")


async def test_o_puts_what_wants_attention_first_and_back(tmp_path: Path) -> None:
    app = app_at("matrix", re_examining(tmp_path).desk("co"))
    async with app.run_test(size=(160, 45)) as pilot:
        await settled(pilot)
        await press(pilot, "o")
        sheet = grid(app).sheet
        assert sheet
        values = [sheet.value(row, sheet.columns[0]) for row in sheet.rows]
        known = [value for value in values if value is not None]
        assert known == sorted(known)
        assert values[: len(known)] == known
        await press(pilot, "o")

        assert not matrix(app).view.by_column


async def test_the_filter_narrows_rows_by_name_and_columns_by_id_or_title(tmp_path: Path) -> None:
    app = app_at("matrix", re_examining(tmp_path).desk("co"))
    async with app.run_test(size=(160, 45)) as pilot:
        await settled(pilot)
        await press(pilot, "x", "slash", *"west", "space", *"1.2", "enter")
        sheet = grid(app).sheet
        assert sheet
        assert [row.key for row in sheet.rows] == ["west"]
        assert [column.key for column in sheet.columns] == ["1.2.1"]
        assert app.focused is grid(app)
        await press(pilot, "slash", *"zzz")
        assert "leaves nothing" in seen(app)
        await press(pilot, "escape")

        sheet = grid(app).sheet
        assert sheet and len(sheet.rows) == 2


async def test_a_click_selects_a_double_click_opens(tmp_path: Path) -> None:
    app = app_at("matrix", re_examining(tmp_path).desk("co"))
    opened: list[Cell] = []
    app.open_item = lambda submission, indicator="": opened.append((submission, indicator))  # type: ignore[method-assign]
    async with app.run_test(size=(160, 45)) as pilot:
        await settled(pilot)
        line = next(at for at, text in enumerate(seen(app).splitlines()) if " 1.2.1 " in text)
        sheet = grid(app).sheet
        assert sheet
        x = grid(app).places(sheet).left + sheet.columns[1].x + 1
        await pilot.click(offset=(x, line))
        await settled(pilot)
        assert cell_of(app) == (sheet.columns[1].key, "1.2.1")
        assert not opened
        await pilot.double_click(offset=(x, line))
        await settled(pilot)
        assert opened == [(sheet.columns[1].key, "1.2.1")]


async def test_enter_opens_the_item_in_review(tmp_path: Path) -> None:
    app = app_at("matrix", re_examining(tmp_path).desk("co"))
    opened: list[Cell] = []
    app.open_item = lambda submission, indicator="": opened.append((submission, indicator))  # type: ignore[method-assign]
    async with app.run_test(size=(160, 45)) as pilot:
        await settled(pilot)
        await press(pilot, "down", "enter")

        assert opened == [cell_of(app)]


async def test_who_may_not_see_an_item_alone_is_told_so(tmp_path: Path) -> None:
    app = app_at("matrix", re_examining(tmp_path).desk("ob"))
    async with app.run_test(size=(160, 45)) as pilot:
        await settled(pilot)
        await press(pilot, "enter")

        assert "only who is assigned to 1.1.1 sees it" in last_line(app)
        assert isinstance(app.screen, MatrixScreen)


async def test_a_reviewer_in_a_blind_round_sees_nothing_of_others(tmp_path: Path) -> None:
    screens = []
    for name, value in (("one", "A"), ("other", "C")):
        app = app_at("matrix", scoring(tmp_path / name, r2=value).desk("r1"))
        async with app.run_test(size=(160, 45)) as pilot:
            await settled(pilot)
            await press(pilot, "s", "n", "o", "x", "down", "enter")
            screens.append(seen(app))

    assert screens[0] == screens[1]
    assert "round 2 is blind until it closes; this is as of round 1." in screens[0]
    assert "round 1 gives no points" in screens[0]


async def test_before_the_first_round_one_is_told_what_to_do(tmp_path: Path) -> None:
    app = app_at("matrix", before_rounds(tmp_path).desk("co"))
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)

        assert "F4" in seen(app)


async def test_what_others_write_appears_is_marked_and_moves_nothing(tmp_path: Path) -> None:
    world = re_examining(tmp_path)
    app = app_at("matrix", world.desk("co"))
    async with app.run_test(size=(160, 45)) as pilot:
        await settled(pilot)
        await press(pilot, "down", "right")
        before, rows = cell_of(app), grid(app).sheet
        world.desk("ar").rule("east", "1.1.1", "C", "另有原件")
        app.action_go("matrix")
        matrix(app).action_reload()
        await settled(pilot)

        assert " new" in seen(app)
        assert cell_of(app) == before
        after = grid(app).sheet
        assert rows and after and [row.key for row in rows.rows] == [row.key for row in after.rows]
        matrix(app).forget_changes()
        await settled(pilot)
        assert " new" not in seen(app)


async def test_a_closed_round_can_be_looked_at_and_the_head_says_so(tmp_path: Path) -> None:
    app = app_at("matrix", re_examining(tmp_path).desk("co"))
    async with app.run_test(size=(160, 45)) as pilot:
        await settled(pilot)
        await press(pilot, "r", "up", "enter")

        assert "this is as of round 2." in seen(app)


async def test_in_self_check_rows_stand_under_their_units(tmp_path: Path) -> None:
    app = app_at("matrix", make_town(tmp_path, mode="self-check").play(1).desk("boss"))
    async with app.run_test(size=(160, 45)) as pilot:
        await settled(pilot)
        if not matrix(app).view.swapped:
            await press(pilot, "x")
        sheet = grid(app).sheet
        assert sheet
        names = [row.name for row in sheet.rows if not row.key]

        assert set(names[:3]) == {"司法局", "城管局", "住建局"}
        assert "rank" not in seen(app)
        await press(pilot, "s")
        assert matrix(app).view.display == "risk"


def test_whole_columns_are_seen_or_none_at_every_width() -> None:
    found = matrix_of(played(2).desk("boss"))
    sheet = Sheet(found, View())

    assert all(
        one.x + one.cells <= two.x
        for one, two in zip(sheet.columns, sheet.columns[1:], strict=False)
    )
    assert sheet.width == sheet.columns[-1].x + 4
