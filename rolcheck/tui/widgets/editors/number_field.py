"""The text of a number being typed: which characters it takes, where its cursor is."""

from dataclasses import dataclass, replace

from rolcheck.base.text import fold_width

_TAKEN = frozenset("0123456789./")
LONGEST = 24


@dataclass(frozen=True, slots=True)
class NumberField:
    """Digits, a point and a stroke, with a cursor; full-width forms are folded.

    Attributes:
        text: What was typed.
        at: Characters before the cursor.
    """

    text: str = ""
    at: int = 0

    def typed(self, typed: str) -> "NumberField":
        """Return the field with those characters of `typed` put in that numbers have."""
        folded = "".join(char for char in fold_width(typed) if char in _TAKEN)
        room = max(LONGEST - len(self.text), 0)
        text = self.text[: self.at] + folded[:room] + self.text[self.at :]
        return NumberField(text, self.at + len(folded[:room]))

    def erased(self) -> "NumberField":
        """Return the field without the character before the cursor."""
        if not self.at:
            return self
        return NumberField(self.text[: self.at - 1] + self.text[self.at :], self.at - 1)

    def erased_ahead(self) -> "NumberField":
        """Return the field without the character under the cursor."""
        return replace(self, text=self.text[: self.at] + self.text[self.at + 1 :])

    def moved(self, steps: int) -> "NumberField":
        """Return the field with the cursor elsewhere, never outside."""
        return replace(self, at=min(max(self.at + steps, 0), len(self.text)))

    @classmethod
    def of(cls, text: str) -> "NumberField":
        """Return a field that holds `text`, the cursor behind it."""
        return cls(text, len(text))


def takes(character: str | None) -> bool:
    """Tell whether a typed character belongs into a number, as 3, ５ or ／ do."""
    return bool(character) and len(character or "") == 1 and fold_width(character or "") in _TAKEN
