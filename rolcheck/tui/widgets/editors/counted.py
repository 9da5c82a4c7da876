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
    EAGER = False  # on the way to 47/49 stands 47/4

    def takes_character(self, character: str) -> bool:
        return character != "."

    def beside(self) -> str:
        match = _COUNT.fullmatch(self.field.text)
        if match is None or not int(match[2]) or int(match[1]) > int(match[2]):
            return ""
        return f"= {decimal_text(100 * Fraction(int(match[1]), int(match[2])), 1)}%"

    def explained(self, text: str, width: int) -> Sequence[Line]:
        """Return a dim explanation under the field."""
        return hinted(text, width) if text else ()
