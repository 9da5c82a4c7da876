"""`help`: pages about what several commands share, and the help of any command."""

import sys
from collections.abc import Sequence
from shutil import get_terminal_size

import click

from rolcheck.base.errors import InputError
from rolcheck.base.ids import perhaps
from rolcheck.base.messages import N_
from rolcheck.base.wrapping import wrap
from rolcheck.cli.context import Context
from rolcheck.cli.parsing import as_command
from rolcheck.locale import _
from rolcheck.locale.topics import TOPICS, page

WIDEST = 80


@as_command(
    details=N_("Without a topic it lists them; a command's name gives that command's own help."),
    examples=("rolcheck help values", "rolcheck help round open"),
)
@click.argument("topic", nargs=-1, metavar="[TOPIC|COMMAND...]")
@click.pass_context
def command(ctx: click.Context, topic: tuple[str, ...]) -> None:
    """Show a page."""
    context: Context = ctx.obj
    if not topic:
        context.say(_("Topics:"))
        for name, summary in TOPICS.items():
            context.say(f"  {name:10}  {_(summary)}")
        context.say(_("rolcheck help TOPIC shows one; rolcheck --help lists the commands"))
    elif len(topic) == 1 and topic[0] in TOPICS:
        text = laid_out(page(topic[0], context.lang), _width())
        _show(f"{text}\n{_list_of_keys()}" if topic[0] == "keys" else text)
    else:
        context.say(_help_of(ctx, topic))


def laid_out(text: str, width: int) -> str:
    """Return a page folded to a width; lines that begin with blanks stay as they are."""
    lines: list[str] = []
    for line in text.splitlines():
        lines += [line] if line.startswith("  ") or not line else wrap(line, width)
    return "\n".join(lines) + "\n"


def _list_of_keys() -> str:
    """Return all bindings as rows: the id, its keys, and what it does."""
    from rolcheck.cli.output import Column, Table, drawn
    from rolcheck.tui.bindings import all_bindings
    from rolcheck.tui.keys import key_name

    rows = {
        bound.id: (bound.id, " ".join(map(key_name, bound.keys)), _(bound.what))
        for bound in all_bindings()
    }
    columns = (Column("id", N_("id")), Column("keys", N_("keys")), Column("does", N_("does")))
    return drawn(Table(columns, list(rows.values())), "table")


def _show(text: str) -> None:
    if sys.stdout.isatty():
        click.echo_via_pager(text)
    else:
        sys.stdout.write(text)


def _width() -> int:
    return min(get_terminal_size().columns, WIDEST) if sys.stdout.isatty() else WIDEST


def _help_of(ctx: click.Context, path: Sequence[str]) -> str:
    assert ctx.parent is not None  # `help` is a command of the program
    here, found = ctx.parent, ctx.parent.command
    for name in path:
        known = found.list_commands(here) if isinstance(found, click.Group) else []
        inner = found.get_command(here, name) if isinstance(found, click.Group) else None
        if inner is None:
            raise _nothing(name, [*known, *(TOPICS if found is ctx.parent.command else ())])
        here, found = click.Context(inner, parent=here, info_name=name), inner
    return found.get_help(here)


def _nothing(name: str, known: Sequence[str]) -> InputError:
    hint, near = perhaps(name, known, N_("rolcheck help lists the topics"))
    return InputError(
        N_("no help on '{name}'"),
        hint=hint,
        name=name,
        near=near,
    )
