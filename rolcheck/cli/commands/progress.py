"""`progress`: who has done what, and what is left."""

import click

from rolcheck.base.messages import N_
from rolcheck.cli.context import Context
from rolcheck.cli.options import format_option
from rolcheck.cli.output import Column, Format, Table
from rolcheck.cli.parsing import as_command, option
from rolcheck.desk.rounds.progress import By, progress
from rolcheck.desk.seen import ProgressRow
from rolcheck.locale import language

COLUMNS = (
    Column("id", N_("id")),
    Column("name", N_("name")),
    Column("due", N_("owed"), right=True),
    Column("done", N_("done"), right=True),
    Column("left", N_("left"), right=True),
    Column("to_confirm", N_("to confirm"), right=True),
    Column("last", N_("last entry"), moment=True),
)


def _name(row: ProgressRow, form: Format) -> str:
    """Return the name in the language in use; for programs it is the same in every language."""
    return row.name_en if form == "table" and language() == "en" and row.name_en else row.name


@as_command(
    details=N_("Of the open round, else the latest closed; as far as you may see it."),
    examples=("rolcheck --as coordinator-01 progress --by submission",),
)
@option(
    "--by",
    type=click.Choice(("reviewer", "submission", "area", "unit")),
    default="reviewer",
    help=N_("what a line stands for"),
)
@format_option
@click.pass_obj
def command(context: Context, by: By, form: Format) -> None:
    """Show the progress of the round."""
    desk = context.reading()
    rows = [
        (row.id, _name(row, form), row.due, row.done, row.left, row.to_confirm, row.last)
        for row in progress(desk.standing(), desk.sight(), by)
    ]
    context.table(Table(COLUMNS, rows, desk.standing().settings.timezone), form)
