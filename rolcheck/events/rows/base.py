"""What all rows have in common."""

from dataclasses import dataclass
from typing import ClassVar


@dataclass(frozen=True, slots=True)
class Row:
    """Base of all rows."""

    table: ClassVar[str]
    key: ClassVar[str] = "id"

    @property
    def id_value(self) -> str | int:
        """What identifies this row in its table."""
        value: str | int = getattr(self, self.key)
        return value
