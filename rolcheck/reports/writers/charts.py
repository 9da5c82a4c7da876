"""Charts as SVG: bars with the numbers beside them, and a strip of shaded shares."""

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from rolcheck.base.colours import heat_class
from rolcheck.base.text import cell_width
from rolcheck.base.wrapping import one_line, wrap
from rolcheck.reports.blocks import Bar, Chart
from rolcheck.reports.words import NONE, listed, percent
from rolcheck.reports.writers.markup import Markup, joined
from rolcheck.reports.writers.strokes import CELL, LINE, area, picture, text

LONGEST_NAME = 28  # cells; longer ones are wrapped
SHORTEST_BAR = 24
SHADE = 5  # cells of one share of the strip
GAP = 2
_BETWEEN = 8  # pixels between two rows
_BAR = LINE - 4


@dataclass(frozen=True, slots=True)
class Places:
    """Where the parts of a chart's rows stand, in pixels from the left.

    Attributes:
        lead: The right end of what stands before the names.
        name: Where names begin.
        bar: Where bars begin, and `room` how long they can be.
        number: The right end of the numbers.
        strip: Where the strip begins.
        width: Of the whole.
    """

    lead: int
    name: int
    bar: int
    room: int
    number: int
    strip: int
    width: int


def chart_width(chart: Chart, width: int) -> int:
    """Return how many cells a chart takes: `width`, or more where its strip needs more."""
    return _placed(chart, width * CELL).width // CELL


def chart_height(chart: Chart) -> int:
    """Return how high a chart is, in pixels."""
    return _top(chart) + sum(_height(bar) for bar in chart.bars)


def chart_picture(chart: Chart, width: int, name: str) -> Markup:
    """Return a chart as a picture of its own, `width` cells wide or wider."""
    pixels = chart_width(chart, width) * CELL
    start = picture(
        pixels, chart_height(chart), title=chart.title, described=described(chart), name=name
    )
    return joined(start, *chart_parts(chart, 0, 0, width), Markup("</svg>"), between="\n")


def chart_parts(chart: Chart, left: int, top: int, width: int) -> Iterator[Markup]:
    """Yield what a chart is drawn with, from a place in pixels on, `width` cells wide."""
    at = _placed(chart, width * CELL)
    if chart.strip:
        yield text(chart.over, left + at.width, top, "dim", anchor="end")
        for number, title in enumerate(chart.strip, 1):
            right = left + at.strip + number * SHADE * CELL - CELL
            yield text(title, right, top + LINE, "dim", anchor="end")
    y = top + _top(chart)
    for bar in chart.bars:
        yield from _row(bar, at, left, y)
        y += _height(bar)


def described(chart: Chart) -> str:
    """Return a chart in words, for those who do not see it."""
    rows = (_described(bar, chart.strip) for bar in chart.bars)
    return listed((chart.title, *rows))


def _described(bar: Bar, strip: tuple[str, ...]) -> str:
    shares = (f"{title} {percent(share)}" for title, share in zip(strip, bar.shares, strict=True))
    pieces = (bar.lead, bar.name, bar.number, bar.remark)
    said = " ".join(piece for piece in pieces if piece)
    return f"{said} ({' '.join(shares)})" if strip else said


def _row(bar: Bar, at: Places, left: int, y: int) -> Iterator[Markup]:
    tone = "dim" if bar.number == NONE else "fg"
    yield text(bar.lead, left + at.lead, y, "muted", anchor="end")
    names = _lines(bar.name)
    for number, line in enumerate(names):
        yield text(line, left + at.name, y + number * LINE, bold=True)
    for number, line in enumerate(_lines(bar.remark), len(names)):
        yield text(line, left + at.name, y + number * LINE, "muted")
    yield area(left + at.bar, y + 2, _pixels(bar.of, at.room), _BAR, "panel")
    yield area(left + at.bar, y + 2, _pixels(bar.share, at.room), _BAR, "bar")
    yield text(bar.number, left + at.number, y, tone, anchor="end", bold=tone == "fg")
    for number, share in enumerate(bar.shares):
        yield from _shade(share, left + at.strip + number * SHADE * CELL, y)


def _shade(share: Fraction | None, x: int, y: int) -> Iterator[Markup]:
    tone = "dim"
    if share is not None:
        tone = f"heat-{heat_class(share)}-fg"
        yield area(x, y, SHADE * CELL, LINE, f"heat-{heat_class(share)}")
    yield text(percent(share), x + (SHADE - 1) * CELL, y, tone, anchor="end")


def _placed(chart: Chart, width: int) -> Places:
    lead = max((cell_width(bar.lead) for bar in chart.bars), default=0)
    names = [line for bar in chart.bars for line in (*_lines(bar.name), *_lines(bar.remark))]
    name = (lead + GAP if lead else 0) * CELL
    bar = name + (max(map(cell_width, names), default=0) + GAP) * CELL
    number = max((cell_width(bar.number) for bar in chart.bars), default=0) + GAP
    strip = (len(chart.strip) * SHADE + GAP if chart.strip else 0) * CELL
    room = max(width - bar - number * CELL - strip, SHORTEST_BAR * CELL)
    return Places(
        lead=lead * CELL,
        name=name,
        bar=bar,
        room=room,
        number=bar + room + number * CELL,
        strip=bar + room + (number + GAP) * CELL,
        width=bar + room + number * CELL + strip,
    )


def _top(chart: Chart) -> int:
    return (2 * LINE if chart.strip else 0) + _BETWEEN // 2


def _height(bar: Bar) -> int:
    return max(len(_lines(bar.name)) + len(_lines(bar.remark)), 1) * LINE + _BETWEEN


def _lines(said: str) -> tuple[str, ...]:
    return wrap(one_line(said), LONGEST_NAME)


def _pixels(share: Fraction, room: int) -> int:
    return round(min(max(share, Fraction()), Fraction(1)) * room)
