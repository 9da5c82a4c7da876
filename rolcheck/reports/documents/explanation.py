"""How a number came about, as a document."""

from collections.abc import Iterator

from rolcheck.locale import _
from rolcheck.reports.blocks import Block, Document, Heading, Paragraph
from rolcheck.reports.documents.history import material, rounds
from rolcheck.reports.documents.panels import panel
from rolcheck.reports.documents.rules import rule_words
from rolcheck.reports.documents.steps import node_steps, node_words
from rolcheck.reports.documents.summary import round_words
from rolcheck.reports.documents.total import total_steps
from rolcheck.reports.exact import exact_text
from rolcheck.reports.explained import IndicatorExplanation, SubmissionExplanation
from rolcheck.reports.words import titled


def explanation_document(explanation: IndicatorExplanation | SubmissionExplanation) -> Document:
    """Return an explanation as a document."""
    blocks: tuple[Block, ...]
    if isinstance(explanation, SubmissionExplanation):
        said = _("How the total came about")
        blocks = (*node_steps(explanation), *total_steps(explanation.total))
    else:
        said = f"{explanation.indicator.id} {titled(explanation.indicator)}"
        blocks = tuple(_indicator(explanation))
    name = explanation.submission.name
    return Document(name, (said, round_words(explanation.round)), blocks)


def _indicator(explanation: IndicatorExplanation) -> Iterator[Block]:
    yield from _rule(explanation)
    yield from material(explanation)
    yield from rounds(explanation)
    yield from panel(explanation)
    yield Heading(_("From the indicator to the total"))
    yield from _contribution(explanation)
    yield from total_steps(explanation.total)


def _rule(explanation: IndicatorExplanation) -> Iterator[Block]:
    indicator = explanation.indicator
    yield Heading(_("Rule"))
    if not indicator.is_veto:
        yield Paragraph(_("Full points {full}.").format(full=exact_text(indicator.full)))
    for sentence in rule_words(indicator):
        yield Paragraph(sentence)
    if indicator.guidance:
        yield Paragraph(_("Looked at: {guidance}").format(guidance=indicator.guidance))
    claim = explanation.line.claim
    if claim is not None:
        yield Paragraph(_("Own claim {claim}.").format(claim=exact_text(claim)))


def _contribution(explanation: IndicatorExplanation) -> Iterator[Block]:
    line, weighted = explanation.line, explanation.weighted
    if line.indicator.is_veto:
        yield Paragraph(_("A veto brings no points."))
    if explanation.path and weighted is not None and line.score is not None:
        exact = line.indicator.weight * line.score
        said = f"{exact_text(line.indicator.weight)} x {exact_text(line.score)}"
        said = f"{said} = {exact_text(exact)}"
        if exact != weighted:
            said = f"{said} -> {exact_text(weighted)}"
        yield Paragraph(_("weight x score: {sum}").format(sum=said))
    for node in explanation.path:
        yield Paragraph(node_words(node, explanation.criteria))
