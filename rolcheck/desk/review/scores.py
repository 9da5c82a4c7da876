"""Scores as CSV: in for oneself or for others, out as far as the reader may see."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from json import loads

from rolcheck.base.errors import InputError
from rolcheck.base.messages import N_
from rolcheck.campaign.panels import why_stray
from rolcheck.campaign.permissions import person
from rolcheck.campaign.standing import Standing
from rolcheck.desk.imports import Line, rows_or_problems, whole_number
from rolcheck.desk.review.recording import Entry, score
from rolcheck.desk.sight import Sight
from rolcheck.events.types import Draft

REQUIRED = ("submission", "indicator", "value")
OPTIONAL = ("round", "reviewer", "remark", "evidence")
COLUMNS = ("round", "submission", "indicator", "reviewer", "value", "remark", "evidence")


@dataclass(frozen=True, slots=True)
class ScoreLine:
    """One observation as exports write it; `stray` says why it does not count, if so."""

    round: int
    submission: str
    indicator: str
    reviewer: str
    value: str
    remark: str
    evidence: tuple[str, ...]
    at: str
    kept: bool
    stray: str


def import_scores(
    standing: Standing, who: str, lines: Sequence[Line], *, now: datetime, step: str
) -> list[Draft]:
    """Return what a file of scores records: all of it or nothing.

    A row without a reviewer is the importer's own, one without a round is of the open one.

    Raises:
        ProblemsError: Rows are bad or refused; every one is named.
        InputError: Nobody is named `who`.
    """
    person(standing.settings, who)
    seen: dict[tuple[str, str, str], Line] = {}

    def drafts(line: Line) -> list[Draft]:
        cells = line.cells
        reviewer = cells["reviewer"] or who
        key = (cells["submission"], cells["indicator"], reviewer)
        if key in seen:
            raise InputError(
                N_("the same reviewer scores the same item in line {line}"),
                line=seen[key].where.line,
            )
        seen[key] = line
        return score(standing, who, _entry(cells), now=now, reviewer=reviewer, step=step)

    return rows_or_problems(lines, drafts)


def _entry(cells: Mapping[str, str]) -> Entry:
    number = cells["round"]
    return Entry(
        submission=cells["submission"],
        indicator=cells["indicator"],
        value=cells["value"],
        remark=cells["remark"],
        evidence=tuple(cells["evidence"].split()),
        round=whole_number(number) if number else None,
    )


def export_scores(standing: Standing, sight: Sight) -> Iterator[ScoreLine]:
    """Yield the observations that a reader may see, in the order of recording."""
    rows = (row for rows in standing.observations.values() for row in rows)
    for row in sorted(rows, key=lambda row: (row.at, row.id)):
        if sight.may_see_score(row):
            yield ScoreLine(
                round=row.round,
                submission=row.submission,
                indicator=row.indicator,
                reviewer=row.reviewer,
                value=row.value,
                remark=row.remark,
                evidence=tuple(loads(row.evidence)),
                at=row.at,
                kept=row.kept,
                stray=why_stray(standing, row),
            )
