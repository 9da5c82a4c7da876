"""`sheet`: what people are to fill in, out to them and back, as workbooks."""

from pathlib import Path

import click

from rolcheck.base.files import write_atomic
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
from rolcheck.cli.options import PATH
from rolcheck.cli.output import Format
from rolcheck.cli.parsing import as_group, option
from rolcheck.locale import _


@as_group(
    examples=(
        "rolcheck --as coordinator-01 sheet export --for reviewer-01 -o reviewer-01.xlsx",
        "rolcheck --as coordinator-01 sheet import reviewer-01.xlsx --dry-run",
    )
)
def command() -> None:
    """Hold the subcommands."""


@command.command(
    "export",
    summary=N_("write the workbook that somebody is to fill in"),
    details=N_(
        "For a reviewer one sheet a submission, for an arbiter the rulings that are wanted, for a "
        "responsible unit the findings to answer. A coordinator writes anybody's."
    ),
)
@export_options
@option("-o", "--output", "target", type=PATH, required=True, metavar="FILE", help=N_("the file"))
@click.pass_obj
def export(context: Context, person: str, number: int | None, target: Path, force: bool) -> None:
    """Write a workbook."""
    from rolcheck.desk.handing.sheets.writing import workbook

    must_be_new(target, force=force)
    made, desk = hand_out(context, person, number)
    write_atomic(target, workbook(made, desk.standing().settings.period, desk.now()))
    context.note(_("written: {file}").format(file=target))


@command.command(
    "import",
    summary=IMPORT_SUMMARY,
    details=N_(
        "Every item is listed with what becomes of it. What was recorded otherwise since the "
        "workbook was made is never overwritten without --override."
    ),
)
@import_options
@click.pass_obj
def import_sheets(
    context: Context, files: tuple[Path, ...], dry_run: bool, override: bool, form: Format
) -> None:
    """Take workbooks back."""
    from rolcheck.desk.handing.sheets.reading import read_sheets

    take_back(
        context,
        files,
        lambda file: (read_sheets(file),),
        override=override,
        dry_run=dry_run,
        form=form,
    )
