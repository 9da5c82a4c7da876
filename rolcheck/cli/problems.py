"""Problems as data: what commands that look for them print on stdout."""

from collections.abc import Sequence

from rolcheck.base.messages import N_
from rolcheck.base.problems import Problem
from rolcheck.base.wrapping import one_line
from rolcheck.cli.context import Context
from rolcheck.cli.failures import problem_text
from rolcheck.cli.output import Column, Format, Table

COLUMNS = tuple(
    Column(name, title)
    for name, title in (
        ("file", N_("file")),
        ("line", N_("line")),
        ("column", N_("column")),
        ("problem", N_("problem")),
        ("expected", N_("expected")),
    )
)


def print_problems(context: Context, problems: Sequence[Problem], form: Format) -> None:
    """Print one line a problem, or rows; JSON and CSV are in English whatever the language."""
    if form == "table":
        for problem in problems:
            context.say(one_line(problem_text(problem)))
        return
    context.table(Table(COLUMNS, [problem_row(problem) for problem in problems]), form)


def problem_row(problem: Problem) -> tuple[str | int | None, ...]:
    """Return the cells below `COLUMNS`, in English."""
    where = problem.where
    said = (part.format(**problem.params) for part in (problem.message, problem.expected))
    return (where.file, where.line, where.column, *said)
