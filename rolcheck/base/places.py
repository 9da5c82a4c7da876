"""Where something stands in a file."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Place:
    """A file, and as far as known the line and column (both from 1).

    Attributes:
        sheet: In a workbook the sheet's name; line and column are then those of the cell.
    """

    file: str
    line: int | None = None
    column: int | None = None
    sheet: str = ""

    def __str__(self) -> str:
        """Return ``FILE:LINE:COLUMN`` or ``FILE:SHEET!CELL``, shorter where less is known."""
        if self.sheet:
            cell = f"!{address(self.line, self.column)}" if self.line and self.column else ""
            return f"{self.file}:{self.sheet}{cell}"
        return ":".join(
            str(part) for part in (self.file, self.line, self.column) if part is not None
        )

    @property
    def order(self) -> tuple[str, str, int, int]:
        """A key that sorts places as a reader meets them."""
        return (self.file, self.sheet, self.line or 0, self.column or 0)


def address(row: int, column: int) -> str:
    """Return how workbooks name a cell.

    Example:
        >>> address(7, 2), address(1, 703)
        ('B7', 'AAA1')
    """
    letters = ""
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return f"{letters}{row}"
