"""A share, judged by bands or along a line."""

from collections.abc import Iterator
from fractions import Fraction
from typing import Annotated, Literal

from pydantic import AfterValidator, Field

from rolcheck.base.messages import N_
from rolcheck.base.models import Model, Points, Text, WrongValueError
from rolcheck.base.numbers import decimal_text, parse_points
from rolcheck.base.toml import Fault
from rolcheck.criteria.rules.counting import Count, CountingRule
from rolcheck.criteria.rules.terms import Terms, above_full

Seen = Count | Fraction


def _with_a_dot(value: str) -> str:
    if not all(value.partition(".")):
        raise WrongValueError(N_("{key} is no metric: {value}"), N_("expected REGISTER.METRIC"))
    return value


class Band(Model):
    """What a share gives from a threshold on, or up to one where lower is better.

    Attributes:
        at_least: The threshold, where higher is better; a share from 0 to 1 unless a metric is
            named.
        at_most: The threshold, with ``direction = "lower"``.
        points: What the band gives.
    """

    at_least: Points | None = None
    at_most: Points | None = None
    points: Points


class Line(Model):
    """No points at one end, all of them at the other, in proportion between, clamped beyond.

    Attributes:
        start: The share that gives 0.
        end: The share that gives the full points; below the other where lower is better.
    """

    start: Points = Field(alias="from")
    end: Points = Field(alias="to")


class RatioRule(CountingRule):
    """The points of the best band that the share reaches, or in proportion along a line.

    Observation: a count. In a CSV ``38/40``; where the metric is a mean, a number as ``91.4``.

    Attributes:
        metric: What is counted, as ``register.metric``; left out, reviewers count.
        direction: Whether a higher share is better, or a lower one.
        bands: In any order, the best that fits counts; a share that reaches none gives 0.
        linear: Instead of bands.
    """

    kind: Literal["ratio"] = "ratio"
    metric: Annotated[Text, AfterValidator(_with_a_dot)] | None = None
    direction: Literal["higher", "lower"] = "higher"
    bands: Annotated[tuple[Band, ...], Field(min_length=1)] | None = None
    linear: Line | None = None

    def parse(self, text: str, terms: Terms) -> Seen:
        """Read the count, or the number where the metric is a mean.

        Raises:
            ObservationError: It is neither, or 0/0 that somebody has to judge.
        """
        return parse_points(text) if terms.mean else self.parse_count(text)

    def write(self, seen: Seen) -> str:
        """Return the count, or the number in its shortest form."""
        return self.write_count(seen) if isinstance(seen, Count) else decimal_text(seen)

    def points(self, seen: Seen, full: Fraction) -> Fraction | None:
        """Return the band's points or those along the line, exact; None where 0/0 gives none."""
        if isinstance(seen, Count) and seen.is_empty:
            return self.points_when_empty(full)
        value = seen.share if isinstance(seen, Count) else seen
        if self.linear:
            share = (value - self.linear.start) / (self.linear.end - self.linear.start)
            return min(max(share, Fraction(0)), Fraction(1)) * full
        reached = (band.points for band in self.bands or () if self._reaches(value, band))
        return max(reached, default=Fraction(0))

    def _reaches(self, value: Fraction, band: Band) -> bool:
        if self.direction == "lower":
            return band.at_most is not None and value <= band.at_most
        return band.at_least is not None and value >= band.at_least

    def faults(self, full: Fraction | None) -> Iterator[Fault]:
        """Yield bands and lines that contradict themselves, and bands above the full points."""
        if (self.bands is None) == (self.linear is None):
            yield Fault(
                ("linear",) if self.linear else (),
                N_("a ratio with both bands and linear")
                if self.linear
                else N_("a ratio without bands or linear"),
                N_("expected one of them"),
                at="key" if self.linear else "table",
            )
        if self.linear:
            yield from self._line_faults(self.linear)
        yield from self._band_faults(self.bands or (), full)

    def _line_faults(self, line: Line) -> Iterator[Fault]:
        if line.start == line.end:
            yield Fault(
                ("linear", "to"),
                N_("the line goes from {value} to {value}"),
                N_("expected two different ends"),
                {"value": decimal_text(line.start)},
            )
        given = "direction" in self.model_fields_set
        if (
            given
            and line.start != line.end
            and (self.direction == "lower") != (line.start > line.end)
        ):
            yield Fault(
                ("direction",),
                N_("direction {value} contradicts the line"),
                N_("expected none: the line says from where to where"),
                {"value": self.direction},
            )
        yield from self._beyond(("linear", "from"), line.start)
        yield from self._beyond(("linear", "to"), line.end)

    def _band_faults(self, bands: tuple[Band, ...], full: Fraction | None) -> Iterator[Fault]:
        wanted, other = "at-least", "at-most"
        if self.direction == "lower":
            wanted, other = other, wanted
        seen: set[Fraction] = set()
        for index, band in enumerate(bands):
            loc = ("bands", index)
            yield from above_full((*loc, "points"), band.points, full)
            ends = {"at-least": band.at_least, "at-most": band.at_most}
            if ends[other] is not None:
                yield Fault(
                    (*loc, other),
                    N_("{key} does not go with direction {direction}"),
                    N_("expected {wanted}"),
                    {"key": other, "direction": self.direction, "wanted": wanted},
                    at="key",
                )
            elif ends[wanted] is None:
                yield Fault(loc, N_("{key} is missing"), "", {"key": wanted}, at="table")
            end = ends[wanted]
            if end is None:
                continue
            if end in seen:
                yield Fault(
                    (*loc, wanted),
                    N_("two bands begin at {value}"),
                    N_("expected each threshold once"),
                    {"value": decimal_text(end)},
                )
            seen.add(end)
            yield from self._beyond((*loc, wanted), end)

    def _beyond(self, loc: tuple[str | int, ...], value: Fraction) -> Iterator[Fault]:
        if self.metric is None and value > 1:
            yield Fault(
                loc,
                N_("no share reaches {value}"),
                N_("expected a share from 0 to 1"),
                {"value": decimal_text(value)},
            )
