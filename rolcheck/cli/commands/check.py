"""`check`: every problem of criteria, campaign and submission files at once."""

from pathlib import Path

import click

from rolcheck.base.errors import InputError
from rolcheck.base.messages import N_
from rolcheck.base.places import Place
from rolcheck.cli.context import Context
from rolcheck.cli.exits import ExitStatus
from rolcheck.cli.options import PATH, format_option
from rolcheck.cli.output import Format
from rolcheck.cli.parsing import as_command
from rolcheck.cli.problems import print_problems
from rolcheck.desk.receiving.checking import check
from rolcheck.locale import ngettext


@as_command(
    details=N_(
        "PATH is a criteria file, a register catalogue, a campaign's or a submission's folder, or "
        "a folder of such; left out: the campaign of -C, else ./criteria and ./submissions."
    ),
    examples=("rolcheck check", "rolcheck check criteria/general.toml submissions/qingyu-2023"),
)
@click.argument("paths", nargs=-1, type=PATH, metavar="[PATH]...")
@format_option
@click.pass_obj
def command(context: Context, paths: tuple[Path, ...], form: Format) -> None:
    """Check files."""
    for path in paths:
        if not path.exists():
            raise InputError(N_("there is no such file"), where=Place(str(path)))
    problems = check(paths or _default(context))
    print_problems(context, problems, form)
    context.note(ngettext("{n} problem", "{n} problems", len(problems)).format(n=len(problems)))
    if problems:
        context.exit(ExitStatus.PROBLEMS)


def _default(context: Context) -> tuple[Path, ...]:
    here = tuple(path for path in (Path("criteria"), Path("submissions")) if path.is_dir())
    if context.folder is None and here and not Path("campaign.toml").is_file():
        return here
    return (context.campaign_folder,)
