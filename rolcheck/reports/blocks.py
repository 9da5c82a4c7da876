"""What documents are made of: a few kinds of blocks that every writer can draw.

A document says what is said, in the language that was set when it was made; a writer decides
how it looks. Cells hold finished text; numbers in them are already written out.
"""

from dataclasses import dataclass
from typing import Literal

Kind = Literal["id", "word", "text", "number"]
"""What a column holds: ids, words of ours, free text from outside, or numbers (set right)."""


@dataclass(frozen=True, slots=True)
class Heading:
    """The beginning of a section."""

    text: str


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Something to be read, in one paragraph."""

    text: str


@dataclass(frozen=True, slots=True)
class Note:
    """Something to be looked up: sources, hashes, legends."""

    text: str


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table.

    Attributes:
        title: Its heading.
        kind: What its cells hold.
        over: A heading that it shares with its neighbours; empty for none.
    """

    title: str
    kind: Kind = "text"
    over: str = ""


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of cells under columns.

    Attributes:
        columns: Left to right.
        rows: As many cells each as there are columns.
        notes: What is said right below.
        keys: How many columns say what a row is about; where a table is too wide for a page
            and is parted, they stand in each part.
    """

    columns: tuple[Column, ...]
    rows: tuple[tuple[str, ...], ...]
    notes: tuple[str, ...] = ()
    keys: int = 0


Block = Heading | Paragraph | Note | Table


@dataclass(frozen=True, slots=True)
class Document:
    """A whole document.

    Attributes:
        title: What it is about.
        subtitle: What it is, and as of when; shown beside the title.
        blocks: In the order of reading.
    """

    title: str
    subtitle: tuple[str, ...]
    blocks: tuple[Block, ...]
