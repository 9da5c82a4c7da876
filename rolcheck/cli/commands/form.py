"""`form`: score sheets out to reviewers and back, as plain text for mail."""

from pathlib import Path

import click

from rolcheck.base.messages import N_
from rolcheck.cli.context import Context
from rolcheck.cli.handing_in import (
    force_option,
    hand_out,
    import_options,
    must_be_new,
    reviewer_option,
    take_back,
)
from rolcheck.cli.options import output_option, round_option
from rolcheck.cli.output import Format
from rolcheck.cli.parsing import as_group


@as_group(
    examples=(
        "rolcheck --as coordinator-01 form export --for reviewer-01 -o reviewer-01.txt",
        "rolcheck --as coordinator-01 form import reviewer-*.txt --dry-run",
    )
)
def command() -> None:
    """Hold the subcommands."""


@command.command(
    "export",
    summary=N_("print the form that a reviewer is to fill in"),
    details=N_("A reviewer prints the own one, a coordinator anybody's; to be sent by mail."),
)
@reviewer_option
@round_option
@output_option
@force_option
@click.pass_obj
def export(
    context: Context, reviewer: str, number: int | None, target: Path | None, force: bool
) -> None:
    """Print a form."""
    from rolcheck.desk.handing.forms.writing import form

    must_be_new(target, force=force)
    made, desk = hand_out(context, reviewer, number)
    context.output(form(made, desk.standing().settings.period), target)


@command.command(
    "import",
    summary=N_("record what reviewers filled in, all of it or nothing"),
    details=N_(
        "Every item is listed with what becomes of it. What a reviewer recorded since the form was "
        "made is never overwritten without --override, or the line that the refusal names."
    ),
)
@import_options
@click.pass_obj
def import_forms(
    context: Context, files: tuple[Path, ...], dry_run: bool, override: bool, form: Format
) -> None:
    """Take forms back."""
    from rolcheck.desk.handing.forms.parsing import read_forms

    context.must_have_who()
    handins = [handin for file in files for handin in read_forms(file)]
    take_back(context, handins, override=override, dry_run=dry_run, form=form)
