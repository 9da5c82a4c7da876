"""`init`: a new campaign's folder."""

from pathlib import Path

import click

from rolcheck.base.clock import system_now
from rolcheck.base.errors import InputError
from rolcheck.base.messages import N_
from rolcheck.cli.context import Context
from rolcheck.cli.options import PATH
from rolcheck.cli.parsing import as_command, option
from rolcheck.desk.starting.folders import begin, begin_after, next_folder
from rolcheck.locale import _


@as_command(
    details=N_(
        "Writes a commented campaign.toml and an example submission; or takes over the settings of "
        "an earlier campaign, with what wants editing marked."
    ),
    examples=(
        "rolcheck init submissions/district-2026 --criteria general",
        "rolcheck init --from submissions/district-2026",
    ),
)
@click.argument("folder", type=PATH, required=False, metavar="[DIR]")
@option("--criteria", metavar="ID", help=N_("the criteria set; rolcheck criteria list names them"))
@option("--from", "last", type=PATH, metavar="LAST", help=N_("the folder of an earlier campaign"))
@click.pass_obj
def command(context: Context, folder: Path | None, criteria: str | None, last: Path | None) -> None:
    """Begin a campaign."""
    if last is not None and criteria is None:
        made = begin_after(last, folder or next_folder(last))
    elif criteria is not None and last is None and folder is not None:
        made = begin(folder, criteria, system_now().date(), context.lang)
    else:
        raise InputError(
            N_("say where and how to begin"),
            hint=N_("rolcheck init DIR --criteria ID, or rolcheck init [DIR] --from LAST"),
        )
    context.say(str(made))
    context.note(_("edit it, then run rolcheck check {folder}").format(folder=made.parent))
