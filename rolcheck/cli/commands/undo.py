"""`undo`: take one's own last step back."""

import click

from rolcheck.base.messages import N_
from rolcheck.cli.context import Context
from rolcheck.cli.parsing import as_command
from rolcheck.events.types import Event
from rolcheck.locale import _, ngettext


@as_command(
    details=N_(
        "The last score, keep, verdict or declaration of the open round that still stands; "
        "an import is one step."
    ),
    examples=("rolcheck --as reviewer-01 undo",),
)
@click.pass_obj
def command(context: Context) -> None:
    """Undo one step."""
    (event,) = context.writing().undo()
    context.say(_("taken back: {what}").format(what=_what(event)))


def _what(event: Event) -> str:
    undone = event.payload["undone"]
    count = len(undone) if isinstance(undone, list) else 1
    if count > 1:
        return ngettext("{n} entry", "{n} entries", count).format(n=count)
    about = " ".join(part for part in (event.submission, event.indicator) if part)
    return about or _("the declarations")
