"""`criteria export`: a criteria set as a table."""

from pathlib import Path

import click

from rolcheck.base.messages import N_
from rolcheck.cli.commands.criteria.naming import named_criteria
from rolcheck.cli.context import Context
from rolcheck.cli.drawing import draw
from rolcheck.cli.options import output_option
from rolcheck.cli.parsing import Command, option
from rolcheck.reports.documents.criteria import criteria_document


@click.command(
    "export",
    cls=Command,
    summary=N_("write a criteria set as a table: a workbook, or Markdown"),
    details=N_("A workbook can be edited and read back with criteria import."),
    examples=("rolcheck criteria export general --format xlsx -o general.xlsx",),
)
@click.argument("name", metavar="ID")
@option(
    "--format",
    "form",
    type=click.Choice(("xlsx", "md")),
    default="md",
    help=N_("how it is written"),
)
@output_option
@click.pass_obj
def export_command(context: Context, name: str, form: str, target: Path | None) -> None:
    """Write a criteria set as a table."""
    document = criteria_document(named_criteria(context, name), parted=form == "md")
    draw(context, document, form, target)
