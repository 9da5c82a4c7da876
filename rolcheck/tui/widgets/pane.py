"""A column of a screen: a title with a summary, its content, and a bar where the focus is."""

from collections.abc import Sequence

from textual import events
from textual.containers import Vertical
from textual.reactive import reactive
from textual.widget import Widget

from rolcheck.locale import _
from rolcheck.tui.text import BLANK, Line, Part, aside
from rolcheck.tui.widgets.painted import Painted


class Section(Painted):
    """A bold title, a dim summary at the right end, an empty line; the rows come below.

    Args:
        title: Message id of the title.
        summary: Parts at the right end; a plain text is shown dim.
        spaced: Whether an empty line stands before it, as between two sections.
    """

    active: reactive[bool] = reactive(False, init=False)

    def __init__(
        self, title: str, summary: Line | str = "", *, spaced: bool = False, id: str | None = None
    ) -> None:
        super().__init__(id=id)
        self._title, self._summary, self._spaced = title, summary, spaced

    def show(self, summary: Line | str = "", *, title: str | None = None) -> None:
        """Show another summary, and another title if one is given."""
        self._title = self._title if title is None else title
        self._summary = summary
        self.redraw()

    def watch_active(self) -> None:
        self.redraw()

    def draw(self, width: int) -> Sequence[Line]:
        title = Part(_(self._title), "accent" if self.active else "muted", bold=True)
        summary = self._summary
        right = (Part(summary, "dim"),) if isinstance(summary, str) else summary
        lines = [aside((title,), right, width), BLANK]
        return [BLANK, *lines] if self._spaced else lines


class Pane(Vertical):
    """One column: ground tone, a bar at its left edge and an accent title while it has the focus.

    Args:
        children: What stands in it; the first `Section`, if any, takes the accent.
        work: Whether this is the place of work, the lightest column.
        bar: Whether room is kept for the focus bar; a screen with one pane has none.
    """

    DEFAULT_CSS = """
    Pane {
        width: 1fr; height: 1fr; padding: 1 2;
        background: $ground; border-left: blank;
        &.-work { background: $surface; }
        &:focus-within { border-left: wide $accent; }
        &.-only, &.-only:focus-within { border-left: none; }
    }
    App.-theme-contrast Pane { border-left: wide $rule; }
    App.-theme-contrast Pane:first-child { border-left: blank; }
    App.-theme-contrast Pane:focus-within { border-left: wide $accent; }
    App.-theme-contrast Pane.-only { border-left: none; }
    """

    def __init__(
        self,
        *children: Widget,
        id: str | None = None,
        classes: str | None = None,
        work: bool = False,
        bar: bool = True,
    ) -> None:
        super().__init__(*children, id=id, classes=classes)
        self.set_class(work, "-work")
        self.set_class(not bar, "-only")

    def on_descendant_focus(self, _event: events.DescendantFocus) -> None:
        self._mark()

    def on_descendant_blur(self, _event: events.DescendantBlur) -> None:
        self._mark()

    def _mark(self) -> None:
        # The blur of one widget may arrive after the focus of the next.
        first = next(iter(self.query(Section)), None)
        if first is not None:
            first.active = self.has_focus_within
