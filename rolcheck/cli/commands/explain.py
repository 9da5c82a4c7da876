"""`explain`: how a number came about, step by step, through the rounds."""

import click

from rolcheck.base.messages import N_
from rolcheck.cli.context import Context
from rolcheck.cli.drawing import draw
from rolcheck.cli.options import edition_option, plain_or_json_option, round_option
from rolcheck.cli.parsing import as_command
from rolcheck.desk.reporting import explanation_of
from rolcheck.reports.documents.explanation import explanation_document
from rolcheck.reports.explanation_json import explanation_json


@as_command(
    details=N_("Without an indicator: how the total came about."),
    examples=("rolcheck explain yunlan", "rolcheck explain yunlan 3.2.1 --round 2"),
)
@click.argument("submission")
@click.argument("indicator", default="")
@round_option
@edition_option
@plain_or_json_option("text")
@click.pass_obj
def command(
    context: Context,
    submission: str,
    indicator: str,
    number: int | None,
    edition: int | None,
    form: str,
) -> None:
    """Explain a total, or the score of one indicator."""
    explanation = explanation_of(context.reading(), submission, indicator, number, edition)
    if form == "json":
        context.json(explanation_json(explanation))
    else:
        draw(context, explanation_document(explanation), form)
