"""The receipt of one's own chains as lines: to be read, and kept where nobody else writes."""

from collections.abc import Iterator, Sequence
from datetime import tzinfo

from rolcheck.base.clock import parse_stamp
from rolcheck.base.wrapping import wrap
from rolcheck.desk.auditing import Receipt
from rolcheck.locale import _
from rolcheck.tui.dates import moment
from rolcheck.tui.text import BLANK, Line, Part, fill

_LABEL = 14


def receipt_lines(receipts: Sequence[Receipt], zone: tzinfo, width: int) -> Iterator[Line]:
    """Yield what stands in the receipts, and what they are good for."""
    if not receipts:
        yield (Part(_("you have entered nothing here; there is nothing to confirm."), "muted"),)
        return
    why = _(
        "Whoever changes or removes one of these entries later cannot give this hash again."
        " Keep the file where only you write."
    )
    yield from ((Part(line, "muted"),) for line in wrap(why, width))
    for one in receipts:
        last = moment(parse_stamp(one.last_at).astimezone(zone)) if one.last_at else "-"
        yield BLANK
        yield from _labelled(_("desk"), one.desk, width)
        yield from _labelled(_("entries"), str(one.events), width)
        yield from _labelled(_("last entry"), last, width)
        yield from _labelled(_("its hash"), one.last_hash, width)
    head = receipts[0].head or _("shown once the blind round is closed")
    yield BLANK
    yield from _labelled(_("head"), head, width)


def _labelled(label: str, text: str, width: int) -> Iterator[Line]:
    for at, line in enumerate(wrap(text, width - _LABEL)):
        yield (*fill((Part(label if not at else "", "dim"),), _LABEL), Part(line))
