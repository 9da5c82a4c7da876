"""The console's entry: understands the command line, runs one command, says what went wrong.

Only click, the standard library and the light modules of `rolcheck.base` are loaded here; a
command's module is loaded when it is called.
"""

import errno
import io
import os
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from rolcheck import __version__
from rolcheck.base.errors import RolcheckError
from rolcheck.base.messages import N_
from rolcheck.cli import completion
from rolcheck.cli.context import Context
from rolcheck.cli.exits import ExitStatus
from rolcheck.cli.parsing import COMMON, LazyGroup, Option
from rolcheck.locale import _, choose_language, set_language

if TYPE_CHECKING:
    from rolcheck.locale import Language

PROGRAM = "rolcheck"
OUTPUT_FAILURES = (errno.EPIPE, errno.ENOSPC, errno.EIO, errno.EBADF)
VARIABLES = {"folder": "ROLCHECK_CAMPAIGN", "who": "ROLCHECK_AS", "plain": "ROLCHECK_ASCII"}


def main() -> None:
    """Run the command line that the process was called with, and end the process."""
    sys.exit(run(sys.argv[1:]))


def run(arguments: Sequence[str]) -> int:
    """Run a command line and return its exit status; nothing is raised."""
    sys.stdout = sys.stdout or io.StringIO()  # None where the caller closed it
    _keep_output_encodable()
    try:
        status = _run(arguments)
        sys.stdout.flush()
    except BrokenPipeError:
        _forget_output()
        return ExitStatus.BROKEN_PIPE
    except OSError as error:
        _forget_output()
        _tell([_("error: the output cannot be written: {reason}").format(reason=error.strerror)])
        return ExitStatus.USAGE
    return status


def _forget_output() -> None:
    """Point stdout nowhere: Python flushes once more at its end, and would complain there."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _run(arguments: Sequence[str]) -> int:
    context = Context(debug="--debug" in arguments)
    try:
        set_language(_language(arguments))
        if completion.VARIABLE in os.environ:
            return completion.answer(program)
        with program.make_context(PROGRAM, list(arguments), obj=context) as ctx:
            program.invoke(ctx)
    except click.exceptions.Exit as stop:
        return stop.exit_code
    except (click.UsageError, RolcheckError) as error:
        return _failed(error, debug=context.debug)
    except (KeyboardInterrupt, click.Abort):
        _tell([_("interrupted")])
        return ExitStatus.INTERRUPTED
    except OSError as error:
        if error.errno in OUTPUT_FAILURES:
            raise
        return _bug(error, debug=context.debug)
    except Exception as error:  # a bug: whatever it is, it becomes one line
        return _bug(error, debug=context.debug)
    return ExitStatus.OK


def _failed(error: click.UsageError | RolcheckError, *, debug: bool) -> int:
    from rolcheck.cli.failures import lines_of, usage_lines

    if debug:
        _show_traceback(error)
    if isinstance(error, click.UsageError):
        _tell(usage_lines(error))
        return ExitStatus.USAGE
    _tell(lines_of(error))
    return error.exit_status


def _bug(error: Exception, *, debug: bool) -> int:
    from rolcheck.base.wrapping import one_line

    if debug:
        _show_traceback(error)
    said = _("error: this is a bug of rolcheck: {kind}: {reason}")
    lines = [one_line(said.format(kind=type(error).__name__, reason=error))]
    if not debug:
        lines.append(_("hint: what was recorded before stands; --debug shows where it comes from"))
    _tell(lines)
    return ExitStatus.BUG


def _show_traceback(error: BaseException) -> None:
    from traceback import print_exception

    print_exception(error)


def _tell(lines: Iterable[str]) -> None:
    sys.stdout.flush()
    for line in lines:
        sys.stderr.write(f"{line}\n")


def _language(arguments: Sequence[str]) -> "Language":
    """Return what the help and the errors of this command line are said in."""
    for place, word in enumerate(arguments):
        if word == "--lang" and place + 1 < len(arguments):
            return choose_language(arguments[place + 1], {})
        if word.startswith("--lang="):
            return choose_language(word.partition("=")[2], {})
    return choose_language(None, os.environ)


def _keep_output_encodable() -> None:
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(errors="backslashreplace")


def _say_version(ctx: click.Context, param: click.Parameter, value: bool) -> None:
    if value:
        sys.stdout.write(f"{PROGRAM} {__version__}\n")
        ctx.exit()


def _program(
    ctx: click.Context, folder: str | None, who: str | None, *, plain: bool, debug: bool
) -> None:
    context: Context = ctx.obj
    context.folder = Path(folder) if folder else None
    context.who, context.plain, context.debug = who or "", plain, debug
    if ctx.invoked_subcommand is None:
        from rolcheck.cli.app import open_app

        open_app(context)


def _options() -> list[click.Parameter]:
    made: list[click.Parameter] = [
        Option(list(names), **settings, envvar=VARIABLES.get(names[-1]))
        for names, settings in COMMON
    ]
    made.append(
        Option(
            ["--version"],
            is_flag=True,
            is_eager=True,
            expose_value=False,
            callback=_say_version,
            help=N_("say the version"),
        )
    )
    return made


program = LazyGroup(
    PROGRAM,
    summary=N_("a review desk: from criteria to a number that can be explained; alone it opens"),
    params=_options(),
    callback=click.pass_context(_program),
    invoke_without_command=True,
)
"""What ``rolcheck`` is: options, and the commands of `COMMANDS`."""
