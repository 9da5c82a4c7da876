"""The summary in every format in which it is handed on."""

import io
import json
from collections.abc import Mapping, Sequence

from rolcheck.reports.blocks import Document
from rolcheck.reports.documents.picture import picture_of
from rolcheck.reports.documents.sheet import sheet_document
from rolcheck.reports.documents.summary import summary_document
from rolcheck.reports.documents.units import units_document
from rolcheck.reports.documents.units_sheet import units_sheet
from rolcheck.reports.model import Summary
from rolcheck.reports.summary_json import summary_json
from rolcheck.reports.units import UnitShare
from rolcheck.reports.writers import writer

SUFFIXES: Mapping[str, str] = {
    "text": ".txt",
    "md": ".md",
    "html": ".html",
    "svg": ".svg",
    "csv": ".csv",
    "json": ".json",
    "xlsx": ".xlsx",
}
"""How the names of files end that hold a summary in a format."""


def summary_for(form: str, summary: Summary, *, detailed: bool = False) -> Document:
    """Return the summary as the document that suits one of the writers' formats.

    Args:
        form: Its name.
        summary: What is said.
        detailed: Whether formats to read list groups and indicators too.
    """
    match form:
        case "csv":
            return sheet_document(summary)
        case "svg":
            return picture_of(summary_document(summary))
        case _:
            return summary_document(summary, detailed=detailed)


def units_for(form: str, summary: Summary, submissions: Sequence[Sequence[UnitShare]]) -> Document:
    """Return what the units answer for as the document that suits one of the writers' formats.

    Args:
        form: Its name.
        summary: Of what they are the units.
        submissions: The units of each submission, in the summary's order.
    """
    if form == "csv":
        return units_sheet(summary, submissions)
    document = units_document(summary, submissions)
    return picture_of(document) if form == "svg" else document


def exported(form: str, summary: Summary, *, detailed: bool = False) -> bytes:
    """Return the summary as the content of a file, in a writer's format or as JSON."""
    if form == "json":
        text = json.dumps(summary_json(summary), ensure_ascii=False, indent=2, default=list)
        return f"{text}\n".encode()
    target = io.BytesIO()
    writer(form).write(summary_for(form, summary, detailed=detailed), target)
    return target.getvalue()
