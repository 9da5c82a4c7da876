"""`remind`: reminders as text ready to send, one a person."""

from contextlib import suppress
from pathlib import Path

import click

from rolcheck.base.messages import N_
from rolcheck.cli.context import Context
from rolcheck.cli.output import Column, Table, drawn
from rolcheck.cli.parsing import as_command, option
from rolcheck.desk.rounds.reminder_words import reminder_text, subject
from rolcheck.desk.rounds.reminders import Reminder, reminders
from rolcheck.locale import _

COLUMNS = tuple(
    Column(name, name)
    for name in ("id", "name", "kind", "round", "open", "due", "late", "subject", "text")
)
RULE = "-" * 72


@as_command(
    details=N_(
        "For everybody who owes something in the open round: reviewers their open items, arbiters "
        "what waits for a ruling, responsible units the findings that they have not answered. "
        "Nothing is sent. In the language of --lang."
    ),
    examples=(
        "rolcheck --as coordinator-01 remind --reviewer reviewer-05",
        "rolcheck --as coordinator-01 --lang zh remind -o reminders",
    ),
)
@option("--reviewer", default="", metavar="WHO", help=N_("one person only"))
@option("--unit", default="", metavar="UNIT", help=N_("one responsible unit only, by id or name"))
@option(
    "-o",
    "--output",
    "target",
    type=click.Path(path_type=Path, file_okay=False),
    metavar="DIR",
    help=N_("write a file for each into DIR instead of stdout"),
)
@option(
    "--format",
    "form",
    type=click.Choice(("text", "json", "csv")),
    default="text",
    help=N_("how they are printed; in JSON and CSV the text is a field"),
)
@click.pass_obj
def command(context: Context, reviewer: str, unit: str, target: Path | None, form: str) -> None:
    """Write reminders."""
    found = reminders(context.writing(), reviewer=reviewer, unit=unit)
    if not found:
        context.note(_("nothing is open: there is nobody to remind"))
    if target is not None:
        write_reminders(context, found, target)
    elif form == "text":
        context.output(f"{RULE}\n".join(map(reminder_text, found)), None)
    else:
        rows = [_values(one) for one in found]
        context.output(drawn(Table(COLUMNS, rows), "json" if form == "json" else "csv"), None)


def write_reminders(context: Context, found: tuple[Reminder, ...], folder: Path) -> None:
    """Write a file for each person and unit."""
    with suppress(OSError):  # then the first file says what is wrong
        folder.mkdir(parents=True, exist_ok=True)
    for one in found:
        context.output(reminder_text(one), folder / f"{one.id}.txt")


def _values(one: Reminder) -> list[str | int | bool | None]:
    return [
        one.id,
        one.name,
        one.kind,
        one.round,
        one.open,
        one.due.isoformat() if one.due else None,
        one.is_late,
        subject(one),
        reminder_text(one),
    ]
