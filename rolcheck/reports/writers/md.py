"""Documents as Markdown; whatever stands in a text is text, never markup."""

import re
from collections.abc import Iterator, Sequence
from typing import BinaryIO, assert_never

from rolcheck.base.wrapping import one_line
from rolcheck.locale import _
from rolcheck.reports.blocks import Chart, Column, Document, Heading, Note, Paragraph, Table
from rolcheck.reports.writers import WIDTH

SUFFIX = ".md"
_MARKUP = re.compile(r"([\\`*_\[\]<>|~])")
_BEGINS_A_BLOCK = re.compile(r"^(?:([-+#=])|(\d{1,9})([.)])(?=\s|$))")


def write(document: Document, target: BinaryIO, *, width: int = WIDTH) -> None:
    """Write `document` as UTF-8 Markdown; `width` is not looked at."""
    said = [block for block in document.blocks if not isinstance(block, Chart)]  # tables say it
    blocks = ["\n".join(_block(block)) for block in said]
    head = [f"# {_escaped(document.title)}", *map(_paragraph, document.subtitle)]
    target.write(("\n\n".join([*head, *blocks]) + "\n").encode())


def _block(block: Heading | Paragraph | Note | Table) -> Iterator[str]:
    match block:
        case Heading(text):
            yield f"## {_escaped(text)}"
        case Paragraph(text) | Note(text):
            yield _paragraph(text)
        case Table():
            yield from _table(block)
        case _:
            assert_never(block)


def _table(table: Table) -> Iterator[str]:
    for over, columns in _shared(table.columns).items():
        span = _("{title}: {first} .. {last}")
        yield _escaped(span.format(title=over, first=columns[0], last=columns[-1]))
        yield ""
    yield _row([_escaped(column.title) for column in table.columns])
    yield _row(["---:" if column.kind == "number" else "---" for column in table.columns])
    for row in table.rows:
        yield _row([_escaped(cell) for cell in row])
    for note in table.notes:
        yield ""
        yield _paragraph(note)


def _shared(columns: Sequence[Column]) -> dict[str, list[str]]:
    shared: dict[str, list[str]] = {}
    for column in columns:
        if column.over:
            shared.setdefault(column.over, []).append(column.title)
    return shared


def _row(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _paragraph(text: str) -> str:
    return _BEGINS_A_BLOCK.sub(_shielded, _escaped(text))


def _shielded(match: re.Match[str]) -> str:
    return f"\\{match[1]}" if match[1] else f"{match[2]}\\{match[3]}"


def _escaped(text: str) -> str:
    return _MARKUP.sub(r"\\\1", one_line(text)).replace("&", "&amp;")
