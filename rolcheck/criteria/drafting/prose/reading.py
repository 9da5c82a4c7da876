"""Which rule scoring notes in prose say."""

from collections.abc import Callable
from dataclasses import replace

from rolcheck.criteria.drafting.prose.accounts import left_out
from rolcheck.criteria.drafting.prose.alternatives import read_alternatives
from rolcheck.criteria.drafting.prose.clauses import Note, Reading
from rolcheck.criteria.drafting.prose.deductions import read_deductions
from rolcheck.criteria.drafting.prose.levels import read_levels
from rolcheck.criteria.drafting.prose.periods import read_periods
from rolcheck.criteria.drafting.prose.samples import read_samples
from rolcheck.criteria.drafting.prose.shares import read_shares

READERS: tuple[Callable[[Note], Reading | None], ...] = (
    read_samples,
    read_shares,
    read_levels,
    read_periods,
    read_deductions,
    read_alternatives,
)
"""The nearer to one form of words, the earlier."""
LONGEST = 2_000
"""Characters; what is longer is no note that could be read."""
_AT_DISCRETION = "酌情"


def read_rule(note: Note) -> Reading | None:
    """Return the rule that says all of the notes, else the first that says some; None if none.

    A rule that would not hold with the full points is none; so are points at discretion (酌情).
    """
    if not note.text.strip() or len(note.text) > LONGEST or _AT_DISCRETION in note.text:
        return None
    readings = [
        replace(found, unread=left_out(note, found))
        for reader in READERS
        if (found := reader(note)) and _holds(found, note)
    ]
    whole = (found for found in readings if not found.unread)
    return next(whole, readings[0] if readings else None)


def _holds(found: Reading, note: Note) -> bool:
    return not list(found.rule.faults(note.full))
