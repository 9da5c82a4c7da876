"""Colours as data: the tokens of three palettes and the heat scale, for the app and for reports."""

from collections.abc import Mapping
from fractions import Fraction
from functools import cache
from types import MappingProxyType
from typing import Literal, get_args

ThemeName = Literal["dark", "light", "contrast"]
Token = Literal[
    "ground",
    "surface",
    "panel",
    "chrome",
    "select",
    "cursor",
    "rule",
    "fg",
    "muted",
    "dim",
    "accent",
    "on-accent",
    "bar",
    "done",
    "confirm",
    "dispute",
]
Palette = Mapping[str, str]

THEMES: tuple[ThemeName, ...] = get_args(ThemeName)
TOKENS: tuple[Token, ...] = get_args(Token)

GROUNDS = ("ground", "surface", "panel", "select", "cursor", "chrome")
TEXTS = ("fg", "muted", "dim", "accent", "done", "confirm", "dispute")

_COLOURS: Mapping[Token, tuple[str, str, str]] = {
    "ground": ("#12151a", "#ecebe6", "#000000"),
    "surface": ("#181c23", "#faf9f6", "#000000"),
    "panel": ("#212731", "#e4e2db", "#1a1a1a"),
    "chrome": ("#29313d", "#d7d5cc", "#2b2b2b"),
    "select": ("#2a323f", "#dcdcd8", "#333333"),
    "cursor": ("#273a56", "#c9dcf0", "#003a70"),
    "rule": ("#2e3643", "#cfccc3", "#8a8a8a"),
    "fg": ("#d9dde4", "#1f242b", "#ffffff"),
    "muted": ("#a3adbb", "#4c545f", "#e0e0e0"),
    "dim": ("#7d8796", "#6d7580", "#bdbdbd"),
    "accent": ("#8ab6ee", "#1a568f", "#7fd4ff"),
    "on-accent": ("#0d1116", "#ffffff", "#000000"),
    "bar": ("#345a82", "#9cbde0", "#0059b3"),
    "done": ("#8cc795", "#28602f", "#8dff9a"),
    "confirm": ("#e5b964", "#754a00", "#ffe14d"),
    "dispute": ("#f58e83", "#a02a20", "#ffb0a6"),
}

# From the full score down to none: the lower bound of the class, then colour on colour a theme.
_HEAT: tuple[tuple[Fraction, tuple[tuple[str, str], ...]], ...] = (
    (
        Fraction(97, 100),
        (("#181c23", "#7d8796"), ("#faf9f6", "#6d7580"), ("#000000", "#bdbdbd")),
    ),
    (
        Fraction(85, 100),
        (("#1f2f42", "#c3cddb"), ("#e2ebf4", "#3c4550"), ("#00254a", "#ffffff")),
    ),
    (
        Fraction(70, 100),
        (("#264560", "#dbe4ef"), ("#c4d9ec", "#1f242b"), ("#003f7d", "#ffffff")),
    ),
    (
        Fraction(50, 100),
        (("#2f5c82", "#eef4fa"), ("#98bee0", "#12161b"), ("#0059b3", "#ffffff")),
    ),
    (
        Fraction(25, 100),
        (("#3a71a0", "#ffffff"), ("#4f8cc4", "#06090c"), ("#9fd0ff", "#000000")),
    ),
    (
        Fraction(0),
        (("#8fc1ee", "#0d1116"), ("#1a568f", "#ffffff"), ("#ffffff", "#000000")),
    ),
)
HEAT_CLASSES = tuple(bound for bound, _colours in _HEAT)


def heat_class(share: Fraction) -> int:
    """Return the class of a score share (0 to 1): 0 for the full score, 5 for hardly any."""
    last = len(HEAT_CLASSES) - 1
    return next((at for at, bound in enumerate(HEAT_CLASSES) if share >= bound), last)


@cache
def palette(name: str) -> Palette:
    """Return the colours of a theme by token; dark ones for a theme that is not ours.

    Beside the tokens it holds the heat scale, as ``heat-0`` (ground) and ``heat-0-fg`` to
    ``heat-5-fg``.
    """
    at = THEMES.index(name) if name in THEMES else 0
    colours = {str(token): row[at] for token, row in _COLOURS.items()}
    for number, (_bound, pairs) in enumerate(_HEAT):
        colours[f"heat-{number}"], colours[f"heat-{number}-fg"] = pairs[at]
    return MappingProxyType(colours)
