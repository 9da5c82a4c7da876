"""`keep`: let earlier scores stand although their items came back."""

import click

from rolcheck.base.messages import N_
from rolcheck.cli.acknowledging import acknowledge
from rolcheck.cli.context import Context
from rolcheck.cli.options import for_option, reason_option
from rolcheck.cli.parsing import as_command
from rolcheck.locale import ngettext


@as_command(
    details=N_("Without an indicator: all of one's own scores of the submission that came back."),
    examples=(
        "rolcheck --as reviewer-01 keep yunlan 1.1.1",
        "rolcheck --as coordinator-01 keep yunlan --for reviewer-01 --reason 本人出差，电话确认",
    ),
)
@click.argument("submission")
@click.argument("indicators", nargs=-1, metavar="[INDICATOR]...")
@for_option("reviewer", N_("whose scores a coordinator keeps"))
@reason_option(N_("why a coordinator keeps for others; it goes on record"), required=False)
@click.pass_obj
def command(
    context: Context, submission: str, indicators: tuple[str, ...], reviewer: str, reason: str
) -> None:
    """Keep scores."""
    events = context.writing().keep(submission, indicators, reviewer=reviewer, reason=reason)
    if len(events) < 2:
        acknowledge(context, events)
        return
    said = ngettext("{submission}: {n} score kept", "{submission}: {n} scores kept", len(events))
    context.say(said.format(submission=submission, n=len(events)))
