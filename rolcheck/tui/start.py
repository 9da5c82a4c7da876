"""Sitting down: in which campaign, and as whom."""

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
from rolcheck.tui.text import Part
from rolcheck.tui.widgets.pane import Pane

NOBODY = "-"  # no id: these begin with a letter or a digit


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
    """

    def __init__(
        self,
        campaigns: Sequence[CampaignChoice],
        who: str | None,
        open_desk: Callable[[Path], Desk],
        desk: Desk | None = None,
    ) -> None:
        self.campaigns = tuple(campaigns)
        self._who, self._open, self._desk = who, open_desk, desk

    def screen(self) -> Screen[None]:
        """Return what stands behind the questions."""
        return Threshold()

    async def choose(self, app: App[None]) -> Desk | None:
        """Return the desk; None where one leaves instead."""
        while True:
            desk = self._desk or await self._chosen_desk(app)
            if desk is None:
                return None
            who = self._who if self._who is not None else await _chosen_person(app, desk)
            if who is not None:
                return _seated(desk, who)
            if self._desk is not None:
                return None

    async def _chosen_desk(self, app: App[None]) -> Desk | None:
        options = [
            Option(str(at), "", one.title or str(one.folder), (Part(one.folder.name, "dim"),))
            for at, one in enumerate(self.campaigns)
        ]
        failed: RolcheckError | None = None
        while True:
            chooser = Chooser(N_("which campaign"), options)
            if failed is not None:  # said in its last line, once it has one
                chooser.call_after_refresh(chooser.post_message, Failed(failed))
            chosen: str | None = await app.push_screen_wait(chooser)
            if chosen is None:
                return None
            try:
                return await asyncio.to_thread(self._opened, self.campaigns[int(chosen)].folder)
            except RolcheckError as error:
                failed = _plainly(error)

    def _opened(self, folder: Path) -> Desk:
        desk = self._open(folder)
        if self._who:
            person(desk.standing().settings, self._who)
        return desk


def _plainly(error: RolcheckError) -> RolcheckError:
    """Return an error that says the first of several problems, for a line without details."""
    if not isinstance(error, ProblemsError) or not error.problems:
        return error
    first = error.problems[0]
    return InputError(first.message, where=first.where, hint=first.expected, **first.params)


async def _chosen_person(app: App[None], desk: Desk) -> str | None:
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
    chosen: str | None = await app.push_screen_wait(Chooser(N_("who are you"), options))
    return "" if chosen == NOBODY else chosen


def _seated(desk: Desk, who: str) -> Desk:
    return desk.seated(who) if who else desk
