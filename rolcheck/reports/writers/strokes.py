"""Texts and areas of an SVG picture, in the light palette; positions are whole pixels.

What a colour stands for is its class too, so that a page can give it the colours of its theme;
a picture that stands alone keeps those of paper. Room is reckoned in cells that are as wide as
Latin letters get, so that text does not run into what stands beside it, whatever the font.
"""

from typing import Literal

from rolcheck.base.colours import palette
from rolcheck.reports.writers.markup import Markup, element, opening

CELL = 9
LINE = 21
FONT_SIZE = 15
FONTS = (
    "'Noto Sans SC', 'Source Han Sans SC', 'Noto Sans CJK SC', 'PingFang SC',"
    " 'Microsoft YaHei', SimHei, sans-serif"
)
_BASELINE = 15  # below the top of a line
_COLOURS = palette("light")

Anchor = Literal["start", "end"]


def text(
    said: str,
    x: int,
    y: int,
    tone: str = "fg",
    *,
    anchor: Anchor = "start",
    bold: bool = False,
) -> Markup:
    """Return a line of text.

    Args:
        said: The text, in one line.
        x: Where it begins, or ends where that is its anchor.
        y: The top of the line, `LINE` high.
        tone: Token of the palette.
        anchor: Which end of the text lies at `x`.
        bold: Whether it is set in bold.
    """
    return element(
        "text",
        said,
        x=x,
        y=y + _BASELINE,
        class_=tone,
        fill=_COLOURS[tone],
        text_anchor="end" if anchor == "end" else None,
        font_weight="bold" if bold else None,
    )


def area(x: int, y: int, width: int, height: int, tone: str) -> Markup:
    """Return a rectangle filled with a token's colour."""
    return element("rect", x=x, y=y, width=width, height=height, class_=tone, fill=_COLOURS[tone])


def picture(width: int, height: int, *, title: str, described: str, name: str) -> Markup:
    """Return the opening of a picture, with what it says to those who do not see it.

    Args:
        width: In pixels, as is `height`.
        height: See there.
        title: What it is.
        described: What it shows.
        name: Makes the ids in it the page's only ones.
    """
    start = opening(
        "svg",
        xmlns="http://www.w3.org/2000/svg",
        width=width,
        height=height,
        viewBox=f"0 0 {width} {height}",
        role="img",
        aria_labelledby=f"{name}-title {name}-description",
        font_family=FONTS,
        font_size=FONT_SIZE,
    )
    return Markup(
        f"{start}\n{element('title', title, id=f'{name}-title')}\n"
        f"{element('desc', described, id=f'{name}-description')}"
    )
