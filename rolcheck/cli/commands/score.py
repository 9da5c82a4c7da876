"""`score`: record one observation."""

import click

from rolcheck.base.messages import N_
from rolcheck.cli.acknowledging import acknowledge
from rolcheck.cli.context import Context
from rolcheck.cli.options import evidence_option
from rolcheck.cli.parsing import as_command, option
from rolcheck.desk.review.recording import Entry


@as_command(
    details=N_("VALUE is what was seen, in the form of the indicator's rule; never points."),
    examples=(
        "rolcheck --as reviewer-01 score yunlan 1.1.1 A",
        "rolcheck --as reviewer-01 score yunlan 3.2.1 'K1*2;K3' --remark 两件超期",
        "rolcheck --as reviewer-01 score yunlan 4.1.2 38/40 --evidence E-007",
    ),
)
@click.argument("submission")
@click.argument("indicator")
@click.argument("value")
@option("--round", "number", type=int, metavar="N", help=N_("the round it is meant for"))
@option("--remark", default="", metavar="TEXT", help=N_("what is said with it"))
@evidence_option
@click.pass_obj
def command(
    context: Context,
    submission: str,
    indicator: str,
    value: str,
    number: int | None,
    remark: str,
    evidence: tuple[str, ...],
) -> None:
    """Record one observation."""
    entry = Entry(submission, indicator, value, remark, evidence, number)
    acknowledge(context, context.writing().score(entry))
