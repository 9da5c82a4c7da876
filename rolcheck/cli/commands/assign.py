"""`assign`: who reviews what."""

from pathlib import Path

import click

from rolcheck.base.files import read_text
from rolcheck.base.messages import N_
from rolcheck.cli.acknowledging import recorded_line
from rolcheck.cli.context import Context
from rolcheck.cli.options import PATH, dry_run_option, format_option
from rolcheck.cli.output import Column, Format, Table
from rolcheck.cli.parsing import as_group
from rolcheck.desk.assignments import COLUMNS, assignments
from rolcheck.desk.imports import read_lines
from rolcheck.locale.words import BARS

REQUIRED = COLUMNS[:3]
LISTED = (
    Column("round", N_("round"), right=True),
    Column("submission", N_("submission")),
    Column("reviewer", N_("reviewer")),
    Column("barred", N_("barred"), BARS),
    Column("indicators", N_("indicators")),
)


@as_group(
    examples=(
        "rolcheck --as coordinator-01 assign set assignments.csv --dry-run",
        "rolcheck --as coordinator-01 assign list",
    )
)
def command() -> None:
    """Hold the subcommands."""


@command.command(
    "set",
    summary=N_("record an assignment file, all of it or nothing"),
    details=N_(
        "Columns: submission, action (assign or unassign), reviewer; round (empty: the open or "
        "next one) and scope (area, group or indicator ids parted by blanks; empty: all)."
    ),
)
@click.argument("file", type=PATH)
@dry_run_option
@click.pass_obj
def set_file(context: Context, file: Path, dry_run: bool) -> None:
    """Record assignments."""
    context.must_have_who()
    lines = read_lines(read_text(file), str(file), required=REQUIRED, optional=COLUMNS[3:])
    drafts = context.writing().assign(lines, dry_run=dry_run)
    context.say(recorded_line(len(drafts), len(lines), dry_run=dry_run))


@command.command(
    "list",
    summary=N_("list who has what; without a role that sees all, one's own only"),
)
@format_option
@click.pass_obj
def list_all(context: Context, form: Format) -> None:
    """List assignments."""
    rows = [
        (line.round, line.submission, line.reviewer, line.barred, line.indicators)
        for line in assignments(context.reading().sight())
    ]
    context.table(Table(LISTED, rows), form)
