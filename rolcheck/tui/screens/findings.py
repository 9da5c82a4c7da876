"""Findings: what is asked of whom, how far each has come, and the next step of one."""

from collections.abc import Sequence
from dataclasses import replace
from typing import ClassVar, cast

from textual import events, on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Container, VerticalScroll

from rolcheck.base.messages import N_
from rolcheck.desk.desk import Desk
from rolcheck.desk.findings.asking import asked_of
from rolcheck.desk.findings.extending import EXTEND
from rolcheck.desk.findings.life import FindingEntry, Statement
from rolcheck.desk.findings.reading import FindingSeen, FindingsSeen, findings_seen
from rolcheck.locale import _
from rolcheck.tui.app import RolcheckApp
from rolcheck.tui.dates import where_of
from rolcheck.tui.review import questions
from rolcheck.tui.screens.base import SHORT, SeenScreen
from rolcheck.tui.screens.chooser import Chooser
from rolcheck.tui.screens.prompt import Prompt
from rolcheck.tui.text import Line
from rolcheck.tui.widgets.facts import Facts
from rolcheck.tui.widgets.filter import FilterField
from rolcheck.tui.widgets.findings import asking
from rolcheck.tui.widgets.findings.detail import MOVED, action_lines, finding_lines
from rolcheck.tui.widgets.findings.listing import (
    STATES,
    Filters,
    ListLine,
    columns,
    draw_line,
    list_lines,
    nothing,
    summary,
)
from rolcheck.tui.widgets.pane import Pane, Section
from rolcheck.tui.widgets.rows import RowList
from rolcheck.tui.widgets.table import Headings

MARKED_SECONDS = 6.0
_NEEDED = {
    "answer": N_("what was done, or why nothing was"),
    "accept": N_("what is said with it; may be empty"),
    "reject": N_("what is still missing; the finding is open again"),
    "withdraw": N_("why it does not stand"),
    EXTEND: N_("why; it is due later by half of its time, once"),
}


class FindingsScreen(SeenScreen[FindingsSeen]):
    """Shows the findings that one may see, and takes the steps that one may take."""

    NAME = N_("Findings")
    CSS_PATH = "findings.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("a", "move('answer')", N_("answer"), id="findings.answer"),
        Binding("y", "move('accept')", N_("accept"), id="findings.accept"),
        Binding("x", "move('reject')", N_("reject"), id="findings.reject"),
        Binding("w", "move('withdraw')", N_("withdraw"), id="findings.withdraw"),
        Binding("e", f"move('{EXTEND}')", N_("give more time"), id="findings.extend"),
        Binding("f", "add", N_("raise a finding"), id="findings.add"),
        Binding("v", "state", N_("other states"), id="findings.state"),
        Binding("s", "submission", N_("submission"), id="findings.submission"),
        Binding("o", "unit", N_("unit"), id="findings.unit"),
        Binding("slash,ctrl+f", "filter", N_("filter"), id="findings.filter"),
        Binding("escape", "back", N_("one step back"), show=False, id="findings.back"),
    ]

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._filters = Filters()
        self._wanted: tuple[str, str] | None = None
        self._fresh: frozenset[str] = frozenset()

    def compose_panes(self) -> ComposeResult:
        with Container(id="columns"):
            with Pane(id="list", work=True, bar=False):
                yield Section(N_("findings"))
                yield FilterField(id="filter")
                yield Headings(columns, id="headings")
                yield RowList[ListLine](
                    lambda line, place: draw_line(line, place, self._fresh),
                    lambda line: line.key,
                    empty=lambda: nothing(self.seen, self._filters),
                    id="rows",
                )
            with Pane(id="detail", bar=False):
                with VerticalScroll(id="text", can_focus=False):
                    yield Facts(self._lines, id="about")
                yield Facts(lambda width: action_lines(self.seen, self.chosen, width), id="actions")

    def on_mount(self) -> None:
        self.query_one("#filter").display = False
        self.rows.focus()
        self.action_reload()

    @property
    def rows(self) -> RowList[ListLine]:
        """The list."""
        return self.query_one("#rows", RowList)

    @property
    def chosen(self) -> FindingSeen | None:
        """The finding under the cursor."""
        line = self.rows.selected
        return line.finding if line else None

    # what is shown

    def open_at(self, submission: str, indicator: str) -> None:
        """Show the findings on an indicator first, also before being mounted."""
        self._wanted, self._filters = (submission, indicator), Filters()
        if self.is_mounted and self.seen is not None:
            self.language_changed()

    def read(self) -> FindingsSeen:
        return findings_seen(self._desk)

    def take(self, seen: FindingsSeen) -> None:
        before = self.seen
        if before is not None:
            known = {one.name: one for one in before.findings}
            changed = {one.name for one in seen.findings if not _same(known.get(one.name), one)}
            self._fresh = frozenset(changed)
            if changed:
                self.set_timer(MARKED_SECONDS, self.forget_changes)
        super().take(seen)

    def forget_changes(self) -> None:
        """Take the marks of what changed a moment ago away."""
        self._fresh = frozenset()
        self.rows.redraw()

    def draw(self, seen: FindingsSeen) -> None:
        self.where(where_of(self.NAME, seen.title, seen.rounds, seen.current, seen.who))
        self.query_one(Section).show(summary(seen, self._filters))
        self.query_one(Headings).display = bool(seen.findings)
        self.query_one(Headings).redraw()
        self.rows.show(list_lines(seen, self._filters))
        self._go_to_wanted()
        self._show_chosen()

    def _go_to_wanted(self) -> None:
        if self._wanted is None:
            return
        found = (line for line in self.rows.items if line.finding)
        self.rows.select(next((one.key for one in found if _at(one) == self._wanted), ""))
        self._wanted = None

    def _show_chosen(self) -> None:
        for facts in self.query(Facts):
            facts.redraw()
        self.refresh_bindings()

    @on(RowList.Moved)
    def _moved(self) -> None:
        self.query_one("#text", VerticalScroll).scroll_home(animate=False)
        self._show_chosen()

    def _lines(self, width: int) -> Sequence[Line]:
        seen, one = self.seen, self.chosen
        if seen is None or one is None:
            return []
        zone = seen.standing.settings.timezone
        return finding_lines(one, zone, width, compact=self.app.size.height < SHORT)

    def on_resize(self, _event: events.Resize) -> None:
        self.call_after_refresh(self.language_changed)

    # where one goes

    @on(RowList.Chosen)
    def _open(self) -> None:
        one = self.chosen
        if one is not None:
            cast(RolcheckApp, self.app).open_item(one.submission, one.indicator)

    def action_filter(self) -> None:
        field = self.query_one("#filter", FilterField)
        field.display = True
        field.focus()

    def _narrow_to(self, filters: Filters) -> None:
        self._filters = filters
        self.language_changed()

    @on(FilterField.Narrowed)
    def _narrow(self, event: FilterField.Narrowed) -> None:
        self._narrow_to(replace(self._filters, words=event.text))

    @on(FilterField.Done)
    def _narrowed(self) -> None:
        self.rows.focus()
        self.query_one("#filter").display = bool(self._filters.words)

    @on(FilterField.Left)
    def action_back(self) -> None:
        """Go one step back: out of the filters, then to the Desk."""
        field = self.query_one("#filter", FilterField)
        if field.display or self._filters:
            field.value, field.display = "", False
            self._narrow_to(Filters())
            self.rows.focus()
        else:
            cast(RolcheckApp, self.app).action_go("desk")

    def action_state(self) -> None:
        at = STATES.index(self._filters.state) + 1
        self._narrow_to(replace(self._filters, state=STATES[at % len(STATES)]))

    @work(group="ask", exclusive=True)
    async def action_submission(self) -> None:
        if self.seen is None:
            return
        now = self._filters.submission
        among = [*dict.fromkeys(one.submission for one in self.seen.findings)]
        chosen = await self._ask(asking.ask_submission(self.seen, among, now, every=True))
        if chosen is not None:
            submission = "" if chosen == asking.ALL else chosen
            self._narrow_to(replace(self._filters, submission=submission))

    @work(group="ask", exclusive=True)
    async def action_unit(self) -> None:
        if self.seen is None:
            return
        chosen = await self._ask(asking.ask_unit(self.seen, self._filters.unit))
        if chosen is not None:
            unit = "" if chosen == asking.ALL else chosen
            self._narrow_to(replace(self._filters, unit=unit))

    async def _ask(self, question: Chooser | Prompt) -> str | None:
        answer: str | None = await self.app.push_screen_wait(question)
        return answer

    # steps

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        one = self.chosen if self.is_mounted else None
        if action == "move":
            return one is not None and one.forbidden[str(parameters[0])] is None
        if action == "add":
            return self.seen is not None and self.seen.cannot_add is None
        if action in ("filter", "state", "submission", "unit"):
            typing = isinstance(self.focused, FilterField)
            return not typing and self.seen is not None and bool(self.seen.findings)
        return super().check_action(action, parameters)

    @work(group="ask", exclusive=True)
    async def action_move(self, step: str) -> None:
        one = self.chosen
        if one is None:
            return
        title = f"{one.name}  {one.code}  {_(MOVED[step])}"
        nature = await self._ask(asking.ask_nature()) if step == "answer" else ""
        if nature is None:
            return
        text = await self._ask(Prompt(title, _(_NEEDED[step]), required=step != "accept"))
        if text is not None:
            said = _("{name}: {move}").format(name=one.name, move=_(MOVED[step]))
            statement = Statement(text, nature)
            self.record(lambda: self._desk.move_finding(one.name, step, statement), said)

    @work(group="ask", exclusive=True)
    async def action_add(self) -> None:
        seen, one = self.seen, self.chosen
        if seen is None:
            return
        submission = one.submission if one else self._filters.submission
        among = [*dict.fromkeys(choice.submission for choice in seen.choices)]
        if submission not in among:
            question = asking.ask_submission(seen, among, "", every=False)
            submission = await self._ask(question) or ""
        choices = [choice for choice in seen.choices if choice.submission == submission]
        if not choices:
            return
        now = one.indicator if one else ""
        indicator = await self._ask(asking.ask_indicator(choices, now))
        code = await self._ask(questions.ask_code()) if indicator else None
        if not code or not indicator:
            return
        standard = asked_of(seen.standing.criteria.indicator(indicator), code)
        asked = await self._ask(questions.ask_finding(indicator, code, standard))
        if asked is not None:
            entry = FindingEntry(submission, indicator, code, asked)
            self.record(lambda: self._desk.add_finding(entry), _("the finding stands on record"))


def _same(before: FindingSeen | None, now: FindingSeen) -> bool:
    return before is not None and (before.state, before.history) == (now.state, now.history)


def _at(line: ListLine) -> tuple[str, str]:
    return (line.finding.submission, line.finding.indicator) if line.finding else ("", "")
