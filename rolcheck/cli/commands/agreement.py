"""`agreement`: how far the reviewers agree."""

import click

from rolcheck.base.messages import N_
from rolcheck.cli.context import Context
from rolcheck.cli.drawing import draw
from rolcheck.cli.options import format_option, round_option
from rolcheck.cli.output import Column, Format, Table, Value, drawn
from rolcheck.cli.parsing import as_command, option
from rolcheck.desk.reporting import reading_of
from rolcheck.reports.documents.agreement import agreement_document
from rolcheck.reports.summary import Reading, round_facts
from rolcheck.reports.summary_json import STATISTIC_PLACES, agreement_json, number
from rolcheck.reports.words import titled
from rolcheck.scoring.agreement import LEVELS, Level
from rolcheck.scoring.coefficients import Coefficients
from rolcheck.scoring.reviewing import by_indicator, coefficients_of

COLUMNS = (
    Column("indicator", N_("indicator")),
    Column("title", N_("title")),
    Column("units", N_("items with two scores or more"), right=True),
    Column("pairable", N_("scores in them"), right=True),
    Column("alpha", "alpha", right=True),
)


@as_command(
    details=N_("Krippendorff's alpha over shares of the full points; bonus and veto left out."),
    examples=(
        "rolcheck agreement",
        "rolcheck agreement --indicator 3.2.1 --level ordinal",
        "rolcheck agreement --by indicator",
    ),
)
@option("--indicator", default="", metavar="ID", help=N_("one indicator only"))
@option(
    "--by",
    type=click.Choice(("indicator",)),
    help=N_("list every indicator, the least agreed on first"),
)
@option(
    "--level",
    type=click.Choice(LEVELS),
    default="interval",
    help=N_("the level of measurement"),
)
@round_option
@format_option
@click.pass_obj
def command(
    context: Context, indicator: str, by: str | None, level: Level, number: int | None, form: Format
) -> None:
    """Tell how far the reviewers agree."""
    reading = reading_of(context.reading(), number)
    criteria = reading.results.standing.criteria
    one = criteria.indicator(indicator) if indicator else None
    if by:
        context.table(Table(COLUMNS, _by_indicator(reading, level, form)), form)
        return
    if one is None and len(criteria.base) == 1:
        one = criteria.base[0]
    found = coefficients_of(reading.results, level, one.id if one else None)
    if form == "json":
        context.json(agreement_json(found))
    elif form == "csv":
        context.output(drawn(_flat(found), form), None)
    else:
        draw(context, agreement_document(found, round_facts(reading), one), "text")


def _by_indicator(reading: Reading, level: Level, form: Format) -> list[list[Value]]:
    criteria = reading.results.standing.criteria
    rows: list[list[Value]] = []
    for id, one in by_indicator(reading.results, level):
        indicator = criteria.indicator(id)
        title = titled(indicator) if form == "table" else indicator.title
        rows.append([id, title, one.units, one.pairable, number(one.alpha, STATISTIC_PLACES)])
    return rows


def _flat(found: Coefficients) -> Table:
    """Return the coefficients as one row."""
    agreement = found.agreement
    values: dict[str, Value] = {
        "level": agreement.level,
        "units": agreement.units,
        "pairable": agreement.pairable,
        "alpha": number(agreement.alpha, STATISTIC_PLACES),
        "fleiss": number(found.fleiss, STATISTIC_PLACES),
        **{f"icc_{form}": number(value, STATISTIC_PLACES) for form, value in found.icc.items()},
        "kendall_w": number(found.kendall_w, STATISTIC_PLACES),
    }
    return Table([Column(name, name) for name in values], [list(values.values())])
