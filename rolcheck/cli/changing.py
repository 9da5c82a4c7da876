"""What changed between two rounds, printed."""

from pathlib import Path

from rolcheck.cli.context import Context
from rolcheck.cli.drawing import draw
from rolcheck.cli.output import json_text
from rolcheck.reports.changed import RoundDiff
from rolcheck.reports.changes_json import changes_json
from rolcheck.reports.documents.changes import changes_document
from rolcheck.reports.documents.changes_sheet import changes_sheet


def print_changes(context: Context, diff: RoundDiff, form: str, target: Path | None) -> None:
    """Print what changed, in one of the formats text, json, csv and md."""
    match form:
        case "json":
            context.output(json_text(changes_json(diff)), target)
        case "csv":
            draw(context, changes_sheet(diff), form, target)
        case _:
            draw(context, changes_document(diff), form, target)
