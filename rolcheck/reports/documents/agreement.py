"""How far the reviewers agree, in words first."""

from rolcheck.base.messages import N_
from rolcheck.criteria.model import Indicator
from rolcheck.locale import _
from rolcheck.reports.blocks import Block, Column, Document, Note, Paragraph, Table
from rolcheck.reports.documents.summary import round_words
from rolcheck.reports.facts import RoundFacts
from rolcheck.reports.summary_json import STATISTIC_PLACES, number
from rolcheck.reports.words import NONE, agreement_words, titled
from rolcheck.scoring.coefficients import Coefficients

LEVELS = {
    "nominal": N_("nominal"),
    "ordinal": N_("ordinal"),
    "interval": N_("interval"),
    "ratio": N_("ratio"),
}


def agreement_document(
    found: Coefficients, facts: RoundFacts | None, indicator: Indicator | None = None
) -> Document:
    """Return the agreement of all base indicators, or of one, as a document."""
    agreement = found.agreement
    about = f"{indicator.id} {titled(indicator)}" if indicator else _("all indicators")
    alpha = number(agreement.alpha, STATISTIC_PLACES)
    table = Table(
        columns=(
            Column(_("level of measurement"), "word"),
            Column("alpha", "number"),
            Column(_("items with two scores or more"), "number"),
            Column(_("scores in them"), "number"),
        ),
        rows=(
            (
                _(LEVELS[agreement.level]),
                alpha or NONE,
                str(agreement.units),
                str(agreement.pairable),
            ),
        ),
    )
    meaning = _("Krippendorff's alpha: 1 is full agreement, 0 what chance would give.")
    others = _others(found) if indicator else ()
    blocks = (Paragraph(agreement_words(agreement)), table, Note(meaning), *others)
    return Document(_("Agreement"), (about, round_words(facts)), blocks)


def _others(found: Coefficients) -> tuple[Block, ...]:
    """Return the coefficients that are for one indicator alone."""
    values = {
        _("Fleiss' kappa"): found.fleiss,
        **{f"ICC({form.replace('_', ', ')})": value for form, value in found.icc.items()},
        _("Kendall's W"): found.kendall_w,
    }
    columns = tuple(Column(name, "number") for name in values)
    row = tuple(number(value, STATISTIC_PLACES) or NONE for value in values.values())
    meaning = _(
        "Kappa takes items with equally many scores, ICC and W the items that all scored; "
        "a dash is what that leaves undefined."
    )
    return (Table(columns, (row,)), Note(meaning))
