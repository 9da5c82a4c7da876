"""`summary`: the result of the campaign, for a leader or for another program."""

from pathlib import Path

import click

from rolcheck.base.messages import N_
from rolcheck.cli.context import Context
from rolcheck.cli.drawing import draw
from rolcheck.cli.options import output_option, round_option
from rolcheck.cli.output import json_text
from rolcheck.cli.parsing import as_command, option
from rolcheck.desk.reporting import summary_of
from rolcheck.reports.documents.sheet import sheet_document
from rolcheck.reports.documents.summary import summary_document
from rolcheck.reports.summary_json import summary_json

FORMATS = ("text", "json", "md", "csv")


@as_command(
    details=N_("As far as you may see it: of a blind open round, what the round before came to."),
    examples=(
        "rolcheck summary",
        "rolcheck summary --round 2 --format json -o summary.json",
        "rolcheck summary --submission yunlan",
    ),
)
@round_option
@option("--submission", default="", metavar="ID", help=N_("one submission only, in full"))
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
    context: Context, number: int | None, submission: str, form: str, target: Path | None
) -> None:
    """Print the summary."""
    desk = context.reading()
    if target is not None or desk.standing().is_sealed:  # what is handed on must be explicable
        desk.must_be_sound()
    summary = summary_of(desk, number, submission=submission)
    match form:
        case "json":
            context.output(json_text(summary_json(summary)), target)
        case "csv":
            draw(context, sheet_document(summary), form, target)
        case _:
            draw(context, summary_document(summary, detailed=bool(submission)), form, target)
