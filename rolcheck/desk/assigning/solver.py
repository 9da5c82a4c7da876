"""Chooses reviewers for tasks: a flow of least cost."""

from collections.abc import Iterator, Mapping, Sequence
from random import Random

from rolcheck.desk.assigning.allotment import Task
from rolcheck.desk.assigning.flow import Flow, solved

FIRST_WINDOW = 8
"""Loads as far as this from the equal one are told apart at first; more only if need be."""


def solve(
    tasks: Sequence[Task], capacities: Mapping[str, int], seed: int
) -> tuple[frozenset[str], ...]:
    """Return by task who is given it: as many as are wanted, of those that may.

    The sum of squared loads is least, so loads are within one of each other where that can be;
    among such choices most of what is held stays; the rest is drawn by the seed.

    Args:
        tasks: Each with at least as many that may as are wanted.
        capacities: By reviewer the most tasks to be given; together enough, see `capacity`.
        seed: What decides where nothing else does.

    Raises:
        InputError: The solver is not installed.
    """
    if not tasks:
        return ()
    reviewers, most = tuple(capacities), capacities
    total = sum(task.wanted for task in tasks)
    window = FIRST_WINDOW
    while True:
        low = max(0, total // len(reviewers) - window)
        high = min(low + 2 * window + 1, max(most.values()))
        chosen = _chosen(tasks, reviewers, seed, (low, high), most)
        loads = [sum(one in given for given in chosen) for one in reviewers]
        if (low == 0 or min(loads) >= low) and max(loads) <= high:
            return chosen
        window *= 2


def _chosen(
    tasks: Sequence[Task],
    reviewers: Sequence[str],
    seed: int,
    told_apart: tuple[int, int],
    most: Mapping[str, int],
) -> tuple[frozenset[str], ...]:
    pairs, flow = [], Flow()
    places = {reviewer: len(tasks) + index for index, reviewer in enumerate(reviewers)}
    total = sum(task.wanted for task in tasks)
    draw = Random(seed)
    for index, task in enumerate(tasks):
        for reviewer in task.may:
            pairs.append((index, reviewer))
            # all that is drawn weighs less than one change, all changes less than one of load
            cost = (reviewer not in task.held) + draw.randrange(2) / (4 * total)
            fixed = int(reviewer in task.fixed)
            flow.add({index: 1, places[reviewer]: 1}, cost=cost, lower=fixed)
    for reviewer in reviewers:
        for cost, upper in _steps(told_apart, most[reviewer]):
            flow.add({places[reviewer]: -1}, cost=cost * (total + 2), upper=upper)
    used = solved(flow, [task.wanted for task in tasks] + [0] * len(reviewers))
    chosen = [set[str]() for _ in tasks]
    for (index, reviewer), amount in zip(pairs, used, strict=False):
        if amount > 0.5:
            chosen[index].add(reviewer)
    return tuple(map(frozenset, chosen))


def _steps(told_apart: tuple[int, int], most: int) -> Iterator[tuple[int, int]]:
    """Yield what each next task costs, and of how many: rising as squares do, flat outside."""
    low, high = told_apart
    yield 0, min(low, most)
    for load in range(low, min(high, most)):
        yield 2 * (load - low) + 1, 1
    if most > high:
        yield 2 * (high - low) + 1, most - high
