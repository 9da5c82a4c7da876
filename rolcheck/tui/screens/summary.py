"""Summary: the page that a leader reads, as of a round, and its export."""

from dataclasses import dataclass
from pathlib import Path
from typing import ClassVar

from textual import work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.reactive import reactive

from rolcheck.base.errors import RefusedError, RolcheckError
from rolcheck.base.messages import N_
from rolcheck.desk.desk import Desk
from rolcheck.desk.reporting import summary_of
from rolcheck.desk.rounds.timeline import rounds_seen
from rolcheck.desk.seen import RoundSeen
from rolcheck.locale import _
from rolcheck.reports.documents.summary import summary_document
from rolcheck.reports.model import Summary
from rolcheck.tui.dates import where_of
from rolcheck.tui.exporting import FORMATS, export, wanted_file
from rolcheck.tui.keys import screen_key
from rolcheck.tui.messages import Failed, Said
from rolcheck.tui.round_choice import round_chooser
from rolcheck.tui.screens.base import SeenScreen
from rolcheck.tui.widgets.board import Board
from rolcheck.tui.widgets.pane import Pane
from rolcheck.tui.widgets.report.page import page


@dataclass(frozen=True, slots=True)
class SummarySeen:
    """What the screen shows.

    Attributes:
        summary: As of the round asked for, or the latest that the reader may see.
        rounds: All rounds.
        current: The open round, or the last one that was.
        who: What the reader is called.
        choices: The rounds whose results the reader may see.
        changed: Files that differ from what is on record.
    """

    summary: Summary
    rounds: tuple[RoundSeen, ...]
    current: int
    who: str
    choices: tuple[int, ...]
    changed: tuple[str, ...]


class SummaryScreen(SeenScreen[SummarySeen]):
    """Shows the results as far as the reader may see them."""

    NAME = N_("Summary")
    CSS_PATH = "summary.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("x", "export", N_("export"), id="summary.export"),
        Binding("n", "choose_round", N_("another round"), id="summary.round"),
        Binding("i", "details", N_("every indicator"), id="summary.details"),
        Binding("escape", "app.go('desk')", N_("one step back"), show=False, id="summary.back"),
    ]
    detailed: reactive[bool] = reactive(False, init=False, repaint=False)

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._wanted: int | None = None

    def compose_panes(self) -> ComposeResult:
        with Pane(id="page", work=True, bar=False):
            yield Board(id="text")

    def on_mount(self) -> None:
        self.query_one(Board).focus()
        self.action_reload()

    def read(self) -> SummarySeen:
        return read_summary(self._desk, self._wanted)

    def watch_detailed(self) -> None:
        self.language_changed()

    def draw(self, seen: SummarySeen) -> None:
        self.where(
            where_of(self.NAME, seen.summary.campaign.title, seen.rounds, seen.current, seen.who)
        )
        document = summary_document(seen.summary, detailed=self.detailed)
        self.query_one(Board).show(list(page(seen.summary, document, _notice(seen))))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        if action == "choose_round":
            return bool(self.seen and len(self.seen.choices) > 1)
        if action in ("export", "details"):
            return bool(self.seen and self.seen.summary.round)
        return super().check_action(action, parameters)

    def action_details(self) -> None:
        self.detailed = not self.detailed

    @work(group="ask", exclusive=True)
    async def action_choose_round(self) -> None:
        seen = self.seen
        if seen is None:
            return
        shown = seen.summary.round.number if seen.summary.round else None
        chooser = round_chooser(seen.rounds, seen.choices, shown)
        chosen: str | None = await self.app.push_screen_wait(chooser)
        if chosen is not None:
            # the round that goes on by itself is followed, a closed one is kept
            latest = max(seen.choices)
            self._wanted = int(chosen) if int(chosen) != latest else None
            self.action_reload()

    @work(group="ask", exclusive=True)
    async def action_export(self) -> None:
        seen = self.seen
        if seen is None or seen.summary.round is None:
            return
        name = f"summary-round-{seen.summary.round.number}.md"
        proposed = self._desk.campaign.folder / "reports" / name
        explanation = _("the end of its name says how it is written: {known}").format(
            known=" ".join(FORMATS)
        )
        title = _("export to which file")
        path = await wanted_file(self.app, title, explanation, proposed)
        if path is not None:
            self._export(seen.summary, path, make=path.parent == proposed.parent)

    @work(thread=True, group="write", exclusive=True)
    def _export(self, summary: Summary, path: Path, *, make: bool) -> None:
        try:
            self._desk.must_be_sound()
            if make and not path.parent.exists():
                path.parent.mkdir()
            export(summary, path, detailed=self.detailed)
        except RolcheckError as error:
            self.post_message(Failed(error))
            return
        self.post_message(Said(_("written: {file}").format(file=path)))


def read_summary(desk: Desk, wanted: int | None) -> SummarySeen:
    """Return the summary that the desk's person may see, and of which rounds there is one.

    Raises:
        RefusedError: The results are hidden from the reader.
    """
    standing, people = desk.standing(), desk.standing().settings.people
    return SummarySeen(
        summary=summary_of(desk, wanted),
        rounds=rounds_seen(standing, desk.today()),
        current=standing.current_round,
        who=people[desk.who].name if desk.who else "",
        choices=tuple(number for number in standing.rounds if _may_see(desk, number)),
        changed=desk.changed_files(),
    )


def _may_see(desk: Desk, number: int) -> bool:
    try:
        return desk.sight().result_round(number) == number
    except RefusedError:
        return False


def _notice(seen: SummarySeen) -> str:
    """Return what must be known before anything is read; empty for nothing."""
    said = []
    facts, current = seen.summary.round, seen.current
    if facts is None or facts.state == "planned":
        said.append(_nothing_yet(seen))
    if facts is not None and current not in seen.choices and current != facts.number:
        said.append(
            _("round {open} is blind until it closes; this is as of round {number}.").format(
                open=current, number=facts.number
            )
        )
    said += [
        _("{file} changed since it went on record; the record is shown.").format(file=name)
        for name in seen.changed
    ]
    return "\n".join(said)


def _nothing_yet(seen: SummarySeen) -> str:
    """Return when there will be results, and where that is seen."""
    is_open = any(one.state == "open" for one in seen.rounds)
    said = _("there are no results before the first round; {key} shows the rounds.")
    if is_open:
        said = _("round {number} is blind: its results are shown once it is closed ({key}).")
    return said.format(number=seen.current, key=screen_key("rounds"))
