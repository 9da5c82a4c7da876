"""Faults in files, as values: they are collected, never raised one by one."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from rolcheck.base.places import Place


@dataclass(frozen=True, slots=True)
class Problem:
    """One fault.

    Attributes:
        message: English message id saying what is wrong, with ``{placeholders}``.
        where: The file, line and column of the offending value.
        expected: English message id saying what is expected; empty if nothing helps.
        params: What the placeholders of both stand for, as plain values.
    """

    message: str
    where: Place
    expected: str = ""
    params: Mapping[str, object] = field(default_factory=dict)

    def __str__(self) -> str:
        """Return ``FILE:LINE:COLUMN: what; expected`` in English."""
        said = [part.format(**self.params) for part in (self.message, self.expected) if part]
        return f"{self.where}: {'; '.join(said)}"
