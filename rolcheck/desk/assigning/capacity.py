"""How much each reviewer can be given, and whether that is enough: the arithmetic if it is not."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from rolcheck.desk.assigning.allotment import Task
from rolcheck.desk.assigning.flow import Flow, solved


@dataclass(frozen=True, slots=True)
class Shortage:
    """Tasks that cannot all be filled, however the rest is arranged.

    Attributes:
        tasks: Which.
        wanted: How many reviewers they want together; `found` how many they can have.
        reviewers: Who could be given more of them but for the most that is allowed.
        bound: How many places of these tasks they can take together; all others who can be
            given one of these tasks have it.
    """

    tasks: tuple[Task, ...]
    wanted: int
    found: int
    reviewers: tuple[str, ...]
    bound: int


def capacities(
    tasks: Sequence[Task], reviewers: Sequence[str], most: int | None
) -> Mapping[str, int]:
    """Return the most tasks that each reviewer can be given; never less than was scored."""
    can = {one: sum(one in task.may for task in tasks) for one in reviewers}
    if most is None:
        return can
    scored = {one: sum(one in task.fixed for task in tasks) for one in reviewers}
    return {one: min(can[one], max(most, scored[one])) for one in reviewers}


def shortage(tasks: Sequence[Task], capacities: Mapping[str, int]) -> Shortage | None:
    """Return tasks that want more than there is; None where all can be filled.

    Args:
        tasks: Each with at least as many that may as are wanted.
        capacities: As `capacities` returns them, by reviewer.

    Raises:
        InputError: The solver is not installed.

    Source:
        The least cut of a flow network (Ford and Fulkerson 1956): what can be reached from a
        task that stays short, by exchanging reviewers, wants more than it can get.
    """
    given = _most_filled(tasks, capacities)
    short = [index for index, task in enumerate(tasks) if len(given[index]) < task.wanted]
    if not short:
        return None
    reached, people = set(short), set[str]()
    fresh = list(short)
    while fresh:
        free = {one for index in fresh for one in tasks[index].may if one not in given[index]}
        people |= free
        fresh = [
            index
            for index, task in enumerate(tasks)
            if index not in reached and (given[index] & free).difference(task.fixed)
        ]
        reached.update(fresh)
    chosen = sorted(reached)
    return Shortage(
        tuple(tasks[index] for index in chosen),
        wanted=sum(tasks[index].wanted for index in chosen),
        found=sum(len(given[index]) for index in chosen),
        reviewers=tuple(one for one in capacities if one in people),
        bound=sum(len(given[index] & people) for index in chosen),
    )


def _most_filled(tasks: Sequence[Task], capacities: Mapping[str, int]) -> list[set[str]]:
    """Return who is given what where as many places as can be are filled."""
    flow, pairs = Flow(), []
    places = {reviewer: len(tasks) + index for index, reviewer in enumerate(capacities)}
    for index, task in enumerate(tasks):
        for reviewer in task.may:
            pairs.append((index, reviewer))
            flow.add({index: 1, places[reviewer]: 1}, cost=0, lower=int(reviewer in task.fixed))
    for reviewer, most in capacities.items():
        flow.add({places[reviewer]: -1}, cost=0, upper=most)
    for index, task in enumerate(tasks):
        flow.add({index: 1}, cost=1, upper=task.wanted)
    used = solved(flow, [task.wanted for task in tasks] + [0] * len(capacities))
    given = [set[str]() for _ in tasks]
    for (index, reviewer), amount in zip(pairs, used, strict=False):
        if amount > 0.5:
            given[index].add(reviewer)
    return given
