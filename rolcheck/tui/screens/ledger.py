"""Ledger: who did what when, the newest first, and whether it is still what was written."""

from collections.abc import Sequence
from pathlib import Path
from time import sleep
from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Container, VerticalScroll
from textual.worker import get_current_worker

from rolcheck.base.errors import InputError, RolcheckError
from rolcheck.base.files import write_atomic
from rolcheck.base.messages import N_
from rolcheck.base.places import Place
from rolcheck.base.problems import Problem
from rolcheck.base.wrapping import wrap
from rolcheck.desk.auditing import desk_faults, receipts, receipts_text
from rolcheck.desk.desk import Desk
from rolcheck.desk.entries import Entries, LedgerSeen
from rolcheck.events.types import Event
from rolcheck.locale import _, ngettext
from rolcheck.tui.dates import where_of
from rolcheck.tui.exporting import wanted_file
from rolcheck.tui.keys import key_of
from rolcheck.tui.messages import Failed, Said
from rolcheck.tui.screens.filtered import FilteredScreen
from rolcheck.tui.screens.page import Kept, Page
from rolcheck.tui.text import BLANK, Line, Part, aside, gap
from rolcheck.tui.widgets.facts import Facts
from rolcheck.tui.widgets.filter import FilterField
from rolcheck.tui.widgets.ledger.entry import entry_lines
from rolcheck.tui.widgets.ledger.receipt import receipt_lines
from rolcheck.tui.widgets.ledger.rows import columns_at, draw_entry, no_entries
from rolcheck.tui.widgets.pane import Pane, Section
from rolcheck.tui.widgets.rows import Row, RowList, RowPlace
from rolcheck.tui.widgets.table import Headings
from rolcheck.tui.wording import problem_words

FIRST_LOOK = 300
"""How many events are shown at once while a long ledger is read."""
PAINTED_AFTER = 0.2
"""Seconds that the rest of a long ledger is left alone: decoding it keeps the screen waiting."""
MARKED_SECONDS = 6.0


class _StoppedError(Exception):
    """Whoever had it checked wants it no more."""


class LedgerScreen(FilteredScreen[LedgerSeen]):
    """Shows a `LedgerSeen`; `v` holds the ledger against itself."""

    NAME = N_("Ledger")
    CSS_PATH = "ledger.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("v", "verify", N_("verify"), id="ledger.verify"),
        Binding("r", "receipt", N_("receipt of my entries"), id="ledger.receipt"),
    ]

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._entries = Entries(desk)
        self._fresh: frozenset[str] = frozenset()
        self._checking = ""

    def compose_panes(self) -> ComposeResult:
        with Container(id="columns"):
            with Pane(id="list", work=True):
                yield Section(N_("entries"))
                yield FilterField(id="filter")
                yield Headings(columns_at)
                yield RowList[Event](
                    self._draw,
                    lambda event: event.id,
                    empty=lambda: no_entries(self.seen, self.words),
                    id="rows",
                )
                yield Facts(self._head, id="head")
            with Pane(id="event"):
                yield Section(N_("the entry"))
                with VerticalScroll(id="one", can_focus=False):
                    yield Facts(self._one)

    def on_mount(self) -> None:
        self.watch(self.rows, "scroll_y", self._say_counts, init=False)

    # what is shown

    def load(self) -> None:
        try:
            first = self._entries.latest(FIRST_LOOK)
            if first is not None:
                self.post_message(self.Loaded(first))
                sleep(PAINTED_AFTER)
            self.post_message(self.Loaded(self._entries.look(self.words)))
        except RolcheckError as error:
            self.post_message(Failed(error))

    def narrowed(self) -> None:
        if self.seen is not None and self.seen.is_whole:
            self.action_reload()

    def take(self, seen: LedgerSeen) -> None:
        if seen.is_whole and seen.words != self.words:
            return  # typed on meanwhile: what fits the words of now is being read
        before, self.seen = self.seen, seen
        if before is not None and before.is_whole and before.words == seen.words:
            self._mark(before, seen)

    def _mark(self, before: LedgerSeen, seen: LedgerSeen) -> None:
        last = before.events[0].at if before.events else ""
        new = [event.id for event in seen.events[:FIRST_LOOK] if event.at > last]
        if new and last:
            self._fresh = frozenset(new)
            self.rows.redraw()
            self.set_timer(MARKED_SECONDS, self._forget)

    def _forget(self) -> None:
        self._fresh = frozenset()
        self.rows.redraw()

    def draw(self, seen: LedgerSeen) -> None:
        self.where(where_of(self.NAME, seen.title, seen.rounds, seen.current, seen.who))
        self.rows.show(seen.events)
        self._say_counts()
        self.query_one("#head", Facts).redraw()
        self._show_one()

    def _say_counts(self) -> None:
        seen = self.seen
        if seen is None:
            return
        shown, above = len(seen.events), self.rows.scroll_offset.y
        counted = ngettext("{n} entry", "{n} entries", seen.count).format(n=seen.count)
        if self.words:
            counted = _("{shown} of {count}").format(shown=shown, count=counted)
        parts: list[Part] = [Part(counted, "dim")]
        if not seen.sees_all:
            parts = [Part(_("your own entries"), "dim"), gap(3), *parts]
        if not seen.is_whole:
            parts += [gap(3), Part(_("reading on .."), "confirm")]
        elif above:
            newer = ngettext("{n} newer above", "{n} newer above", above).format(n=above)
            parts = [
                Part(key_of("list.first", "home"), "accent"),
                Part(f" {newer}", "muted"),
                gap(3),
                *parts,
            ]
        self.query_one("#list Section", Section).show(tuple(parts))

    def _draw(self, event: Event, place: RowPlace) -> Row:
        return draw_entry(event, place, self.seen, self._fresh)

    @on(RowList.Moved)
    def _show_one(self) -> None:
        if self.has_class("-wide"):
            self.query_one("#one Facts", Facts).redraw()
            self.query_one("#one").scroll_home(animate=False)

    @on(RowList.Chosen)
    def _open_one(self) -> None:
        event, seen = self._selected, self.seen
        if event is not None and seen is not None:
            page = Page(_("the entry"), lambda width: entry_lines(event, seen, width))
            self.app.push_screen(page)

    @property
    def _selected(self) -> Event | None:
        event = self.rows.selected
        return event if isinstance(event, Event) else None

    def _one(self, width: int) -> Sequence[Line]:
        event, seen = self._selected, self.seen
        return entry_lines(event, seen, width) if event is not None and seen is not None else ()

    # what is kept of it elsewhere

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        if action == "receipt":
            return bool(self._desk.who)
        return super().check_action(action, parameters)

    @work(group="ask", exclusive=True)
    async def action_receipt(self) -> None:
        seen = self.seen
        if seen is None:
            return
        found = await self.run_worker(
            lambda: receipts(self._desk), thread=True, group="receipt"
        ).wait()
        kept = Kept(
            _("receipt of my entries"), lambda width: [*receipt_lines(found, seen.zone, width)]
        )
        save: bool = await self.app.push_screen_wait(kept)
        if not save or not found:
            return
        name = f"receipt-{self._desk.who}-{seen.today:%Y%m%d}.json"
        proposed = self._desk.campaign.folder / "reports" / name
        why = _("later `rolcheck audit verify --against FILE` holds the ledger against it.")
        path = await wanted_file(self.app, _("save the receipt in which file"), why, proposed)
        if path is not None:
            self._save(path, receipts_text(found))

    @work(thread=True, group="write", exclusive=True)
    def _save(self, path: Path, text: str) -> None:
        try:
            if path.parent.name == "reports" and not path.parent.exists():
                path.parent.mkdir()
            write_atomic(path, text.encode())
        except (OSError, RolcheckError) as error:
            failed = InputError(N_("the file cannot be written"), where=Place(str(path)))
            self.post_message(Failed(error if isinstance(error, RolcheckError) else failed))
            return
        self.post_message(Said(_("written: {file}").format(file=path)))

    # is it what was written?

    def _head(self, width: int) -> Sequence[Line]:
        if self._checking:
            return [(Part(self._checking, "muted"),)]
        seen = self.seen
        if seen is None:
            return [BLANK]
        if not seen.head:
            return [(Part(_("the head is shown once the blind round is closed"), "dim"),)]
        label = (Part(_("head"), "dim"), gap(2), Part(seen.head, "muted"))
        return [aside(label, (), width)]

    def action_back(self) -> None:
        if self._checking:
            self.workers.cancel_group(self, "verify")
            self._say_checking("")
        else:
            super().action_back()

    def action_verify(self) -> None:
        if not self._checking:
            self._say_checking(_("the ledger is being read ..   Esc stops"))
            self._verify()

    def _say_checking(self, text: str) -> None:
        self._checking = text
        self.query_one("#head", Facts).redraw()

    @work(thread=True, group="verify", exclusive=True)
    def _verify(self) -> None:
        worker = get_current_worker()

        def tell(done: int, all: int) -> None:
            if worker.is_cancelled:
                raise _StoppedError
            words = _("{share} of the ledger is checked ..   Esc stops")
            self.app.call_from_thread(
                self._say_checking, words.format(share=f"{100 * done // all}%")
            )

        try:
            faults = desk_faults(self._desk, tell)
        except _StoppedError:
            return
        except RolcheckError as error:
            self.app.call_from_thread(self._say_checking, "")
            self.post_message(Failed(error))
            return
        if not worker.is_cancelled:
            self.app.call_from_thread(self._verified, faults)

    def _verified(self, faults: Sequence[Problem]) -> None:
        self._say_checking("")
        if not faults:
            self.say(_("the ledger is whole: every entry is as it was written"))
            return
        title = ngettext(
            "the ledger is not what was written: {n} fault",
            "the ledger is not what was written: {n} faults",
            len(faults),
        ).format(n=len(faults))
        texts = [problem_words(one) for one in faults]
        self.app.push_screen(
            Page(
                title,
                lambda width: [(Part(line),) for text in texts for line in wrap(text, width)],
            )
        )
