"""A burn-down as a grid of cells, which the command line writes and the app paints."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from rolcheck.desk.rounds.seen import BurnDay, BurnDown

LEFT, BEHIND, EVEN, NONE = "left", "behind", "even", ""
"""What a cell shows: items left, those of them above the even line, the line itself, nothing."""
WIDEST = 6
LABEL_GAP = 2


@dataclass(frozen=True, slots=True)
class Chart:
    """The cells from top to bottom, a column a day or a few days.

    Attributes:
        rows: What each column shows, row by row.
        wide: How many terminal cells a column takes.
        scale: Items at the upper edge of each row.
        marks: By column, the day that is named below it.
    """

    rows: tuple[tuple[str, ...], ...]
    wide: int
    scale: tuple[Fraction, ...]
    marks: tuple[tuple[int, date], ...]


def chart(burn: BurnDown, cells: int, height: int, label: int = 6) -> Chart:
    """Return the chart of a burn-down.

    Where there are more days than columns, each column stands for the last of a few days.

    Args:
        burn: What is drawn.
        cells: How many terminal cells it may take.
        height: How many rows.
        label: How many cells the name of a day takes.
    """
    step = -(-len(burn.days) // max(cells, 1))
    shown = _every(burn.days, step)
    wide = max(1, min(cells // len(shown), WIDEST))
    columns = [_column(one, burn.owed, height) for one in shown]
    return Chart(
        rows=tuple(tuple(column[row] for column in columns) for row in range(height)),
        wide=wide,
        scale=tuple(Fraction(burn.owed * (height - row), height) for row in range(height)),
        marks=tuple(_marks(shown, burn, wide, label)),
    )


def _every(days: Sequence[BurnDay], step: int) -> list[BurnDay]:
    """Return every so manieth day, counted back from the last, so that the last is shown."""
    return list(reversed(days[::-1][::step]))


def _column(day: BurnDay, owed: int, height: int) -> list[str]:
    left = _level(day.left, owed, height)
    even = _level(day.even, owed, height)
    if day.left is None or day.even is None:
        filled = [LEFT if row <= left else NONE for row in range(1, height + 1)]
    else:
        filled = [
            (LEFT if row <= even else BEHIND) if row <= left else NONE
            for row in range(1, height + 1)
        ]
    if even > left:
        filled[even - 1] = EVEN
    return filled[::-1]


def _level(count: Fraction | int | None, owed: int, height: int) -> int:
    """Return how many rows a count fills; one at least where there is any."""
    if not count or not owed:
        return 0
    return min(max(1, round(Fraction(count) * height / owed)), height)


def _marks(
    shown: Sequence[BurnDay], burn: BurnDown, wide: int, label: int
) -> list[tuple[int, date]]:
    """Return the days named below: the first, today, the due day and the last, if they fit."""
    days = [one.day for one in shown]
    wanted = [burn.today, burn.due, days[0], days[-1]]  # the most wanted first
    places: list[tuple[int, date]] = []
    for day in wanted:
        at = next((n for n, one in enumerate(days) if day is not None and one >= day), None)
        if (
            at is None
            or day is None
            or any(abs(at - other) * wide < label + LABEL_GAP for other, _day in places)
        ):
            continue
        places.append((at, day))
    return sorted(places)
