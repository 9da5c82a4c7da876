"""`notice`: what is open of a submission, or of one responsible unit, as a document to send."""

from collections.abc import Mapping
from json import loads
from pathlib import Path

import click

from rolcheck.base.messages import N_
from rolcheck.cli.context import Context
from rolcheck.cli.drawing import draw
from rolcheck.cli.options import format_option, output_option
from rolcheck.cli.output import Column, Format, Table, Value
from rolcheck.cli.parsing import Group, option
from rolcheck.desk.findings.asking import due_of
from rolcheck.desk.findings.life import finding_name
from rolcheck.desk.findings.notices import Wish, draft, issue, notice, notice_id, notices
from rolcheck.events.rows import FindingRow, NoticeRow
from rolcheck.locale import _
from rolcheck.reports.documents.notice import notice_document, notice_name

FORMATS = ("text", "md", "html")
COLUMNS = (
    Column("id", N_("id")),
    Column("day", N_("issued")),
    Column("submission", N_("submission")),
    Column("unit", N_("responsible unit")),
    Column("round", N_("round"), right=True),
    Column("due", N_("due date")),
    Column("open", N_("still open"), right=True),
    Column("findings", N_("findings")),
)


class NoticeGroup(Group):
    """The command; a submission right behind it means `make`."""

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Find the subcommand that is meant."""
        if args[0] not in self.commands and not args[0].startswith("-"):
            args = ["make", *args]
        return super().resolve_command(ctx, args)


@click.group(
    cls=NoticeGroup,
    examples=(
        "rolcheck notice yunlan --unit 区司法局",
        "rolcheck --as coordinator-01 notice make yunlan --issue --due 10wd -o notice.txt",
        "rolcheck notice show 2026-3 --format md",
    ),
)
def command() -> None:
    """Hold the subcommands."""


_form = option(
    "--format",
    "form",
    type=click.Choice(FORMATS),
    default=FORMATS[0],
    help=N_("how it is written"),
)


@command.command(
    "make",
    summary=N_("write what is open as a correction notice; --issue puts it on record"),
    details=N_("What has no day gets one: --due, else 5 working days, 10 where work is needed."),
)
@click.argument("submission")
@option("--unit", default="", metavar="NAME", help=N_("of this responsible unit only"))
@option("--due", default="", metavar="WHEN", help=N_("by when: a day, or 5wd for working days"))
@option("--contact", default="", metavar="TEXT", help=N_("whom to ask"))
@option("--issue", "issued", is_flag=True, help=N_("give it a number and put it on record"))
@_form
@output_option
@click.pass_obj
def make(
    context: Context,
    submission: str,
    unit: str,
    due: str,
    contact: str,
    issued: bool,
    form: str,
    target: Path | None,
) -> None:
    """Draft or issue a notice."""
    day, within = due_of(due)
    wish = Wish(submission, unit, day, within, contact)
    if not issued:
        draw(context, notice_document(draft(context.reading(), wish)), form, target)
        return
    desk = context.writing()
    event = issue(desk, wish)
    name = f"{event.payload['year']}-{event.payload['number']}"
    seen = notice(desk, name)
    context.note(_("issued as {name}").format(name=notice_name(seen.year, seen.number)))
    draw(context, notice_document(seen), form, target)


@command.command("show", summary=N_("write a notice again as it was issued"))
@click.argument("name", metavar="NOTICE")
@_form
@output_option
@click.pass_obj
def show(context: Context, name: str, form: str, target: Path | None) -> None:
    """Write a notice again."""
    draw(context, notice_document(notice(context.reading(), name)), form, target)


@command.command("list", summary=N_("list the notices that were issued"))
@option("--submission", default="", metavar="ID", help=N_("of this submission only"))
@format_option
@click.pass_obj
def list_all(context: Context, submission: str, form: Format) -> None:
    """List notices."""
    desk = context.reading()
    rows = {row.id: row for row in desk.standing().tables.of(FindingRow)}
    found = [_row(row, rows) for row in notices(desk.sight(), submission)]
    context.table(Table(COLUMNS, found), form)


def _row(row: NoticeRow, rows: Mapping[str, FindingRow]) -> tuple[Value, ...]:
    findings = [rows[id] for id in loads(row.findings)]
    return (
        notice_id(row),
        row.day,
        row.submission,
        row.unit,
        row.round,
        max((one.due for one in findings if one.due), default=None),
        sum(one.state == "open" for one in findings),
        [finding_name(one) for one in findings],
    )
