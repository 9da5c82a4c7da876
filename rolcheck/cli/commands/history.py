"""`history`: a submission through the rounds."""

from pathlib import Path

import click

from rolcheck.base.messages import N_
from rolcheck.cli.changing import changes_option, print_history
from rolcheck.cli.context import Context
from rolcheck.cli.options import output_option
from rolcheck.cli.parsing import as_command
from rolcheck.desk.history.submission import submission_history


@as_command(
    details=N_("With an indicator: who scored it in each round, and why its score changed."),
    examples=("rolcheck history yunlan", "rolcheck history yunlan 3.2.1 --format md"),
)
@click.argument("submission")
@click.argument("indicator", default="")
@changes_option
@output_option
@click.pass_obj
def command(
    context: Context, submission: str, indicator: str, form: str, target: Path | None
) -> None:
    """Show the scores of a submission, or of one indicator, round by round."""
    print_history(
        context, submission_history(context.reading(), submission, indicator), form, target
    )
