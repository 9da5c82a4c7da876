"""`audit`: the record shown, verified, and the receipt of one's own chain."""

from dataclasses import astuple
from pathlib import Path

import click

from rolcheck.base.messages import N_
from rolcheck.cli.context import Context
from rolcheck.cli.exits import ExitStatus
from rolcheck.cli.options import format_option, output_option
from rolcheck.cli.output import Column, Format, Table, drawn
from rolcheck.cli.parsing import as_group, option
from rolcheck.cli.problems import print_problems
from rolcheck.desk.auditing import receipts, shown_head
from rolcheck.events import codec
from rolcheck.events.types import Event
from rolcheck.locale import _
from rolcheck.locale.words import BASES, EVENTS, OBJECTION_STATES, VERDICTS
from rolcheck.wiring import verify_ledger

LOG = (
    Column("at", N_("time"), moment=True),
    Column("author", N_("who")),
    Column("kind", N_("what"), EVENTS),
    Column("round", N_("round"), right=True),
    Column("submission", N_("submission")),
    Column("indicator", N_("indicator")),
    Column("subject", N_("whom or what")),
    Column("says", N_("says")),
)
SAYING = (
    *(
        "value",
        "score",
        "verdict",
        "basis",
        "decision",
        "action",
        "code",
        "remark",
        "reason",
        "asked",
    ),
    *("text", "objector", "seal"),
)
"""What of a payload is shown."""
CODES = {
    "verdict": VERDICTS,
    "basis": BASES,
    "decision": OBJECTION_STATES,
    "action": {"assign": N_("assigned"), "unassign": N_("not assigned any more")},
}

RECEIPT = tuple(
    Column(name, title)
    for name, title in (
        ("campaign", N_("campaign")),
        ("author", N_("who")),
        ("desk", N_("desk")),
        ("events", N_("events")),
        ("last_at", N_("last entry")),  # a stamp, as it stands in the chain
        ("last_hash", N_("hash of the last entry")),
        ("head", N_("head of the ledger")),
    )
)


@as_group(
    examples=(
        "rolcheck --as reviewer-01 audit log",
        "rolcheck audit verify --against reports/summary.json",
        "rolcheck --as reviewer-01 audit receipt",
    )
)
def command() -> None:
    """Hold the subcommands."""


@command.command(
    "log",
    summary=N_("show the events that you may see, the newest last"),
    details=N_("JSON gives whole events, CSV their columns with the payload as canonical JSON."),
)
@format_option
@click.pass_obj
def log(context: Context, form: Format) -> None:
    """Show events."""
    desk = context.reading()
    events = desk.log()
    if form == "json":
        context.json([codec.to_json(event) for event in events])
    elif form == "csv":
        columns = tuple(Column(name, "") for name in codec.COLUMNS)
        context.table(Table(columns, [codec.to_row(event) for event in events]), form)
    else:
        zone = desk.standing().settings.timezone
        context.table(Table(LOG, [_row(event) for event in events], zone), form)


def _row(event: Event) -> tuple[str | int | None, ...]:
    return (
        event.at,
        event.author,
        event.kind.value,
        event.round,
        event.submission,
        event.indicator,
        event.subject,
        " ".join(_said(event, key) for key in SAYING if event.payload.get(key)),
    )


def _said(event: Event, key: str) -> str:
    said = str(event.payload[key])
    return _(CODES[key][said]) if said in CODES.get(key, {}) else said


@command.command(
    "verify",
    summary=N_("look for what was changed, reordered, unlinked or removed"),
    details=N_("Every fault is printed; exit status 1 if there is any."),
)
@option(
    "--against",
    metavar="HEAD|FILE",
    help=N_("a head that was printed, or a report that carries one: the ledger must extend it"),
)
@format_option
@click.pass_obj
def verify(context: Context, against: str | None, form: Format) -> None:
    """Verify the ledger."""
    problems = verify_ledger(context.campaign_folder, against or "")
    print_problems(context, problems, form)
    if problems:
        context.exit(ExitStatus.PROBLEMS)
    head = shown_head(context.desk)
    if context.desk.length() == 0:
        context.note(_("nothing is recorded here yet"))
    elif head:
        context.note(_("the ledger is whole: head {head}").format(head=head))
    else:
        context.note(_("the ledger is whole"))


@command.command("receipt", summary=N_("print where one's own chain stands, to be kept"))
@format_option
@output_option
@click.pass_obj
def receipt(context: Context, form: Format, target: Path | None) -> None:
    """Print a receipt."""
    context.must_have_who()
    rows = [astuple(one) for one in receipts(context.reading())]
    context.output(drawn(Table(RECEIPT, rows), form), target)
