"""What a ruling would bring, before it is made."""

from dataclasses import dataclass
from fractions import Fraction
from typing import Literal

from rolcheck.base.errors import RolcheckError
from rolcheck.desk.desk import Desk
from rolcheck.desk.disputes.rulings import ruled_value
from rolcheck.events.rows import RulingRow
from rolcheck.scoring.results import Results

Does = Literal["rule", "confirm", "same", "wrong"]


@dataclass(frozen=True, slots=True)
class Standings:
    """What a submission comes to: total and rank, each None where there is none."""

    total: Fraction | None
    rank: int | None
    disqualified: bool


@dataclass(frozen=True, slots=True)
class RulingPreview:
    """What a ruling would bring.

    Attributes:
        value: As it would be recorded; empty where it cannot be.
        points: What the indicator would score; None for a veto and n/a.
        error: Why it cannot be ruled.
        does: ``rule``, ``confirm`` (the same again, on new material), ``same`` (it stands
            already), ``wrong``.
        score: What the indicator scores now.
        before: What the submission comes to now.
        after: What it would come to.
    """

    value: str
    points: Fraction | None = None
    error: RolcheckError | None = None
    does: Does = "wrong"
    score: Fraction | None = None
    before: Standings | None = None
    after: Standings | None = None


def preview_ruling(desk: Desk, submission: str, indicator: str, text: str) -> RulingPreview:
    """Return what ruling `text` would bring, without ruling it."""
    standing = desk.standing()
    entry = standing.criteria.indicator(indicator)
    try:
        ruled = ruled_value(standing, entry, text)
    except RolcheckError as error:
        return RulingPreview("", error=error)
    results, cell = desk.results(standing.current_round), (submission, indicator)
    stands, version = standing.rulings.get(cell), standing.version(*cell)
    does: Does = "rule"
    if stands is not None and stands.value == ruled:
        does = "same" if stands.version == version else "confirm"
    supposed = RulingRow("supposed", *cell, ruled, "", version, results.number, desk.who, "")
    then = results.supposing(results.standing.supposing(supposed), *cell)
    return RulingPreview(
        value=ruled,
        points=then.of(submission).cells[indicator].score,
        does=does,
        score=results.of(submission).cells[indicator].score,
        before=_standings(results, submission),
        after=_standings(then, submission),
    )


def _standings(results: Results, submission: str) -> Standings:
    one = results.of(submission)
    return Standings(one.total.total, results.ranks[submission], one.disqualified)
