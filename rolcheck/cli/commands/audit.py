"""`audit`: the record shown, verified, and the receipt of one's own chain."""

import json
from collections.abc import Sequence
from pathlib import Path

import click

from rolcheck.base.errors import InputError
from rolcheck.base.files import read_text
from rolcheck.base.messages import N_
from rolcheck.base.places import Place
from rolcheck.campaign.loader import load_campaign
from rolcheck.cli.context import Context
from rolcheck.cli.exits import ExitStatus
from rolcheck.cli.options import format_option
from rolcheck.cli.output import Column, Format, Table
from rolcheck.cli.parsing import as_group, option
from rolcheck.cli.problems import print_problems
from rolcheck.desk.desk import Desk
from rolcheck.events import codec
from rolcheck.events.codec import Link
from rolcheck.events.types import Event
from rolcheck.locale import _
from rolcheck.locale.words import EVENTS
from rolcheck.store.heads import parse_frontier
from rolcheck.store.verify import verify as verify_store
from rolcheck.wiring import open_store

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
SAYING = ("value", "verdict", "action", "code", "remark", "reason", "asked", "text")
"""What of a payload is shown."""

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
    sight = desk.sight()
    events = [event for event in desk.ledger.store.events() if sight.may_see_event(event)]
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
        " ".join(str(event.payload[key]) for key in SAYING if event.payload.get(key)),
    )


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
    # The desk is not opened: what is wrong with the ledger would keep it from being looked at.
    store = open_store(load_campaign(context.campaign_folder))
    problems = verify_store(store, against=_kept(against) if against else None)
    print_problems(context, problems, form)
    if problems:
        context.exit(ExitStatus.PROBLEMS)
    head = _head(context.desk)
    if head:
        context.note(_("the ledger is whole: head {head}").format(head=head))
    else:
        context.note(_("the ledger is whole"))


def _head(desk: Desk) -> str | None:
    """Return the head; None while a blind round hides how much the others have done."""
    return None if desk.sight().is_blind else desk.ledger.store.keep_head()


def _kept(against: str) -> str | Sequence[Link]:
    """Return a head as it was given, or what a report carries."""
    path = Path(against)
    if not path.is_file():
        return against
    try:
        report = json.loads(read_text(path))
        ledger = report["ledger"]
        return parse_frontier(ledger["frontier"]) if "frontier" in ledger else str(ledger["head"])
    except (ValueError, KeyError, TypeError, RecursionError) as error:
        raise InputError(
            N_("the file carries no head of a ledger"),
            where=Place(against),
            hint=N_("give a summary written with --format json"),
        ) from error


@command.command("receipt", summary=N_("print where one's own chain stands, to be kept"))
@format_option
@click.pass_obj
def receipt(context: Context, form: Format) -> None:
    """Print a receipt."""
    who = context.must_have_who()
    desk = context.reading()
    store = desk.ledger.store
    at = {event.hash: event.at for event in store.events() if event.author == who}
    campaign, head = desk.campaign.settings.campaign.id, _head(desk)
    rows = [
        (campaign, author, place, seq, at.get(hash_, ""), hash_, head)
        for author, place, seq, hash_ in store.frontier()
        if author == who
    ]
    context.table(Table(RECEIPT, rows), form)
