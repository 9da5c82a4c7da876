"""From 80 to 200 columns nothing jumps, is cut through, or goes out of sight."""

from collections.abc import Iterator

import pytest
from textual.geometry import Size
from textual.widget import Widget

from rolcheck.base.text import cell_width
from rolcheck.tui.app import RolcheckApp
from rolcheck.tui.screens.disputes import QUEUE_FROM
from rolcheck.tui.widgets.pane import Pane
from tests.tui.campaign_world import re_examining, settled
from tests.tui.every_screen import NAMES, seat, shown
from tests.tui.stage import strips
from tests.world import World

WIDTHS = range(80, 201, 4)
BREAKS = (100, QUEUE_FROM, 120, 150)  # where a pane comes in beside others
SLACK = 3  # cells that a pane may give up between breaks

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def world(tmp_path_factory: pytest.TempPathFactory) -> World:
    """Return a campaign that is only looked at."""
    return re_examining(tmp_path_factory.mktemp("world"))


def panes(app: RolcheckApp) -> dict[str, int]:
    """Return the panes that are shown, with their widths."""
    found = [one for one in app.screen.query(Pane) if one.display and one.size.width]
    return {f"{at} {one.id or type(one).__name__}": one.size.width for at, one in enumerate(found)}


def broken_lines(app: RolcheckApp, width: int) -> Iterator[str]:
    for strip in strips(app):
        text = "".join(segment.text for segment in strip)
        if strip.cell_length != width or cell_width(text) != width:
            yield text


def is_in_sight(widget: Widget | None, size: Size) -> bool:
    return widget is None or (widget.region.height > 0 and widget.region.right <= size.width)


@pytest.mark.parametrize("height", [24, 45])
@pytest.mark.parametrize("name", NAMES)
async def test_a_screen_holds_at_every_width(world: World, name: str, height: int) -> None:
    async with shown(seat(world, name), name, (WIDTHS[0], height)) as pilot:
        app = pilot.app
        assert isinstance(app, RolcheckApp)
        before: dict[str, int] = {}
        wrong: list[str] = []
        for width in WIDTHS:
            await pilot.resize_terminal(width, height)
            await settled(pilot)
            rows = strips(app)
            wrong += [f"{width}: {line!r}" for line in broken_lines(app, width)]
            if len(rows) != height or not rows[0].text.strip() or not rows[-1].text.strip():
                wrong.append(f"{width}: first or last line")
            if not is_in_sight(app.focused, app.size):
                wrong.append(f"{width}: the focus is out of sight")
            now = panes(app)
            if not any(width - WIDTHS.step < at <= width for at in BREAKS):
                wrong += [
                    f"{width}: {pane} was {cells}, is {now[pane]}"
                    for pane, cells in before.items()
                    if pane in now and now[pane] < cells - SLACK
                ]
                if before and before.keys() != now.keys():
                    wrong.append(f"{width}: other panes: {list(before)} -> {list(now)}")
            before = now

        assert wrong == []
