"""What came after the seal: objections, and why there is another edition."""

from collections.abc import Iterator

from rolcheck.locale import _, ngettext
from rolcheck.reports.blocks import Block, Heading, Paragraph
from rolcheck.reports.facts import EditionFacts, ObjectionCounts
from rolcheck.reports.model import Summary
from rolcheck.reports.words import day


def amendments(summary: Summary) -> Iterator[Block]:
    """Yield the objections and the editions; nothing where the first result stands alone."""
    edition = summary.round.edition if summary.round else None
    several = edition is not None and edition.of > 1
    if not summary.objections.all and not several:
        return
    yield Heading(_("After publication"))
    if summary.objections.all:
        yield Paragraph(_objections(summary.objections))
    if edition is not None and several:
        yield Paragraph(_edition(edition))


def _objections(counts: ObjectionCounts) -> str:
    said = ngettext("{n} objection", "{n} objections", counts.all).format(n=counts.all)
    return _("{said}: {upheld} upheld, {dismissed} dismissed, {open} not decided.").format(
        said=said, upheld=counts.upheld, dismissed=counts.dismissed, open=counts.undecided
    )


def _edition(edition: EditionFacts) -> str:
    if edition.number == 1:
        said = _("This is the first edition, sealed {day}; there are {count}.")
    else:
        said = _(
            "This is edition {number} of {count}, sealed {day}: {reason}. Those before it stand"
            " beside it, each with its own seal."
        )
    return said.format(
        number=edition.number,
        count=edition.of,
        day=day(edition.sealed_at.date()),
        reason=edition.reason,
    )
