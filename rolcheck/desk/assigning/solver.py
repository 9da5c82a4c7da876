"""Chooses reviewers for tasks: a flow of least cost, solved by HiGHS."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from random import Random
from typing import TYPE_CHECKING

from rolcheck.base.errors import InputError
from rolcheck.base.messages import N_
from rolcheck.desk.assigning.allotment import Task

if TYPE_CHECKING:
    from highspy import Highs

FIRST_WINDOW = 8
"""Loads as far as this from the equal one are told apart at first; more only if need be."""


@dataclass
class _Flow:
    """Columns of a linear program: from a task to a reviewer, and from a reviewer on.

    Flows of whole capacities have whole solutions at every vertex, so no integers are asked for.
    """

    costs: list[float] = field(default_factory=list)
    lower: list[float] = field(default_factory=list)
    upper: list[float] = field(default_factory=list)
    starts: list[int] = field(default_factory=lambda: [0])
    rows: list[int] = field(default_factory=list)
    values: list[float] = field(default_factory=list)

    def add(self, ends: dict[int, float], *, cost: float, lower: int = 0, upper: int = 1) -> None:
        """Add a column: by row, what one unit of it adds there."""
        self.costs.append(cost)
        self.lower.append(lower)
        self.upper.append(upper)
        self.rows += ends
        self.values += ends.values()
        self.starts.append(len(self.rows))


def solve(tasks: Sequence[Task], reviewers: Sequence[str], seed: int) -> tuple[frozenset[str], ...]:
    """Return by task who is given it: as many as are wanted, of those that may.

    The sum of squared loads is least, so loads are within one of each other where that can be;
    among such choices most of what is held stays; the rest is drawn by the seed.

    Args:
        tasks: Each with at least as many that may as are wanted.

    Raises:
        InputError: The solver is not installed.
    """
    if not tasks:
        return ()
    most = {one: sum(one in task.may for task in tasks) for one in reviewers}
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
    most: dict[str, int],
) -> tuple[frozenset[str], ...]:
    pairs, flow = [], _Flow()
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
    used = _solved(flow, [task.wanted for task in tasks] + [0] * len(reviewers))
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


def _solved(flow: _Flow, wanted: Sequence[int]) -> list[float]:
    highs = _highs()
    from highspy import HighsLp, HighsModelStatus, MatrixFormat

    program = HighsLp()
    program.num_col_, program.num_row_ = len(flow.costs), len(wanted)
    program.col_cost_, program.col_lower_ = flow.costs, flow.lower
    program.col_upper_ = flow.upper
    program.row_lower_ = program.row_upper_ = list(map(float, wanted))
    program.a_matrix_.format_ = MatrixFormat.kColwise
    program.a_matrix_.start_, program.a_matrix_.index_ = flow.starts, flow.rows
    program.a_matrix_.value_ = flow.values
    highs.passModel(program)
    highs.run()
    if highs.getModelStatus() != HighsModelStatus.kOptimal:
        raise ValueError(f"the solver ended with {highs.getModelStatus()}")
    return list(highs.getSolution().col_value)


def _highs() -> "Highs":
    try:
        from highspy import Highs
    except ImportError as error:
        raise InputError(
            N_("the solver for assignments is not installed"),
            hint=N_("install it with: pip install 'rolcheck[assign]'"),
        ) from error

    class Quiet(Highs):
        """HiGHS without callbacks: registering them prints a banner on stdout."""

        def __init__(self) -> None:
            super(Highs, self).__init__()

    highs = Quiet()
    options: dict[str, bool | int | str] = {
        "output_flag": False,
        "solver": "simplex",
        "threads": 1,
        "random_seed": 0,
    }
    for name, value in options.items():
        highs.setOptionValue(name, value)
    return highs
