"""`rule`: what the arbiter decides."""

import click

from rolcheck.base.messages import N_
from rolcheck.cli.acknowledging import acknowledge
from rolcheck.cli.context import Context
from rolcheck.cli.options import for_option, reason_option
from rolcheck.cli.parsing import as_command


@as_command(
    details=N_(
        "VALUE is an observation, or lift to take the ruling back; for a veto uphold or clear."
    ),
    examples=(
        "rolcheck --as arbiter-01 rule yunlan 3.2.1 B --reason 以判决书为准",
        "rolcheck --as arbiter-01 rule yunlan 9.1.1 uphold --reason 情况属实",
    ),
)
@click.argument("submission")
@click.argument("indicator")
@click.argument("value")
@reason_option()
@for_option("arbiter", N_("whose ruling it is, on paper; a coordinator enters it"))
@click.pass_obj
def command(
    context: Context, submission: str, indicator: str, value: str, reason: str, arbiter: str
) -> None:
    """Rule on an indicator."""
    desk = context.writing()
    acknowledge(context, desk.rule(submission, indicator, value, reason, arbiter=arbiter))
