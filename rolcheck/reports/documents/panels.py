"""How a panel's scores became one, and what was ruled."""

from collections.abc import Iterator

from rolcheck.criteria.model import Scoring
from rolcheck.locale import _, ngettext
from rolcheck.reports.blocks import Block, Heading, Paragraph
from rolcheck.reports.documents.arithmetic import mean_sum, weighed_sum
from rolcheck.reports.documents.detail import marks
from rolcheck.reports.documents.making import MODES
from rolcheck.reports.documents.sureness import ruling_words
from rolcheck.reports.exact import exact_text
from rolcheck.reports.explained import Combination, IndicatorExplanation, Part
from rolcheck.reports.words import NONE, SOURCES, day, listed


def panel(explanation: IndicatorExplanation) -> Iterator[Block]:
    """Yield how the score as of the round came about."""
    line, scoring = explanation.line, explanation.criteria.scoring
    yield Heading(_("Score"))
    if explanation.combination:
        for sentence in _combined(explanation.combination, scoring):
            yield Paragraph(sentence)
    ruling = line.ruling
    if ruling:
        yield Paragraph(
            _("ruled {decision} by {who}, {day}: {reason}").format(
                decision=ruling_words(line, ruling),
                who=ruling.who,
                day=day(ruling.on),
                reason=ruling.reason,
            )
        )
    source = _(SOURCES[line.source])
    if line.score is None:
        yield Paragraph(_("no score: {source}").format(source=source))
    else:
        yield Paragraph(
            _("score {score} ({source})").format(score=exact_text(line.score), source=source)
        )
    if marks(line) != NONE:
        yield Paragraph(marks(line))


def _combined(combination: Combination, scoring: Scoring) -> Iterator[str]:
    if combination.exact is None:
        yield ngettext(
            "{n} reviewer, panel score {score}", "{n} reviewers, panel score {score}", combination.n
        ).format(n=combination.n, score=exact_text(combination.score))
        return
    for part in combination.parts:
        yield from _part(part, combination.method)
    if combination.parts[0].weight is not None:
        yield _("groups: {sum}").format(sum=weighed_sum(combination.parts, combination.exact))
    places = scoring.round_to.panel
    if places is not None:
        yield ngettext(
            "rounded to {n} decimal, {mode}: {exact} -> {score}",
            "rounded to {n} decimals, {mode}: {exact} -> {score}",
            places,
        ).format(
            n=places,
            mode=_(MODES[scoring.round_mode]),
            exact=exact_text(combination.exact),
            score=exact_text(combination.score),
        )


def _part(part: Part, method: str) -> Iterator[str]:
    if part.low or part.high:
        yield _("dropped: lowest {low}, highest {high}").format(
            low=listed(map(exact_text, part.low)), high=listed(map(exact_text, part.high))
        )
    said = mean_sum(part, method)
    name = _("median") if method == "median" else _("mean")
    if part.group:
        name = _("{group}, {name}").format(group=part.group, name=name)
    yield _("{name}: {sum}").format(name=name, sum=said)
