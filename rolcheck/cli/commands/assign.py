"""`assign`: who reviews what."""

from dataclasses import asdict
from pathlib import Path

import click

from rolcheck.base.files import read_text
from rolcheck.base.messages import N_
from rolcheck.cli.acknowledging import acknowledge
from rolcheck.cli.context import Context
from rolcheck.cli.options import (
    PATH,
    dry_run_option,
    format_option,
    output_option,
    plain_or_json_option,
)
from rolcheck.cli.output import Column, Format, Table, csv_text
from rolcheck.cli.parsing import as_group, option
from rolcheck.desk.assigning.allotment import Wish
from rolcheck.desk.assigning.assignments import COLUMNS, assignments, must_assign
from rolcheck.desk.assigning.consequences import Consequences, consequences, of_publishing
from rolcheck.desk.assigning.transitions import round_to_assign
from rolcheck.desk.imports import read_lines
from rolcheck.locale import _, ngettext
from rolcheck.locale.words import BARS

REQUIRED = COLUMNS[:3]
LISTED = (
    Column("round", N_("round"), right=True),
    Column("submission", N_("submission")),
    Column("reviewer", N_("reviewer")),
    Column("barred", N_("barred"), BARS),
    Column("indicators", N_("indicators")),
    Column("published", N_("published")),
)

CHANGED = (
    *LISTED[:3],
    Column("gained", N_("gained")),
    Column("lost", N_("lost")),
    Column("stray", N_("stray scores")),
    Column("again", N_("scores that count again")),
    LISTED[3],
    Column("draft", N_("waits to be published")),
)
LOADS = (
    LISTED[0],
    LISTED[2],
    Column("submissions", N_("submissions"), right=True),
    Column("items", N_("items"), right=True),
    Column("submissions_before", N_("submissions before"), right=True),
    Column("items_before", N_("items before"), right=True),
)
UNEVEN_LEAST = N_(
    "not within one: {names} must have {n} together; of these nobody else can take one over"
)
UNEVEN_MOST = N_("not within one: {names} can have no more than {n} together")


@as_group(
    examples=(
        "rolcheck --as coordinator-01 assign auto --per 5 -o assignments.csv",
        "rolcheck --as coordinator-01 assign set assignments.csv --dry-run",
        "rolcheck --as coordinator-01 assign publish",
        "rolcheck --as coordinator-01 assign list",
    )
)
def command() -> None:
    """Hold the subcommands."""


@command.command(
    "auto",
    summary=N_("propose assignments as a file for `assign set`; records nothing"),
    details=N_(
        "Keeps recused, stepped back and conflicted reviewers out, and areas to those whose "
        "`areas` name them; loads come within one of each other; what is assigned stays as far "
        "as that allows. Rows are what changes. Needs the extra `assign`."
    ),
)
@option(
    "--per", type=int, metavar="N", help=N_("reviewers for each; left out: as many as the quorum")
)
@option(
    "--by",
    type=click.Choice(("area", "submission")),
    default="submission",
    help=N_("what a reviewer is given as a whole"),
)
@option("--round", "number", default="", metavar="N", help=N_("the round; left out: open or next"))
@option("--max-load", "most", type=int, metavar="N", help=N_("the most that one reviewer is given"))
@option("--fresh", is_flag=True, help=N_("give nobody a submission of an earlier round again"))
@option("--seed", type=int, default=0, metavar="S", help=N_("draws otherwise equal choices anew"))
@output_option
@click.pass_obj
def auto(
    context: Context,
    per: int | None,
    by: str,
    number: str,
    most: int | None,
    fresh: bool,
    seed: int,
    target: Path | None,
) -> None:
    """Propose assignments."""
    context.must_have_who()
    wish = Wish(per, by == "area", number, fresh=fresh, seed=seed, most=most)
    found = context.reading().allot(wish)
    rows = [(r.submission, r.action, r.reviewer, r.round, r.scope) for r in found.rows]
    context.output(csv_text(COLUMNS, rows), target)
    loads = found.loads.values()
    context.note(
        _("{kept} of {n} places stay; loads are {low} to {high}").format(
            kept=found.kept, n=sum(loads), low=min(loads, default=0), high=max(loads, default=0)
        )
    )
    for one in found.uneven:
        said = UNEVEN_LEAST if one.is_least else UNEVEN_MOST
        context.note(_(said).format(names=", ".join(one.reviewers), n=one.bound))


@command.command(
    "set",
    summary=N_("record an assignment file, all of it or nothing"),
    details=N_(
        "Columns: submission, action (assign or unassign), reviewer; round (empty: the open or "
        "next one) and scope (area, group or indicator ids parted by blanks; empty: all). "
        "The round of an assign may be a transition: none:2 (only where nothing of it is "
        "assigned), 1:2 and any:2 (move what is assigned), 1:none and any:none (take it away)."
    ),
)
@click.argument("file", type=PATH)
@option("--draft", "drafts", is_flag=True, help=N_("keep it from reviewers until it is published"))
@dry_run_option
@plain_or_json_option("table")
@click.pass_obj
def set_file(context: Context, file: Path, drafts: bool, dry_run: bool, form: str) -> None:
    """Record assignments."""
    context.must_have_who()
    lines = read_lines(read_text(file), str(file), required=REQUIRED, optional=COLUMNS[3:])
    desk = context.writing()
    before = desk.standing()
    found = consequences(before, desk.assign(lines, drafts=drafts, dry_run=dry_run))
    _tell(context, found, dry_run=dry_run, form=form)
    if any(one.draft for one in found.changes):
        context.note(_("reviewers see it once it is published: rolcheck assign publish"))


@command.command(
    "publish",
    summary=N_("show reviewers what is assigned to them in a round"),
    details=N_(
        "Until then, or until the round opens, which publishes too, reviewers see nothing of it. "
        "Later changes are published at once, unless `assign set --draft` keeps them back."
    ),
)
@option("--round", "number", default="", metavar="N", help=N_("the round; left out: open or next"))
@dry_run_option
@plain_or_json_option("table")
@click.pass_obj
def publish(context: Context, number: str, dry_run: bool, form: str) -> None:
    """Publish assignments."""
    context.must_have_who()
    desk = context.writing()
    before = desk.standing()
    must_assign(before, desk.who)
    found = of_publishing(before, round_to_assign(before, number))
    if dry_run:
        _tell(context, found, dry_run=True, form=form)
        return
    events = desk.publish(number)
    if form == "json":
        context.json(asdict(found))
        return
    acknowledge(context, events)
    if events:
        people = len({one.reviewer for one in found.changes})
        said = ngettext("{n} reviewer sees a change", "{n} reviewers see a change", people)
        context.note(said.format(n=people))


def _tell(context: Context, found: Consequences, *, dry_run: bool, form: str) -> None:
    """Say what changed or would change, in numbers and, before it is done, one by one."""
    if form == "json":
        context.json(asdict(found))
        return
    context.say(_changed_line(len(found.changes), dry_run=dry_run))
    if dry_run and found.changes:
        for columns, rows in ((CHANGED, found.changes), (LOADS, found.loads)):
            context.table(Table(columns, [tuple(asdict(one).values()) for one in rows]), "table")


def _changed_line(count: int, *, dry_run: bool) -> str:
    said = (
        ngettext("{n} assignment would change", "{n} assignments would change", count)
        if dry_run
        else ngettext("{n} assignment changed", "{n} assignments changed", count)
    )
    return said.format(n=count)


@command.command(
    "list",
    summary=N_("list who has what; without a role that sees all, one's own only"),
)
@format_option
@click.pass_obj
def list_all(context: Context, form: Format) -> None:
    """List assignments."""
    rows = [
        (line.round, line.submission, line.reviewer, line.barred, line.indicators, line.published)
        for line in assignments(context.reading().sight())
    ]
    context.table(Table(LISTED, rows), form)
