"""Options and arguments that several commands take."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TypeVar

import click

from rolcheck.base.messages import N_
from rolcheck.cli.output import FORMATS
from rolcheck.cli.parsing import option

F = TypeVar("F", bound=Callable[..., object])

PATH = click.Path(path_type=Path)


def format_option(function: F) -> F:
    """Add ``--format table|json|csv``, the parameter `form`."""
    return option(
        "--format",
        "form",
        type=click.Choice(FORMATS),
        default=FORMATS[0],
        help=N_("how the rows are printed; JSON and CSV are the same in every language"),
    )(function)


def plain_or_json_option(plain: str) -> Callable[[F], F]:
    """Add ``--format PLAIN|json``, the parameter `form`, for what is said in words."""
    return option(
        "--format",
        "form",
        type=click.Choice((plain, "json")),
        default=plain,
        help=N_("how it is written; JSON is the same in every language"),
    )


def reason_option(help_id: str = "", *, required: bool = True) -> Callable[[F], F]:
    """Add ``--reason TEXT``."""
    said = help_id or N_("why; it goes on record")
    if required:  # an explicit default of None would count as given
        return option("--reason", metavar="TEXT", required=True, help=said)
    return option("--reason", metavar="TEXT", default="", help=said)


def for_option(name: str, help_id: str) -> Callable[[F], F]:
    """Add ``--for WHO``, the parameter `name`: empty where the entry is one's own."""
    return option("--for", name, default="", metavar="WHO", help=help_id)


def round_option(function: F) -> F:
    """Add ``--round N``, the parameter `number`: None where no round is named."""
    return option(
        "--round",
        "number",
        type=int,
        metavar="N",
        help=N_("the round; left out: the open one, else the latest closed, else 1"),
    )(function)


def edition_option(function: F) -> F:
    """Add ``--edition N``, the parameter `edition`: None for the latest."""
    return option(
        "--edition",
        type=int,
        metavar="N",
        help=N_("of a sealed result: which edition; left out: the latest"),
    )(function)


def output_option(function: F) -> F:
    """Add ``-o FILE``, the parameter `target`: None for stdout."""
    return option(
        "-o",
        "--output",
        "target",
        type=PATH,
        metavar="FILE",
        help=N_("write into FILE instead of stdout"),
    )(function)


def dry_run_option(function: F) -> F:
    """Add ``--dry-run``."""
    return option("--dry-run", is_flag=True, help=N_("say what it would record, record nothing"))(
        function
    )


def evidence_option(function: F) -> F:
    """Add ``--evidence ID``, which may be given several times, or with several ids."""
    return option(
        "--evidence",
        multiple=True,
        metavar="ID",
        callback=_parted,
        help=N_("evidence that carries it, by its id; may be given several times"),
    )(function)


def _parted(ctx: click.Context, param: click.Parameter, value: Sequence[str]) -> tuple[str, ...]:
    return tuple(name for text in value for name in text.replace(",", " ").split())
