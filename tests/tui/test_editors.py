"""One editor a rule kind: keys make an observation, and what it gives is seen before Enter."""

from fractions import Fraction

import pytest
from textual.events import Key, Paste
from textual.widget import Widget

from rolcheck import locale
from rolcheck.criteria.rules import RULES
from rolcheck.criteria.rules.graded import GradedRule, Level
from rolcheck.tui.widgets.editors import EDITORS
from rolcheck.tui.widgets.editors.base import EditorBase
from rolcheck.tui.widgets.editors.outcome import Before
from rolcheck.tui.widgets.facts import label_cells
from tests.tui.stage import HOSTILE, HOSTILE_SHOWN, Stage, indicator, observing, seen, strips


def stage(kind: str, value: str = "", **changes: object) -> Stage:
    shown = indicator(kind, **changes)

    def make() -> Widget:
        return EDITORS[kind](shown, observing(shown), value=value, before=Before("B", "本人上轮"))

    return Stage(make, EditorBase.Submitted, EditorBase.Changed)


def editor(app: Stage) -> EditorBase:
    return app.screen.query_one(EditorBase)


def submitted(app: Stage) -> list[str]:
    return [one.value for one in app.got if isinstance(one, EditorBase.Submitted)]


def test_every_rule_kind_has_its_editor() -> None:
    assert list(EDITORS) == list(RULES)


@pytest.mark.parametrize(
    ("kind", "keys", "value"),
    [
        pytest.param("graded", "2", "B", id="a number chooses a level"),
        pytest.param("graded", "j j", "B", id="down walks the levels"),
        pytest.param("graded", "k", "missing", id="up begins at the end"),
        pytest.param("graded", "1 j j j j j", "missing", id="and stays at the end"),
        pytest.param("graded", "m", "missing", id="no material"),
        pytest.param("points", "1 . 5", "1.5", id="digits begin to type"),
        pytest.param("points", "1 up up down", "1.5", id="up and down by the step"),
        pytest.param("points", "up up", "0.5", id="up begins at the minimum"),
        pytest.param("points", "down", "2", id="down begins at the full points"),
        pytest.param("points", "m 1", "1", id="typing again takes a word away"),
        pytest.param("binary", "y", "yes", id="yes"),
        pytest.param("binary", "n", "no", id="no"),
        pytest.param("deduct", "2 down 1", "K1*2;K2", id="a digit sets a count"),
        pytest.param("deduct", "space space", "K1*2", id="space adds one"),
        pytest.param("deduct", "1 2", "K1*12", id="two digits are one number"),
        pytest.param("deduct", "1 2 backspace", "K1", id="backspace takes the last digit"),
        pytest.param("deduct", "0", "none", id="nothing found is said"),
        pytest.param("deduct", "3 minus", "K1*2", id="minus takes one away"),
        pytest.param("deduct", "3 down down", "missing", id="the words stand below the defects"),
        pytest.param("deduct", "3 m space", "K1*1"[:2], id="counting takes a word away"),
        pytest.param("ratio", "4 7 slash 4 9", "47/49", id="a count"),
        pytest.param("ratio", "4 7 slash 4 8 backspace 9", "47/49", id="corrected"),
        pytest.param("ratio", "7 slash 4 9 home 4", "47/49", id="in the middle"),
        pytest.param("ratio", "a", "full", id="nothing to count, full points"),
        pytest.param("ratio", "z", "zero", id="nothing to count, none"),
        pytest.param("periodic", "1 1 slash 1 2", "11/12", id="periods"),
        pytest.param("sampled", "9 slash 1 0", "9/10", id="a sample"),
        pytest.param("veto", "y", "veto", id="raised"),
        pytest.param("veto", "n", "clear", id="cleared"),
        pytest.param("bonus", "0 . 5", "0.5", id="bonus points"),
    ],
)
async def test_keys_make_a_value_and_enter_submits_it(kind: str, keys: str, value: str) -> None:
    app = stage(kind)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        editor(app).focus()
        await pilot.press(*keys.split(), "enter")

        assert submitted(app) == [value]


@pytest.mark.parametrize(
    ("kind", "typed", "value"),
    [("ratio", "４７／４９", "47/49"), ("points", "１．５", "1.5"), ("graded", "２", "B"),
     ("deduct", "２", "K1*2"), ("ratio", "ｍ", "missing")],
)  # fmt: skip
async def test_full_width_forms_are_understood(kind: str, typed: str, value: str) -> None:
    app = stage(kind)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        editor(app).focus()
        for character in typed:
            app.post_message(Key("any", character))  # as a terminal sends it
        await pilot.press("enter")

        assert submitted(app) == [value]


async def test_a_count_can_be_pasted() -> None:
    app = stage("ratio")
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        editor(app).focus()
        await pilot.pause()
        app.post_message(Paste("47/49\n"))
        await pilot.press("enter")

        assert submitted(app) == ["47/49"]


async def test_not_applicable_is_offered_only_where_it_is_allowed() -> None:
    for allowed, value in [(True, "n/a"), (False, "")]:
        app = stage("graded", not_applicable=allowed)
        async with app.run_test(size=(80, 24)) as pilot:
            await pilot.pause()
            editor(app).focus()
            await pilot.press("x")

            assert editor(app).value == value
            assert ("does not apply" in seen(app)) == allowed


async def test_a_veto_knows_no_missing_material() -> None:
    app = stage("veto")
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        editor(app).focus()
        await pilot.press("m", "x", "a", "z")

        assert editor(app).value == ""


@pytest.mark.parametrize("kind", list(EDITORS))
async def test_enter_on_nothing_says_so_and_submits_nothing(kind: str) -> None:
    app = stage(kind)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        editor(app).focus()
        await pilot.press("enter")

        assert submitted(app) == []
        assert "wrong" in seen(app)


async def test_a_wrong_number_is_answered_under_the_field() -> None:
    app = stage("points")
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        editor(app).focus()
        await pilot.press("1")
        assert "wrong" not in seen(app)
        await pilot.press(".")
        assert "wrong" not in seen(app)
        await pilot.press("2", "enter")

        lines = seen(app).splitlines()
        field = next(at for at, line in enumerate(lines) if "1.2" in line)
        assert "wrong" in lines[field + 1]
        assert "1.2 is not on a step of 0.5: 1 or 1.5" in lines[field + 1]
        assert submitted(app) == []


async def test_half_a_count_is_not_called_wrong_before_enter() -> None:
    app = stage("ratio")
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        editor(app).focus()
        await pilot.press("4", "7", "slash", "4")
        assert "wrong" not in seen(app)
        await pilot.press("enter")
        assert "47 of 4 is more than there are" in seen(app)
        await pilot.press("9")

        assert "wrong" not in seen(app)
        assert "= 95.9%" in seen(app)


async def test_letters_still_are_keys_of_the_screen_while_a_number_is_typed() -> None:
    app = stage("ratio")
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        editor(app).focus()
        await pilot.press("4", "n", "7")

        assert app.scene.counted == 1
        assert editor(app).value == "47"


async def test_what_a_level_gives_and_whose_it_was_is_seen_with_equal_decimals() -> None:
    app = stage("graded", "B")
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        lines = [line for line in seen(app).splitlines() if line.strip()[:1] in ">123m"]

        assert [line.split()[-1] for line in lines if line.strip()] == ["2.0", "1.2", "0.0", "0.0"]
        assert any(line.startswith("> 2  B") and "本人上轮" in line for line in lines)


async def test_a_long_level_is_wrapped_not_cut() -> None:
    levels = ({"label": "A", "describe": "逐条采纳并书面说明理由" * 8, "points": 2},)
    app = stage("graded", rule={"kind": "graded", "levels": levels})
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        shown = "".join(seen(app).split())

        assert shown.count("逐条采纳并书面说明理由") + shown.count("..") >= 6
        assert ".." not in shown


async def test_the_deduction_runs_beside_and_stops_at_the_most() -> None:
    app = stage("deduct")
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        editor(app).focus()
        await pilot.press("1", "down", "5")

        assert "-0.50" in seen(app)
        assert "[ 5 ]    -0.20" in seen(app)
        assert "".join(part.text for part in editor(app).summary()).split() == [
            "6", "in", "all", "-0.70",
        ]  # fmt: skip


async def test_the_cursor_of_the_terminal_stands_where_one_types() -> None:
    """Input methods draw what is being composed there."""
    app = stage("ratio")
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        editor(app).focus()
        await pilot.press("4", "7")
        region = editor(app).content_region

        assert app.cursor_position == (region.x + label_cells() + 1 + 2, region.y + 1)


async def test_an_editor_begins_anew_with_another_indicator() -> None:
    app = stage("points", "1.5")
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        editor(app).focus()
        await pilot.press("enter")
        other = indicator("points", id="3.2.3")
        editor(app).load(other, observing(other))
        await pilot.press("2", "enter")

        assert submitted(app) == ["1.5", "2"]


@pytest.mark.parametrize("kind", list(EDITORS))
@pytest.mark.parametrize("width", [40, 80, 160])
async def test_every_line_has_the_width_of_the_screen(kind: str, width: int) -> None:
    app = stage(kind)
    for language in ("zh", "en"):
        locale.set_language(language)
        async with app.run_test(size=(width, 24)) as pilot:
            await pilot.pause()
            editor(app).focus()
            await pilot.press("1", "enter")

            assert {strip.cell_length for strip in strips(app)} == {width}
        app = stage(kind)


async def test_brackets_and_control_characters_of_criteria_are_shown_as_they_are() -> None:
    level = Level.model_construct(label="A", describe=HOSTILE, points=Fraction(2))
    rule = GradedRule.model_construct(levels=(level,))
    shown = indicator("graded").model_copy(update={"rule": rule})
    app = Stage(lambda: EDITORS["graded"](shown, observing(shown), before=Before("A", HOSTILE)))
    async with app.run_test(size=(140, 24)) as pilot:
        await pilot.pause()
        await pilot.press("1")

        assert seen(app).count(HOSTILE_SHOWN) == 2
        assert app.is_running
