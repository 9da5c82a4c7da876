"""What `sheet` and `form` share: handing out, and what becomes of every item that comes back."""

from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path

import click

from rolcheck.base.errors import InputError
from rolcheck.base.ids import new_id
from rolcheck.base.messages import N_
from rolcheck.base.places import Place
from rolcheck.cli.context import Context
from rolcheck.cli.failures import problem_text
from rolcheck.cli.options import PATH, F, dry_run_option, format_option, round_option
from rolcheck.cli.output import Column, Format, Table
from rolcheck.cli.parsing import option
from rolcheck.desk.desk import Desk
from rolcheck.desk.handing.handin import SHORT_HASH, Handin
from rolcheck.desk.handing.handout import Handout, handout
from rolcheck.desk.handing.judging import problems_of
from rolcheck.desk.handing.outcomes import Judged
from rolcheck.locale import _

OUTCOMES = {
    "recorded": N_("recorded"),
    "unchanged": N_("unchanged"),
    "blank": N_("blank"),
    "unknown": N_("passed over"),
    "conflict": N_("conflict"),
    "refused": N_("refused"),
    "bad": N_("bad"),
}
WOULD_BE = OUTCOMES | {"recorded": N_("would be recorded")}
NOT_RECORDED = OUTCOMES | {"recorded": N_("could be recorded")}

IMPORT_SUMMARY = N_("record what people filled in, all of it or nothing")


def export_options(function: F) -> F:
    """Add for whom, the round, and whether a file may be replaced."""
    person = option(
        "--for",
        "person",
        required=True,
        metavar="WHO",
        help=N_("the reviewer, arbiter or responsible unit"),
    )
    force = option("--force", is_flag=True, help=N_("replace a file that is there already"))
    return person(round_option(force(function)))


def must_be_new(target: Path | None, *, force: bool) -> None:
    """Hold a file that is there against being overwritten.

    Raises:
        InputError: It is there, and it was not said that it is to be replaced.
    """
    if target is not None and target.exists() and not force:
        raise InputError(
            N_("there is a file already"),
            where=Place(str(target)),
            hint=N_("name another one, or replace it with --force"),
        )


def import_options(function: F) -> F:
    """Add the files, and what says how they are taken back."""
    override = option(
        "--override",
        is_flag=True,
        help=N_("record what was filled in also where something newer stands, or other material"),
    )
    files = click.argument("files", nargs=-1, required=True, type=PATH, metavar="FILE...")
    return files(dry_run_option(override(format_option(function))))


def hand_out(context: Context, person: str, number: int | None) -> tuple[Handout, Desk]:
    """Return what somebody is to fill in, and whose desk hands it out."""
    context.must_have_who()
    desk = context.reading()
    made = handout(desk, person, number, new_id()[:SHORT_HASH])
    if made.undeclared:
        missing = _("{who} has not declared yet: {declarations}").format(
            who=person, declarations=_(", ").join(made.undeclared)
        )
        context.note(_("warning: {problem}").format(problem=missing))
    return made, desk


def take_back(
    context: Context,
    files: Sequence[Path],
    read: Callable[[Path], Sequence[Handin]],
    *,
    override: bool,
    dry_run: bool,
    form: Format,
) -> None:
    """Record what came back, or nothing; print what becomes of every item.

    Raises:
        InputError: A file cannot be read.
        ProblemsError: Something in it is bad or refused; nothing is recorded.
    """
    context.must_have_who()
    handins = [handin for file in files for handin in read(file)]
    for handin in handins:
        for note in handin.passed_over:
            context.note(_("warning: {problem}").format(problem=problem_text(note)))
    judged = context.writing().hand_in(handins, override=override, dry_run=dry_run)
    for one in judged:
        if one.note:
            said = problem_text(one.note)
            context.note(_("warning: {problem}; passed over").format(problem=said))
    _tell(context, judged, dry_run=dry_run, form=form)


def _tell(context: Context, judged: Sequence[Judged], *, dry_run: bool, form: Format) -> None:
    failure = problems_of(judged)
    words = NOT_RECORDED if failure else WOULD_BE if dry_run else OUTCOMES
    shown = [one for one in judged if form != "table" or one.outcome != "blank"]
    if shown or form != "table":
        context.table(_table(shown, words), form)
    if failure:
        raise failure
    counts = Counter[str](one.outcome for one in judged)
    parts = [
        _("{n} {outcome}").format(n=counts[name], outcome=_(words[name]))
        for name in words
        if counts[name]
    ]
    context.note(_(", ").join(parts))


def _table(judged: Sequence[Judged], words: dict[str, str]) -> Table:
    columns = (
        Column("place", N_("place")),
        Column("submission", N_("submission")),
        Column("indicator", N_("indicator")),
        Column("reviewer", N_("reviewer")),
        Column("outcome", N_("outcome"), words),
        Column("value", N_("observation")),
        Column("before", N_("before")),
    )
    rows = [
        (
            str(one.item.where),
            one.item.submission,
            one.item.name,
            one.reviewer,
            one.outcome,
            one.value,
            one.stands,
        )
        for one in judged
    ]
    return Table(columns, rows)
