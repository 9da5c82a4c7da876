"""What the Matrix shows, as plain values: one tuple a submission instead of an object a cell."""

from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from rolcheck.desk.seen import RoundSeen

Shares = tuple[Fraction | None, ...]


@dataclass(frozen=True, slots=True)
class AreaSeen:
    """One area of the criteria."""

    id: str
    title: str
    title_en: str


@dataclass(frozen=True, slots=True)
class IndicatorSeen:
    """One indicator.

    Attributes:
        points: Its full points, of a bonus its most; None of a veto.
        is_base: Whether it stands in the tree: what is missed of a bonus is no loss.
    """

    id: str
    title: str
    title_en: str
    area: str
    group: str
    office: str
    points: Fraction | None
    weight: Fraction
    is_base: bool


@dataclass(frozen=True, slots=True)
class UnitSeen:
    """What one responsible unit may still lose, in mode self-check.

    Attributes:
        name: Empty for indicators that name none.
        due: When something of it is due first; None where nothing is.
    """

    name: str
    at_risk: Fraction
    due: date | None


@dataclass(frozen=True, slots=True)
class SubmissionScores:
    """One submission; every tuple has a value an indicator, in the order of the criteria.

    Attributes:
        total: None where nothing is known.
        total_before: As of the round before; None where there was none.
        scores: What each has scored; None where nothing.
        expected: In mode self-check score, else claim, else 0; otherwise the same as `scores`.
        spreads: As a share of the full points; None under two scores.
        counts: How many reviewers gave what counts.
        states: ``done``, ``partly`` (under quorum), ``open``, ``later`` (no score is due before
            a later round), ``claimed`` (likewise, but in mode self-check the claim is there),
            ``confirm``, ``dispute``, ``na``, ``none`` (a bonus nobody gave); of a veto
            ``clear``, ``raised`` or ``upheld``.
        before: The scores as of the round before; empty where there was none.
        risks: In mode self-check the points at risk; otherwise empty.
        areas: By area: its share of the points; None without a score, or outside the tree.
    """

    id: str
    name: str
    rank: int | None
    total: Fraction | None
    total_before: Fraction | None
    scores: Shares
    expected: Shares
    spreads: Shares
    counts: tuple[int, ...]
    states: tuple[str, ...]
    before: Shares
    risks: tuple[Fraction, ...]
    areas: Shares


@dataclass(frozen=True, slots=True)
class MatrixSeen:
    """The whole screen.

    Attributes:
        who: What the reader is called; empty for somebody who only looks.
        runs: Whether the reader may open and close rounds.
        is_ranking: Whether applicants are compared; otherwise the units count.
        number: The round as of which everything is; None while the reader may see none.
        before: The scoring round before it, if there was one.
        scores_due: Whether any score can be there by then.
        hidden: The open round, where it is hidden from the reader.
        choices: The rounds that the reader may see.
        places: To how many places totals are written; None for the shortest form.
        units: Those with most at risk first; only in mode self-check.
    """

    title: str
    who: str
    runs: bool
    is_ranking: bool
    rounds: tuple[RoundSeen, ...]
    current: int
    number: int | None
    before: int | None
    scores_due: bool
    hidden: int | None
    choices: tuple[int, ...]
    places: int | None
    areas: tuple[AreaSeen, ...]
    indicators: tuple[IndicatorSeen, ...]
    submissions: tuple[SubmissionScores, ...]
    units: tuple[UnitSeen, ...] = ()
