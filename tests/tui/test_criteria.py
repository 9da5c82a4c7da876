"""The Criteria screen: the tree and its rules, and a draft's problems while it is edited."""

from pathlib import Path

import pytest

from rolcheck.tui.external import at_line
from rolcheck.tui.screens.criteria import CriteriaScreen
from rolcheck.tui.screens.page import Page
from rolcheck.tui.widgets.criteria.rows import CriteriaRow
from tests.tui.campaign_world import app_at, press, scoring, settled
from tests.tui.stage import seen

SIZE = (160, 45)


def shown(app: object) -> CriteriaScreen:
    screen = app.screen  # type: ignore[attr-defined]
    assert isinstance(screen, CriteriaScreen)
    return screen


def rows(app: object) -> list[CriteriaRow]:
    return [row for row in shown(app).rows.items if isinstance(row, CriteriaRow)]


def draft_of(folder: Path) -> Path:
    """Return a copy of the campaign's criteria, to be edited."""
    draft = folder / "draft.toml"
    draft.write_text((folder / "criteria" / "paper.toml").read_text("utf-8"), "utf-8")
    return draft


async def test_an_indicator_is_shown_with_its_rule_in_words(tmp_path: Path) -> None:
    app = app_at("criteria", scoring(tmp_path).desk("r1"))
    async with app.run_test(size=SIZE) as pilot:
        await settled(pilot)
        shown(app).rows.select("1.1.1")
        await settled(pilot)

        text = seen(app)
        assert "A level: A (逐条采纳) 2" in text
        assert "看审核意见是否逐条落实" in text
        assert "司法局" in text
        assert "会议照片   optional" in text
        assert "[/第3页] [b]执法[/b]" not in text.replace("Enforcement", "")


async def test_a_problem_appears_when_the_draft_is_saved_and_goes_when_it_is_mended(
    tmp_path: Path,
) -> None:
    world, draft = scoring(tmp_path), draft_of(tmp_path)
    good = draft.read_text("utf-8")
    app = app_at("criteria", world.desk("co"))
    async with app.run_test(size=SIZE) as pilot:
        await settled(pilot)
        shown(app).open_file(draft)
        await settled(pilot)
        assert not [row for row in rows(app) if row.problem and not row.code]
        draft.write_text(good.replace("step = 0.5", "step = 0", 1), "utf-8")
        shown(app)._look()
        await settled(pilot)

        wrong = [row for row in rows(app) if row.problem and not row.code]
        assert [row.owner for row in wrong] == ["1.1.2"]
        assert "as they were before the problems" in seen(app)
        assert "1 problem   not of this campaign" in seen(app)
        shown(app).rows.select(wrong[0].key)
        await settled(pilot)
        line = 1 + draft.read_text("utf-8").splitlines().index("step = 0")
        assert f"{tmp_path.name}/draft.toml:{line}" in seen(app)
        await press(pilot, "enter")
        assert shown(app).rows.selected_key == "1.1.2"

        draft.write_text(good + "\n", "utf-8")
        shown(app)._look()
        await settled(pilot)
        assert not [row for row in rows(app) if row.problem and not row.code]
        assert shown(app).rows.selected_key == "1.1.2"


async def test_what_is_no_toml_at_all_is_said_with_its_line(tmp_path: Path) -> None:
    world, draft = scoring(tmp_path), draft_of(tmp_path)
    draft.write_text("[criteria\nid = 1\n", "utf-8")
    app = app_at("criteria", world.desk("co"))
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        shown(app).open_file(draft)
        await settled(pilot)

        assert "1 problem" in seen(app)
        assert "this is not TOML" in seen(app)


async def test_advice_stands_apart_and_leads_to_its_indicator(tmp_path: Path) -> None:
    app = app_at("criteria", scoring(tmp_path).desk("co"))
    async with app.run_test(size=SIZE) as pilot:
        await settled(pilot)
        await press(pilot, "n")
        advice = shown(app).rows.selected
        assert isinstance(advice, CriteriaRow)
        assert advice.code.startswith("L")
        owned = next(row for row in rows(app) if row.code and row.owner)
        shown(app).rows.select(owned.key)
        await press(pilot, "enter")

        assert shown(app).rows.selected_key == owned.owner


async def test_in_a_narrow_window_enter_shows_the_indicator(tmp_path: Path) -> None:
    app = app_at("criteria", scoring(tmp_path).desk("r1"))
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        shown(app).rows.select("1.1.1")
        await press(pilot, "enter")

        assert isinstance(app.screen, Page)
        assert "A level" in seen(app)


async def test_criteria_that_changed_since_the_record_are_said_to_have(tmp_path: Path) -> None:
    world = scoring(tmp_path)
    path = tmp_path / "criteria" / "paper.toml"
    path.write_text(path.read_text("utf-8").replace("清单公开", "清单公布"), "utf-8")
    app = app_at("criteria", world.desk("co"))
    async with app.run_test(size=SIZE) as pilot:
        await settled(pilot)

        assert "changed since it went on record; scores rest on the record." in seen(app)


@pytest.mark.parametrize(
    ("program", "arguments"),
    [
        ("nano", ["+7", "a.toml"]),
        ("hx", ["a.toml:7"]),
        ("code", ["--goto", "a.toml:7"]),
        ("ed", ["a.toml"]),
    ],
)
def test_an_editor_is_told_the_line_as_it_wants_it(program: str, arguments: list[str]) -> None:
    assert list(at_line(program, "a.toml", 7)) == arguments
