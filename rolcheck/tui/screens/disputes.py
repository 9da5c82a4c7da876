"""Disputes: the queue of what is to be ruled on, one of it in full, its evidence, the ruling."""

from typing import ClassVar, cast

from textual import events, on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.geometry import Size

from rolcheck.base.messages import N_
from rolcheck.desk.disputes.preview import preview_ruling
from rolcheck.desk.disputes.reading import next_unruled
from rolcheck.desk.disputes.rulings import LIFT
from rolcheck.desk.disputes.seen import DisputeSeen, DisputesSeen
from rolcheck.locale import _
from rolcheck.tui.app import RolcheckApp
from rolcheck.tui.dates import where_of
from rolcheck.tui.disputing import DisputesWork
from rolcheck.tui.screens.base import SHORT
from rolcheck.tui.screens.prompt import Prompt
from rolcheck.tui.widgets.disputes.lines import DisputeView
from rolcheck.tui.widgets.disputes.pane import DisputePane
from rolcheck.tui.widgets.disputes.queue import why_nothing
from rolcheck.tui.widgets.disputes.queue_pane import QueuePane
from rolcheck.tui.widgets.disputes.ruling import outcome_of
from rolcheck.tui.widgets.editors.outcome import Outcome
from rolcheck.tui.widgets.evidence_pane import EvidencePane
from rolcheck.tui.wording import in_app, sentence

QUEUE_FROM, EVIDENCE_FROM = 110, 150  # columns from which each has a place of its own
MARKED_SECONDS = 6.0


class DisputesScreen(DisputesWork):
    """Shows disputes, raised vetoes and rulings; whoever is an arbiter rules on them."""

    NAME = N_("Disputes")
    CSS_PATH = "disputes.tcss"
    AUTO_FOCUS = ""  # the place of work has it once a dispute is there
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("r", "reason", N_("reason"), id="disputes.reason"),
        *(
            Binding(keys, f"unruled({step})", said, show=step > 0, id=f"disputes.{id}")
            for keys, step, said, id in (
                ("n,right_square_bracket", 1, N_("next to rule on"), "next"),
                ("p,left_square_bracket", -1, N_("the one before"), "previous"),
            )
        ),
        Binding("t", "queue", N_("all disputes"), id="disputes.queue"),
        Binding("e", "evidence", N_("evidence"), id="disputes.evidence"),
        Binding("l", "lift", N_("lift the ruling"), id="disputes.lift"),
        Binding("g", "open", N_("the item in Review"), id="disputes.open"),
        Binding("u", "undo", N_("take back"), show=False, id="disputes.undo"),
        Binding("slash,ctrl+f", "filter", N_("filter"), id="disputes.filter"),
        Binding("escape", "back", N_("one step back"), show=False, id="disputes.back"),
    ]

    def compose_panes(self) -> ComposeResult:
        with Horizontal(id="columns"):
            yield QueuePane(id="queue")
            yield DisputePane(id="work")
            yield EvidencePane(id="evidence")

    def on_mount(self) -> None:
        self._lay_out(self.app.size)
        self.action_reload()

    @property
    def queue(self) -> QueuePane:
        """The column of all disputes."""
        return self.query_one(QueuePane)

    @property
    def pane(self) -> DisputePane:
        """The column of work."""
        return self.query_one(DisputePane)

    @property
    def evidence(self) -> EvidencePane:
        """The column of evidence."""
        return self.query_one(EvidencePane)

    # what is shown

    def take(self, seen: DisputesSeen) -> None:
        before = self.seen
        grew = before is not None and seen.length > before.length
        if before is not None and grew and self.queue.mark(before, seen):
            self.set_timer(MARKED_SECONDS, self.queue.unmark)
        super().take(seen)

    def draw(self, seen: DisputesSeen) -> None:
        count = _("to rule on {left} / {all}").format(left=len(seen.left), all=len(seen.rows))
        shown = count if seen.rows else ""
        self.where(where_of(self.NAME, seen.title, seen.rounds, seen.current, seen.who, shown))
        self.queue.show(seen)
        if seen.shown is None:
            self.pane.show_nothing(why_nothing(seen))
            self.evidence.show("", ())
            if self.focused is None:
                self.queue.rows.focus()
            return
        self._show(seen, seen.shown)

    def _show(self, seen: DisputesSeen, shown: DisputeSeen) -> None:
        row = shown.row
        self.pane.show(
            self._view(seen, shown), lambda text: self._outcome(row.submission, row.indicator, text)
        )
        self.evidence.show(seen.key, shown.item.evidence if shown.item else ())
        if self.focused is None:
            self.call_after_refresh(self.pane.focus_work)

    def _view(self, seen: DisputesSeen, shown: DisputeSeen) -> DisputeView:
        return DisputeView(
            shown,
            dispute_at=seen.standing.settings.aggregation.dispute_at,
            zone=seen.standing.settings.timezone,
            compact=self.app.size.height < SHORT,
            evidence=not self.has_class("-evidence-aside"),
            closed=_why_closed(shown, seen),
        )

    def _outcome(self, submission: str, indicator: str, text: str) -> Outcome:
        return outcome_of(preview_ruling(self._desk, submission, indicator, text))

    def language_changed(self) -> None:
        if self.is_mounted:
            super().language_changed()
            self.evidence.redraw_texts()

    # where one goes

    @on(QueuePane.Moved)
    def _moved(self, event: QueuePane.Moved) -> None:
        self.go(event.key)

    @on(QueuePane.Chosen)
    @on(QueuePane.Left)
    @on(EvidencePane.Left)
    def _to_work(self) -> None:
        self.remove_class("-queue", "-evidence")
        self.pane.focus_work()

    def action_unruled(self, step: int) -> None:
        following = next_unruled(self.queue.matching, self.key, step) if self.seen else ""
        if following:
            self.go(following)
        else:
            self.say(_("nothing else is to be ruled on"))

    def action_queue(self) -> None:
        self.remove_class("-evidence")
        if self.queue.has_focus_within:
            self._to_work()
            return
        self.add_class("-queue")
        self.queue.rows.focus()

    def action_evidence(self) -> None:
        self.remove_class("-queue")
        if self.evidence.has_focus_within:
            self._to_work()
            return
        self.add_class("-evidence")
        self.evidence.pieces.focus()

    def action_filter(self) -> None:
        self.remove_class("-evidence")
        self.add_class("-queue")
        self.queue.filter()

    def action_back(self) -> None:
        """Go one step back: out of a side column, out of the filter, to the Desk."""
        if self.has_class("-queue") or self.has_class("-evidence") or not self._is_at_work:
            self._to_work()
        elif not self.queue.unfilter():
            cast(RolcheckApp, self.app).action_go("desk")

    @property
    def _is_at_work(self) -> bool:
        return self.pane.has_focus_within or self.seen is None or self.seen.shown is None

    def action_open(self) -> None:
        if self.seen is not None and self.seen.shown is not None:
            row = self.seen.shown.row
            cast(RolcheckApp, self.app).open_item(row.submission, row.indicator)

    @on(EvidencePane.Wanted)
    def _wanted_text(self, event: EvidencePane.Wanted) -> None:
        self.read_text(self.key, event.evidence)

    @on(DisputesWork.TextRead)
    def _text_read(self, message: DisputesWork.TextRead) -> None:
        if message.key == self.key:
            self.evidence.read(message.evidence, message.lines)

    # ruling

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        shown = self.seen.shown if self.seen else None
        if action in ("reason", "lift", "undo"):
            may = shown is not None and shown.closed_because is None
            return may and (action != "lift" or bool(shown and shown.ruling))
        if action == "open":
            return shown is not None and shown.item is not None
        if action == "filter":
            return not self.pane.ruling.remark.is_open and not self.queue.is_filtering
        return super().check_action(action, parameters)

    def action_reason(self) -> None:
        self.pane.ruling.write()

    def action_undo(self) -> None:
        self.say(_("a ruling is not taken back: l lifts it, with a reason"))

    @on(DisputePane.Ruled)
    def _ruled(self, event: DisputePane.Ruled) -> None:
        shown = self.seen.shown if self.seen else None
        if shown is None or event.key != self.key:
            return
        row = shown.row
        said = _("ruled: {indicator} of {name}").format(indicator=row.indicator, name=row.name)
        self.write(
            lambda: self._desk.rule(row.submission, row.indicator, event.value, event.reason), said
        )

    @work(group="ask", exclusive=True)
    async def action_lift(self) -> None:
        shown = self.seen.shown if self.seen else None
        if shown is None:
            return
        row = shown.row
        title = _("lift the ruling on {indicator} of {name}").format(
            indicator=row.indicator, name=row.name
        )
        explanation = _("the panel score counts again; the reason goes on record.")
        reason: str | None = await self.app.push_screen_wait(Prompt(title, explanation))
        if reason:
            said = _("the ruling on {indicator} is lifted").format(indicator=row.indicator)
            self.write(lambda: self._desk.rule(row.submission, row.indicator, LIFT, reason), said)

    def settled(self, key: str) -> None:
        self.pane.forget(key)

    # sizes

    def on_resize(self, event: events.Resize) -> None:
        self._lay_out(event.size)
        seen = self.seen
        if seen is not None and seen.shown is not None:
            self.pane.draw_again(self._view(seen, seen.shown))

    def _lay_out(self, size: Size) -> None:
        evidence, queue = size.width >= EVIDENCE_FROM, size.width >= QUEUE_FROM
        self.set_class(evidence, "-evidence-aside")
        self.set_class(queue, "-queue-aside")
        self.set_class(not queue, "-one")


def _why_closed(shown: DisputeSeen, seen: DisputesSeen) -> str:
    why = shown.closed_because
    return sentence(in_app(why, seen.standing)) if why else ""
