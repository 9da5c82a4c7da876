"""`complete`: a verdict of the completeness round."""

import click

from rolcheck.base.messages import N_
from rolcheck.cli.acknowledging import acknowledge
from rolcheck.cli.context import Context
from rolcheck.cli.options import for_option
from rolcheck.cli.parsing import as_command


@as_command(
    details=N_("ITEM is one that the indicator expects; VERDICT is ok, supplement or missing."),
    examples=("rolcheck --as reviewer-01 complete yunlan 2.1.3/a supplement",),
)
@click.argument("submission")
@click.argument("item", metavar="INDICATOR/ITEM")
@click.argument("verdict")
@for_option("reviewer", N_("whose verdict it is; a coordinator enters it"))
@click.pass_obj
def command(context: Context, submission: str, item: str, verdict: str, reviewer: str) -> None:
    """Give a verdict."""
    acknowledge(context, context.writing().complete(submission, item, verdict, reviewer=reviewer))
