"""`declare`: make the campaign's declarations."""

import click

from rolcheck.base.messages import N_
from rolcheck.cli.acknowledging import acknowledge
from rolcheck.cli.context import Context
from rolcheck.cli.options import for_option
from rolcheck.cli.parsing import as_command


@as_command(
    details=N_("Without them no score is taken, where the campaign asks for any."),
    examples=(
        "rolcheck --as reviewer-01 declare",
        "rolcheck --as coordinator-01 declare --for reviewer-01",
    ),
)
@for_option("reviewer", N_("who made them, on paper; a coordinator enters them"))
@click.pass_obj
def command(context: Context, reviewer: str) -> None:
    """Declare."""
    acknowledge(context, context.writing().declare(reviewer=reviewer))
