"""How documents are drawn: one module a format."""

from collections.abc import Mapping
from importlib import import_module
from typing import BinaryIO, Protocol, cast

from rolcheck.reports.blocks import Document

WIDTH = 100

WRITERS: Mapping[str, str] = {
    "text": "rolcheck.reports.writers.text",
    "md": "rolcheck.reports.writers.md",
    "csv": "rolcheck.reports.writers.csv",
    "html": "rolcheck.reports.writers.html",
    "svg": "rolcheck.reports.writers.svg",
    "xlsx": "rolcheck.reports.writers.xlsx",
}


class Writer(Protocol):
    """What a writer's module holds."""

    SUFFIX: str

    def write(self, document: Document, target: BinaryIO, *, width: int = WIDTH) -> None:
        """Write `document`; the caller owns and closes `target`.

        Args:
            document: What is written.
            target: Where it goes.
            width: The page's width in cells, for formats that have one.
        """


def writer(name: str) -> Writer:
    """Return the writer of a format, loaded when it is first asked for.

    Raises:
        KeyError: There is no such format.
    """
    return cast("Writer", import_module(WRITERS[name]))  # a test loads each
