"""Where something stands in a file."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Place:
    """A file, and as far as known the line and column (both from 1)."""

    file: str
    line: int | None = None
    column: int | None = None

    def __str__(self) -> str:
        """Return ``FILE:LINE:COLUMN``, shorter where less is known."""
        return ":".join(
            str(part) for part in (self.file, self.line, self.column) if part is not None
        )

    @property
    def order(self) -> tuple[str, int, int]:
        """A key that sorts places as a reader meets them."""
        return (self.file, self.line or 0, self.column or 0)
