"""Which cells changed from one look at the matrix to the next."""

from collections.abc import Iterator

from rolcheck.desk.matrix.seen import MatrixSeen, SubmissionScores
from rolcheck.tui.widgets.matrix.sheet import Cell


def changes(before: MatrixSeen, after: MatrixSeen) -> frozenset[Cell]:
    """Return the cells that say something else than before; of the same indicators only."""
    if before.indicators != after.indicators:
        return frozenset()
    known = {one.id: one for one in before.submissions}
    ids = [one.id for one in after.indicators]
    return frozenset(
        (one.id, ids[at])
        for one in after.submissions
        if one.id in known and one != known[one.id]
        for at in _changed(known[one.id], one)
    )


def _changed(before: SubmissionScores, after: SubmissionScores) -> Iterator[int]:
    for at, now in enumerate(_cells(after)):
        if now != _cell(before, at):
            yield at


def _cells(one: SubmissionScores) -> Iterator[tuple[object, ...]]:
    for at in range(len(one.states)):
        yield _cell(one, at)


def _cell(one: SubmissionScores, at: int) -> tuple[object, ...]:
    return (one.expected[at], one.states[at], one.spreads[at], one.counts[at])
