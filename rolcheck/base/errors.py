"""Errors that are raised on purpose.

RolcheckError                exit status 2
├── InputError               a file or an argument cannot be used
│   └── ProblemsError        files with several faults, all of them named
│       └── RefusedRowsError exit status 3: rows without a fault that are refused
├── ObservationError         a value is not one that the indicator's rule takes
├── StoreError               the ledger cannot be read or written
└── RefusedError             exit status 3: the state, or who is asking, forbids it
    ├── StaleWriteError      the ledger grew in a way that makes the request void
    └── TamperedError        what is to be used was changed behind the ledger's back
"""

from collections.abc import Sequence
from typing import ClassVar

from rolcheck.base.messages import N_
from rolcheck.base.places import Place
from rolcheck.base.problems import Problem


class RolcheckError(Exception):
    """Base of every error raised on purpose.

    Args:
        message: English message id, marked with `N_`; names the offending value by placeholder.
        where: The file, line and column; None where the command line itself is at fault.
        hint: The next step as an instruction (a message id too); empty if there is none.
        params: What the placeholders of message and hint stand for, as plain values.
    """

    exit_status: ClassVar[int] = 2

    def __init__(
        self, message: str, *, where: Place | None = None, hint: str = "", **params: object
    ) -> None:
        super().__init__(message)
        self.message, self.where, self.hint, self.params = message, where, hint, params

    def __str__(self) -> str:
        """Return the English sentence, behind its place if there is one."""
        said = self.message.format(**self.params)
        return f"{self.where}: {said}" if self.where else said


class InputError(RolcheckError):
    """A file or an argument cannot be used."""


class ProblemsError(InputError):
    """Files have faults; `problems` holds every one, in the order of their places."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        super().__init__(N_("{count} problems"), count=len(problems))
        self.problems = tuple(sorted(problems, key=lambda problem: problem.where.order))

    def __str__(self) -> str:
        """Return one line a problem."""
        return "\n".join(map(str, self.problems))


class RefusedRowsError(ProblemsError):
    """The rows of an import are all well-formed, but some are refused; exit status 3."""

    exit_status: ClassVar[int] = 3


class ObservationError(RolcheckError):
    """A value is not one that the indicator's rule takes."""


class StoreError(RolcheckError):
    """The ledger cannot be read or written."""


class RefusedError(RolcheckError):
    """The state of the round, or who is asking, forbids it."""

    exit_status = 3


class StaleWriteError(RefusedError):
    """The ledger grew since it was read, in a way that makes the request void."""


class TamperedError(RefusedError):
    """What is to be used was changed behind the ledger's back."""
