"""`finding`: what is wrong with the material: asked, answered and judged."""

from collections.abc import Sequence
from datetime import date, datetime
from json import loads

import click

from rolcheck.base.messages import N_
from rolcheck.campaign.blockers import is_overdue
from rolcheck.cli.acknowledging import done_line
from rolcheck.cli.context import Context
from rolcheck.cli.options import evidence_option, format_option
from rolcheck.cli.output import Column, Format, Table, Value
from rolcheck.cli.parsing import as_group, option
from rolcheck.desk.findings.life import (
    NATURES,
    FindingEntry,
    Statement,
    finding_name,
    finding_of,
    findings_of,
)
from rolcheck.events.rows import FindingRow
from rolcheck.events.types import Event
from rolcheck.locale.words import FINDING_STATES

COLUMNS = (
    Column("id", N_("id")),
    Column("submission", N_("submission")),
    Column("indicator", N_("indicator")),
    Column("code", N_("code")),
    Column("state", N_("state"), FINDING_STATES),
    Column("due", N_("due date")),
    Column("overdue", N_("overdue")),
    Column("round", N_("round"), right=True),
    Column("evidence", N_("evidence")),
    Column("asked", N_("what is asked")),
)


@as_group(
    examples=(
        "rolcheck --as reviewer-01 finding add yunlan 2.1.3 --code Q03 --ask 补交签到表",
        "rolcheck --as sfj-yunlan finding answer F482137 已补交 --evidence E-031",
        "rolcheck --as reviewer-01 finding accept F482137",
    )
)
def command() -> None:
    """Hold the subcommands."""


@command.command("add", summary=N_("say what is wrong with the material, and what is expected"))
@click.argument("submission")
@click.argument("indicator")
@option("--code", required=True, metavar="Q..", help=N_("what kind of defect, Q01 to Q20"))
@option("--ask", "asked", required=True, metavar="TEXT", help=N_("what is expected"))
@option("--due", type=click.DateTime(["%Y-%m-%d"]), metavar="DATE", help=N_("by when"))
@evidence_option
@click.pass_obj
def add(
    context: Context,
    submission: str,
    indicator: str,
    code: str,
    asked: str,
    due: datetime | None,
    evidence: tuple[str, ...],
) -> None:
    """Add a finding."""
    entry = FindingEntry(submission, indicator, code, asked, due.date() if due else None, evidence)
    _tell(context, context.writing().add_finding(entry))


@command.command("list", summary=N_("list the findings that you may see"))
@option("--submission", default="", metavar="ID", help=N_("of this submission only"))
@format_option
@click.pass_obj
def list_all(context: Context, submission: str, form: Format) -> None:
    """List findings."""
    desk = context.reading()
    rows = [_row(row, desk.today()) for row in findings_of(desk.sight(), submission)]
    context.table(Table(COLUMNS, rows), form)


def _row(row: FindingRow, today: date) -> tuple[Value, ...]:
    return (
        finding_name(row),
        row.submission,
        row.indicator,
        row.code,
        row.state,
        row.due,
        is_overdue(row, today),
        row.round,
        loads(row.evidence),
        row.asked,
    )


@command.command("answer", summary=N_("answer a finding: the unit, or a coordinator for it"))
@click.argument("name", metavar="FINDING")
@click.argument("text")
@option(
    "--nature",
    type=click.Choice(NATURES),
    default="facts",
    help=N_("whether the answer is about facts or about substance"),
)
@evidence_option
@click.pass_obj
def answer(context: Context, name: str, text: str, nature: str, evidence: tuple[str, ...]) -> None:
    """Answer a finding."""
    said = Statement(text, nature, evidence)
    _tell(context, context.writing().move_finding(name, "answer", said))


@command.command("accept", summary=N_("accept what was answered"))
@click.argument("name", metavar="FINDING")
@click.argument("text", default="")
@click.pass_obj
def accept(context: Context, name: str, text: str) -> None:
    """Accept an answer."""
    _tell(context, context.writing().move_finding(name, "accept", Statement(text)))


@command.command("reject", summary=N_("reject what was answered: the finding is open again"))
@click.argument("name", metavar="FINDING")
@click.argument("text")
@click.pass_obj
def reject(context: Context, name: str, text: str) -> None:
    """Reject an answer."""
    _tell(context, context.writing().move_finding(name, "reject", Statement(text)))


@command.command("withdraw", summary=N_("withdraw a finding"))
@click.argument("name", metavar="FINDING")
@click.argument("text")
@click.pass_obj
def withdraw(context: Context, name: str, text: str) -> None:
    """Withdraw a finding."""
    _tell(context, context.writing().move_finding(name, "withdraw", Statement(text)))


def _tell(context: Context, events: Sequence[Event]) -> None:
    (event,) = events
    row = finding_of(context.desk.standing(), event)
    about = f"{finding_name(row)} {row.submission} {row.indicator} {row.code}"
    context.say(done_line(event.kind, about))
