"""`objection`: objections to the published result, entered and decided."""

from datetime import datetime

import click

from rolcheck.base.messages import N_
from rolcheck.cli.context import Context
from rolcheck.cli.options import for_option, format_option, reason_option
from rolcheck.cli.output import Column, Format, Table, Value
from rolcheck.cli.parsing import as_group, option
from rolcheck.desk.results.objections import (
    DECISIONS,
    Decision,
    Objection,
    add_objection,
    decide_objection,
    objection_name,
    objections_of,
)
from rolcheck.events.rows import ObjectionRow
from rolcheck.locale import _
from rolcheck.locale.words import OBJECTION_STATES

COLUMNS = (
    Column("id", N_("id")),
    Column("submission", N_("submission")),
    Column("indicator", N_("indicator")),
    Column("by", N_("objector")),
    Column("on", N_("made on")),
    Column("state", N_("state"), OBJECTION_STATES),
    Column("value", N_("ruled")),
    Column("decided_by", N_("decided by")),
    Column("decided_at", N_("decided"), moment=True),
    Column("text", N_("objection")),
    Column("reason", N_("reason")),
)


@as_group(
    examples=(
        "rolcheck --as coordinator-01 objection add yunlan 3.2.1 签到表已交 --by 云澜区司法局",
        "rolcheck --as arbiter-01 objection decide O1 upheld --value A --reason 确已提交",
        "rolcheck --as arbiter-01 objection decide O2 dismissed --reason 逾期提交",
    )
)
def command() -> None:
    """Hold the subcommands."""


@command.command("add", summary=N_("enter an objection to the sealed result"))
@click.argument("submission")
@click.argument("indicator")
@click.argument("text")
@option("--by", "objector", required=True, metavar="NAME", help=N_("who objects"))
@option(
    "--on",
    "made_on",
    type=click.DateTime(["%Y-%m-%d"]),
    metavar="DATE",
    help=N_("when; left out: today"),
)
@click.pass_obj
def add(
    context: Context,
    submission: str,
    indicator: str,
    text: str,
    objector: str,
    made_on: datetime | None,
) -> None:
    """Add an objection."""
    desk = context.writing()
    day = made_on.date() if made_on else None
    add_objection(desk, Objection(submission, indicator, objector, text, day))
    row = desk.standing().objections[-1]
    context.say(
        _("objection {name}: {submission} {indicator}").format(
            name=objection_name(row), submission=row.submission, indicator=row.indicator
        )
    )


@command.command(
    "decide",
    summary=N_("uphold or dismiss an objection"),
    details=N_(
        "An upheld one is ruled with --value: an observation, or lift to take a ruling back; for "
        "a veto uphold or clear. The ruling counts in the next edition."
    ),
)
@click.argument("name", metavar="OBJECTION")
@click.argument("decision", type=click.Choice(DECISIONS), metavar="upheld|dismissed")
@option("--value", default="", metavar="VALUE", help=N_("what is ruled with an upheld one"))
@reason_option()
@for_option("arbiter", N_("whose decision it is, on paper; a coordinator enters it"))
@click.pass_obj
def decide(
    context: Context, name: str, decision: str, value: str, reason: str, arbiter: str
) -> None:
    """Decide on an objection."""
    desk = context.writing()
    decide_objection(desk, Decision(name, decision, reason, value, arbiter))
    context.say(
        _("objection {name}: {state}").format(
            name=name.upper(), state=_(OBJECTION_STATES[decision])
        )
    )
    if value:
        context.note(_("it counts once sealed: rolcheck edition seal --reason ..."))


@command.command("list", summary=N_("list the objections that you may see"))
@option("--submission", default="", metavar="ID", help=N_("of this submission only"))
@format_option
@click.pass_obj
def list_all(context: Context, submission: str, form: Format) -> None:
    """List objections."""
    desk = context.reading()
    rows = [_row(row) for row in objections_of(desk, submission)]
    context.table(Table(COLUMNS, rows, desk.standing().settings.timezone), form)


def _row(row: ObjectionRow) -> tuple[Value, ...]:
    return (
        objection_name(row),
        row.submission,
        row.indicator,
        row.objector,
        row.made_on,
        row.state,
        row.value,
        row.decided_by,
        row.decided_at,
        row.text,
        row.reason,
    )
