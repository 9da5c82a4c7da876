"""`agreement`: how far the reviewers agree."""

import click

from rolcheck.base.messages import N_
from rolcheck.cli.context import Context
from rolcheck.cli.drawing import draw
from rolcheck.cli.options import plain_or_json_option, round_option
from rolcheck.cli.parsing import as_command, option
from rolcheck.desk.reporting import reading_of
from rolcheck.reports.documents.agreement import agreement_document
from rolcheck.reports.summary import round_facts
from rolcheck.reports.summary_json import agreement_json
from rolcheck.scoring.agreement import LEVELS, Level


@as_command(
    details=N_("Krippendorff's alpha over shares of the full points; bonus and veto left out."),
    examples=("rolcheck agreement", "rolcheck agreement --indicator 3.2.1 --level ordinal"),
)
@option("--indicator", default="", metavar="ID", help=N_("one indicator only"))
@option(
    "--level",
    type=click.Choice(LEVELS),
    default="interval",
    help=N_("the level of measurement"),
)
@round_option
@plain_or_json_option("table")
@click.pass_obj
def command(context: Context, indicator: str, level: Level, number: int | None, form: str) -> None:
    """Tell how far the reviewers agree."""
    reading = reading_of(context.reading(), number)
    results = reading.results
    one = results.standing.criteria.indicator(indicator) if indicator else None
    found = results.agreement(level, one.id if one else None)
    if form == "json":
        context.json(agreement_json(found))
    else:
        draw(context, agreement_document(found, round_facts(reading), one), "text")
