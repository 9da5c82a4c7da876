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
