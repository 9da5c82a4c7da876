"""A flow of least cost, solved by HiGHS."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from rolcheck.base.errors import InputError
from rolcheck.base.messages import N_

if TYPE_CHECKING:
    from highspy import Highs


@dataclass
class Flow:
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


def solved(flow: Flow, wanted: Sequence[int]) -> list[float]:
    """Return how much flows through each column at the least cost.

    Args:
        flow: The columns.
        wanted: By row, what its columns add up to.

    Raises:
        InputError: The solver is not installed.
        ValueError: There is no such flow.
    """
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
