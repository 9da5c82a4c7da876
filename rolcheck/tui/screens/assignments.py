"""Assignments: who has what in a round, set from a file, and who is kept from what."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import ClassVar, cast

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.reactive import reactive

from rolcheck.base.errors import ProblemsError, RolcheckError
from rolcheck.base.messages import N_
from rolcheck.base.wrapping import wrap
from rolcheck.campaign.bars import OWN_OFFICE, RECUSAL
from rolcheck.desk.assigning.assigned import (
    AssignmentsSeen,
    Change,
    PairSeen,
    assigned,
    changes_of,
    read_assignments,
)
from rolcheck.desk.assigning.barring import DISMISS, LIFT
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
    bar_words,
    change_lines,
    columns_at,
    dismissal_words,
    draw_pair,
    lifting_words,
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
        Binding("p", "publish", N_("publish"), id="assignments.publish"),
        Binding("x", "recuse", N_("recuse"), id="assignments.recuse"),
        Binding("c", "no_conflict", N_("no conflict"), id="assignments.no-conflict"),
        Binding("l", "lift", N_("lift the ruling"), id="assignments.lift"),
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
        if action == "publish":
            return bool(seen and seen.may_publish)
        if action == "recuse":
            return bool(seen and seen.may_recuse and one and one.bar != RECUSAL)
        if action == "no_conflict":
            may = seen and seen.may_recuse and one and one.conflict and not one.dismissed
            return bool(may and one and one.bar != OWN_OFFICE)
        if action == "lift":
            ruled = one and (one.bar == RECUSAL or one.dismissed)
            return bool(seen and seen.may_recuse and ruled)
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

    def action_publish(self) -> None:
        seen = self.seen
        if seen is None:
            return
        shown = next(one for one in seen.rounds if one.number == seen.number)
        waiting = sum(one.waits for one in seen.pairs)

        def answered(yes: bool | None) -> None:
            if yes:
                self.record(lambda: self._desk.publish(str(seen.number)), _("published"))

        said = ngettext("{n} assignment waits", "{n} assignments wait", waiting)
        lines = [
            (Part(said.format(n=waiting), bold=True),),
            (Part(_("from now on the reviewers see what they have"), "muted"),),
        ]
        title = _("publish the assignments of {round}?").format(round=round_title(shown))
        self.app.push_screen(Proposal(title, lambda _width: lines), answered)

    # keeping somebody away

    @work(group="ask", exclusive=True)
    async def action_recuse(self) -> None:
        await self._rule(_("recuse"), _("recused"), self._desk.recuse, bar_words)

    @work(group="ask", exclusive=True)
    async def action_no_conflict(self) -> None:
        def dismiss(reviewer: str, submission: str, reason: str) -> object:
            return self._desk.rule_on_conflict(reviewer, submission, DISMISS, reason)

        await self._rule(
            _("no conflict"), _("ruled: no conflict"), dismiss, lambda _one: dismissal_words()
        )

    @work(group="ask", exclusive=True)
    async def action_lift(self) -> None:
        def lift(reviewer: str, submission: str, reason: str) -> object:
            return self._desk.rule_on_conflict(reviewer, submission, LIFT, reason)

        await self._rule(_("lift the ruling"), _("the ruling is lifted"), lift, lifting_words)

    async def _rule(
        self,
        title: str,
        said: str,
        ruling: Callable[[str, str, str], object],
        words: Callable[[PairSeen], str],
    ) -> None:
        """Ask for a reason, then rule on the selected pair."""
        one = self._selected
        if one is None:
            return
        named = _("{name}   {submission}").format(name=one.name, submission=one.place)
        prompt = Prompt(title, f"{named}\n{words(one)}")
        reason: str | None = await self.app.push_screen_wait(prompt)
        if reason:
            self.record(lambda: ruling(one.reviewer, one.submission, reason), said)

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
    waiting = sum(one.waits for one in pairs)
    if waiting:
        said.append(_("{n} not published").format(n=waiting))
    barred = sum(bool(one.bar) for one in pairs)
    if barred:
        said.append(ngettext("{n} barred", "{n} barred", barred).format(n=barred))
    return (Part("   ".join(said), "dim"),)


def _wrapped(texts: Sequence[str], width: int) -> list[Line]:
    return [(Part(line),) for text in texts for line in wrap(text, width)]
