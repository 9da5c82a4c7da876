"""A list of 3,000 rows as the screens have them: a name, a text, a count and a mark."""

from textual.app import ComposeResult

from rolcheck.tui.app import RolcheckApp
from rolcheck.tui.marks import MARKS
from rolcheck.tui.screens.base import DeskScreen
from rolcheck.tui.text import Part, gap
from rolcheck.tui.widgets.pane import Pane
from rolcheck.tui.widgets.rows import Row, RowList, RowPlace

ROWS = 3000
_MARKS = tuple(MARKS.values())


def _drawn(number: int, place: RowPlace) -> Row:
    mark = _MARKS[number % len(_MARKS)]
    id = Part(f"{number // 10}.{number % 10}", "accent" if place.selected else "dim")
    left = (id, gap(2), Part(f"第 {number} 项：规范性文件合法性审核情况", bold=place.selected))
    return Row(left, (Part(str(number % 7), "muted"), gap(2), mark.part()))


class ListScreen(DeskScreen):
    """Shows the rows."""

    NAME = "list"

    def compose_panes(self) -> ComposeResult:
        """Yield the list in its pane."""
        with Pane(work=True):
            yield RowList[int](_drawn, str)

    def on_mount(self) -> None:
        """Fill it."""
        rows = self.query_one(RowList)
        rows.show(range(1, ROWS + 1))
        rows.focus()


class ListApp(RolcheckApp):
    """Begins with the list."""

    async def on_ready(self) -> None:
        """Show it."""
        await self.push_screen(ListScreen())
        await super().on_ready()


if __name__ == "__main__":
    ListApp(None).run()
