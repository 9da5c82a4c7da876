"""What went wrong, in lines of the language in use, and the exit status that it means."""

from collections.abc import Iterator, Mapping

import click

from rolcheck.base.errors import RolcheckError
from rolcheck.base.messages import N_
from rolcheck.base.places import Place
from rolcheck.base.problems import Problem
from rolcheck.base.wrapping import one_line
from rolcheck.locale import _
from rolcheck.locale.words import said


def lines_of(error: RolcheckError) -> Iterator[str]:
    """Yield what is printed of an error: one line each, then a hint where one helps."""
    problems: tuple[Problem, ...] = getattr(error, "problems", ())
    if problems:
        for problem in problems:
            yield _error(problem_text(problem))
        return
    yield _error(_placed(error.where, said(error.message, error.params)))
    if error.hint:
        yield _hint(said(error.hint, error.params))


def problem_text(problem: Problem) -> str:
    """Return ``FILE:LINE:COLUMN: what; expected`` in the language in use."""
    parts = (problem.message, problem.expected)
    return _placed(problem.where, what(parts, problem.params))


def what(parts: tuple[str, ...], params: Mapping[str, object]) -> str:
    """Return the translated parts that are not empty, parted by semicolons."""
    return _("; ").join(said(part, params) for part in parts if part)


def usage_lines(error: click.UsageError) -> Iterator[str]:
    """Yield what is printed of a command line that cannot be understood."""
    if isinstance(error, click.exceptions.NoArgsIsHelpError):
        yield error.message.rstrip()
        return
    message, params = _usage(error)
    yield _error(said(message, params))
    if error.ctx is not None:
        yield _hint(_("see {command} --help").format(command=error.ctx.command_path))


def _usage(error: click.UsageError) -> tuple[str, dict[str, object]]:
    match error:
        case click.NoSuchOption():
            return N_("no option {name}"), {"name": error.option_name}
        case click.MissingParameter():
            return N_("{name} is missing"), {"name": _name(error)}
        case click.BadParameter():
            return _wrong(error)
        case click.BadOptionUsage():
            return N_("{name} wants a value"), {"name": error.option_name}
        case _ if "unexpected extra argument" in error.message:
            extra = error.message.partition("(")[2].removesuffix(")")
            return N_("these arguments are too many: {extra}"), {"extra": extra}
        case _:
            return N_("the command line cannot be understood: {reason}"), {
                "reason": _plain(error.format_message())
            }


def _wrong(error: click.BadParameter) -> tuple[str, dict[str, object]]:
    name = _name(error)
    match error.param.type if error.param else None:
        case click.Choice(choices=choices):
            known = ", ".join(map(str, choices))
            return N_("{name} takes one of {known}"), {"name": name, "known": known}
        case click.types.IntParamType():
            return N_("{name} takes a whole number"), {"name": name}
        case click.DateTime():
            return N_("{name} takes a date such as 2023-03-01"), {"name": name}
        case _:
            reason = _plain(error.message)
            return N_("{name} cannot be used: {reason}"), {"name": name, "reason": reason}


def _name(error: click.BadParameter) -> str:
    if error.param is None:
        return str(error.param_hint or "")
    if isinstance(error.param, click.Option):
        return max(error.param.opts, key=len)
    return (error.param.metavar or error.param.name or "").upper()


def _plain(text: str) -> str:
    return text[:1].lower() + text[1:].rstrip(".")


def _error(text: str) -> str:
    return _("error: {text}").format(text=one_line(text))


def _hint(text: str) -> str:
    return _("hint: {text}").format(text=one_line(text))


def _placed(where: Place | None, text: str) -> str:
    return f"{where}: {text}" if where else text
