"""A correction notice: what is wrong with the material, what is to be handed in, and by when.

Source: what such a notice holds is common practice of administrative offices; the words are own.
"""

from collections.abc import Iterator

from rolcheck.base.messages import N_
from rolcheck.locale import _, ngettext
from rolcheck.locale.finding_codes import code_words
from rolcheck.reports.blocks import Block, Column, Document, Heading, Note, Paragraph, Table
from rolcheck.reports.notices import Notice, NoticeItem, Piece
from rolcheck.reports.words import NONE, day, listed, titled

UNANSWERED = {
    "blocking": N_("without it the indicator counts as having no material"),
    "scoring": N_("what was received is scored as it is"),
    "formal": N_("it costs points only where it still stands after the re-examination"),
}
"""By how grave a defect is: what follows where nothing comes."""


def notice_name(year: int, number: int) -> str:
    """Return what a notice is called; one without a number is a draft."""
    if not number:
        return _("draft, without number")
    return _("correction notice [{year}] no. {number}").format(year=year, number=number)


def notice_document(notice: Notice) -> Document:
    """Return a notice as a document."""
    return Document(
        title=_("Correction notice"),
        subtitle=(notice_name(notice.year, notice.number), notice.campaign),
        blocks=tuple(_blocks(notice)),
    )


def _blocks(notice: Notice) -> Iterator[Block]:
    yield from _about(notice)
    yield _overview(notice)
    for at, item in enumerate(notice.items, 1):
        yield Heading(f"{at}. {item.indicator.id} {titled(item.indicator)}")
        yield from _item(item)
    yield Heading(_("How to answer"))
    yield from _how(notice)


def _about(notice: Notice) -> Iterator[Block]:
    to = notice.submission
    if notice.unit:
        to = _("{unit} ({submission})").format(unit=notice.unit, submission=notice.submission)
    yield Paragraph(_("To: {name}").format(name=to))
    yield Paragraph(
        ngettext(
            "In round {number} ({name}) of the review {n} point of your material needs mending.",
            "In round {number} ({name}) of the review {n} points of your material need mending.",
            len(notice.items),
        ).format(number=notice.round, name=notice.round_name, n=len(notice.items))
    )
    said = [_("issued {day}").format(day=day(notice.day))]
    if notice.due:
        said.append(_("all to be answered by {day}").format(day=day(notice.due)))
    if notice.contact:
        said.append(_("contact: {contact}").format(contact=notice.contact))
    yield Paragraph(_("; ").join(said))


def _overview(notice: Notice) -> Table:
    return Table(
        columns=(
            Column(_("no."), "number"),
            Column(_("finding"), "id"),
            Column(_("indicator"), "id"),
            Column(_("due"), "word"),
            Column(_("what is wrong")),
        ),
        rows=tuple(
            (
                str(at),
                item.name,
                item.indicator.id,
                day(item.due) if item.due else NONE,
                f"{item.code} {code_words(item.code)}",
            )
            for at, item in enumerate(notice.items, 1)
        ),
    )


def _item(item: NoticeItem) -> Iterator[Block]:
    expected = listed(item.expected) if item.expected else titled(item.indicator)
    yield Paragraph(_("expected: {what}").format(what=expected))
    seen = [one for one in (item.seen, listed(map(_piece, item.evidence))) if one]
    said = _("; ").join(seen) or code_words(item.code)
    yield Paragraph(_("seen: {what}").format(what=said))
    asked = item.asked
    if item.answers:
        asked = _("{what} (as {names})").format(what=asked, names=listed(item.answers))
    yield Paragraph(_("to be handed in: {what}").format(what=asked))
    until = day(item.due) if item.due else NONE
    yield Paragraph(
        _("by {day}; without an answer: {what}").format(
            day=until, what=_(UNANSWERED[item.severity])
        )
    )


def _piece(piece: Piece) -> str:
    said = f"{piece.id} {piece.title}"
    if piece.pages:
        said = _("{piece}, pages {pages}").format(piece=said, pages=piece.pages)
    return said


def _how(notice: Notice) -> Iterator[Block]:
    yield Paragraph(
        _(
            "Answer each point by its finding: what was done, or why nothing is to be done. A point"
            " without an answer counts as answered with nothing."
        )
    )
    yield Paragraph(
        _(
            "New or corrected files go into the material under the names given above and are"
            " received by the office; what is not received does not count."
        )
    )
    yield Paragraph(
        _("Only what the criteria ask for is asked here. More time is given once, for a reason.")
    )
    if notice.signed:
        yield Paragraph(_("issued by: {name}").format(name=notice.signed))
    if notice.entry:
        yield Note(_("ledger entry {hash}").format(hash=notice.entry))
