"""The palettes keep the contrasts that are wanted, and the heat scale its exact classes."""

from fractions import Fraction

import pytest

from rolcheck.base.colours import GROUNDS, TEXTS, THEMES, ThemeName, heat_class, palette

LOWEST = {  # as published beside the palette: dark, light, high contrast
    "fg": (8.4, 10.6, 11.4),
    "muted": (5.1, 5.2, 8.6),
    "dim": (3.2, 3.2, 6.1),
    "accent": (5.5, 5.2, 6.9),
    "done": (5.9, 5.1, 9.2),
    "confirm": (6.3, 5.2, 8.8),
    "dispute": (5.0, 5.0, 6.5),
}


def contrast(one: str, other: str) -> float:
    """Return the WCAG 2 contrast ratio of two colours."""
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def luminance(colour: str) -> float:
    channels = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


@pytest.mark.parametrize("name", THEMES)
@pytest.mark.parametrize("text", TEXTS)
def test_text_is_readable_on_every_ground(name: ThemeName, text: str) -> None:
    colours = palette(name)

    lowest = min(contrast(colours[text], colours[ground]) for ground in GROUNDS)

    assert lowest >= (3 if text == "dim" else 4.5)
    assert round(lowest, 1) == LOWEST[text][THEMES.index(name)]


@pytest.mark.parametrize("name", THEMES)
def test_text_on_the_accent_is_readable(name: ThemeName) -> None:
    colours = palette(name)

    assert contrast(colours["on-accent"], colours["accent"]) >= 7.5
    assert contrast(colours["on-accent"], colours["dispute"]) >= 4.5


@pytest.mark.parametrize(("name", "wanted"), [("dark", 4.7), ("light", 4.4), ("contrast", 6.8)])
def test_numbers_are_readable_on_the_heat_scale(name: str, wanted: float) -> None:
    colours = palette(name)

    lowest = min(contrast(colours[f"heat-{n}-fg"], colours[f"heat-{n}"]) for n in range(6))

    assert round(lowest, 1) == wanted


@pytest.mark.parametrize(
    ("share", "wanted"),
    [
        ("1", 0), ("97/100", 0), ("969/1000", 1), ("85/100", 1), ("849999/1000000", 2),
        ("70/100", 2), ("69/100", 3), ("1/2", 3), ("49/100", 4), ("1/4", 4), ("24/100", 5),
        ("0", 5),
    ],
)  # fmt: skip
def test_a_share_falls_into_its_class_exactly(share: str, wanted: int) -> None:
    assert heat_class(Fraction(share)) == wanted


def test_one_less_a_share_in_floats_would_fall_into_the_wrong_class() -> None:
    """The trap that makes the classes fractions."""
    assert 1 - 0.85 > 0.15
    assert heat_class(1 - Fraction(15, 100)) == 1
