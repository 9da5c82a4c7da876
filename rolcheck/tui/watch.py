"""Noticing that the ledger grew, whoever wrote: another desk, the command line, oneself."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rolcheck.desk.desk import Desk


class Watch:
    """Remembers how long a desk's ledger was when it was last looked at.

    Args:
        desk: Whose; asked nothing before the first look.
    """

    def __init__(self, desk: "Desk") -> None:
        self._desk = desk
        self._known = -1

    def grew(self) -> bool:
        """Tell whether the length is another than at the last look; at the first look it is.

        Raises:
            StoreError: The ledger cannot be read.
        """
        before, self._known = self._known, self._desk.length()
        return self._known != before
