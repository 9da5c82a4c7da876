"""Sitting down: in which campaign, and as whom; also as somebody else, or elsewhere."""

import asyncio
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from textual.app import App, ComposeResult
from textual.screen import Screen

from rolcheck.base.errors import InputError, ProblemsError, RolcheckError
from rolcheck.base.messages import N_
from rolcheck.campaign.permissions import person
from rolcheck.desk.desk import Desk
from rolcheck.locale import _
from rolcheck.locale.words import ROLES
from rolcheck.tui.messages import Failed
from rolcheck.tui.screens.base import DeskScreen
from rolcheck.tui.screens.chooser import Chooser, Option
from rolcheck.tui.screens.prompt import Prompt
from rolcheck.tui.seats import Seats
from rolcheck.tui.text import Part
from rolcheck.tui.widgets.pane import Pane

NOBODY = "-"  # no id: these begin with a letter or a digit
OTHER = "+"  # a folder that is not in the list


class Threshold(DeskScreen):
    """What stands behind the questions before the first screen."""

    NAME = "rolcheck"

    def compose_panes(self) -> ComposeResult:
        yield Pane(work=True, bar=False)


@dataclass(frozen=True, slots=True)
class CampaignChoice:
    """One campaign to choose.

    Attributes:
        folder: Where it stands.
        title: What it is called; empty if that cannot be read.
    """

    folder: Path
    title: str


class Start:
    """Asks for the campaign where there are several, then for the person where none is named.

    Args:
        campaigns: Those to choose from; one is not asked for.
        who: The person's id; None to ask.
        open_desk: Opens a campaign's desk for nobody in particular; may take its time.
        desk: The desk of the only campaign, where it was opened already.
        seats: Remembers where and as whom one sat; None to remember nothing.
    """

    def __init__(
        self,
        campaigns: Sequence[CampaignChoice],
        who: str | None,
        open_desk: Callable[[Path], Desk],
        desk: Desk | None = None,
        seats: Seats | None = None,
    ) -> None:
        self.campaigns = tuple(campaigns)
        self._who, self._open, self._desk, self._seats = who, open_desk, desk, seats

    def screen(self) -> Screen[None]:
        """Return what stands behind the questions."""
        return Threshold()

    async def choose(self, app: App[None]) -> Desk | None:
        """Return the desk; None where one leaves instead."""
        while True:
            desk = self._desk or await self._chosen_desk(app, self._who)
            if desk is None:
                return None
            if self._who is not None:
                return self._seated(desk, self._who)
            seated = await self.another_person(app, desk)
            if seated is not None or self._desk is not None:
                return seated

    async def another_person(self, app: App[None], desk: Desk) -> Desk | None:
        """Return the same desk for whom one chooses to be; None where nobody is chosen."""
        known = self._seats.who(desk.campaign.folder) if self._seats else None
        selected = NOBODY if known == "" else known or ""
        chooser = Chooser(N_("who are you"), _people(desk), selected)
        who: str | None = await app.push_screen_wait(chooser)
        return None if who is None else self._seated(desk, "" if who == NOBODY else who)

    async def another_campaign(self, app: App[None]) -> Desk | None:
        """Return the desk of a campaign to choose, as whom one chooses; None to stay."""
        desk = await self._chosen_desk(app, None, elsewhere=True)
        return None if desk is None else await self.another_person(app, desk)

    async def _chosen_desk(
        self, app: App[None], who: str | None, *, elsewhere: bool = False
    ) -> Desk | None:
        """Return the desk of the campaign that is chosen; `elsewhere` may be any folder."""
        options = [
            Option(
                str(one.folder), "", one.title or str(one.folder), (Part(one.folder.name, "dim"),)
            )
            for one in self.campaigns
        ]
        if elsewhere:
            options.append(Option(OTHER, "", _("another folder ..")))
        last = self._seats.last if self._seats else None
        failed: RolcheckError | None = None
        while True:
            chooser = Chooser(N_("which campaign"), options, str(last or ""))
            if failed is not None:  # said in its last line, once it has one
                chooser.call_after_refresh(chooser.post_message, Failed(failed))
            chosen: str | None = await app.push_screen_wait(chooser)
            if chosen == OTHER:
                chosen = await app.push_screen_wait(_asking_for_folder())
            if chosen is None:
                return None
            try:
                return await asyncio.to_thread(self._opened, Path(chosen).expanduser(), who)
            except RolcheckError as error:
                failed = _plainly(error)

    def _opened(self, folder: Path, who: str | None) -> Desk:
        desk = self._open(folder)
        if who:
            person(desk.standing().settings, who)
        return desk

    def _seated(self, desk: Desk, who: str) -> Desk:
        if self._seats:
            self._seats.keep(desk.campaign.folder, who)
        return desk.seated(who)


def _plainly(error: RolcheckError) -> RolcheckError:
    """Return an error that says the first of several problems, for a line without details."""
    if not isinstance(error, ProblemsError) or not error.problems:
        return error
    first = error.problems[0]
    return InputError(first.message, where=first.where, hint=first.expected, **first.params)


def _asking_for_folder() -> Prompt:
    return Prompt(_("in which folder"), _("where its campaign.toml stands."), text=str(Path.cwd()))


def _people(desk: Desk) -> list[Option]:
    options = [
        Option(
            one.id,
            one.id,
            one.name,
            (Part("   ".join(_(ROLES[role]) for role in one.roles), "muted"),),
        )
        for one in desk.standing().settings.people.values()
    ]
    options.append(Option(NOBODY, "", _("just looking"), (Part(_("nothing is written"), "dim"),)))
    return options
