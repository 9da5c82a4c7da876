"""Laws of proposed assignments, held against every choice there is."""

from itertools import combinations, product

from hypothesis import given, settings
from hypothesis import strategies as st

from rolcheck.desk.assigning.allotment import Allotment, Task
from rolcheck.desk.assigning.capacity import capacities, shortage
from rolcheck.desk.assigning.solver import solve

NAMES = ("a", "b", "c", "d", "e", "f")


@st.composite
def problems(draw: st.DrawFn, most: int = 12) -> tuple[tuple[str, ...], tuple[Task, ...]]:
    """Draw reviewers and tasks that can be filled, some of whose places are held already."""
    names = NAMES[: draw(st.integers(1, len(NAMES)))]
    tasks = []
    for number in range(draw(st.integers(1, most))):
        may = draw(st.sets(st.sampled_from(names), min_size=1))
        wanted = draw(st.integers(1, len(may)))
        held = draw(st.sets(st.sampled_from(names)))
        fixed = draw(st.sets(st.sampled_from(sorted(held & may)), max_size=wanted)
                     if held & may else st.just(set[str]()))  # fmt: skip
        parts = (tuple(sorted(part)) for part in (may, held, fixed))
        tasks.append(Task(str(number), "", wanted, *parts))
    return names, tuple(tasks)


def squares(chosen: tuple[frozenset[str], ...], names: tuple[str, ...]) -> int:
    return sum(sum(name in given for given in chosen) ** 2 for name in names)


def kept(chosen: tuple[frozenset[str], ...], tasks: tuple[Task, ...]) -> int:
    return sum(len(given & set(task.held)) for given, task in zip(chosen, tasks, strict=True))


def filled(
    tasks: tuple[Task, ...], names: tuple[str, ...], seed: int
) -> tuple[frozenset[str], ...]:
    return solve(tasks, capacities(tasks, names, None), seed)


@given(problems(), st.integers(0, 3))
def test_every_hard_rule_is_kept(
    problem: tuple[tuple[str, ...], tuple[Task, ...]], seed: int
) -> None:
    names, tasks = problem

    chosen = filled(tasks, names, seed)

    for task, given_to in zip(tasks, chosen, strict=True):
        assert len(given_to) == task.wanted
        assert set(task.fixed) <= given_to <= set(task.may)
    assert chosen == filled(tasks, names, seed)


@settings(max_examples=60)
@given(problems(most=4))
def test_no_choice_at_all_is_more_even_or_as_even_with_fewer_changes(
    problem: tuple[tuple[str, ...], tuple[Task, ...]],
) -> None:
    names, tasks = problem
    choices = [
        [
            frozenset(one)
            for one in combinations(task.may, task.wanted)
            if set(task.fixed) <= set(one)
        ]
        for task in tasks
    ]
    best = min((squares(every, names), -kept(every, tasks)) for every in product(*choices))

    chosen = filled(tasks, names, 0)

    assert (squares(chosen, names), -kept(chosen, tasks)) == best


@given(problems())
def test_uneven_loads_are_explained_by_a_count_that_can_be_checked(
    problem: tuple[tuple[str, ...], tuple[Task, ...]],
) -> None:
    names, tasks = problem
    found = Allotment(1, names, tasks, filled(tasks, names, 0), ())
    loads, total = found.loads.values(), sum(task.wanted for task in tasks)

    assert bool(found.uneven) == (max(loads) - min(loads) > 1)
    for one in found.uneven:
        them = set(one.reviewers)
        if one.is_least:
            bound = sum(_at_least(task, them) for task in tasks)
            assert bound == one.bound > len(them) * -(-total // len(names))
        else:
            bound = sum(_at_most(task, them) for task in tasks)
            assert bound == one.bound < len(them) * (total // len(names))


def _at_least(task: Task, them: set[str]) -> int:
    """How many of `them` a task needs, since there are not enough others."""
    fixed = len(them & set(task.fixed))
    others = len(set(task.may) - them)
    return max(fixed, task.wanted - others)


def _at_most(task: Task, them: set[str]) -> int:
    """How many of `them` a task can have, beside those others who keep it."""
    return min(len(them & set(task.may)), task.wanted - len(set(task.fixed) - them))


@given(st.integers(2, 5), st.integers(4, 20), st.data())
def test_a_new_reviewer_takes_over_no_more_than_an_even_share(
    count: int, places: int, data: st.DataObject
) -> None:
    names, per = NAMES[:count], data.draw(st.integers(1, count))
    first = filled(tuple(Task(str(n), "", per, names) for n in range(places)), names, 0)
    more = (*names, "new")

    tasks = tuple(Task(str(n), "", per, more, tuple(one)) for n, one in enumerate(first))
    after = filled(tasks, more, 0)

    changed = sum(len(now - before) for before, now in zip(first, after, strict=True))
    assert changed == sum("new" in one for one in after) == per * places // len(more)


@given(st.integers(3, 6), st.integers(2, 20), st.data())
def test_when_somebody_drops_out_the_others_share_evenly(
    count: int, places: int, data: st.DataObject
) -> None:
    names, per = NAMES[:count], data.draw(st.integers(1, count - 1))
    first = filled(tuple(Task(str(n), "", per, names) for n in range(places)), names, 0)
    left = names[1:]

    held = [one - {names[0]} for one in first]
    after = filled(
        tuple(Task(str(n), "", per, left, tuple(one)) for n, one in enumerate(held)), left, 0
    )

    loads = [sum(name in one for one in after) for name in left]
    assert max(loads) - min(loads) <= 1


@settings(max_examples=60)
@given(problems(), st.integers(1, 4))
def test_a_most_is_kept_or_the_shortage_adds_up(
    problem: tuple[tuple[str, ...], tuple[Task, ...]], most: int
) -> None:
    names, tasks = problem
    can = capacities(tasks, names, most)

    lacking = shortage(tasks, can)

    if lacking is None:
        chosen = solve(tasks, can, 0)
        scored = {name: sum(name in task.fixed for task in tasks) for name in names}
        for name in names:
            assert sum(name in given for given in chosen) <= max(most, scored[name])
        return
    others = sum(len(set(task.may).difference(lacking.reviewers)) for task in lacking.tasks)
    elsewhere = [task for task in tasks if task not in lacking.tasks]
    bound = sum(
        can[name] - sum(name in task.fixed for task in elsewhere) for name in lacking.reviewers
    )
    assert (lacking.bound, lacking.found) == (bound, bound + others)
    assert lacking.found < lacking.wanted == sum(task.wanted for task in lacking.tasks)
