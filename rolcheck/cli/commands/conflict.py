"""`conflict`: conflicts of interest, declared by reviewers, ruled on by coordinators, listed."""

from dataclasses import astuple

import click

from rolcheck.base.messages import N_
from rolcheck.campaign.bars import CONFLICTS
from rolcheck.cli.acknowledging import acknowledge
from rolcheck.cli.context import Context
from rolcheck.cli.options import for_option, format_option, reason_option
from rolcheck.cli.output import Column, Format, Table
from rolcheck.cli.parsing import as_group, option
from rolcheck.desk.assigning.barring import RULINGS, rulings_on
from rolcheck.desk.assigning.conflicts import conflicts
from rolcheck.locale import _
from rolcheck.locale.words import CONFLICT_RULINGS, ORIGINS
from rolcheck.locale.words import CONFLICTS as KIND_WORDS

LISTED = (
    Column("submission", N_("submission")),
    Column("reviewer", N_("reviewer")),
    Column("kind", N_("kind of conflict"), KIND_WORDS),
    Column("origin", N_("where it comes from"), ORIGINS),
    Column("ruling", N_("coordinator's ruling"), CONFLICT_RULINGS),
    Column("barred", N_("barred")),
    Column("by", N_("by")),
    Column("at", N_("at"), moment=True),
    Column("reason", N_("reason")),
)
KINDS = click.Choice(CONFLICTS)


@as_group(
    examples=(
        "rolcheck --as reviewer-03 conflict declare yunlan --kind kinship",
        "rolcheck --as coordinator-01 conflict rule reviewer-03 yunlan confirm --reason 配偶任职",
        "rolcheck --as coordinator-01 conflict list",
    )
)
def command() -> None:
    """Hold the subcommands."""


@command.command(
    "declare",
    summary=N_("step back from a submission for a conflict of interest"),
    details=N_(
        "It takes effect at once, on scores already given too. `abstain SUBMISSION --lift` takes "
        "it back, unless a coordinator has ruled on it."
    ),
)
@click.argument("submission")
@option("--kind", type=KINDS, required=True, help=N_("which kind of conflict"))
@reason_option(N_("what else is to be said; required for other"), required=False)
@for_option("reviewer", N_("who declared it, on paper; a coordinator enters it"))
@click.pass_obj
def declare(context: Context, submission: str, kind: str, reason: str, reviewer: str) -> None:
    """Declare a conflict."""
    desk = context.writing()
    acknowledge(context, desk.declare_conflict(submission, kind, reason, reviewer=reviewer))
    if rulings_on(desk.standing(), (submission, reviewer or desk.who)).dismissal:
        context.note(_("a coordinator has ruled that there is no conflict; the ruling stands"))


@command.command(
    "rule",
    summary=N_("confirm or dismiss a conflict, or lift the ruling"),
    details=N_(
        "What is ruled stands whatever the reviewer declares later: `confirm` recuses, `dismiss` "
        "says that there is no conflict, `lift` takes the ruling back."
    ),
)
@click.argument("reviewer", metavar="WHO")
@click.argument("submission")
@click.argument("ruling", type=click.Choice(RULINGS), metavar="|".join(RULINGS))
@reason_option()
@option("--kind", type=KINDS, help=N_("which kind; left out: as declared or derived"))
@click.pass_obj
def rule(
    context: Context, reviewer: str, submission: str, ruling: str, reason: str, kind: str | None
) -> None:
    """Rule on a conflict."""
    desk = context.writing()
    acknowledge(
        context,
        desk.rule_on_conflict(reviewer, submission, ruling, reason, conflict=kind or ""),
    )


@command.command(
    "list",
    summary=N_("list who is kept from what and why; without a role that sees all, oneself only"),
)
@format_option
@click.pass_obj
def list_all(context: Context, form: Format) -> None:
    """List conflicts."""
    desk = context.reading()
    rows = []
    for one in conflicts(desk.sight()):
        *head, reason, by, at = astuple(one)
        rows.append((*head, by, at or None, reason))
    context.table(Table(LISTED, rows, desk.standing().settings.timezone), form)
