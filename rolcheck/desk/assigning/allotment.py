"""A proposal of assignments: what was to be filled, who was found, and how even it is."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property


@dataclass(frozen=True, slots=True)
class Wish:
    """What is to be assigned.

    Attributes:
        per: Reviewers a task; None for as many as the quorum.
        by_area: Whether each area of a submission is a task, or each submission as a whole.
        round: The round as it was named; empty for the open one, else the next.
        fresh: Whether nobody is given a submission again that they had in an earlier round.
        seed: What decides where nothing else does.
        most: The most tasks that one reviewer is given; None for no limit.
    """

    per: int | None = None
    by_area: bool = False
    round: str = ""
    fresh: bool = False
    seed: int = 0
    most: int | None = None


@dataclass(frozen=True, slots=True)
class Task:
    """A submission, or one area of it, that wants reviewers.

    Attributes:
        area: Its id; empty for the whole submission.
        wanted: How many reviewers.
        may: Who can be given it; in the order of campaign.toml, as the others.
        held: Who has it, or part of it, and is not barred.
        fixed: Those of them whose scores of the round would become stray.
    """

    submission: str
    area: str
    wanted: int
    may: tuple[str, ...]
    held: tuple[str, ...] = ()
    fixed: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Row:
    """One row of an assignment file; `scope` is empty for everything."""

    submission: str
    action: str
    reviewer: str
    round: int
    scope: str


@dataclass(frozen=True, slots=True)
class Uneven:
    """Why loads are not within one of each other.

    Attributes:
        reviewers: Those with too much, or too little.
        bound: What they have together; they must have as much, or can have no more.
        is_least: Whether it is the least that they must have.
    """

    reviewers: tuple[str, ...]
    bound: int
    is_least: bool


@dataclass(frozen=True)
class Allotment:
    """A proposal: by task who is given it, and the rows of the file that brings it about."""

    round: int
    reviewers: tuple[str, ...]
    tasks: tuple[Task, ...]
    chosen: tuple[frozenset[str], ...]
    rows: tuple[Row, ...]

    @cached_property
    def loads(self) -> Mapping[str, int]:
        """How many tasks each reviewer has."""
        counts = Counter(reviewer for given in self.chosen for reviewer in given)
        return {reviewer: counts[reviewer] for reviewer in self.reviewers}

    @property
    def kept(self) -> int:
        """How many places stay as they are."""
        return sum(
            len(given.intersection(task.held))
            for task, given in zip(self.tasks, self.chosen, strict=True)
        )

    @property
    def uneven(self) -> tuple[Uneven, ...]:
        """Why loads differ by more than one; empty where they do not."""
        loads = self.loads
        least, most = min(loads.values(), default=0), max(loads.values(), default=0)
        if most - least <= 1:
            return ()
        total, count = sum(loads.values()), len(loads)
        found = []
        if most > -(-total // count):
            heavy = self._reached({one for one, load in loads.items() if load == most}, True)
            found.append(self._explained(heavy, is_least=True))
        if least < total // count:
            light = self._reached({one for one, load in loads.items() if load == least}, False)
            found.append(self._explained(light, is_least=False))
        return tuple(found)

    def _explained(self, reviewers: Sequence[str], *, is_least: bool) -> Uneven:
        return Uneven(tuple(reviewers), sum(self.loads[one] for one in reviewers), is_least)

    def _reached(self, start: set[str], giving: bool) -> list[str]:
        """Return who could take work over from `start`, or hand it over to them, step by step."""
        reached, fresh = set(start), set(start)
        while fresh:
            found = set[str]()
            for task, given in zip(self.tasks, self.chosen, strict=True):
                gives, takes = given.difference(task.fixed), set(task.may) - given
                here, there = (gives, takes) if giving else (takes, gives)
                if fresh & here:
                    found |= there
            fresh = found - reached
            reached |= fresh
        return [one for one in self.reviewers if one in reached]
