"""Review never ends in a traceback: every value on record, a full disk, a broken file, odd keys."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from textual.binding import Binding

from rolcheck.base.errors import StoreError
from rolcheck.base.messages import N_
from rolcheck.locale import Language, set_language
from rolcheck.store.memory import MemoryStore, MemoryTransaction
from rolcheck.tui.screens.review import ReviewScreen
from rolcheck.tui.widgets.evidence_pane import EvidenceList
from rolcheck.tui.widgets.item_pane import ItemPane
from rolcheck.tui.widgets.verdict_pane import VerdictPane
from tests.tui.review_world import (
    app_of,
    at,
    editor_of,
    in_re_examination,
    in_scoring,
    latest,
    press,
    screen_of,
    settle,
)
from tests.tui.stage import seen

VALUES = {
    "1.1.1": ("A", "C", "missing", "n/a"),
    "1.1.2": ("0", "4.5", "5", "missing"),
    "1.2.1": ("yes", "no", "missing"),
    "2.1.1": ("none", "K1*2", "K1*9;K2*99", "missing"),
    "2.1.2": ("0/1", "48/49", "full", "zero", "missing"),
    "2.1.3": ("0/12", "12/12", "full", "missing"),
    "2.1.4": ("10/10", "1/7", "zero", "missing"),
    "B.1.1": ("0", "1", "missing"),
    "V.1.1": ("veto", "clear"),
}


class FullDisk(MemoryStore):
    """A store that takes nothing once it is full."""

    full = False

    @contextmanager
    def write(self) -> Iterator[MemoryTransaction]:
        """Begin a write, or fail as a full disk makes it fail."""
        if self.full:
            raise StoreError(N_("the disk is full"))
        with super().write() as transaction:
            yield transaction


@pytest.mark.slow
@pytest.mark.parametrize(("size", "lang"), [((80, 24), "zh"), ((160, 45), "en")])
async def test_every_value_on_record_is_shown_and_edited(
    tmp_path: Path, size: tuple[int, int], lang: Language
) -> None:
    world = in_scoring(tmp_path)
    app = app_of(world.desk("r1"))
    set_language(lang)
    async with app.run_test(size=size) as pilot:
        await settle(pilot)
        for indicator, values in VALUES.items():
            for value in values:
                world.score("r1", indicator, value, "因为 [b]")
                screen_of(app).open_item("east", indicator)
                await settle(pilot)
                assert at(app) == indicator
                assert editor_of(app).value == latest(world, "r1", indicator)[0]
            await pilot.press("j", "k")


async def test_on_a_full_disk_the_entry_stays_and_enter_tries_again(tmp_path: Path) -> None:
    full = FullDisk(campaign="paper-2026", desk="desk-1")
    world = in_scoring(tmp_path, store=full)
    app = app_of(world.desk("r1"))
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        full.full = True
        await press(pilot, "2", "enter")
        assert "the disk is full" in seen(app).splitlines()[-1]
        assert editor_of(app).value == "B"
        full.full = False
        await press(pilot, "enter")
        assert latest(world, "r1", "1.1.1")[0] == "B"


async def test_evidence_that_cannot_be_read_is_a_sentence(tmp_path: Path) -> None:
    world = in_scoring(tmp_path)
    (tmp_path / "east" / "e1.md").unlink()
    app = app_of(world.desk("r1"))
    async with app.run_test(size=(160, 45)) as pilot:
        await settle(pilot)
        assert "e1.md" in seen(app).splitlines()[-1]
        await press(pilot, "1", "enter")
        assert latest(world, "r1", "1.1.1")[0] == "A"


@pytest.mark.slow
@pytest.mark.parametrize("size", [(80, 24), (160, 45), (40, 12)])
async def test_any_key_at_any_place_is_survived(tmp_path: Path, size: tuple[int, int]) -> None:
    world = in_re_examination(tmp_path)
    app = app_of(world.desk("r1"))
    keys = [
        "t",
        "e",
        "r",
        "x",
        "escape",
        "n",
        "p",
        "f",
        "escape",
        "g",
        "escape",
        "s",
        "escape",
        "slash",
        "x",
        "enter",
        "escape",
        "K",
        "n",
        "u",
        "1",
        "2",
        "tab",
        "tab",
        "j",
        "k",
        "shift+tab",
        "pagedown",
        "pageup",
        "home",
        "end",
        "space",
        "minus",
        "backspace",
        "left",
        "right",
        "m",
        "a",
        "z",
        "escape",
        "right_square_bracket",
        "left_square_bracket",
        "ctrl+f",
        "escape",
        "question_mark",
        "escape",
        "ctrl+l",
        "ctrl+t",
    ]
    async with app.run_test(size=size) as pilot:
        await settle(pilot)
        for key in keys:
            await press(pilot, key)

        assert screen_of(app).query_one(ItemPane).doing == "score"


def test_every_key_has_an_id_of_its_own_and_says_what_it_does() -> None:
    classes = (ReviewScreen, ItemPane, EvidenceList, VerdictPane)
    bindings = [one for made in classes for one in made.BINDINGS]
    ids = [one.id for one in bindings if isinstance(one, Binding)]

    assert len(ids) == len(set(ids)) == len(bindings)
    assert all(isinstance(one, Binding) and one.description for one in bindings)
