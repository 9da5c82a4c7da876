"""Noticing that the ledger grew, whoever wrote: another desk, the command line, oneself."""

from collections.abc import Callable


class Watch:
    """Remembers how long the ledger was when it was last looked at.

    Args:
        length: Tells how long it is now; may be called from any thread.
    """

    def __init__(self, length: Callable[[], int]) -> None:
        self._length = length
        self._known = length()

    def grew(self) -> bool:
        """Tell whether the length is another than at the last look.

        Raises:
            StoreError: The ledger cannot be read.
        """
        before, self._known = self._known, self._length()
        return self._known != before
