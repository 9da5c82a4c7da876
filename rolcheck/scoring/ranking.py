"""The ranking: who stands where, and in which order submissions are shown."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Literal, get_args

Kind = Literal["district", "project"]

KINDS: tuple[Kind, ...] = get_args(Kind)
"""The kinds of submission, in the order in which they are shown; each is ranked by itself."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One submission, as it goes into the ranking.

    Args:
        total: None where nothing has a score.
        complete: Whether no base indicator is pending.
        disqualified: Whether a veto was upheld.
        tie_break: Scores of the areas that decide between equal totals, as rounded, the first
            one first; None counts as 0. Equally many in all entries; empty for no tie-break.
    """

    id: str
    kind: Kind
    total: Fraction | None
    complete: bool = True
    disqualified: bool = False
    tie_break: tuple[Fraction | None, ...] = ()


@dataclass(frozen=True, slots=True)
class Place:
    """Where one submission stands: its rank among its kind, or None for those without."""

    id: str
    rank: int | None


_Standing = tuple[Fraction, tuple[Fraction, ...]]


def ranked(entries: Sequence[Entry], *, competing: bool = True) -> tuple[Place, ...]:
    """Return the entries' places in the order in which they are shown.

    Args:
        entries: In any order; ids are unique.
        competing: Whether there are ranks at all: not in mode self-check.

    Returns:
        Districts, then projects; in each kind those that are complete by rank (without one after
        them), then the incomplete, then the disqualified; ids decide where nothing else does.
        Ties share a rank and leave the next ones out: 1, 2, 2, 4.

    Source:
        `design.md` section 4 (ranking) and section 7 (order).

    Example:
        >>> points = {"a": 90, "b": 95, "c": 90, "d": 80}
        >>> board = [Entry(id, "district", Fraction(total)) for id, total in points.items()]
        >>> [(place.id, place.rank) for place in ranked(board)]
        [('b', 1), ('a', 2), ('c', 2), ('d', 4)]
    """
    ranks = _ranks(entries) if competing else {}

    def order(entry: Entry) -> tuple[int, bool, bool, bool, int, str]:
        rank = ranks.get(entry.id)
        return (
            KINDS.index(entry.kind),
            entry.disqualified,
            not entry.complete and not entry.disqualified,
            rank is None,
            rank or 0,
            entry.id,
        )

    return tuple(Place(entry.id, ranks.get(entry.id)) for entry in sorted(entries, key=order))


def _ranks(entries: Iterable[Entry]) -> Mapping[str, int]:
    by_kind: dict[Kind, dict[str, _Standing]] = {}
    for entry in entries:
        if entry.complete and not entry.disqualified and entry.total is not None:
            areas = tuple(score if score is not None else Fraction() for score in entry.tie_break)
            by_kind.setdefault(entry.kind, {})[entry.id] = (entry.total, areas)
    return {id: rank for standings in by_kind.values() for id, rank in _among(standings).items()}


def _among(standings: Mapping[str, _Standing]) -> Mapping[str, int]:
    best_first = sorted(standings.values(), reverse=True)
    first_at: dict[_Standing, int] = {}
    for rank, standing in enumerate(best_first, start=1):
        first_at.setdefault(standing, rank)
    return {id: first_at[standing] for id, standing in standings.items()}
