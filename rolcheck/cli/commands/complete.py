"""`complete`: verdicts of the completeness round, by hand or by confirming proposals."""

from collections.abc import Iterable

import click

from rolcheck.base.errors import InputError
from rolcheck.base.messages import N_
from rolcheck.cli.acknowledging import acknowledge
from rolcheck.cli.context import Context
from rolcheck.cli.options import dry_run_option, for_option, format_option
from rolcheck.cli.output import Column, Format, Table
from rolcheck.cli.parsing import Group, option
from rolcheck.desk.review.proposing import (
    Confirmation,
    ProposedItem,
    Wish,
    confirm_proposals,
    proposed,
)
from rolcheck.locale import ngettext
from rolcheck.locale.words import BASES, VERDICTS

GIVE = "give"
CONFIRMED = (
    Column("submission", N_("submission")),
    Column("item", N_("item")),
    Column("required", N_("required")),
    Column("proposed", N_("proposed"), VERDICTS),
    Column("basis", N_("because"), BASES),
    Column("evidence", N_("evidence")),
)
COLUMNS = (
    *CONFIRMED,
    Column("verdict", N_("verdict"), VERDICTS),
    Column("given_by", N_("given by")),
    Column("confirmed_on", N_("confirmed because"), BASES),
    Column("title", N_("title")),
)
WHOSE = N_("whose verdict it is; a coordinator enters it")


class VerdictGroup(Group):
    """Takes `complete SUBMISSION INDICATOR/ITEM VERDICT` for `complete give …`."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Put the command in front that is meant where none is named."""
        named = (*self.commands, *ctx.help_option_names)
        if args and args[0] not in named:
            args = [GIVE, *args]
        return super().parse_args(ctx, args)


@click.group(
    cls=VerdictGroup,
    examples=(
        "rolcheck --as reviewer-01 complete yunlan 2.1.3/a supplement",
        "rolcheck --as reviewer-01 complete propose yunlan",
        "rolcheck --as reviewer-01 complete confirm yunlan --all --dry-run",
        "rolcheck --as reviewer-01 complete confirm yunlan 2.1.3 2.1.4",
    ),
)
def command() -> None:
    """Hold the subcommands."""


@command.command(
    GIVE,
    summary=N_("give one verdict; `give` may be left out"),
    details=N_("ITEM is one that the indicator expects; VERDICT is ok, supplement or missing."),
)
@click.argument("submission")
@click.argument("item", metavar="INDICATOR/ITEM")
@click.argument("verdict")
@for_option("reviewer", WHOSE)
@click.pass_obj
def give(context: Context, submission: str, item: str, verdict: str, reviewer: str) -> None:
    """Give a verdict."""
    acknowledge(context, context.writing().complete(submission, item, verdict, reviewer=reviewer))


@command.command(
    "propose",
    summary=N_("list what manifest and files tell of every expected item; records nothing"),
    details=N_(
        "Where no verdict is proposed the item is left to a person: a file that is not as "
        "received, a date outside the period, evidence that does not say for which item."
    ),
)
@click.argument("submission", required=False, default="")
@format_option
@click.pass_obj
def propose(context: Context, submission: str, form: Format) -> None:
    """List proposals."""
    context.must_have_who()
    rows = [
        (*_row(one), one.given, one.given_by, one.given_on, one.title)
        for one in proposed(context.reading(), submission)
    ]
    context.table(Table(COLUMNS, rows), form)


@command.command(
    "confirm",
    summary=N_("record proposals as one's own verdicts, all of them or nothing"),
    details=N_(
        "Lists what it records, each with its reason. A verdict that stands is never changed, "
        "and what is left to a person stays open. One `undo` takes all of it back."
    ),
)
@click.argument("submission")
@click.argument("indicators", metavar="[INDICATOR]...", nargs=-1)
@option("--all", "everything", is_flag=True, help=N_("of all indicators that are one's own"))
@for_option("reviewer", WHOSE)
@dry_run_option
@format_option
@click.pass_obj
def confirm(
    context: Context,
    submission: str,
    indicators: tuple[str, ...],
    everything: bool,
    reviewer: str,
    dry_run: bool,
    form: Format,
) -> None:
    """Confirm proposals."""
    if everything == bool(indicators):
        raise InputError(N_("name indicators, or give --all"))
    wish = Wish(submission, indicators, reviewer)
    done = confirm_proposals(context.writing(), wish, dry_run=dry_run)
    context.table(Table(CONFIRMED, list(map(_row, done.confirmed))), form)
    for line in _told(done, dry_run=dry_run):
        context.note(line)


def _row(one: ProposedItem) -> tuple[str, str, bool, str, str, tuple[str, ...]]:
    made = one.proposal
    return one.submission, made.name, one.required, made.verdict, made.basis, made.evidence


def _told(done: Confirmation, *, dry_run: bool) -> Iterable[str]:
    """Yield how many were recorded, and how many were not, each with its reason."""
    n = len(done.confirmed)
    yield (
        ngettext("{n} verdict would be recorded", "{n} verdicts would be recorded", n)
        if dry_run
        else ngettext("{n} verdict recorded", "{n} verdicts recorded", n)
    ).format(n=n)
    if done.given:
        yield ngettext(
            "{n} item has a verdict already, which stays",
            "{n} items have a verdict already, which stays",
            done.given,
        ).format(n=done.given)
    if done.undecided:
        yield ngettext(
            "{n} item is left to a person", "{n} items are left to a person", done.undecided
        ).format(n=done.undecided)
