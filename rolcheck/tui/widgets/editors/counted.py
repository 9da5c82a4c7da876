"""What the editors of counts share: 47/49 in one field, its percentage beside it."""

import re
from collections.abc import Sequence
from fractions import Fraction

from rolcheck.base.messages import N_
from rolcheck.base.numbers import decimal_text
from rolcheck.tui.text import Line
from rolcheck.tui.widgets.editors.number import NumberEditor, hinted

_COUNT = re.compile(r"([0-9]+)/([0-9]+)")


class CountedEditor(NumberEditor):
    """Takes a count of so many of so many."""

    LABEL = N_("counted")

    def takes_character(self, character: str) -> bool:
        return character != "."

    def value_of(self, text: str) -> str:
        """Return the count; where only what was counted is typed, of the whole there is."""
        return f"{text}/{self.whole}" if self.whole and text.isdecimal() else text

    def beside(self) -> str:
        match = _COUNT.fullmatch(self.value)
        if match is None or not int(match[2]) or int(match[1]) > int(match[2]):
            return ""
        return f"= {decimal_text(100 * Fraction(int(match[1]), int(match[2])), 1)}%"

    def half_typed(self) -> bool:
        """Tell whether more digits may still make it right: 47/4 is on the way to 47/49."""
        counted, _stroke, whole = self.field.text.partition("/")
        if not whole:
            return True
        if self.whole and str(self.whole).startswith(whole):
            return whole != str(self.whole)
        return whole.isdecimal() and counted.isdecimal() and len(whole) < len(counted)

    def explained(self, text: str, width: int) -> Sequence[Line]:
        """Return a dim explanation under the field."""
        return hinted(text, width) if text else ()
