"""`progress`: who has done what, how fast, what is left, and when it will be done."""

import click

from rolcheck.base.messages import N_
from rolcheck.cli.context import Context
from rolcheck.cli.options import format_option, round_option
from rolcheck.cli.output import Column, Format, Table, Value
from rolcheck.cli.parsing import as_command, option
from rolcheck.desk.desk import Desk
from rolcheck.desk.rounds.burndown import burn_down
from rolcheck.desk.rounds.progress import By, progress
from rolcheck.desk.seen import ProgressRow
from rolcheck.locale import _, language
from rolcheck.reports.summary_json import STATISTIC_PLACES
from rolcheck.reports.summary_json import number as decimal

COLUMNS = (
    Column("id", N_("id")),
    Column("name", N_("name")),
    Column("due", N_("owed"), right=True),
    Column("done", N_("done"), right=True),
    Column("left", N_("left"), right=True),
    Column("late", N_("late"), right=True),
    Column("to_confirm", N_("to confirm"), right=True),
    Column("a_day", N_("a day"), right=True),
    Column("an_hour", N_("an hour"), right=True),
    Column("end", N_("expected end")),
    Column("last", N_("last entry"), moment=True),
)
DAYS = (
    Column("day", N_("day")),
    Column("left", N_("left"), right=True),
    Column("even", N_("even line"), right=True),
)
SHOWN_PLACES = 1


def _name(row: ProgressRow, form: Format) -> str:
    """Return the name in the language in use; for programs it is the same in every language."""
    return row.name_en if form == "table" and language() == "en" and row.name_en else row.name


@as_command(
    details=N_(
        "Of the open round, else the latest closed; as far as you may see it. A day: items done on "
        "the last five days with entries, divided by the working days since the first of them. An "
        "hour: from the times between entries, pauses over 30 minutes and imports left out. The "
        "expected end is when the rest is done at the speed of a day."
    ),
    examples=(
        "rolcheck --as coordinator-01 progress --by submission",
        "rolcheck --as coordinator-01 progress --burn-down",
    ),
)
@option(
    "--by",
    type=click.Choice(("reviewer", "submission", "area", "unit", "round")),
    default="reviewer",
    help=N_("what a line stands for"),
)
@option("--burn-down", is_flag=True, help=N_("draw what was left by day against the even line"))
@round_option
@format_option
@click.pass_obj
def command(context: Context, by: By, burn_down: bool, number: int | None, form: Format) -> None:
    """Show the progress of the round."""
    desk = context.reading()
    if burn_down:
        _burn_down(context, desk, number, form)
        return
    found = progress(desk.standing(), desk.sight(), by, number, today=desk.today())
    rows = [_values(row, form) for row in found]
    context.table(Table(COLUMNS, rows, desk.standing().settings.timezone), form)


def _values(row: ProgressRow, form: Format) -> list[Value]:
    places = SHOWN_PLACES if form == "table" else STATISTIC_PLACES
    return [
        row.id,
        _name(row, form),
        row.due,
        row.done,
        row.left,
        row.late,
        row.to_confirm,
        decimal(row.a_day, places),
        decimal(row.an_hour, places),
        row.end.isoformat() if row.end else None,
        row.last,
    ]


def _burn_down(context: Context, desk: Desk, number: int | None, form: Format) -> None:
    burn = burn_down(desk.standing(), desk.sight(), number, today=desk.today())
    if form == "table":
        from rolcheck.cli.burning import burn_down_text

        nothing = _("Nothing of this round is owed that you may see.") + "\n"
        context.output(burn_down_text(burn, plain=context.plain) if burn else nothing, None)
        return
    places = STATISTIC_PLACES
    rows: list[list[Value]] = [
        [one.day.isoformat(), one.left, decimal(one.even, places)]
        for one in (burn.days if burn else ())
    ]
    context.table(Table(DAYS, rows), form)
