"""`criteria import`: a draft of a criteria set made of an office's table."""

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import click

from rolcheck.base.errors import InputError
from rolcheck.base.messages import N_
from rolcheck.base.numbers import decimal_text
from rolcheck.base.places import Place
from rolcheck.base.problems import Problem
from rolcheck.cli.context import Context
from rolcheck.cli.failures import problem_text
from rolcheck.cli.options import PATH, output_option
from rolcheck.cli.parsing import Command, option
from rolcheck.criteria.drafting.draft import Difference, Draft
from rolcheck.desk.drafting import drafted
from rolcheck.locale import _, ngettext
from rolcheck.locale.words import RULE_KINDS


@click.command(
    "import",
    cls=Command,
    summary=N_("make a draft of a criteria set from an office's table (xlsx, csv)"),
    details=N_(
        "What could not be understood is marked in the draft, which also says in which cell each "
        "part stood. What was understood is told on stderr."
    ),
    examples=("rolcheck criteria import table.xlsx -o criteria/spring.toml",),
)
@click.argument("table", type=PATH, metavar="TABLE")
@option(
    "--sheet", default="", metavar="NAME", help=N_("only this sheet; left out: all with a table")
)
@option("--id", "name", default="", metavar="ID", help=N_("the id of the set"))
@option("--force", is_flag=True, help=N_("replace a file that is there already"))
@output_option
@click.pass_obj
def import_command(
    context: Context, table: Path, sheet: str, name: str, force: bool, target: Path | None
) -> None:
    """Make a draft."""
    if target is not None and target.exists() and not force:
        raise InputError(
            N_("there is a file already"),
            where=Place(str(target)),
            hint=N_("name another one, or replace it with --force"),
        )
    made = drafted(table, target, sheet=sheet, name=name)
    context.output(made.text, target)
    for line in _told(made.draft, made.problems):
        context.note(line)


def _told(draft: Draft, found: tuple[Problem, ...]) -> Iterator[str]:
    """Yield what was understood, and what was not."""
    yield _("read: {areas} areas, {groups} groups, {indicators} indicators").format(
        areas=len(draft.areas), groups=len(draft.groups), indicators=len(draft.indicators)
    )
    kinds = Counter(one.kind for one in draft.indicators if one.state != "unread")
    if kinds:
        counted = (
            _("{kind} {n}").format(kind=_(RULE_KINDS[kind]), n=kinds[kind])
            for kind in RULE_KINDS
            if kinds[kind]
        )
        yield _("rules: {kinds}").format(kinds=_(", ").join(counted))
    if draft.points is not None:
        yield _("points: {points}").format(points=decimal_text(draft.points))
    for one in draft.indicators:
        if one.state != "read":
            yield problem_text(_unread(one.id, one.where, one.state))
    for difference in draft.differences:
        yield problem_text(_differs(difference))
    for problem in (*draft.hidden, *draft.problems, *found):
        yield problem_text(problem)
    if draft.is_weighted:
        yield _("weights of the table are noted in the draft, not used for the points")
    states = Counter(one.state for one in draft.indicators)
    yield _("{read} rules understood, {partly} in part, {unread} not").format(
        read=states["read"], partly=states["partly"], unread=states["unread"]
    )
    yield ngettext("{n} problem in the draft", "{n} problems in the draft", len(found)).format(
        n=len(found)
    )


def _unread(name: str, where: Place, state: str) -> Problem:
    message = (
        N_("{name}: its scoring notes were understood in part")
        if state == "partly"
        else N_("{name}: its scoring notes were not understood")
    )
    return Problem(message, where, "", {"name": name})


def _differs(found: Difference) -> Problem:
    params = {
        "name": found.of,
        "stated": decimal_text(found.stated),
        "summed": decimal_text(found.summed),
    }
    if not found.of:
        message = N_("the table states {stated} points, its rows add up to {summed}")
    else:
        message = N_("the table states {stated} points for {name}, its rows add up to {summed}")
    return Problem(message, found.where, "", params)
