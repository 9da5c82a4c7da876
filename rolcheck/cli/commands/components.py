"""`components`: the parts of the result that come from elsewhere than the rounds."""

from pathlib import Path

import click

from rolcheck.base.files import read_text
from rolcheck.base.messages import N_
from rolcheck.base.numbers import decimal_text
from rolcheck.cli.acknowledging import recorded_line
from rolcheck.cli.context import Context
from rolcheck.cli.options import PATH, dry_run_option, format_option, reason_option
from rolcheck.cli.output import Column, Format, Table, Value
from rolcheck.cli.parsing import as_group, option
from rolcheck.desk.imports import read_lines
from rolcheck.desk.results.components import (
    OPTIONAL,
    REQUIRED,
    ComponentLine,
    component_lines,
    import_components,
)

COLUMNS = (
    Column("submission", N_("submission")),
    Column("component", N_("component")),
    Column("title", N_("title")),
    Column("weight", N_("weight"), right=True),
    Column("score", N_("raw"), right=True),
    Column("weighted", N_("weighted"), right=True),
    Column("at", N_("time"), moment=True),
    Column("by", N_("by")),
    Column("file", N_("file")),
    Column("corrections", N_("corrections"), right=True),
    Column("remark", N_("remark")),
    Column("reason", N_("reason")),
)


@as_group(
    examples=(
        "rolcheck --as coordinator-01 components import survey.csv --dry-run",
        "rolcheck --as coordinator-01 components import survey.csv --reason 第三方机构更正",
        "rolcheck components list",
    )
)
def command() -> None:
    """Hold the subcommands."""


@command.command(
    "import",
    summary=N_("record a file of imported components, all of it or nothing"),
    details=N_(
        "Columns: submission, component, score (0 to 100); remark may be there. "
        "A score that stands already is corrected by a later import, with a reason."
    ),
)
@click.argument("file", type=PATH)
@reason_option(N_("why scores are corrected that stand already"), required=False)
@dry_run_option
@click.pass_obj
def import_file(context: Context, file: Path, reason: str, dry_run: bool) -> None:
    """Import components."""
    context.must_have_who()
    lines = read_lines(read_text(file), str(file), required=REQUIRED, optional=OPTIONAL)
    drafts = import_components(context.writing(), lines, reason, dry_run=dry_run)
    context.say(recorded_line(len(drafts), len(lines), dry_run=dry_run))


@command.command("list", summary=N_("list the components of every submission, raw and weighted"))
@option("--submission", default="", metavar="ID", help=N_("of this submission only"))
@format_option
@click.pass_obj
def list_all(context: Context, submission: str, form: Format) -> None:
    """List components."""
    desk = context.reading()
    rows = [_row(line) for line in component_lines(desk, submission)]
    context.table(Table(COLUMNS, rows, desk.standing().settings.timezone), form)


def _row(line: ComponentLine) -> tuple[Value, ...]:
    row = line.row
    return (
        line.submission,
        line.component,
        line.title,
        decimal_text(line.weight),
        None if line.score is None else decimal_text(line.score),
        None if line.weighted is None else decimal_text(line.weighted),
        *((row.at, row.author, row.file) if row else ("", "", "")),
        len(line.before),
        *((row.remark, row.reason) if row else ("", "")),
    )
