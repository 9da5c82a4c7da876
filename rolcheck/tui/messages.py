"""Messages that travel from screens and workers to the app."""

from dataclasses import dataclass

from textual.message import Message

from rolcheck.base.errors import RolcheckError


@dataclass
class Failed(Message):
    """Something asked for did not happen; the app shows why in the last line.

    Attributes:
        error: What went wrong, with its place and its way out.
    """

    error: RolcheckError


@dataclass
class Said(Message):
    """Something worth a word happened; the last line shows it until the next key.

    Attributes:
        text: A sentence, in the language in use.
        saved: When it was written to the ledger, as 10:42; empty if nothing was.
    """

    text: str
    saved: str = ""


class LedgerGrew(Message, bubble=False):
    """The ledger has entries that it had not: a screen that gets it reads anew.

    Post it to the app after a write of one's own: the app looks at once, as it does now and then
    by itself for what others write, and hands it on to every screen that was shown.
    """

    def can_replace(self, message: Message) -> bool:
        return isinstance(message, LedgerGrew)
