"""`receive`: take in what an applicant handed in, and print the receipt."""

import click

from rolcheck.base.messages import N_
from rolcheck.cli.context import Context
from rolcheck.cli.options import format_option
from rolcheck.cli.output import Column, Format, Table
from rolcheck.cli.parsing import as_command
from rolcheck.events.types import Event
from rolcheck.locale import _

COLUMNS = (Column("file", N_("file")), Column("sha256", N_("SHA-256")))


@as_command(
    details=N_(
        "Prints the receipt: its number, when, every file with its hash, the ledger's head."
    ),
    examples=("rolcheck --as coordinator-01 receive yunlan",),
)
@click.argument("submission")
@format_option
@click.pass_obj
def command(context: Context, submission: str, form: Format) -> None:
    """Record what a submission holds now."""
    desk = context.writing()
    events = desk.receive(submission)
    if not events:
        context.say(_("unchanged"))
        return
    head = desk.print_head()
    if form == "json":
        context.json(_as_json(events[-1], head))
        return
    table = Table(COLUMNS, sorted(_files(events[-1]).items()))
    if form == "table":
        event = events[-1]
        zone = desk.standing().settings.timezone
        when = desk.now().astimezone(zone).isoformat(sep=" ", timespec="seconds")
        context.say(
            _("receipt {number} of {submission}, {when}, by {who}").format(
                number=event.payload["number"], submission=submission, when=when, who=event.author
            )
        )
    context.table(table, form)
    if form == "table":
        context.say(_("head {head}").format(head=head))


def _files(event: Event) -> dict[str, str]:
    files = event.payload["files"]
    return files if isinstance(files, dict) else {}


def _as_json(event: Event, head: str) -> dict[str, object]:
    return {
        "submission": event.submission,
        "number": event.payload["number"],
        "at": event.at,
        "by": event.author,
        "files": _files(event),
        "changed": event.payload["changed"],
        "head": head,
    }
