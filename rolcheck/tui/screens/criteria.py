"""Criteria: the tree and its rules in words, and what is wrong with a draft while it is edited."""

from collections.abc import Sequence
from pathlib import Path
from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Container, VerticalScroll

from rolcheck.base.errors import RolcheckError
from rolcheck.base.messages import N_
from rolcheck.base.wrapping import wrap
from rolcheck.criteria.model import Criteria
from rolcheck.desk.desk import Desk
from rolcheck.desk.drafts import CriteriaSeen, criteria_seen, near_criteria, stamp_of
from rolcheck.locale import _
from rolcheck.tui.dates import where_of
from rolcheck.tui.external import edit_file
from rolcheck.tui.filtering import folded
from rolcheck.tui.messages import Failed
from rolcheck.tui.screens.chooser import Chooser, Option
from rolcheck.tui.screens.filtered import FilteredScreen
from rolcheck.tui.screens.page import Page
from rolcheck.tui.screens.prompt import Prompt
from rolcheck.tui.text import Line, Part, gap
from rolcheck.tui.widgets.criteria.detail import detail
from rolcheck.tui.widgets.criteria.rows import (
    CriteriaRow,
    criteria_rows,
    draw_row,
    nothing_to_show,
    problems_words,
)
from rolcheck.tui.widgets.facts import Fact, Facts
from rolcheck.tui.widgets.filter import FilterField
from rolcheck.tui.widgets.pane import Pane, Section
from rolcheck.tui.widgets.rows import RowList

LOOK_EVERY = 1.0  # seconds
_ANOTHER = "?"


class CriteriaScreen(FilteredScreen[CriteriaSeen]):
    """Shows a `CriteriaSeen`, anew whenever its file changes."""

    NAME = N_("Criteria")
    CSS_PATH = "criteria.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("e", "edit", N_("edit"), id="criteria.edit"),
        Binding("n", "remark(1)", N_("next remark"), id="criteria.next"),
        Binding("p", "remark(-1)", N_("remark before"), show=False, id="criteria.previous"),
        Binding("o", "other", N_("another file"), id="criteria.open"),
    ]

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._path: Path | None = None
        self._last: tuple[Path, Criteria] | None = None  # the last set without problems

    def compose_panes(self) -> ComposeResult:
        with Container(id="columns"):
            with Pane(id="list", work=True):
                yield Section("")
                yield Facts(self._notice, id="notice")
                yield FilterField(id="filter")
                yield RowList[CriteriaRow](
                    draw_row,
                    lambda row: row.key,
                    empty=lambda: nothing_to_show(self.seen, self.words),
                    id="rows",
                )
            with Pane(id="detail"), VerticalScroll(id="one", can_focus=False):
                yield Facts(self._detail)

    def on_mount(self) -> None:
        self.set_interval(LOOK_EVERY, self._look)

    def read(self) -> CriteriaSeen:
        return criteria_seen(self._desk, self._path)

    @work(thread=True, exclusive=True, group="look")
    def _look(self) -> None:
        """Read the file anew where it changed."""
        seen = self.seen
        if seen is not None and self.is_current and stamp_of(seen.path) != seen.stamp:
            self.load()

    def take(self, seen: CriteriaSeen) -> None:
        if seen.criteria is not None:
            self._last = seen.path, seen.criteria
        self.seen = seen

    @property
    def _shown(self) -> Criteria | None:
        """The set whose tree is shown."""
        seen = self.seen
        if seen is None or seen.criteria is not None:
            return seen.criteria if seen else None
        return self._last[1] if self._last and self._last[0] == seen.path else None

    def draw(self, seen: CriteriaSeen) -> None:
        self.where(where_of(self.NAME, seen.title, seen.rounds, seen.current, seen.who))
        owned = _("of this campaign") if seen.is_own else _("not of this campaign")
        wrong = problems_words(len(seen.problems))
        problems = (Part(wrong, "dispute", bold=True), gap(3)) if seen.problems else ()
        self.query_one(Section).show((*problems, Part(owned, "dim")), title=seen.path.name)
        self.query_one("#notice", Facts).redraw()
        self.rows.show(criteria_rows(seen, self._shown, folded(self.words)))
        self._show_one()

    def _notice(self, width: int) -> Sequence[Line]:
        if self.seen is None or not self.seen.is_changed:
            return ()
        said = _("changed since it went on record; scores rest on the record.")
        return [(Part(line, "dispute"),) for line in wrap(said, width)]

    @on(RowList.Moved)
    def _show_one(self) -> None:
        self.query_one("#one Facts", Facts).redraw()
        self.query_one("#one").scroll_home(animate=False)

    @property
    def _selected(self) -> CriteriaRow | None:
        row = self.rows.selected
        return row if isinstance(row, CriteriaRow) else None

    @property
    def _remarks(self) -> list[CriteriaRow]:
        rows = (row for row in self.rows.items if isinstance(row, CriteriaRow))
        return [row for row in rows if row.problem is not None]

    def _detail(self, width: int) -> Sequence[Fact | Line]:
        row = self._selected
        about = [one for one in self._remarks if row and row.node and one.owner == row.node.id]
        return detail(row, self._shown, about, width)

    @on(RowList.Chosen)
    def _chosen(self) -> None:
        row = self._selected
        if row is None:
            return
        if row.problem is not None and row.owner and self.rows.select(row.owner):
            return  # from what is wrong to where
        if self.has_class("-narrow"):
            self.app.push_screen(Page("", self._detail))

    def action_remark(self, step: int) -> None:
        keys = [row.key for row in self._remarks]
        if keys:
            at = keys.index(self.rows.selected_key) + step if self.rows.selected_key in keys else 0
            self.rows.select(keys[at % len(keys)])

    # the file itself

    def action_edit(self) -> None:
        seen, row = self.seen, self._selected
        if seen is None:
            return
        line = seen.lines.get(row.key, 1) if row else 1
        path = seen.path
        if row is not None and row.problem is not None:
            path, line = Path(row.problem.where.file), row.problem.where.line or 1
        try:
            edit_file(self.app, path, line)
        except RolcheckError as error:
            self.post_message(Failed(error))
        self.action_reload()

    @work(group="ask", exclusive=True)
    async def action_other(self) -> None:
        seen = self.seen
        if seen is None:
            return
        options = [
            Option(str(path), path.stem, str(path.parent)) for path in near_criteria(self._desk)
        ]
        options.append(Option(_ANOTHER, "", _("another file, named by its path")))
        chooser = Chooser(N_("which criteria"), options, str(seen.path))
        chosen: str | None = await self.app.push_screen_wait(chooser)
        if chosen == _ANOTHER:
            explanation = _("a draft is read again whenever it is saved.")
            prompt = Prompt(_("which file"), explanation, text=str(seen.path))
            chosen = await self.app.push_screen_wait(prompt)
        if chosen:
            self.open_file(Path(" ".join(chosen.split("\n"))).expanduser())

    def open_file(self, path: Path) -> None:
        """Show another file; the campaign's own for its path."""
        own = self._desk.campaign.criteria.path
        self._path = None if path.absolute() == own.absolute() else path
        if self.is_mounted:
            self.action_reload()
