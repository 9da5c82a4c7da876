"""`form`: what people are to fill in, out to them and back, as plain text for mail."""

from pathlib import Path

import click

from rolcheck.base.messages import N_
from rolcheck.cli.context import Context
from rolcheck.cli.handing_in import (
    IMPORT_SUMMARY,
    export_options,
    hand_out,
    import_options,
    must_be_new,
    take_back,
)
from rolcheck.cli.options import output_option
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
    summary=N_("print the form that somebody is to fill in"),
    details=N_(
        "For a reviewer scores, verdicts and declarations, for an arbiter rulings, for a "
        "responsible unit answers to findings. A coordinator prints anybody's; to be sent by mail."
    ),
)
@export_options
@output_option
@click.pass_obj
def export(
    context: Context, person: str, number: int | None, target: Path | None, force: bool
) -> None:
    """Print a form."""
    from rolcheck.desk.handing.forms.writing import form

    must_be_new(target, force=force)
    made, desk = hand_out(context, person, number)
    context.output(form(made, desk.standing().settings.period), target)


@command.command(
    "import",
    summary=IMPORT_SUMMARY,
    details=N_(
        "Every item is listed with what becomes of it. What was recorded otherwise since the form "
        "was made is never overwritten without --override, or the line that the refusal names."
    ),
)
@import_options
@click.pass_obj
def import_forms(
    context: Context, files: tuple[Path, ...], dry_run: bool, override: bool, form: Format
) -> None:
    """Take forms back."""
    from rolcheck.desk.handing.forms.parsing import read_forms

    take_back(context, files, read_forms, override=override, dry_run=dry_run, form=form)
