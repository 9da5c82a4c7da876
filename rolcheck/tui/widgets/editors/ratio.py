"""A count such as 47/49 that bands or a line judge; a plain number where the metric is a mean."""

from collections.abc import Sequence
from fractions import Fraction

from rolcheck.base.messages import N_
from rolcheck.base.numbers import decimal_text
from rolcheck.criteria.rules.ratio import Band, RatioRule
from rolcheck.locale import _, language
from rolcheck.tui.text import Line, Part, cells, fill, gap
from rolcheck.tui.widgets.editors.counted import CountedEditor
from rolcheck.tui.widgets.editors.outcome import points_text
from rolcheck.tui.widgets.facts import label_cells


class RatioEditor(CountedEditor):
    """Takes a count and shows which band it reaches."""

    HINT = N_("type counted / all")

    @property
    def is_mean(self) -> bool:
        """Whether a number is typed, not a count."""
        metric = self.indicator.metric
        return metric is not None and metric.is_mean

    def takes_character(self, character: str) -> bool:
        return character == "." if self.is_mean and not character.isdigit() else character != "."

    def what_is_counted(self) -> str:
        """Return in words what is counted: in Chinese by its title, since catalogues word it so."""
        metric = self.indicator.metric
        if metric is None:
            return ""
        if language() == "zh" and metric.title:
            return metric.title
        if metric.numerator_in_words and metric.denominator_in_words:
            return f"{metric.numerator_in_words} / {metric.denominator_in_words}"
        return metric.mean_in_words or metric.title_en or metric.title or ""

    def help_lines(self, width: int) -> Sequence[Line]:
        return [*self.explained(self.what_is_counted(), width), *self._scale(width)]

    def _scale(self, width: int) -> Sequence[Line]:
        rule = self.indicator.rule
        if not isinstance(rule, RatioRule):
            return ()
        if rule.linear:
            said = _("{start} gives 0, {end} gives {full}, in proportion between").format(
                start=self._threshold(rule.linear.start),
                end=self._threshold(rule.linear.end),
                full=points_text(self.indicator.full, self.places),
            )
            return self.explained(said, width)
        return self._bands(rule, width)

    def _bands(self, rule: RatioRule, width: int) -> Sequence[Line]:
        indent, points = label_cells() + 1, self.outcome.points
        lower = rule.direction == "lower"
        bands = sorted(rule.bands or (), key=lambda band: band.points, reverse=True)
        reached = next((band for band in bands if band.points == points), None)
        pieces = [
            self._piece(self._band_text(band, lower=lower), band.points, reached=band is reached)
            for band in bands
        ]
        beyond = _("above") if lower else _("below")
        none_reached = points == 0 and reached is None and bool(self.field.text)
        pieces.append(self._piece(beyond, Fraction(0), reached=none_reached))
        return _flow(pieces, indent, width)

    def _band_text(self, band: Band, *, lower: bool) -> str:
        threshold = band.at_most if lower else band.at_least
        return self._threshold(threshold or Fraction(0))

    def _threshold(self, value: Fraction) -> str:
        return decimal_text(value) if self.is_mean else f"{decimal_text(value * 100)}%"

    def _piece(self, text: str, points: Fraction, *, reached: bool) -> Line:
        tone = "fg" if reached else "dim"
        shown = points_text(points, self.places)
        return (Part(f"{text} ", tone, bold=reached), Part(shown, tone, bold=reached))


def _flow(pieces: Sequence[Line], indent: int, width: int) -> list[Line]:
    """Return pieces one behind the other, in as many lines as they need."""
    lines: list[Line] = []
    current: Line = (gap(indent),)
    for piece in pieces:
        if cells(current) > indent and cells(current) + cells(piece) > width:
            lines.append(current)
            current = (gap(indent),)
        current = (*current, *piece, gap(3))
    return [fill(line, width) for line in (*lines, current)]
