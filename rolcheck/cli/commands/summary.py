"""`summary`: the result of the campaign, for a leader or for another program."""

from pathlib import Path

import click

from rolcheck.base.messages import N_
from rolcheck.cli.context import Context
from rolcheck.cli.drawing import draw
from rolcheck.cli.options import edition_option, output_option, round_option
from rolcheck.cli.output import json_text
from rolcheck.cli.parsing import as_command, option
from rolcheck.desk.reporting import summary_of, units_of
from rolcheck.reports.exports import summary_for, units_for
from rolcheck.reports.summary_json import summary_json
from rolcheck.reports.units_json import units_json

FORMATS = ("text", "json", "md", "html", "svg", "csv", "xlsx")


@as_command(
    details=N_("As far as you may see it: of a blind open round, what the round before came to."),
    examples=(
        "rolcheck summary",
        "rolcheck summary --round 2 --format json -o summary.json",
        "rolcheck summary --submission yunlan",
        "rolcheck summary --edition 1 --format csv -o first.csv",
        "rolcheck summary --by unit --format html -o units.html",
    ),
)
@round_option
@edition_option
@option("--submission", default="", metavar="ID", help=N_("one submission only, in full"))
@option(
    "--by",
    type=click.Choice(("submission", "unit")),
    default="submission",
    help=N_("what a line stands for"),
)
@option(
    "--format",
    "form",
    type=click.Choice(FORMATS),
    default=FORMATS[0],
    help=N_("how it is written; JSON and CSV are the same in every language"),
)
@output_option
@click.pass_obj
def command(
    context: Context,
    number: int | None,
    edition: int | None,
    submission: str,
    by: str,
    form: str,
    target: Path | None,
) -> None:
    """Print the summary."""
    desk = context.reading()
    if target is not None or desk.standing().is_sealed:  # what is handed on must be explicable
        desk.must_be_sound()
    if by == "unit":
        summary, units = units_of(desk, number, submission=submission, edition=edition)
        if form == "json":
            context.output(json_text(units_json(summary, units)), target)
        else:
            draw(context, units_for(form, summary, units), form, target)
        return
    summary = summary_of(desk, number, submission=submission, edition=edition)
    if form == "json":
        context.output(json_text(summary_json(summary)), target)
    else:
        draw(context, summary_for(form, summary, detailed=bool(submission)), form, target)
