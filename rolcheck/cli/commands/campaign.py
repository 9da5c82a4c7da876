"""`campaign`: changed settings put on record."""

import click

from rolcheck.base.messages import N_
from rolcheck.cli.acknowledging import acknowledge
from rolcheck.cli.context import Context
from rolcheck.cli.options import reason_option
from rolcheck.cli.parsing import as_group


@as_group(examples=("rolcheck --as coordinator-01 campaign amend --reason '增补评审员一名'",))
def command() -> None:
    """Hold the subcommands."""


@command.command("amend", summary=N_("record campaign.toml as it is now, with the reason"))
@reason_option()
@click.pass_obj
def amend(context: Context, reason: str) -> None:
    """Record a changed campaign.toml."""
    acknowledge(context, context.writing().amend(reason))
