"""`recuse`: bar somebody from a submission."""

import click

from rolcheck.base.messages import N_
from rolcheck.cli.acknowledging import acknowledge
from rolcheck.cli.context import Context
from rolcheck.cli.options import reason_option
from rolcheck.cli.parsing import as_command, option


@as_command(
    details=N_("Scores given before stay on record and count no more until the bar is lifted."),
    examples=("rolcheck --as coordinator-01 recuse reviewer-03 yunlan --reason 曾任职于该区",),
)
@click.argument("reviewer", metavar="WHO")
@click.argument("submission")
@reason_option()
@option("--lift", is_flag=True, help=N_("lift the bar"))
@click.pass_obj
def command(context: Context, reviewer: str, submission: str, reason: str, lift: bool) -> None:
    """Recuse a reviewer, or lift it."""
    acknowledge(context, context.writing().recuse(reviewer, submission, reason, lift=lift))
