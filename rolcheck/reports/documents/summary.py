"""The page that a leader reads: who, how sure, why, what is left; how it was made comes last."""

from collections.abc import Iterator

from rolcheck.locale import _, ngettext
from rolcheck.locale.words import ROUND_STATES
from rolcheck.reports.blocks import Block, Document, Heading, Note, Paragraph
from rolcheck.reports.documents.amendments import amendments
from rolcheck.reports.documents.components import components
from rolcheck.reports.documents.detail import detail
from rolcheck.reports.documents.making import fingerprints, making
from rolcheck.reports.documents.outlook import outlook
from rolcheck.reports.documents.reasons import claims, findings, losses, strengths
from rolcheck.reports.documents.standings import standings
from rolcheck.reports.documents.sureness import decisions, sureness
from rolcheck.reports.facts import RoundFacts
from rolcheck.reports.model import Summary
from rolcheck.reports.words import day, listed


def summary_document(summary: Summary, *, detailed: bool = False) -> Document:
    """Return the summary as a document.

    Args:
        summary: What is said.
        detailed: Whether groups and indicators are listed too.
    """
    return Document(
        title=headline(summary),
        subtitle=(_("Summary of results"), round_words(summary.round)),
        blocks=tuple(_blocks(summary, detailed=detailed)),
    )


def round_words(facts: RoundFacts | None) -> str:
    """Return which round it is and how it stands."""
    if facts is None:
        return _("no round's results are open to you yet")
    state = _(ROUND_STATES[facts.state])
    when = facts.sealed_at or facts.closed_at
    if when:
        state = _("{state} {day}").format(state=state, day=day(when.date()))
    said = _("round {number} {name} ({state})").format(
        number=facts.number, name=facts.name, state=state
    )
    if facts.edition and facts.edition.of > 1:
        said = _("{said}, edition {number} of {count}").format(
            said=said, number=facts.edition.number, count=facts.edition.of
        )
    return said


def headline(summary: Summary) -> str:
    """Return the campaign's title with its batch."""
    title, batch = summary.campaign.title, summary.campaign.batch
    return title if not batch or batch in title else f"{title} {batch}"


def _blocks(summary: Summary, *, detailed: bool) -> Iterator[Block]:
    yield Note(_counts(summary))
    if summary.round is None:
        yield hidden()
    else:
        yield from standings(summary) if summary.is_ranking else outlook(summary)
        yield from components(summary)
        yield from sureness(summary)
        yield from decisions(summary)
        yield from amendments(summary)
        yield from findings(summary)
        if summary.is_ranking:
            yield from losses(summary)
        yield from strengths(summary)
        yield from claims(summary)
        if detailed:
            for line in summary.submissions:
                yield from detail(line, summary)
    yield Heading(_("How the numbers were made"))
    yield from making(summary)
    yield from fingerprints(summary)


def hidden() -> Paragraph:
    """Return why there are no results to be seen."""
    return Paragraph(_("The open round is blind and no earlier one was closed."))


def _counts(summary: Summary) -> str:
    submissions, indicators = len(summary.submissions), summary.criteria.indicators
    return listed(
        (
            ngettext("{n} submission", "{n} submissions", submissions).format(n=submissions),
            ngettext("{n} indicator", "{n} indicators", indicators).format(n=indicators),
            ngettext("{n} reviewer", "{n} reviewers", summary.reviewers).format(
                n=summary.reviewers
            ),
        )
    )
