"""`declare`: make the campaign's declarations."""

import click

from rolcheck.base.messages import N_
from rolcheck.cli.acknowledging import acknowledge
from rolcheck.cli.context import Context
from rolcheck.cli.parsing import as_command


@as_command(
    details=N_("Without them no score is taken, where the campaign asks for any."),
    examples=("rolcheck --as reviewer-01 declare",),
)
@click.pass_obj
def command(context: Context) -> None:
    """Declare."""
    acknowledge(context, context.writing().declare())
