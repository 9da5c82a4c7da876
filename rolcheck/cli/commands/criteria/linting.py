"""`criteria lint`: advice on criteria without faults that would be weak in use."""

import click

from rolcheck.base.messages import N_
from rolcheck.base.wrapping import one_line
from rolcheck.campaign.loader import load_campaign
from rolcheck.cli.commands.criteria.naming import named_criteria
from rolcheck.cli.context import Context
from rolcheck.cli.exits import ExitStatus
from rolcheck.cli.failures import problem_text
from rolcheck.cli.options import format_option
from rolcheck.cli.output import Column, Format, Table
from rolcheck.cli.parsing import Command
from rolcheck.cli.problems import COLUMNS, problem_row
from rolcheck.criteria.lint import Remark, lint
from rolcheck.locale import ngettext

REMARKS = (Column("code", N_("code")), *COLUMNS)


@click.command(
    "lint",
    cls=Command,
    summary=N_("advise on weak criteria"),
    details=N_(
        "ID|PATH is a set or a file of one; left out: the campaign's set. Nothing here keeps a "
        "campaign from running; faults are what `check` names. Exit status 1 if anything is found."
    ),
    examples=("rolcheck criteria lint general", "rolcheck criteria lint criteria/spring.toml"),
)
@click.argument("names", nargs=-1, metavar="[ID|PATH]...")
@format_option
@click.pass_obj
def lint_command(context: Context, names: tuple[str, ...], form: Format) -> None:
    """Lint sets."""
    if names:
        files = [named_criteria(context, name) for name in names]
    else:
        files = [load_campaign(context.campaign_folder).criteria]
    remarks = [remark for file in files for remark in lint(file)]
    if form == "table":
        for remark in remarks:
            context.say(_line(remark))
    else:
        rows = [(remark.code, *problem_row(remark.problem)) for remark in remarks]
        context.table(Table(REMARKS, rows), form)
    context.note(ngettext("{n} remark", "{n} remarks", len(remarks)).format(n=len(remarks)))
    if remarks:
        context.exit(ExitStatus.PROBLEMS)


def _line(remark: Remark) -> str:
    """Return ``FILE:LINE:COLUMN: CODE what; what to do``."""
    where = f"{remark.problem.where}: "
    said = one_line(problem_text(remark.problem)).removeprefix(where)
    return f"{where}{remark.code} {said}"
