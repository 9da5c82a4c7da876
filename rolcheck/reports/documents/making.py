"""How the numbers were made, in words, and the hashes by which they can be checked."""

from collections.abc import Iterator

from rolcheck.base.messages import N_
from rolcheck.base.numbers import decimal_text
from rolcheck.campaign.settings import AggregationTable
from rolcheck.criteria.model import Scoring
from rolcheck.locale import _, ngettext
from rolcheck.reports.blocks import Block, Note, Paragraph
from rolcheck.reports.model import Summary
from rolcheck.reports.words import listed
from rolcheck.scoring.rounding import LEVELS

LEVEL_WORDS = {
    "observation": N_("single scores"),
    "panel": N_("panel scores"),
    "weighted": N_("weighted scores"),
    "group": N_("groups"),
    "area": N_("areas"),
    "total": N_("totals"),
}
MODES = {
    "half-up": N_("half up"),
    "half-even": N_("half to even"),
    "down": N_("cut off"),
}
NOT_APPLICABLE = {
    "rescale": N_("What does not apply is left out, its points spread over what does."),
    "full": N_("What does not apply counts with its full points."),
    "zero": N_("What does not apply counts as 0."),
}
ROLLUPS = {
    "sum": N_("Points are added up."),
    "weighted-mean": N_("Groups, areas and the base are weighted means."),
}


def making(summary: Summary) -> Iterator[Block]:
    """Yield how scores are combined, rounded and added up, one sentence each."""
    table, scoring = summary.aggregation, summary.criteria.scoring
    for sentence in combining(table):
        yield Paragraph(sentence)
    for sentence in _limits(table, scoring):
        yield Paragraph(sentence)
    yield Paragraph(_(ROLLUPS[scoring.rollup]))
    yield Paragraph(_(NOT_APPLICABLE[scoring.not_applicable]))
    yield Paragraph(rounding_words(scoring))
    if summary.criteria.is_illustrative:
        yield Paragraph(_("The weights are illustrative."))


def combining(table: AggregationTable) -> Iterator[str]:
    """Yield how several reviewers' scores become one."""
    match table.method:
        case "mean":
            yield _("An indicator's score is the mean of its reviewers' scores.")
        case "median":
            yield _("An indicator's score is the median of its reviewers' scores.")
        case "trimmed-mean":
            yield _(
                "From {minimum} scores on the {trim} highest and {trim} lowest are dropped and"
                " the mean of the rest is taken; of fewer the plain mean."
            ).format(minimum=table.minimum, trim=table.trim)
    if table.groups:
        weights = listed(f"{name} {decimal_text(weight)}" for name, weight in table.groups.items())
        yield _("Reviewer groups are combined each by itself, then weighed: {weights}.").format(
            weights=weights
        )


def rounding_words(scoring: Scoring) -> str:
    """Return what is rounded, and how."""
    levels: dict[int, list[str]] = {}
    for level in LEVELS:
        places = getattr(scoring.round_to, level)
        if places is not None:
            levels.setdefault(places, []).append(_(LEVEL_WORDS[level]))
    if not levels:
        return _("Nothing is rounded; numbers are shown with four decimals at most.")
    named = [
        ngettext("{levels} to {n} decimal", "{levels} to {n} decimals", places).format(
            levels=listed(words), n=places
        )
        for places, words in sorted(levels.items())
    ]
    return _("Rounded are {levels}; {mode}. All else is exact.").format(
        levels=_("; ").join(named), mode=_(MODES[scoring.round_mode])
    )


def _limits(table: AggregationTable, scoring: Scoring) -> Iterator[str]:
    yield _("Scores {percent} percent of the full points apart or more are a dispute.").format(
        percent=decimal_text(table.dispute_at * 100)
    )
    if table.quorum > 1:
        yield _("At least {n} reviewers are asked for.").format(n=table.quorum)
    if scoring.bonus_cap is not None:
        yield _("All bonus items together bring {points} points at most.").format(
            points=decimal_text(scoring.bonus_cap)
        )


def fingerprints(summary: Summary) -> Iterator[Block]:
    """Yield the hashes of criteria, ledger and seal; the ledger's only where it may be seen."""
    criteria = summary.criteria
    yield Note(
        _("criteria {id} {edition}, SHA-256 {hash}").format(
            id=criteria.id, edition=criteria.edition, hash=criteria.sha256
        )
    )
    if summary.ledger:
        events = summary.ledger.events
        yield Note(
            ngettext(
                "ledger of {n} entry, head {head}", "ledger of {n} entries, head {head}", events
            ).format(n=events, head=summary.ledger.head)
        )
    if summary.round and summary.round.seal:
        yield Note(_("seal {hash}").format(hash=summary.round.seal))
