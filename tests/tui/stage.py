"""A stage for single widgets: an app with one screen, indicators, and what is seen on it."""

from collections.abc import Callable
from datetime import date
from fractions import Fraction

from textual.app import ComposeResult
from textual.message import Message
from textual.strip import Strip
from textual.widget import Widget

from rolcheck.base.errors import RolcheckError
from rolcheck.base.periods import Period
from rolcheck.criteria.model import Indicator
from rolcheck.criteria.observing import observe
from rolcheck.tui.app import RolcheckApp
from rolcheck.tui.screens.base import DeskScreen
from rolcheck.tui.widgets.editors.outcome import Observe, Outcome

SIZES = [(80, 24), (160, 45)]
YEAR = Period(date(2023, 1, 1), date(2023, 12, 31))
HOSTILE = "[/第3页] [@click=app.quit]x[/] \x1b[31m红\x1b]0;t\x07\u202e倒\u200b [b]粗"
HOSTILE_SHOWN = "[/第3页] [@click=app.quit]x[/] [31m红]0;t倒 [b]粗"

RULES: dict[str, dict[str, object]] = {
    "graded": {
        "levels": (
            {"label": "A", "describe": "逐条采纳", "points": 2},
            {"label": "B", "describe": "个别未说明理由", "points": Fraction(6, 5)},
            {"label": "C", "points": 0},
        )
    },
    "points": {"step": Fraction(1, 2), "hint": "三项各1分"},
    "binary": {"question": "全部公开"},
    "deduct": {
        "defects": (
            {"code": "K1", "label": "主体有误", "points": Fraction(1, 2)},
            {"code": "K2", "label": "送达缺失", "points": Fraction(1, 10), "max-count": 2},
        )
    },
    "ratio": {
        "bands": (
            {"at-least": Fraction(1), "points": 2},
            {"at-least": Fraction(19, 20), "points": 1},
        )
    },
    "periodic": {"every": "month", "per-missing": Fraction(1, 5)},
    "sampled": {"size": 10, "steps": ({"code": "S1", "label": "公示及时"},)},
    "veto": {"describe": "材料造假"},
    "bonus": {"at-most": 1, "step": Fraction(1, 10)},
}


def indicator(kind: str, **changes: object) -> Indicator:
    """Return an indicator of 2 points with a small rule of that kind."""
    points = {} if kind in ("veto", "bonus") else {"points": 2}
    rule = {"kind": kind, **RULES[kind]}
    return Indicator.model_validate(
        {"id": "3.2.2", "title": "审核意见采纳", "rule": rule, **points, **changes}
    )


def observing(seen: Indicator) -> Observe:
    """Return what tells an editor the outcome of an entry, from the criteria themselves."""

    def tell(text: str) -> Outcome:
        try:
            made = observe(seen, text, YEAR)
        except RolcheckError as error:
            return Outcome(error=str(error))
        return Outcome(made.value, made.points, remark_required=made.remark_required)

    return tell


class Scene(DeskScreen):
    """A screen that shows what a test puts there and counts a letter pressed."""

    NAME = "stage"
    BINDINGS = [("n", "count", "n"), ("r", "count", "r"), ("q", "count", "q")]  # noqa: RUF012

    def __init__(self, make: Callable[[], Widget]) -> None:
        super().__init__()
        self._make, self.counted = make, 0

    def compose_panes(self) -> ComposeResult:
        yield self._make()

    async def _on_message(self, message: Message) -> None:
        if isinstance(self.app, Stage):
            self.app.keep(message)
        await super()._on_message(message)

    def action_count(self) -> None:
        self.counted += 1


class Stage(RolcheckApp):
    """The app with one scene; keeps the messages of the given types."""

    def __init__(self, make: Callable[[], Widget], *kept: type[Message]) -> None:
        super().__init__(None)
        self.scene, self._kept = Scene(make), kept
        self.got: list[Message] = []

    async def on_ready(self) -> None:
        await self.push_screen(self.scene)

    def keep(self, message: Message) -> None:
        """Keep a message if it is of interest."""
        if isinstance(message, self._kept):
            self.got.append(message)


def strips(app: RolcheckApp) -> list[Strip]:
    """Return the rows of the screen as they go to the terminal."""
    return app.screen._compositor.render_strips()


def seen(app: RolcheckApp) -> str:
    """Return the text of the whole screen."""
    return "\n".join(strip.text.rstrip() for strip in strips(app))
