"""Rounding: the only place where a score loses digits, and only where the criteria say so."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from typing import Literal, assert_never, get_args

Level = Literal["observation", "panel", "weighted", "group", "area", "total"]
Mode = Literal["half-up", "half-even", "down"]

LEVELS: tuple[Level, ...] = get_args(Level)
"""The levels that criteria can name, in the order in which a score passes them."""

MODES: tuple[Mode, ...] = get_args(Mode)
"""The modes that criteria can name."""


@dataclass(frozen=True, slots=True)
class Rounding:
    """To how many decimal places each level is rounded, and which way.

    Args:
        places: Decimal places (0 to 9) by level; a level that is left out stays exact.
        mode: ``half-up`` is away from zero, ``half-even`` takes the even neighbour of a tie,
            ``down`` cuts towards zero.

    Raises:
        ValueError: An unknown level or mode, or places outside 0 to 9.

    Source:
        `design.md` sections 3.1 and 4.
    """

    places: Mapping[Level, int] = field(default_factory=dict)
    mode: Mode = "half-up"

    def __post_init__(self) -> None:
        if self.mode not in MODES:
            raise ValueError(f"no rounding mode {self.mode!r}")
        for level, count in self.places.items():
            if level not in LEVELS:
                raise ValueError(f"no rounding level {level!r}")
            if not 0 <= count <= 9:
                raise ValueError(f"{count} places is outside 0 to 9")

    def places_of(self, level: Level) -> int | None:
        """Return the decimal places of `level`; None where it stays exact."""
        return self.places.get(level)

    def at(self, level: Level, value: Fraction) -> Fraction:
        """Return `value` as it stands after `level`.

        Args:
            value: Any points, exact.

        Returns:
            A multiple of ``10 ** -places``; `value` itself where the level is not named.

        Example:
            >>> Rounding({"panel": 2}).at("panel", Fraction(8, 3))
            Fraction(267, 100)
            >>> Rounding({"panel": 2}).at("area", Fraction(8, 3))
            Fraction(8, 3)
        """
        places = self.places.get(level)
        return value if places is None else rounded(value, places, self.mode)


EXACT = Rounding()
"""Rounds nowhere."""


def rounded(value: Fraction, places: int, mode: Mode) -> Fraction:
    """Return the multiple of ``10 ** -places`` that `mode` makes of `value`.

    Args:
        value: Any exact number.
        places: Decimal places, 0 or more.

    Example:
        >>> [str(rounded(Fraction(-5, 2), 0, mode)) for mode in MODES]
        ['-3', '-2', '-2']
    """
    scale = 10**places
    whole, rest = divmod(abs(value.numerator) * scale, value.denominator)
    if _goes_up(whole, 2 * rest, value.denominator, mode):
        whole += 1
    return Fraction(whole if value >= 0 else -whole, scale)


def _goes_up(whole: int, twice_rest: int, denominator: int, mode: Mode) -> bool:
    match mode:
        case "half-up":
            return twice_rest >= denominator
        case "half-even":
            return twice_rest > denominator or (twice_rest == denominator and whole % 2 == 1)
        case "down":
            return False
        case _:
            assert_never(mode)
