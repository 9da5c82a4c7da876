"""What changed between rounds, printed."""

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

import click

from rolcheck.base.messages import N_
from rolcheck.cli.context import Context
from rolcheck.cli.drawing import draw
from rolcheck.cli.output import json_text
from rolcheck.cli.parsing import option
from rolcheck.reports.blocks import Document
from rolcheck.reports.changed import RoundDiff
from rolcheck.reports.changes_json import changes_json
from rolcheck.reports.documents.changes import changes_document
from rolcheck.reports.documents.changes_sheet import changes_sheet
from rolcheck.reports.documents.history_sheet import history_sheet
from rolcheck.reports.documents.submission_history import history_document
from rolcheck.reports.history import History
from rolcheck.reports.history_json import history_json

T = TypeVar("T")

changes_option = option(
    "--format",
    "form",
    type=click.Choice(("text", "json", "csv", "md")),
    default="text",
    help=N_("how it is written; JSON and CSV are the same in every language"),
)


def print_changes(context: Context, diff: RoundDiff, form: str, target: Path | None) -> None:
    """Print what changed between two rounds, in one of the formats text, json, csv and md."""
    _print(context, diff, form, target, (changes_json, changes_sheet, changes_document))


def print_history(context: Context, found: History, form: str, target: Path | None) -> None:
    """Print a submission through the rounds, in one of the formats text, json, csv and md."""
    _print(context, found, form, target, (history_json, history_sheet, history_document))


def _print(
    context: Context,
    found: T,
    form: str,
    target: Path | None,
    ways: tuple[Callable[[T], dict[str, object]], Callable[[T], Document], Callable[[T], Document]],
) -> None:
    to_json, to_sheet, to_document = ways
    match form:
        case "json":
            context.output(json_text(to_json(found)), target)
        case "csv":
            draw(context, to_sheet(found), form, target)
        case _:
            draw(context, to_document(found), form, target)
