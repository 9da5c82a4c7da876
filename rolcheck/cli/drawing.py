"""Documents on stdout or in a file, as wide as the terminal."""

import io
import shutil
import sys
from pathlib import Path

from rolcheck.base.files import BOM
from rolcheck.cli.context import Context
from rolcheck.reports.blocks import Document
from rolcheck.reports.writers import WIDTH, writer

WIDEST = 120
BINARY = frozenset({"xlsx"})


def draw(context: Context, document: Document, form: str, target: Path | None = None) -> None:
    """Write a document in one of the writers' formats to stdout, or into a file."""
    buffer = io.BytesIO()
    width = WIDTH if target else terminal_width()
    writer(form).write(document, buffer, width=width)
    if form in BINARY:
        context.output_bytes(buffer.getvalue(), target)
    else:
        context.output(buffer.getvalue().decode().removeprefix(BOM), target)


def terminal_width() -> int:
    """Return how many cells a line of stdout holds; a page's width where it is no terminal."""
    if not sys.stdout.isatty():
        return WIDTH
    return min(shutil.get_terminal_size((WIDTH, 24)).columns, WIDEST)
