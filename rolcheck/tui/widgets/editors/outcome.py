"""What an entry would give, told before it is made."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from fractions import Fraction

from rolcheck.base.numbers import decimal_text
from rolcheck.tui.text import Line

MOST_PLACES = 3


@dataclass(frozen=True, slots=True)
class Outcome:
    """What would stand in the ledger if the entry were made now.

    Attributes:
        value: The entry as it would be recorded; empty where it cannot be.
        points: What the rule gives; None for a veto, n/a and an entry that cannot be made.
        error: Why it cannot be made and what is allowed, as a sentence; empty where it can.
        note: In words what Enter will do, as 与上轮相同，记为确认; may be empty.
        remark_required: Whether a remark has to stand with it.
    """

    value: str = ""
    points: Fraction | None = None
    error: str = ""
    note: str = ""
    remark_required: bool = False


@dataclass(frozen=True, slots=True)
class Before:
    """What was said of the item before.

    Attributes:
        value: One's own earlier observation in CSV form; empty for none.
        note: What to say beside that value, as 本人第2轮.
        said: That value and what it gave, in words.
        panel: The panel's score, in words.
        names: By value who gave it, to whoever decides between them.
    """

    value: str = ""
    note: str = ""
    said: Line = ()
    panel: Line = ()
    names: Mapping[str, str] = field(default_factory=dict)

    def beside(self, value: str) -> str:
        """Return what stands beside a value that can be chosen; empty for nothing."""
        return self.note if self.note and value == self.value else self.names.get(value, "")


NOTHING_BEFORE = Before()

Observe = Callable[[str], Outcome]


def places_for(numbers: Iterable[Fraction | None]) -> int:
    """Return how many decimals show all numbers alike: one to three.

    Example:
        >>> places_for([Fraction(3), Fraction(12, 10)]), places_for([Fraction(5, 100)])
        (1, 2)
    """
    places = 1
    for number in numbers:
        while (
            number is not None and places < MOST_PLACES and (number * 10**places).denominator != 1
        ):
            places += 1
    return places


def points_text(points: Fraction | None, places: int) -> str:
    """Return points with that many decimals; a dash where there are none."""
    return "-" if points is None else decimal_text(points, places)
