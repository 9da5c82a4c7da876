"""What became of an indicator between two rounds, and why: the one calculation of a change."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property
from json import loads

from rolcheck.campaign.panels import why_stray
from rolcheck.campaign.standing import Cell as CellId
from rolcheck.events.rows import FindingRow, ObservationRow, RecallRow, ReceiptRow, RulingRow
from rolcheck.scoring.cells import PENDING, Cell, Seat
from rolcheck.scoring.results import Results

SCORED, REVISED, KEPT = "scored", "revised", "kept"
RETURNED, STRAY, TAKEN_BACK = "returned", "stray", "taken-back"
RULED, LIFTED, MATERIAL, RECALLED = "ruled", "lifted", "material", "recalled"
FOUND, SETTLED, SETTINGS = "found", "settled", "settings"

SCORES = (SCORED, REVISED, KEPT, RETURNED, STRAY, TAKEN_BACK)
"""What becomes of single scores, in the order in which it is told."""

CauseRow = ObservationRow | RulingRow | ReceiptRow | RecallRow | FindingRow


@dataclass(frozen=True, slots=True)
class Cause:
    """One thing that was done to an indicator between two rounds.

    Attributes:
        kind: One of the constants of this module: first observation, another than before, an
            earlier one kept, one that counts again, one that counts no longer, one taken back;
            ruled, ruling lifted, new material, recalled, a finding added, a finding that moved
            on, settings amended.
        row: What was recorded; of a lifted ruling the lifting. None for settings.
        before: What it takes the place of; of a finding as it stood before.
        reason: Why an observation counts no longer, as `campaign.panels.why_stray` says it.
    """

    kind: str
    row: CauseRow | None = None
    before: CauseRow | None = None
    reason: str = ""


@dataclass(frozen=True, slots=True)
class CellChange:
    """An indicator of a submission as of two rounds.

    Attributes:
        was: As of the earlier round; None where there was no earlier one, or no such item in it.
        now: As of the later round.
        causes: What was done between the two; empty where nothing was.
    """

    was: Cell | None
    now: Cell
    causes: tuple[Cause, ...]

    @property
    def difference(self) -> Fraction | None:
        """The points gained; None where there is no score in either round."""
        return difference(self.was.score if self.was else None, self.now.score)

    @property
    def moved(self) -> bool:
        """Whether score or source are others than before."""
        if self.was is None:
            return self.now.source != PENDING
        return (self.was.score, self.was.source) != (self.now.score, self.now.source)

    @property
    def is_carried(self) -> bool:
        """Whether something stands, and is what stood before."""
        return not self.moved and not self.causes and bool(self.now.seats or self.now.ruling)


def difference(was: Fraction | None, now: Fraction | None) -> Fraction | None:
    """Return what was gained; None where one of the two is missing."""
    return None if was is None or now is None else now - was


class Between:
    """What lies between two rounds; each part is computed when it is first asked for.

    Args:
        earlier: The results as of the earlier round; None before the first.
        later: The results as of the later one, of the same campaign.
    """

    def __init__(self, earlier: Results | None, later: Results) -> None:
        self.earlier, self.later = earlier, later

    def submission(self, submission: str) -> tuple[CellChange, ...]:
        """Return every indicator of a submission, in the order of the criteria."""
        known = self.earlier and submission in self.earlier.standing.manifests
        was = self.earlier.of(submission).cells if self.earlier and known else {}
        return tuple(
            self.change(was.get(id), now) for id, now in self.later.of(submission).cells.items()
        )

    def change(self, was: Cell | None, now: Cell) -> CellChange:
        """Return what became of one indicator."""
        causes = tuple(self._causes(was, now))
        change = CellChange(was, now, causes)
        if was and change.moved and not causes and self._amended:
            return CellChange(was, now, (Cause(SETTINGS),))
        return change

    def _causes(self, was: Cell | None, now: Cell) -> Iterator[Cause]:
        yield from self._material(was, now)
        yield from self._recalls(now)
        yield from self._scores(was, now)
        yield from self._ruling(was, now)
        yield from self._findings(now)

    def _material(self, was: Cell | None, now: Cell) -> Iterator[Cause]:
        if was is None or self.earlier is None:
            return
        submission, indicator = now.submission, now.indicator.id
        then = self.earlier.standing.version(submission, indicator)
        version = self.later.standing.version(submission, indicator)
        if then and then != version:
            receipts = reversed(self.later.standing.receipts[submission])
            yield Cause(MATERIAL, next(row for row in receipts if indicator in loads(row.changed)))

    def _recalls(self, now: Cell) -> Iterator[Cause]:
        for row in self._recalled.get((now.submission, now.indicator.id), ()):
            yield Cause(RECALLED, row)

    def _scores(self, was: Cell | None, now: Cell) -> list[Cause]:
        return sorted(self._seats(was, now), key=lambda cause: SCORES.index(cause.kind))

    def _seats(self, was: Cell | None, now: Cell) -> Iterator[Cause]:
        before = {seat.row.reviewer: seat for seat in was.seats} if was else {}
        here = {seat.row.reviewer: seat for seat in now.seats}
        for who, seat in here.items():
            yield from self._seat(before.get(who), seat)
        for who, gone in before.items():
            if who not in here:
                yield self._gone(gone.row)

    def _seat(self, before: Seat | None, seat: Seat) -> Iterator[Cause]:
        if before and before.row.id == seat.row.id:
            return
        if seat.row.id in self._known_then(seat.row):
            if before:
                yield self._gone(before.row)
            yield Cause(RETURNED, seat.row)
        elif seat.row.kept:
            yield Cause(KEPT, seat.row, before.row if before else None)
        elif before:
            yield Cause(REVISED, seat.row, before.row)
        else:
            yield Cause(SCORED, seat.row)

    def _gone(self, row: ObservationRow) -> Cause:
        reason = why_stray(self.later.standing, row)
        return Cause(STRAY, row, reason=reason) if reason else Cause(TAKEN_BACK, row)

    def _known_then(self, row: ObservationRow) -> set[str]:
        if self.earlier is None:
            return set()
        rows = self.earlier.standing.observations.get((row.submission, row.indicator), ())
        return {one.id for one in rows}

    def _ruling(self, was: Cell | None, now: Cell) -> Iterator[Cause]:
        before = was.ruling if was else None
        if now.ruling and (before is None or before.id != now.ruling.id):
            yield Cause(RULED, now.ruling, before)
        elif before and now.ruling is None:
            yield Cause(LIFTED, self._liftings[now.submission, now.indicator.id], before)

    def _findings(self, now: Cell) -> Iterator[Cause]:
        cell = (now.submission, now.indicator.id)
        then = self.earlier.standing.findings.get(cell, ()) if self.earlier else ()
        before = {row.id: row for row in then}
        for row in self.later.standing.findings.get(cell, ()):
            if row.id not in before:
                yield Cause(FOUND, row)
            elif row.state != before[row.id].state:
                yield Cause(SETTLED, row, before[row.id])

    @cached_property
    def _recalled(self) -> Mapping[CellId, list[RecallRow]]:
        first = self.earlier.number if self.earlier else 0
        found: dict[CellId, list[RecallRow]] = {}
        for row in self.later.standing.tables.of(RecallRow):
            if first < row.round <= self.later.number:
                found.setdefault((row.submission, row.indicator), []).append(row)
        return found

    @cached_property
    def _liftings(self) -> Mapping[CellId, RulingRow]:
        rows = self.later.standing.tables.of(RulingRow)
        return {(row.submission, row.indicator): row for row in rows if not row.value}

    @cached_property
    def _amended(self) -> bool:
        """Whether how scores are combined is another than it was, or who is in which group."""
        if self.earlier is None:
            return False
        then, now = self.earlier.standing.settings, self.later.standing.settings
        return (then.aggregation, then.people) != (now.aggregation, now.people)
