"""What the exit status says."""

from enum import IntEnum


class ExitStatus(IntEnum):
    """The exit statuses of all commands."""

    OK = 0
    PROBLEMS = 1
    """A command that looks for problems found some; they stand on stdout as data."""
    USAGE = 2
    """Bad usage, or bad input."""
    REFUSED = 3
    """The state, or who is asking, forbids it."""
    BUG = 70
    INTERRUPTED = 130
    BROKEN_PIPE = 141
    """Whoever read the output went away."""
