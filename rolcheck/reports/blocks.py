"""What documents are made of: a few kinds of blocks that every writer can draw.

A document says what is said, in the language that was set when it was made; a writer decides
how it looks. Cells hold finished text; numbers in them are already written out.
"""

from dataclasses import dataclass
from fractions import Fraction
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
        shares: The exact score share (0 to 1) behind each cell, row by row, for formats that
            shade it; None where a cell tells of none. Empty for a table without.
    """

    columns: tuple[Column, ...]
    rows: tuple[tuple[str, ...], ...]
    notes: tuple[str, ...] = ()
    keys: int = 0
    shares: tuple[tuple[Fraction | None, ...], ...] = ()


@dataclass(frozen=True, slots=True)
class Bar:
    """One row of a chart.

    Attributes:
        name: What it is about.
        number: What the bar stands for, written out.
        share: How long the bar is, of the room there is (0 to 1).
        of: How long the track is in which it lies, likewise.
        lead: What stands before the name, a rank; may be empty.
        remark: What must be known with the number; may be empty.
        shares: The score share under each heading of the strip; None for none.
    """

    name: str
    number: str
    share: Fraction
    of: Fraction = Fraction(1)
    lead: str = ""
    remark: str = ""
    shares: tuple[Fraction | None, ...] = ()


@dataclass(frozen=True, slots=True)
class Chart:
    """Bars with their numbers, and beside them a strip of shaded shares.

    It says nothing that the tables beside it do not say, so formats of text leave it out.

    Attributes:
        title: What it shows, for those who do not see it.
        bars: From top to bottom.
        strip: The headings of the strip, left to right; empty for none.
        over: What the strip shows.
    """

    title: str
    bars: tuple[Bar, ...]
    strip: tuple[str, ...] = ()
    over: str = ""


Block = Heading | Paragraph | Note | Table | Chart


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

    @property
    def foot(self) -> tuple[Note, ...]:
        """The notes at the end, which say what the whole rests on."""
        notes: list[Note] = []
        for block in reversed(self.blocks):
            if not isinstance(block, Note):
                break
            notes.append(block)
        return tuple(reversed(notes))

    @property
    def body(self) -> tuple[Block, ...]:
        """What stands above the foot."""
        return self.blocks[: len(self.blocks) - len(self.foot)]

    @property
    def sections(self) -> tuple[tuple[Block, ...], ...]:
        """What stands in the body before the first heading, then each heading with what follows."""
        body = self.body
        begins = [0, *(at for at, block in enumerate(body) if isinstance(block, Heading))]
        ends = [*begins[1:], len(body)]
        return tuple(body[begin:end] for begin, end in zip(begins, ends, strict=True))
