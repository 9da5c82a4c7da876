"""What of a document is put into another one as a picture: its charts, with the words to them."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from rolcheck.reports.blocks import Block, Chart, Document, Table


def picture_of(document: Document) -> Document:
    """Return a document without its tables and without the sections that show no chart.

    Its beginning and its foot stay, and so do words right before a chart that have a heading of
    their own.
    """
    return replace(document, blocks=(*_kept(document.sections), *document.foot))


def _kept(parts: Sequence[Sequence[Block]]) -> Iterator[Block]:
    for number, part in enumerate(parts):
        following = parts[number + 1] if number + 1 < len(parts) else ()
        leads_in = not _holds(part, Table) and _holds(following, Chart)
        if number == 0 or leads_in or _holds(part, Chart):
            yield from (block for block in part if not isinstance(block, Table))


def _holds(part: Sequence[Block], kind: type[Chart | Table]) -> bool:
    return any(isinstance(block, kind) for block in part)
