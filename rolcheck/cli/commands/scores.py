"""`scores`: scores in and out as CSV."""

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import click

from rolcheck.base.files import read_text
from rolcheck.base.messages import N_
from rolcheck.cli.acknowledging import recorded_line
from rolcheck.cli.context import Context
from rolcheck.cli.options import PATH, dry_run_option, output_option
from rolcheck.cli.output import FORMATS, Column, Format, Table, Value, drawn, unguarded
from rolcheck.cli.parsing import as_group, option
from rolcheck.desk.imports import Line, read_lines
from rolcheck.desk.review.scores import COLUMNS, OPTIONAL, REQUIRED, ScoreLine, export_scores
from rolcheck.locale.words import BARS

TITLES = {
    "round": N_("round"),
    "submission": N_("submission"),
    "indicator": N_("indicator"),
    "reviewer": N_("reviewer"),
    "value": N_("observation"),
    "remark": N_("remark"),
    "evidence": N_("evidence"),
}
MORE = (
    Column("at", N_("time"), moment=True),
    Column("kept", N_("kept")),
    Column("stray", N_("does not count"), BARS),
)


@as_group(
    examples=(
        "rolcheck --as reviewer-01 scores import scores.csv --dry-run",
        "rolcheck --as coordinator-01 scores export -o scores.csv",
    )
)
def command() -> None:
    """Hold the subcommands."""


@command.command(
    "import",
    summary=N_("record a file of scores, all of it or nothing"),
    details=N_(
        "Columns: submission, indicator, value; round, reviewer, remark and evidence may be there. "
        "A coordinator may import for others."
    ),
)
@click.argument("file", type=PATH)
@dry_run_option
@click.pass_obj
def import_scores(context: Context, file: Path, dry_run: bool) -> None:
    """Import scores."""
    context.must_have_who()
    lines = read_lines(read_text(file), str(file), required=REQUIRED, optional=OPTIONAL)
    lines = [replace(line, cells=_as_typed(line)) for line in lines]
    drafts = context.writing().import_scores(lines, dry_run=dry_run)
    context.say(recorded_line(len(drafts), len(lines), dry_run=dry_run))


def _as_typed(line: Line) -> Mapping[str, str]:
    return {name: unguarded(cell) for name, cell in line.cells.items()}


@command.command(
    "export",
    summary=N_("print the scores that you may see, as CSV that can be imported"),
    details=N_("JSON and table also say when, whether kept, and why a score does not count."),
)
@option("--format", "form", type=click.Choice(FORMATS), default="csv", help=N_("csv by default"))
@output_option
@click.pass_obj
def export(context: Context, form: Format, target: Path | None) -> None:
    """Export scores."""
    desk = context.reading()
    lines = list(export_scores(desk.standing(), desk.sight()))
    columns = tuple(Column(name, TITLES[name]) for name in COLUMNS)
    if form == "csv":
        table = Table(columns, [_cells(line) for line in lines])
    else:
        rows = [(*_cells(line), line.at, line.kept, line.stray) for line in lines]
        table = Table((*columns, *MORE), rows, desk.standing().settings.timezone)
    context.output(drawn(table, form), target)


def _cells(line: ScoreLine) -> tuple[Value, ...]:
    return (
        line.round,
        line.submission,
        line.indicator,
        line.reviewer,
        line.value,
        line.remark,
        line.evidence,
    )
