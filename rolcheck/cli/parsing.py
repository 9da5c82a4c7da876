"""Commands and options whose help is translated when it is shown, not when they are made."""

from collections.abc import Callable, Sequence
from functools import partial
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from rolcheck.base.errors import InputError
from rolcheck.base.messages import N_
from rolcheck.base.text import cell_width, pad
from rolcheck.cli.commands import COMMANDS
from rolcheck.locale import _, choose_language, set_language

if TYPE_CHECKING:
    from rolcheck.cli.context import Context

WIDTH = 96
PIECES = (N_("[OPTIONS]"), N_("[COMMAND] [ARGS]..."), N_("COMMAND [ARGS]..."))
"""What the line of usage says in words; the rest of it are names."""
BEHIND = "behind_"


class Option(click.Option):
    """An option whose help is a message id."""

    def get_help_record(self, ctx: click.Context) -> tuple[str, str] | None:
        """Return its names and what they do, in the language in use."""
        record = super().get_help_record(ctx)
        if record is None:
            return None
        required = _(" (required)") if self.required else ""
        return record[0], (_(self.help) if self.help else "") + required


option = partial(click.option, cls=Option)
"""Adds an option to a command; its `help` is a message id."""


class Helpful(click.Command):
    """What commands and groups share: help built late, in the language in use.

    Attributes:
        summary: Message id of the one line that says what it does.
        details: Message id of what else is to be known; may be empty.
        examples: Command lines that show it.
    """

    summary: str = ""
    details: str = ""
    examples: Sequence[str] = ()

    def get_short_help_str(self, limit: int = WIDTH) -> str:
        """Return the summary."""
        return _(self.summary)

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        """Return ``--help`` with translated help."""
        found = super().get_help_option(ctx)
        if found is not None:
            found.help = _("show this help")
        return found

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the line that shows how it is called."""
        pieces = " ".join(_(piece) for piece in self.collect_usage_pieces(ctx))
        called = _("Usage: {call}").format(call=f"{ctx.command_path} {pieces}")
        formatter.write(f"{called}\n")

    def format_help_text(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write summary, details and examples."""
        formatter.write(f"\n  {_(self.summary)}\n")
        if self.details:
            formatter.write(f"\n  {_(self.details)}\n")
        if self.examples:
            title = _("Examples:")
            formatter.write(f"\n{title}\n")
            formatter.write("".join(f"  {line}\n" for line in self.examples))

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the options, and for a group its commands."""
        found = [param.get_help_record(ctx) for param in self.get_params(ctx)]
        records = [record for record in found if record and record[1]]  # arguments say nothing
        _write_list(formatter, _("Options:"), records)
        if isinstance(self, click.Group):
            self.format_commands(ctx, formatter)


class Command(Helpful):
    """A command; it takes the options that stand before commands too, behind itself."""

    def __init__(
        self,
        name: str | None,
        *,
        summary: str = "",
        details: str = "",
        examples: Sequence[str] = (),
        **settings: Any,  # noqa: ANN401 (click's own, handed on)
    ) -> None:
        super().__init__(name, **settings)
        self.summary, self.details, self.examples = summary, details, examples
        self.params += [_behind(made) for made in COMMON]


class Group(Helpful, click.Group):
    """A command with subcommands."""

    command_class = Command

    def __init__(
        self,
        name: str | None,
        *,
        summary: str = "",
        examples: Sequence[str] = (),
        **settings: Any,  # noqa: ANN401 (click's own, handed on)
    ) -> None:
        super().__init__(name, **settings)
        self.summary, self.examples = summary, examples

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the names in the order in which they were added."""
        return list(self.commands)

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Find the command that is called.

        Raises:
            InputError: There is none of that name; the nearest is named.
        """
        known = self.list_commands(ctx)
        if args[0] in known or args[0].startswith("-"):
            return super().resolve_command(ctx, args)
        from rolcheck.base.ids import perhaps

        hint, near = perhaps(args[0], known, N_("{program} --help lists the commands"))
        raise InputError(
            N_("no command '{name}'"),
            hint=hint,
            name=args[0],
            near=near,
            program=ctx.command_path,
        )

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the subcommands with their summaries."""
        found = [(name, self.summary_of(name)) for name in self.list_commands(ctx)]
        _write_list(formatter, _("Commands:"), [(name, _(text)) for name, text in found])

    def summary_of(self, name: str) -> str:
        """Return the message id of a subcommand's summary."""
        made = self.commands[name]
        return made.summary if isinstance(made, Helpful) else ""


class LazyGroup(Group):
    """The program: its commands are loaded one by one, when they are called."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the names in the order of the table."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Load a command, None if there is none of that name."""
        if cmd_name not in COMMANDS:
            return None
        made = import_module(f"rolcheck.cli.commands.{cmd_name}").command
        assert isinstance(made, Helpful)  # by the rules of the folder
        made.summary = COMMANDS[cmd_name]
        return made

    def summary_of(self, name: str) -> str:
        """Return the message id of a command's summary, without loading it."""
        return COMMANDS[name]


def as_command(
    *, details: str = "", examples: Sequence[str] = ()
) -> Callable[[Callable[..., None]], Command]:
    """Make a function the command of its module; its summary stands in `COMMANDS`."""
    made: Callable[[Callable[..., None]], Command] = click.command(
        cls=Command, details=details, examples=examples
    )
    return made


def as_group(*, examples: Sequence[str] = ()) -> Callable[[Callable[..., None]], Group]:
    """Make a function the command of its module, with subcommands of its own."""
    return click.group(cls=Group, examples=examples)


def _take_language(ctx: click.Context, param: click.Parameter, value: str | None) -> None:
    if value is not None:
        set_language(choose_language(value, {}))


def _take(ctx: click.Context, param: click.Parameter, value: object) -> None:
    if value in (None, False):
        return
    context: Context = ctx.obj
    match (param.name or "").removeprefix(BEHIND):
        case "folder":
            context.folder = Path(str(value))
        case "who":
            context.who = str(value)
        case "debug":
            context.debug = True
        case "plain":
            context.plain = True


COMMON: Sequence[tuple[tuple[str, ...], dict[str, Any]]] = (
    (("-C", "folder"), {"metavar": "DIR", "help": N_("the campaign's folder")}),
    (("--as", "who"), {"metavar": "WHO", "help": N_("who you are, by the id in campaign.toml")}),
    (
        ("--lang",),
        {
            "metavar": "[zh|en]",
            "help": N_("the language of what is said"),
            "is_eager": True,
            "expose_value": False,
            "callback": _take_language,
        },
    ),
    (
        ("--ascii", "plain"),
        {"is_flag": True, "help": N_("draw the app with ASCII only, data and Chinese text aside")},
    ),
    (("--debug",), {"is_flag": True, "help": N_("show where an error comes from")}),
)
"""The options of all commands, which stand before the command, or behind it."""


def _behind(made: tuple[tuple[str, ...], dict[str, Any]]) -> Option:
    (*flags, name), settings = made
    own = [*flags, name] if name.startswith("-") else flags
    unlike = BEHIND + name.lstrip("-")  # a command's own parameter may be called the same
    return Option(
        [*own, unlike], **{"callback": _take, **settings, "hidden": True, "expose_value": False}
    )


def _write_list(
    formatter: click.HelpFormatter, heading: str, records: Sequence[tuple[str, str]]
) -> None:
    if not records:
        return
    first = max(cell_width(names) for names, _text in records)
    formatter.write(f"\n{heading}\n")
    for names, text in records:
        formatter.write(f"  {pad(names, first)}  {text}\n".rstrip() + "\n")
