"""`sensitivity`: whether the ranking hangs on the method or on one reviewer."""

import click

from rolcheck.base.messages import N_
from rolcheck.cli.context import Context
from rolcheck.cli.options import format_option, round_option
from rolcheck.cli.output import Column, Format, Table, Value
from rolcheck.cli.parsing import as_command
from rolcheck.desk.reporting import reading_of
from rolcheck.reports.reviewing import sensitivity_json, sensitivity_words
from rolcheck.reports.summary import round_facts
from rolcheck.scoring.reviewing import sensitivity_of

COLUMNS = (
    Column("submission", N_("submission")),
    Column("rank", N_("rank"), right=True),
    Column("best", N_("best rank"), right=True),
    Column("worst", N_("worst rank"), right=True),
    Column("by_method", N_("methods that change it"), right=True),
    Column("by_reviewer", N_("reviewers whose absence changes it"), right=True),
)


@as_command(
    details=N_(
        "The ranking by mean, median and trimmed mean, and with each reviewer left out. Rulings "
        "stand, and so does a score that one reviewer alone gave. JSON lists every variant; "
        "reviewers are named in it to coordinators and arbiters only."
    ),
    examples=("rolcheck sensitivity", "rolcheck sensitivity --round 2 --format json"),
)
@round_option
@format_option
@click.pass_obj
def command(context: Context, number: int | None, form: Format) -> None:
    """Tell whether the ranking hangs on the method or on one reviewer."""
    desk = context.reading()
    reading = reading_of(desk, number)
    found = sensitivity_of(reading.results)
    if form == "json":
        named = desk.sight().sees_all
        context.json(sensitivity_json(found, round_facts(reading), named=named))
        return
    if form == "table":
        for sentence in sensitivity_words(found):
            context.say(sentence)
    rows: list[list[Value]] = [
        [one.submission, one.rank, one.best, one.worst, one.by_method, one.by_reviewer]
        for one in found.places
    ]
    context.table(Table(COLUMNS, rows), form)
