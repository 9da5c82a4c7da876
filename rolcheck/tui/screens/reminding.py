"""Reminders to read, copy or save: one text a person."""

from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import ClassVar

from textual import work
from textual.binding import Binding, BindingType

from rolcheck.base.errors import RolcheckError
from rolcheck.base.files import write_atomic
from rolcheck.base.messages import N_
from rolcheck.base.wrapping import wrap
from rolcheck.desk.rounds.reminder_words import reminder_text
from rolcheck.desk.rounds.reminders import Reminder
from rolcheck.locale import _
from rolcheck.tui.messages import Failed, Said
from rolcheck.tui.screens.page import Page
from rolcheck.tui.text import BLANK, Line, Part

FOLDER = "reminders"


class Reminding(Page):
    """Shows reminders as they would be sent.

    Args:
        found: The reminders; not empty.
        reports: The folder below which they are saved.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("c", "copy", N_("copy"), id="reminding.copy"),
        Binding("w", "save", N_("save as files"), id="reminding.save"),
    ]

    def __init__(self, found: Sequence[Reminder], reports: Path) -> None:
        super().__init__(_("reminders"), self._texts)
        self._found, self._folder = tuple(found), reports / FOLDER

    def _texts(self, width: int) -> list[Line]:
        lines: list[Line] = []
        for one in self._found:
            for text in reminder_text(one).rstrip().split("\n"):
                lines += [(Part(line),) for line in wrap(text, width)] or [BLANK]
            lines += [BLANK, (Part("-" * width, "dim"),), BLANK]
        return lines[:-3]

    def action_copy(self) -> None:
        """Hand the texts to the terminal's clipboard."""
        self.app.copy_to_clipboard("\n".join(map(reminder_text, self._found)))
        self._tell(_("copied, where the terminal allows it"))

    @work(thread=True, exclusive=True, group="write")
    def action_save(self) -> None:
        """Write a file for each."""
        try:
            with suppress(OSError):  # then the first file says what is wrong
                self._folder.mkdir(parents=True, exist_ok=True)
            for one in self._found:
                write_atomic(self._folder / f"{one.id}.txt", reminder_text(one).encode())
        except RolcheckError as error:
            self.app.call_from_thread(self.app.post_message, Failed(error))
            return
        self.app.call_from_thread(self._tell, _("written: {file}").format(file=self._folder))

    def _tell(self, said: str) -> None:
        self.dismiss(None)
        self.app.post_message(Said(said))
