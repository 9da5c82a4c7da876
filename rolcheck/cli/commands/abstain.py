"""`abstain`: step back from a submission."""

import click

from rolcheck.base.messages import N_
from rolcheck.cli.acknowledging import acknowledge
from rolcheck.cli.context import Context
from rolcheck.cli.options import reason_option
from rolcheck.cli.parsing import as_command, option


@as_command(examples=("rolcheck --as reviewer-03 abstain yunlan --reason 与申报单位有合作",))
@click.argument("submission")
@reason_option()
@option("--lift", is_flag=True, help=N_("return to it"))
@click.pass_obj
def command(context: Context, submission: str, reason: str, lift: bool) -> None:
    """Step back, or return."""
    acknowledge(context, context.writing().abstain(submission, reason, lift=lift))
