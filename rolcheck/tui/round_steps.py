"""Opening, closing, reopening and sealing rounds from the keyboard, each with its question."""

from collections.abc import Callable
from typing import ClassVar

from textual import work
from textual.binding import Binding, BindingType
from textual.reactive import reactive

from rolcheck.base.errors import RolcheckError
from rolcheck.base.messages import N_
from rolcheck.desk.desk import Desk
from rolcheck.desk.seen import RoundsSeen
from rolcheck.locale import _, ngettext
from rolcheck.tui.messages import Failed, LedgerGrew, Said
from rolcheck.tui.screens.base import DeskScreen
from rolcheck.tui.screens.prompt import Prompt, Question
from rolcheck.tui.widgets.rounds.steps import step


class RoundSteps(DeskScreen):
    """A screen from which the rounds are run; `seen` says what is possible."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("o", "open", N_("open the next round"), id="rounds.open"),
        Binding("c", "close", N_("close the round"), id="rounds.close"),
        Binding("r", "reopen", N_("reopen the round"), id="rounds.reopen"),
        Binding("s", "seal", N_("seal"), id="rounds.seal"),
    ]
    seen: reactive[RoundsSeen | None] = reactive(None, init=False, repaint=False)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        if action in ("open", "close", "reopen", "seal"):
            return step(self.seen, action) is not None
        return super().check_action(action, parameters)

    @work(group="ask", exclusive=True)
    async def action_open(self) -> None:
        wanted = step(self.seen, "open")
        if wanted is None:
            return
        explanation = _("whatever has no receipt yet is received; the settings go on record.")
        if await self._agreed(wanted.title, explanation):
            said = _("round {number} is open").format(number=wanted.round)
            self._write(lambda: self._desk.open_round(wanted.round), said)

    @work(group="ask", exclusive=True)
    async def action_close(self) -> None:
        wanted, left = step(self.seen, "close"), len(self.seen.blockers) if self.seen else 0
        if wanted is None:
            return
        said = _("round {number} is closed").format(number=wanted.round)
        if not left:
            explanation = _("nothing can be scored in it any more unless it is reopened.")
            if await self._agreed(wanted.title, explanation):
                self._write(lambda: self._desk.close_round(wanted.round), said)
            return
        explanation = ngettext(
            "{n} item is left; with a reason the round closes in spite of it. Each is recorded.",
            "{n} items are left; with a reason the round closes in spite of them."
            " Each is recorded.",
            left,
        ).format(n=left)
        reason = await self._reason(wanted.title, explanation)
        if reason:
            self._write(lambda: self._desk.close_round(wanted.round, waive=reason), said)

    @work(group="ask", exclusive=True)
    async def action_reopen(self) -> None:
        wanted = step(self.seen, "reopen")
        if wanted is None:
            return
        reason = await self._reason(wanted.title, _("the reason goes on record."))
        if reason:
            said = _("round {number} is open").format(number=wanted.round)
            self._write(lambda: self._desk.reopen_round(wanted.round, reason), said)

    @work(group="ask", exclusive=True)
    async def action_seal(self) -> None:
        wanted = step(self.seen, "seal")
        explanation = _("nothing can be changed after it; the seal stands on every report.")
        if wanted is not None and await self._agreed(wanted.title, explanation):
            self._write(self._desk.seal, _("the campaign is sealed"))

    async def _agreed(self, title: str, explanation: str) -> bool:
        agreed: bool = await self.app.push_screen_wait(Question(title, explanation))
        return agreed

    async def _reason(self, title: str, explanation: str) -> str | None:
        reason: str | None = await self.app.push_screen_wait(Prompt(title, explanation))
        return reason

    @work(thread=True, group="write", exclusive=True)
    def _write(self, write: Callable[[], object], said: str) -> None:
        try:
            write()
            self._desk.ledger.store.keep_head()
        except RolcheckError as error:
            self.post_message(Failed(error))
            return
        zone = self._desk.standing().settings.timezone
        self.post_message(Said(said, saved=f"{self._desk.now().astimezone(zone):%H:%M}"))
        self.app.post_message(LedgerGrew())
