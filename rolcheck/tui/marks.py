"""The marks of states: one sign and one strength each, the same on every screen."""

from dataclasses import dataclass

from rolcheck.base.messages import N_
from rolcheck.locale import language
from rolcheck.tui.ascii import ascii_only
from rolcheck.tui.text import Part


@dataclass(frozen=True, slots=True)
class Mark:
    """One state as it is shown.

    Attributes:
        name: Message id of the state in words.
        zh: One character of two cells.
        sign: One letter or sign of one cell, for English and ASCII.
        tone: Its colour.
        bold: Whether it stands out without colour too.
        recedes: Whether the whole row that carries it steps back.
    """

    name: str
    zh: str
    sign: str
    tone: str
    bold: bool = False
    recedes: bool = False

    def part(self) -> Part:
        """Return the mark drawn, in `mark_cells` cells."""
        return Part(self.zh if mark_cells() == 2 else self.sign, self.tone, bold=self.bold)


def mark_cells() -> int:
    """Return how many cells a mark takes: two in Chinese, one in English and under `--ascii`."""
    return 2 if language() == "zh" and not ascii_only() else 1


DONE = Mark(N_("scored"), "毕", "x", "done", recedes=True)
PARTLY = Mark(N_("partly scored"), "部", "/", "muted")
OPEN = Mark(N_("to score"), "待", ".", "fg", bold=True)
CONFIRM = Mark(N_("to confirm"), "核", "?", "confirm", bold=True)
DISPUTE = Mark(N_("in dispute"), "歧", "!", "dispute", bold=True)
NOT_APPLICABLE = Mark(N_("not applicable"), "免", "n", "dim", recedes=True)

MARKS = {
    "done": DONE,
    "partly": PARTLY,
    "open": OPEN,
    "confirm": CONFIRM,
    "dispute": DISPUTE,
    "na": NOT_APPLICABLE,
}
