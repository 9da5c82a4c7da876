"""Which scores of a panel are combined, which are dropped, and what comes out."""

from collections.abc import Sequence

from rolcheck.campaign.standing import Standing
from rolcheck.reports.explained import Combination, Part
from rolcheck.scoring.cells import Cell, Seat, aggregation_of
from rolcheck.scoring.panel import Aggregation, combine
from rolcheck.scoring.results import Results


def combination(results: Results, one: Cell, *, visible: bool) -> Combination | None:
    """Return how the panel's scores became one; None where there is no panel score.

    Args:
        results: Whose settings say how.
        one: The indicator of a submission.
        visible: Whether single scores are shown.
    """
    if one.panel is None:
        return None
    settings = results.standing.settings
    method = settings.aggregation.method
    if not visible:
        return Combination(method, (), len(one.values), None, one.panel)
    rules = aggregation_of(settings)
    scores = [
        (settings.people[seat.row.reviewer].group or None, seat.points)
        for seat in one.seats
        if seat.points is not None
    ]
    parts = tuple(
        _part(group, seats, results.standing) for group, seats in _grouped(one, results.standing)
    )
    return Combination(method, parts, len(scores), combine(scores, rules), one.panel)


def dropped(results: Results, one: Cell) -> frozenset[str]:
    """Return the ids of the observations that trimming drops; of equal extremes some only."""
    found: set[str] = set()
    for _group, seats in _grouped(one, results.standing):
        count = _trimmed(len(seats), results.standing)
        ends = [*seats[:count], *seats[len(seats) - count :]]
        found.update(seat.row.id for seat in ends)
    return frozenset(found)


def _part(group: str, seats: Sequence[Seat], standing: Standing) -> Part:
    table = standing.settings.aggregation
    points = [seat.points for seat in seats if seat.points is not None]
    count = _trimmed(len(points), standing)
    alone = Aggregation(table.method, table.trim, table.minimum)
    result = combine([(None, value) for value in points], alone)
    assert result is not None  # a group is there only with a score in it
    return Part(
        group=group,
        weight=table.groups.get(group) if table.groups else None,
        low=tuple(points[:count]),
        kept=tuple(points[count : len(points) - count]),
        high=tuple(points[len(points) - count :]) if count else (),
        result=result,
    )


def _grouped(one: Cell, standing: Standing) -> list[tuple[str, list[Seat]]]:
    """Return the seats with points, by reviewer group where there are such, lowest first."""
    has_groups = bool(standing.settings.aggregation.groups)
    groups: dict[str, list[Seat]] = {}
    for seat in one.seats:
        if seat.points is not None:
            group = standing.settings.people[seat.row.reviewer].group if has_groups else ""
            groups.setdefault(group, []).append(seat)
    return [
        (group, sorted(seats, key=lambda seat: seat.points or 0)) for group, seats in groups.items()
    ]


def _trimmed(count: int, standing: Standing) -> int:
    """Return how many of `count` scores are dropped at each end."""
    table = standing.settings.aggregation
    return table.trim if table.method == "trimmed-mean" and count >= table.minimum else 0
