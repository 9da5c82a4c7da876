"""How a number came about, as a document."""

from collections.abc import Iterator

from rolcheck.base.messages import N_
from rolcheck.locale import _, ngettext
from rolcheck.reports.blocks import Block, Column, Document, Heading, Note, Paragraph, Table
from rolcheck.reports.documents.arithmetic import mean_sum, rounded, weighed_sum, working
from rolcheck.reports.documents.detail import marks
from rolcheck.reports.documents.making import combining
from rolcheck.reports.documents.rules import rule_words
from rolcheck.reports.documents.steps import node_steps, title_of, total_steps
from rolcheck.reports.documents.summary import round_words
from rolcheck.reports.documents.sureness import ruling_words
from rolcheck.reports.exact import exact_text
from rolcheck.reports.explained import (
    COUNTED,
    DROPPED,
    REPLACED,
    Combination,
    IndicatorExplanation,
    Part,
    RoundStep,
    Seen,
    SubmissionExplanation,
)
from rolcheck.reports.model import Summary
from rolcheck.reports.words import NONE, SOURCES, day, listed, percent, points, titled

FATES = {
    COUNTED: N_("counts"),
    DROPPED: N_("dropped by trimming"),
    REPLACED: N_("replaced later"),
    "recusal": N_("recused"),
    "abstention": N_("stepped back"),
    "own-office": N_("own office"),
    "unassigned": N_("not assigned"),
}
RETURNS = {
    "pending": N_("it had no score"),
    "under-quorum": N_("it had too few scores"),
    "finding": N_("a finding was open"),
    "dispute": N_("it was in dispute"),
    "new-material": N_("its material changed"),
    "recalled": N_("it was recalled"),
}
FINDING_STATES = {
    "open": N_("open"),
    "answered": N_("answered"),
    "accepted": N_("accepted"),
    "withdrawn": N_("withdrawn"),
}


def explanation_document(explanation: IndicatorExplanation | SubmissionExplanation) -> Document:
    """Return an explanation as a document."""
    submission = explanation.submission.name
    if isinstance(explanation, SubmissionExplanation):
        said = _("How the total came about")
        blocks = (*node_steps(explanation), *total_steps(explanation))
    else:
        indicator = explanation.indicator
        said = f"{indicator.id} {titled(indicator)}"
        blocks = tuple(_indicator(explanation))
    return Document(submission, (said, round_words(explanation.round)), blocks)
