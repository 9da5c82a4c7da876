"""Writing a summary into a file, in the format that its name asks for."""

import io
import json
from collections.abc import Mapping
from pathlib import Path

from rolcheck.base.errors import InputError
from rolcheck.base.files import write_atomic
from rolcheck.base.messages import N_
from rolcheck.reports.documents.sheet import sheet_document
from rolcheck.reports.documents.summary import summary_document
from rolcheck.reports.model import Summary
from rolcheck.reports.summary_json import summary_json
from rolcheck.reports.writers import writer

FORMATS: Mapping[str, str] = {".txt": "text", ".md": "md", ".csv": "csv", ".json": "json"}


def export(summary: Summary, path: Path, *, detailed: bool = False) -> None:
    """Write `summary` whole, or not at all; a file that stood there is replaced.

    Args:
        summary: What is written.
        path: Where; its suffix says in which format.
        detailed: Whether text and Markdown list groups and indicators too.

    Raises:
        InputError: The suffix names no format, or the file cannot be written.
    """
    form = FORMATS.get(path.suffix.lower())
    if form is None:
        raise InputError(
            N_("the end of the file's name says no format: {name}"),
            hint=N_("use {known}"),
            name=path.name,
            known=", ".join(FORMATS),
        )
    write_atomic(path, _content(summary, form, detailed=detailed))


def _content(summary: Summary, form: str, *, detailed: bool) -> bytes:
    if form == "json":
        text = json.dumps(summary_json(summary), ensure_ascii=False, indent=2, default=list)
        return f"{text}\n".encode()
    document = (
        sheet_document(summary) if form == "csv" else summary_document(summary, detailed=detailed)
    )
    buffer = io.BytesIO()
    writer(form).write(document, buffer)
    return buffer.getvalue()
