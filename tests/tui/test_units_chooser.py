"""In mode self-check: from a responsible unit on the Desk to one of its indicators."""

from pathlib import Path

from rolcheck.tui.screens.chooser import Chooser
from tests.tui.campaign_world import app_at, press, self_checking, settled
from tests.tui.stage import seen


async def test_a_unit_leads_to_its_indicators_and_those_to_the_item(tmp_path: Path) -> None:
    app = app_at("desk", self_checking(tmp_path).desk("co"))
    async with app.run_test(size=(160, 45)) as pilot:
        await settled(pilot)
        await press(pilot, "tab", "down", "enter")

        assert isinstance(app.screen, Chooser)
        assert "1.1.1" in seen(app)
        assert "Q13" in seen(app)
        assert "西区（虚构）" in seen(app)
        await press(pilot, "escape")
        assert not isinstance(app.screen, Chooser)
