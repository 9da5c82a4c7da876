"""`edition`: the sealed result, and the amended ones beside it."""

import click

from rolcheck.base.messages import N_
from rolcheck.cli.context import Context
from rolcheck.cli.exits import ExitStatus
from rolcheck.cli.options import format_option, reason_option
from rolcheck.cli.output import Column, Format, Table
from rolcheck.cli.parsing import as_group
from rolcheck.cli.problems import print_problems
from rolcheck.desk.results.editions import edition_problems, editions, seal_next
from rolcheck.locale import _, ngettext

COLUMNS = (
    Column("number", N_("edition"), right=True),
    Column("sealed_at", N_("sealed at"), moment=True),
    Column("by", N_("by")),
    Column("sound", N_("seal holds")),
    Column("seal", N_("seal")),
    Column("head", N_("head")),
    Column("reason", N_("reason")),
)


@as_group(
    examples=(
        "rolcheck --as coordinator-01 edition seal --reason 异议成立，更正得分",
        "rolcheck edition list",
        "rolcheck edition verify",
        "rolcheck summary --edition 1",
    )
)
def command() -> None:
    """Hold the subcommands."""


@command.command("seal", summary=N_("seal the amended result beside the editions before it"))
@reason_option(N_("why the result is amended; printed with it"))
@click.pass_obj
def seal(context: Context, reason: str) -> None:
    """Seal an edition."""
    desk = context.writing()
    (event,) = seal_next(desk, reason)
    context.say(
        _("edition {number} sealed: {seal}").format(
            number=event.payload["number"], seal=event.payload["seal"]
        )
    )
    context.note(_("head {head}").format(head=desk.print_head()))


@command.command("list", summary=N_("list the editions, and whether their seals hold"))
@format_option
@click.pass_obj
def list_all(context: Context, form: Format) -> None:
    """List editions."""
    desk = context.reading()
    rows = [
        (
            one.row.number,
            one.row.at,
            one.row.author,
            one.sound,
            one.row.seal,
            one.head,
            one.row.reason,
        )
        for one in editions(desk)
    ]
    context.table(Table(COLUMNS, rows, desk.standing().settings.timezone), form)


@command.command(
    "verify", summary=N_("hold every edition against its seal and the ledger against both")
)
@format_option
@click.pass_obj
def verify(context: Context, form: Format) -> None:
    """Verify the editions."""
    desk = context.reading()
    problems = tuple(edition_problems(desk))
    print_problems(context, problems, form)
    if problems:
        context.exit(ExitStatus.PROBLEMS)
    count = len(desk.standing().editions)
    said = ngettext("{n} edition, its seal holds", "{n} editions, every seal holds", count)
    context.note(said.format(n=count))
