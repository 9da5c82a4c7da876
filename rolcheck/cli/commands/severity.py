"""`severity`: how far each reviewer lies from the panel."""

import click

from rolcheck.base.messages import N_
from rolcheck.cli.context import Context
from rolcheck.cli.options import format_option, round_option
from rolcheck.cli.output import Column, Format, Table, Value
from rolcheck.cli.parsing import as_command
from rolcheck.desk.reporting import severities_of
from rolcheck.reports.reviewing import severity_words
from rolcheck.reports.summary_json import STATISTIC_PLACES
from rolcheck.reports.summary_json import number as decimal

COLUMNS = (
    Column("reviewer", N_("id")),
    Column("name", N_("name")),
    Column("items", N_("items compared"), right=True),
    Column("deviation", N_("mean deviation"), right=True),
    Column("low", N_("from (95 %)"), right=True),
    Column("high", N_("to (95 %)"), right=True),
)


@as_command(
    details=N_(
        "Mean of own score less panel score as a share of the full points, over items with two "
        "scores or more; bonus and veto left out. The interval is Student's. For coordinators "
        "and arbiters."
    ),
    examples=("rolcheck --as coordinator-01 severity",),
)
@round_option
@format_option
@click.pass_obj
def command(context: Context, number: int | None, form: Format) -> None:
    """Tell how far each reviewer lies from the panel."""
    desk = context.reading()
    found = severities_of(desk, number)
    people = desk.standing().settings.people
    names = {id: one.name for id, one in people.items()}
    if form == "table":
        context.say(severity_words(found, names))
    rows: list[list[Value]] = [
        [
            one.reviewer,
            names[one.reviewer],
            one.items,
            *(decimal(share, STATISTIC_PLACES) for share in (one.deviation, one.low, one.high)),
        ]
        for one in found
    ]
    context.table(Table(COLUMNS, rows), form)
