"""`audit`: the record shown, verified, and the receipt of one's own chain."""

import json
import re
from collections.abc import Sequence
from pathlib import Path

import click

from rolcheck.base.errors import InputError
from rolcheck.base.files import read_text
from rolcheck.base.messages import N_
from rolcheck.base.places import Place
from rolcheck.base.problems import Problem
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
from rolcheck.locale.words import EVENTS, VERDICTS
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
CODES = {
    "verdict": VERDICTS,
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


HEAD = re.compile(r"\b[0-9]{1,18}:[0-9a-f]{64}\b")


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
    # The desk is not opened: what is wrong with the ledger would keep it from being looked at.
    store = open_store(load_campaign(context.campaign_folder))
    kept, contradictions = _kept(against) if against else (None, [])
    problems = (*contradictions, *verify_store(store, against=kept))
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


def _kept(against: str) -> tuple[str | Sequence[Link], list[Problem]]:
    """Return a head as it was given, or what a report carries and how it contradicts itself."""
    path = Path(against)
    if not path.is_file():
        return against, []
    text = read_text(path)
    heads = HEAD.findall(text)
    if not heads:
        raise InputError(
            N_("the file carries no head of a ledger"),
            where=Place(against),
            hint=N_("give a report that prints the head: a number, a colon and 64 digits"),
        )
    links, head = _carried(text) or (None, "")
    if links is None:
        return heads[-1], []
    if codec.head(links) == head:
        return links, []
    message = N_("the report contradicts itself: its head is not that of its frontier")
    return links, [Problem(message, Place(against), N_("expected the report as it was printed"))]


def _carried(text: str) -> tuple[Sequence[Link], object] | None:
    """Return the frontier and the head that a JSON report carries."""
    try:
        ledger = json.loads(text)["ledger"]
        return parse_frontier(ledger["frontier"]), ledger["head"]
    except (ValueError, KeyError, TypeError, RecursionError):
        return None


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
