"""`doctor`: what this machine lacks, and whether a campaign's folder and ledger are sound."""

import click

from rolcheck.base.errors import InputError
from rolcheck.base.health import Answer
from rolcheck.base.messages import N_
from rolcheck.base.problems import Problem
from rolcheck.cli.context import Context
from rolcheck.cli.exits import ExitStatus
from rolcheck.cli.failures import problem_text
from rolcheck.cli.options import format_option
from rolcheck.cli.output import Column, Format, Table
from rolcheck.cli.parsing import as_command
from rolcheck.locale import _, ngettext
from rolcheck.locale.words import said
from rolcheck.wiring import diagnose

STATES = {
    "ok": N_("sound"),
    "unknown": N_("cannot be told"),
    "warn": N_("look at it"),
    "fail": N_("broken"),
}
COLUMNS = (
    Column("state", N_("state"), STATES),
    Column("check", N_("check")),
    Column("seen", N_("what was seen")),
    Column("do", N_("what to do")),
)


@as_command(
    details=N_(
        "Looks at this machine, and at the campaign of -C, of this folder or below ./submissions "
        "if there is one. Nothing is changed. Exit status 1 if anything is broken; what is only "
        "to be looked at, or cannot be told here, leaves it 0."
    ),
    examples=("rolcheck doctor", "rolcheck -C submissions/qingyu-2023 doctor --format json"),
)
@format_option
@click.pass_obj
def command(context: Context, form: Format) -> None:
    """Examine the machine and the campaign."""
    try:
        folder = context.campaign_folder
    except InputError as error:
        folder = None
        context.note(said(error.message, error.params))
    answers = diagnose(folder)
    context.table(Table(COLUMNS, [_row(answer, form) for answer in answers]), form)
    broken = sum(answer.state == "fail" for answer in answers)
    context.note(
        ngettext("{n} thing is broken", "{n} things are broken", broken).format(n=broken)
        if broken
        else _("nothing is broken")
    )
    if broken:
        context.exit(ExitStatus.PROBLEMS)


def _in_words(value: object) -> object:
    return problem_text(value) if isinstance(value, Problem) else value


def _row(answer: Answer, form: Format) -> tuple[str, ...]:
    """Return the cells; for programs in English whatever the language."""
    texts = (answer.seen, answer.do)
    if form == "table":
        params = {name: _in_words(value) for name, value in answer.params.items()}
        cells = (said(text, params) if text else "" for text in texts)
    else:
        cells = (text.format(**answer.params) for text in texts)
    return (answer.state, answer.check, *cells)
