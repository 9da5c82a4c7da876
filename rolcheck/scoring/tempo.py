"""Tempo: how long an item takes, from the times at which somebody's entries were made.

Nobody presses a button when an item is begun. What is known is when entries were recorded, so an
item is taken to have lasted from the entry before to its own. The first entry of all, whatever
follows a break, and what was not typed one by one (an import, what a coordinator entered, what
was kept in one step) is not timed, but the clock runs on from it.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import pairwise

from rolcheck.scoring.panel import median

BREAK_SECONDS = 30 * 60
"""A longer pause between two entries is a break and no work on an item."""
HURRIED_SECONDS = 10
"""An item that took less can hardly have been read: rolcheck's own line, not a published one."""
RUN = 5
"""So many hurried items one after the other are told of."""


@dataclass(frozen=True, slots=True)
class Made:
    """One entry of a person.

    Attributes:
        second: When it was made, in whole seconds of any one clock.
        item: What it was about.
        typed: Whether it was typed on its own by the person.
    """

    second: int
    item: tuple[str, str]
    typed: bool = True


@dataclass(frozen=True, slots=True)
class Timed:
    """How long one item took."""

    item: tuple[str, str]
    seconds: int


@dataclass(frozen=True, slots=True)
class Tempo:
    """How fast somebody works.

    Attributes:
        items: How many items could be timed.
        seconds: What they took together.
        median: Of their seconds; None where none could be timed.
        hurried: How many took less than `HURRIED_SECONDS`.
        runs: Runs of at least `RUN` hurried items one after the other.
    """

    items: int
    seconds: int
    median: Fraction | None
    hurried: int
    runs: tuple[tuple[Timed, ...], ...]

    @property
    def an_hour(self) -> Fraction | None:
        """Items an hour of work; None where nothing could be timed."""
        return Fraction(3600 * self.items, self.seconds) if self.seconds else None


def timed(entries: Sequence[Made]) -> tuple[Timed, ...]:
    """Return the entries that can be timed, each with its seconds.

    Args:
        entries: Of one person, oldest first.

    Example:
        >>> made = [Made(0, ("a", "1")), Made(40, ("a", "2")), Made(9000, ("a", "3"))]
        >>> timed(made)
        (Timed(item=('a', '2'), seconds=40),)
    """
    return tuple(
        Timed(after.item, after.second - before.second)
        for before, after in pairwise(entries)
        if after.typed and after.second - before.second <= BREAK_SECONDS
    )


def tempo(entries: Sequence[Made]) -> Tempo:
    """Return how fast somebody works.

    Args:
        entries: Of one person, oldest first.
    """
    found = timed(entries)
    seconds = [one.seconds for one in found]
    return Tempo(
        items=len(found),
        seconds=sum(seconds),
        median=median([Fraction(one) for one in seconds]) if seconds else None,
        hurried=sum(one < HURRIED_SECONDS for one in seconds),
        runs=_runs(entries),
    )


def _runs(entries: Sequence[Made]) -> tuple[tuple[Timed, ...], ...]:
    """Return the runs of hurried items; a break or an entry that is not timed ends one."""
    runs: list[tuple[Timed, ...]] = []
    run: list[Timed] = []
    for before, after in pairwise(entries):
        seconds = after.second - before.second
        if after.typed and seconds < HURRIED_SECONDS:
            run.append(Timed(after.item, seconds))
            continue
        runs.append(tuple(run))
        run = []
    return tuple(one for one in (*runs, tuple(run)) if len(one) >= RUN)
