"""What a command is given: the campaign asked for, who asks, and a place to answer."""

import sys
from collections.abc import Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

import click

from rolcheck.base.errors import InputError
from rolcheck.base.messages import N_
from rolcheck.base.wrapping import one_line
from rolcheck.cli.exits import ExitStatus
from rolcheck.cli.failures import problem_text
from rolcheck.locale import _, language

if TYPE_CHECKING:
    from rolcheck.cli.output import Format, Table
    from rolcheck.desk.desk import Desk
    from rolcheck.locale import Language

CAMPAIGN = "campaign.toml"
SUBMISSIONS = "submissions"


class Context:
    """What the options before the command say, and the desk that they lead to.

    Args:
        folder: The campaign's folder as asked for; None to look for it.
        who: The person's id; empty for somebody who only reads.
        debug: Whether errors show where they come from.
        plain: Whether the app draws with ASCII only.
    """

    def __init__(
        self, folder: Path | None = None, who: str = "", *, debug: bool = False, plain: bool = False
    ) -> None:
        self.folder, self.who, self.debug, self.plain = folder, who, debug, plain

    @property
    def lang(self) -> "Language":
        """The language in use."""
        return language()

    @cached_property
    def campaign_folder(self) -> Path:
        """The campaign's folder: as asked for, else here, else the one below ./submissions.

        Raises:
            InputError: There is none, or several.
        """
        if self.folder is not None:
            return self.folder
        found = campaign_folders()
        if not found:
            raise InputError(
                N_("no campaign here"),
                hint=N_("name its folder with -C DIR, or begin one: rolcheck demo, rolcheck init"),
            )
        if len(found) > 1:
            raise InputError(
                N_("several campaigns here: {folders}"),
                hint=N_("name one with -C DIR"),
                folders=", ".join(map(str, found)),
            )
        return found[0]

    @cached_property
    def desk(self) -> "Desk":
        """The desk of the person, in that campaign."""
        from rolcheck.wiring import open_desk

        return open_desk(self.campaign_folder, self.who)

    def reading(self) -> "Desk":
        """Return the desk for a command that only reads; warn where files are not as recorded."""
        for name in self.desk.changed_files():
            self.note(
                _("warning: {file} changed since it went on record; the record is shown").format(
                    file=name
                )
            )
        for problem in self.desk.campaign.broken:
            self.note(_("warning: {problem}").format(problem=problem_text(problem)))
        return self.desk

    def writing(self) -> "Desk":
        """Return the desk for a command that writes.

        Raises:
            UsageError: Nobody says who is writing.
        """
        self.must_have_who()
        return self.desk

    def must_have_who(self) -> str:
        """Return who is asking.

        Raises:
            UsageError: Nobody says so.
        """
        if not self.who:
            raise InputError(
                N_("this command must know who you are"),
                hint=N_("say so with --as WHO or $ROLCHECK_AS"),
            )
        return self.who

    def round_or_current(self, number: int | None) -> int:
        """Return a round that was named, else the open one, else the latest closed, else 1.

        Raises:
            InputError: The campaign has no such round.
        """
        standing = self.desk.standing()
        if number is None:
            return standing.current_round
        standing.plan(number)
        return number

    def say(self, text: str) -> None:
        """Print a line of data on stdout."""
        sys.stdout.write(f"{text}\n")

    def note(self, text: str) -> None:
        """Print a line of talk on stderr."""
        sys.stderr.write(f"{one_line(text)}\n")

    def table(self, table: "Table", form: "Format") -> None:
        """Print rows on stdout in the format asked for."""
        from rolcheck.cli.output import drawn

        sys.stdout.write(drawn(table, form))

    def json(self, value: object) -> None:
        """Print a value on stdout as JSON."""
        from rolcheck.cli.output import json_text

        sys.stdout.write(json_text(value))

    def output(self, text: str, path: Path | None) -> None:
        """Print a text on stdout, or write it into a file that is named.

        A CSV file begins with a BOM, or Excel takes it for the machine's own encoding.
        """
        if path is None:
            sys.stdout.write(text)
            return
        from rolcheck.base.files import BOM, write_atomic

        mark = BOM if path.suffix.lower() == ".csv" else ""
        write_atomic(path, (mark + text).encode())
        self.note(_("written: {file}").format(file=path))

    def output_bytes(self, data: bytes, path: Path | None) -> None:
        """Write what is no text into a file, or to a stdout that is no terminal.

        Raises:
            InputError: It would go to a terminal.
        """
        if path is None:
            if sys.stdout.isatty():
                raise InputError(N_("this is no text to show"), hint=N_("name a file with -o FILE"))
            sys.stdout.flush()
            sys.stdout.buffer.write(data)
            return
        from rolcheck.base.files import write_atomic

        write_atomic(path, data)
        self.note(_("written: {file}").format(file=path))

    def exit(self, status: ExitStatus) -> None:
        """End the command with an exit status."""
        raise click.exceptions.Exit(status)


def campaign_folders() -> Sequence[Path]:
    """Return the campaign that stands here, else those below ./submissions, by name."""
    here = Path()
    if (here / CAMPAIGN).is_file():
        return (here,)
    return tuple(sorted(path.parent for path in (here / SUBMISSIONS).glob(f"*/{CAMPAIGN}")))
