"""A summary as blocks to scroll over: its document, with what is exact taken from the model."""

from collections.abc import Iterator, Sequence

from rolcheck.base.wrapping import wrap
from rolcheck.locale import _
from rolcheck.reports.blocks import Block as Said
from rolcheck.reports.blocks import Chart, Document, Heading, Note, Paragraph, Table
from rolcheck.reports.model import SubmissionLine, Summary
from rolcheck.reports.words import titled
from rolcheck.scoring.ranking import KINDS
from rolcheck.tui.text import BLANK, Line, Part, cells, gap
from rolcheck.tui.widgets.board import Block
from rolcheck.tui.widgets.overview.parts import head
from rolcheck.tui.widgets.report.table import Heat, table_lines
from rolcheck.tui.widgets.rows import RowPlace


def page(summary: Summary, document: Document, notice: str = "") -> Iterator[Block]:
    """Yield a summary's document as blocks.

    Args:
        summary: From which the document was made.
        document: What is said.
        notice: What the reader must know first; empty for nothing.
    """
    first, *blocks = document.blocks
    counts = first.text if isinstance(first, Note) else ""
    yield Block(lambda place: _title(document.subtitle, counts, place.cells))
    if notice:
        yield Block(
            lambda place: [BLANK, *((Part(line, "confirm"),) for line in wrap(notice, place.cells))]
        )
    making = _("How the numbers were made")
    rankings = iter(_rankings(summary))
    quiet, before = False, None
    for block in blocks:
        if isinstance(block, Chart):  # the ranking's own cells are shaded here
            continue
        if isinstance(block, Heading):
            quiet = block.text == making
            yield _heading(block.text)
        elif isinstance(block, Table):
            lines = next(rankings, ()) if any(one.over for one in block.columns) else ()
            yield from _table(block, lines, after=before)
        else:
            yield _text(block, quiet=quiet, spaced=isinstance(before, Table))
        before = block


def _title(subtitle: Sequence[str], counts: str, width: int) -> Sequence[Line]:
    first: Line = (Part(subtitle[0], bold=True), gap(3), Part("   ".join(subtitle[1:]), "muted"))
    right = Part(counts, "dim")
    room = width - cells(first) - right.cells
    if room >= 3:
        return [(*first, gap(room), right)]
    return [first, *((Part(line, "dim"),) for line in wrap(counts, width))]


def _heading(text: str) -> Block:
    return head(lambda: text)


def _text(block: Paragraph | Note, *, quiet: bool, spaced: bool) -> Block:
    tone = "dim" if quiet or isinstance(block, Note) else "fg"

    def draw(place: RowPlace) -> Sequence[Line]:
        lines: list[Line] = [(Part(line, tone),) for line in wrap(block.text, place.cells)]
        return [BLANK, *lines] if spaced else lines

    return Block(draw)


def _table(table: Table, lines: Sequence[SubmissionLine], after: Said | None) -> Iterator[Block]:
    heat = _heat(table, lines) if lines else None

    def draw(place: RowPlace) -> Sequence[Line]:
        drawn = table_lines(table, place.cells, heat)
        notes: list[Line] = []
        for note in table.notes:
            tone = "dispute" if _disqualifies(note, lines) else "muted"
            notes.extend((Part(line, tone),) for line in wrap(note, place.cells))
        return [*([] if isinstance(after, Heading) else [BLANK]), *drawn, *notes]

    yield Block(draw)


def _rankings(summary: Summary) -> Iterator[Sequence[SubmissionLine]]:
    """Yield the lines of each ranking table, in the order of the document."""
    for kind in KINDS:
        lines = [line for line in summary.submissions if line.kind == kind]
        if lines and summary.is_ranking:
            yield lines


def _heat(table: Table, lines: Sequence[SubmissionLine]) -> Heat:
    shaded = [at for at, column in enumerate(table.columns) if column.over]
    return Heat(
        shares=[[row[at] for at in shaded] for row in table.shares],
        titles=[titled(area.area) for area in lines[0].areas],
    )


def _disqualifies(note: str, lines: Sequence[SubmissionLine]) -> bool:
    return any(
        line.disqualified
        and note.startswith(line.name)
        and any(titled(veto.indicator) in note for veto in line.vetoes)
        for line in lines
    )
