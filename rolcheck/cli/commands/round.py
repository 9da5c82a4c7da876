"""`round`: the rounds shown, opened, closed, reopened, and sealed in the end."""

from pathlib import Path

import click

from rolcheck.base.messages import N_
from rolcheck.cli.acknowledging import acknowledge
from rolcheck.cli.changing import changes_option, print_changes
from rolcheck.cli.context import Context
from rolcheck.cli.options import format_option, output_option, reason_option
from rolcheck.cli.output import Format
from rolcheck.cli.parsing import as_group, option
from rolcheck.cli.rounds import print_status
from rolcheck.desk.history.rounds import round_diff
from rolcheck.desk.rounds.steps import time_until
from rolcheck.events.types import Kind
from rolcheck.locale import _, ngettext


@as_group(
    examples=(
        "rolcheck round status",
        "rolcheck --as coordinator-01 round open 2",
        "rolcheck --as coordinator-01 round close 2 --waive '评审员甲病假'",
        "rolcheck round diff 2 3 yunlan",
    )
)
def command() -> None:
    """Hold the subcommands."""


@command.command("status", summary=N_("show the rounds, and what blocks closing the open one"))
@format_option
@click.pass_obj
def status(context: Context, form: Format) -> None:
    """Show the rounds."""
    print_status(context, form)


@command.command(
    "open",
    summary=N_("open a round"),
    details=N_(
        "Receives every submission that has no receipt yet, puts the settings on record, and "
        "publishes the assignments of the round."
    ),
)
@click.argument("number", type=int, metavar="N")
@click.pass_obj
def open_round(context: Context, number: int) -> None:
    """Open a round."""
    desk = context.writing()
    waiting = desk.standing().shares.drafts.get(number, 0)
    events = desk.open_round(number)
    acknowledge(context, events)
    if waiting:
        said = ngettext("{n} assignment published", "{n} assignments published", waiting)
        context.note(said.format(n=waiting))
    received = sum(event.kind == Kind.MATERIAL_RECEIVED for event in events)
    if received:
        said = ngettext("{n} submission received", "{n} submissions received", received)
        context.note(said.format(n=received))
    settings = desk.standing().settings
    if settings.plans[number].blind and settings.campaign.store.startswith("sqlite"):
        context.note(
            _(
                "this round is blind: on a shared file that is a courtesy, not a wall; "
                "whoever can read the file can read the scores"
            )
        )


@command.command("close", summary=N_("close the open round"))
@click.argument("number", type=int, metavar="N")
@option("--waive", default="", metavar="REASON", help=N_("close in spite of what is left to do"))
@click.pass_obj
def close(context: Context, number: int, waive: str) -> None:
    """Close a round."""
    desk = context.writing()
    acknowledge(context, desk.close_round(number, waive=waive))
    context.note(_("head {head}").format(head=desk.print_head()))


@command.command("reopen", summary=N_("open the last closed round once more"))
@click.argument("number", type=int, metavar="N")
@reason_option()
@option("--until", metavar="TIME", help=N_("until when scores are taken, as in 2023-06-30T18:00"))
@click.pass_obj
def reopen(context: Context, number: int, reason: str, until: str | None) -> None:
    """Reopen a round."""
    desk = context.writing()
    zone = desk.standing().settings.timezone
    acknowledge(
        context, desk.reopen_round(number, reason, time_until(until, zone) if until else None)
    )


@command.command("recall", summary=N_("call an indicator back into the open round"))
@click.argument("submission")
@click.argument("indicator")
@reason_option()
@click.pass_obj
def recall(context: Context, submission: str, indicator: str, reason: str) -> None:
    """Recall an item."""
    acknowledge(context, context.writing().recall(submission, indicator, reason))


@command.command("seal", summary=N_("end the last round for good"))
@click.pass_obj
def seal(context: Context) -> None:
    """Seal the campaign."""
    desk = context.writing()
    acknowledge(context, desk.seal())
    context.note(_("head {head}").format(head=desk.print_head()))


@command.command(
    "diff",
    summary=N_("show what changed between two rounds, and why"),
    details=N_(
        "From the closing of round A to that of round B, or to now if B is open. What is not "
        "listed stands as it stood; who scored is said where you may see the score."
    ),
)
@click.argument("earlier", type=int, metavar="A")
@click.argument("later", type=int, metavar="B")
@click.argument("submission", default="")
@option("--all", "whole", is_flag=True, help=N_("also what was carried over unchanged"))
@changes_option
@output_option
@click.pass_obj
def diff(
    context: Context,
    earlier: int,
    later: int,
    submission: str,
    whole: bool,
    form: str,
    target: Path | None,
) -> None:
    """Show what changed."""
    found = round_diff(context.reading(), earlier, later, submission, whole=whole)
    print_changes(context, found, form, target)
