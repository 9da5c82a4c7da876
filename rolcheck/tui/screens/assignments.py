"""Assignments: who has what in a round, set from a file, and who is kept from what."""

from collections.abc import Sequence
from pathlib import Path
from typing import ClassVar, cast

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.reactive import reactive

from rolcheck.base.errors import ProblemsError, RolcheckError
from rolcheck.base.messages import N_
from rolcheck.base.wrapping import wrap
from rolcheck.desk.assigning.assigned import (
    AssignmentsSeen,
    Change,
    PairSeen,
    assigned,
    changes_of,
    read_assignments,
)
from rolcheck.desk.desk import Desk
from rolcheck.desk.imports import Line as FileLine
from rolcheck.locale import _, ngettext
from rolcheck.tui.app import RolcheckApp
from rolcheck.tui.dates import round_title, where_of
from rolcheck.tui.filtering import folded
from rolcheck.tui.messages import Failed
from rolcheck.tui.round_choice import round_chooser
from rolcheck.tui.screens.filtered import FilteredScreen
from rolcheck.tui.screens.page import Page, Proposal
from rolcheck.tui.screens.prompt import Prompt
from rolcheck.tui.text import Line, Part
from rolcheck.tui.widgets.facts import Facts
from rolcheck.tui.widgets.filter import FilterField
from rolcheck.tui.widgets.pane import Pane, Section
from rolcheck.tui.widgets.rounds.pairs import (
    about_pair,
    change_lines,
    columns_at,
    draw_pair,
    no_pairs,
    shown_pairs,
)
from rolcheck.tui.widgets.rows import RowList
from rolcheck.tui.widgets.table import Headings
from rolcheck.tui.wording import problem_words


class AssignmentsScreen(FilteredScreen[AssignmentsSeen]):
    """Shows who has what; the coordinator changes it from here."""

    NAME = N_("Assignments")
    CSS_PATH = "assignments.tcss"
    parent_screen = "rounds"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("f", "set_file", N_("assign from a file"), id="assignments.file"),
        Binding("x", "recuse", N_("recuse"), id="assignments.recuse"),
        Binding("l", "lift", N_("lift the bar"), id="assignments.lift"),
        Binding("n", "choose_round", N_("another round"), id="assignments.round"),
        Binding("u", "unassigned", N_("with what nobody has"), id="assignments.unassigned"),
    ]
    unassigned: reactive[bool] = reactive(False, init=False, repaint=False)

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._wanted: int | None = None

    def compose_panes(self) -> ComposeResult:
        with Pane(id="list", work=True, bar=False):
            yield Section("")
            yield FilterField(id="filter")
            yield Headings(columns_at)
            yield RowList[PairSeen](
                draw_pair,
                lambda one: one.key,
                empty=lambda: no_pairs(self.seen, self.words),
                id="rows",
            )
            yield Facts(lambda _width: [about_pair(self._selected)], id="about")

    def read(self) -> AssignmentsSeen:
        return assigned(self._desk, self._wanted)

    def draw(self, seen: AssignmentsSeen) -> None:
        self.where(where_of(self.NAME, seen.title, seen.rounds, seen.current, seen.who))
        pairs = shown_pairs(seen, folded(self.words), unassigned=self.unassigned)
        shown = next(one for one in seen.rounds if one.number == seen.number)
        self.query_one(Section).show(_summary(seen, pairs), title=round_title(shown))
        self.rows.show(pairs)
        self.query_one("#about", Facts).redraw()

    def watch_unassigned(self) -> None:
        self.language_changed()

    @property
    def _selected(self) -> PairSeen | None:
        one = self.rows.selected
        return one if isinstance(one, PairSeen) else None

    @on(RowList.Moved)
    def _moved(self) -> None:
        self.query_one("#about", Facts).redraw()
        self.refresh_bindings()

    @on(RowList.Chosen)
    def _chosen(self) -> None:
        if self._selected is not None:
            app = cast(RolcheckApp, self.app)
            app.open_item(self._selected.submission, self._selected.next)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        seen, one = self.seen, self._selected if self.is_mounted else None
        if action == "set_file":
            return bool(seen and seen.may_assign)
        if action == "recuse":
            return bool(seen and seen.may_recuse and one and one.bar != "recusal")
        if action == "lift":
            return bool(seen and seen.may_recuse and one and one.bar == "recusal")
        if action == "unassigned":
            return bool(seen and seen.sees_all)
        return super().check_action(action, parameters)

    def action_unassigned(self) -> None:
        self.unassigned = not self.unassigned

    @work(group="ask", exclusive=True)
    async def action_choose_round(self) -> None:
        seen = self.seen
        if seen is None:
            return
        numbers = [one.number for one in seen.rounds]
        chooser = round_chooser(seen.rounds, numbers, seen.number, N_("assignments of which round"))
        chosen: str | None = await self.app.push_screen_wait(chooser)
        if chosen is not None:
            self._wanted = int(chosen)
            self.action_reload()

    # keeping somebody away

    @work(group="ask", exclusive=True)
    async def action_recuse(self) -> None:
        await self._bar(lift=False)

    @work(group="ask", exclusive=True)
    async def action_lift(self) -> None:
        await self._bar(lift=True)

    async def _bar(self, *, lift: bool) -> None:
        one = self._selected
        if one is None:
            return
        named = _("{name}   {submission}").format(name=one.name, submission=one.place)
        title = _("lift the bar") if lift else _("recuse")
        explanation = f"{named}\n{_bar_words(one, lift=lift)}"
        reason: str | None = await self.app.push_screen_wait(Prompt(title, explanation))
        if reason:
            said = _("the bar is lifted") if lift else _("recused")
            self.record(
                lambda: self._desk.recuse(one.reviewer, one.submission, reason, lift=lift), said
            )

    # from a file

    @work(group="ask", exclusive=True)
    async def action_set_file(self) -> None:
        proposed = self._desk.campaign.folder / "assignments.csv"
        explanation = _(
            "columns: submission, action (assign or unassign), reviewer, round, scope."
            " What it would do is shown first."
        )
        prompt = Prompt(_("assign from which file"), explanation, text=str(proposed))
        answer: str | None = await self.app.push_screen_wait(prompt)
        if answer:
            self._try(Path(" ".join(answer.split("\n"))).expanduser())

    @work(thread=True, group="read-file", exclusive=True)
    def _try(self, path: Path) -> None:
        """Read a file and show what it would do."""
        try:
            lines = read_assignments(path)
            changes = changes_of(self._desk, self._desk.assign(lines, dry_run=True))
        except ProblemsError as error:
            self.app.call_from_thread(self._show_problems, error)
        except RolcheckError as error:
            self.post_message(Failed(error))
        else:
            self.app.call_from_thread(self._propose, path, lines, changes)

    def _show_problems(self, error: ProblemsError) -> None:
        texts = [problem_words(one) for one in error.problems]
        title = ngettext(
            "{n} problem; nothing was recorded", "{n} problems; nothing was recorded", len(texts)
        ).format(n=len(texts))
        self.app.push_screen(Page(title, lambda width: _wrapped(texts, width)))

    def _propose(self, path: Path, lines: Sequence[FileLine], changes: Sequence[Change]) -> None:
        def answered(yes: bool | None) -> None:
            if yes:
                said = ngettext("{n} line recorded", "{n} lines recorded", len(changes))
                self.record(lambda: self._desk.assign(lines), said.format(n=len(changes)))

        title = _("record these assignments?")
        proposal = Proposal(title, lambda width: [*change_lines(changes, str(path), width)])
        self.app.push_screen(proposal, answered)


def _summary(seen: AssignmentsSeen, pairs: Sequence[PairSeen]) -> Line:
    due, done = sum(one.due for one in pairs), sum(one.done for one in pairs)
    said = [_("this campaign assigns everybody everything")] if seen.is_open else []
    if due:
        said.append(_("{done} of {due} done").format(done=done, due=due))
    barred = sum(bool(one.bar) for one in pairs)
    if barred:
        said.append(ngettext("{n} barred", "{n} barred", barred).format(n=barred))
    return (Part("   ".join(said), "dim"),)


def _bar_words(one: PairSeen, *, lift: bool) -> str:
    """Return what a recusal, or its lifting, brings."""
    if lift:
        return _("scores given before count again, and what is left is owed again.")
    owed = ngettext("{n} item left is owed no more.", "{n} items left are owed no more.", one.due)
    stray = _("scores given before stay on record and count no more until the bar is lifted.")
    return f"{owed.format(n=one.due - one.done)}\n{stray}" if one.due - one.done else stray


def _wrapped(texts: Sequence[str], width: int) -> list[Line]:
    return [(Part(line),) for text in texts for line in wrap(text, width)]
