"""The material of an item, and what of it is new, as lines."""

from collections.abc import Iterator, Sequence
from datetime import tzinfo

from rolcheck.base.messages import N_
from rolcheck.desk.review.item import EvidenceSeen, Item, ItemSeen
from rolcheck.locale import _
from rolcheck.locale.words import VERDICTS
from rolcheck.tui.dates import stamp_day
from rolcheck.tui.text import Line, Part, cells, gap
from rolcheck.tui.widgets.facts import label_cells, labelled

MOST_NAMED = 3
_TONES = {"ok": "dim", "supplement": "confirm", "missing": "dispute"}


def material_lines(
    item: Item, zone: tzinfo, width: int, *, named: bool, brief: bool
) -> Iterator[Line]:
    """Yield the expected items and what came late.

    Args:
        item: Whose material.
        zone: Of the campaign, for stamps.
        width: In cells.
        named: Whether the evidence is named too.
        brief: Whether expected items that are there are left out.
    """
    yield from _expected([one for one in item.expected if _is_told(one, brief=brief)], width)
    yield from _changed(item, zone, width)
    if named:
        yield from _evidence(item, width)


def _is_told(one: ItemSeen, *, brief: bool) -> bool:
    return bool(one.verdict) and not (brief and one.verdict == "ok")


def _expected(given: Sequence[ItemSeen], width: int) -> Iterator[Line]:
    label = N_("wanted")
    line: Line = ()
    for one in given:
        piece = _verdict(one)
        if line and cells(line) + 3 + cells(piece) > width - label_cells():
            yield labelled(label, line, (), width)
            label, line = "", ()
        line = (*line, gap(3), *piece) if line else piece
    if line:
        yield labelled(label, line, (), width)


def _verdict(one: ItemSeen) -> Line:
    word = _(VERDICTS.get(one.verdict, one.verdict))
    tone = _TONES.get(one.verdict, "muted")
    return (Part(one.title, "muted"), gap(1), Part(word, tone))


def _changed(item: Item, zone: tzinfo, width: int) -> Iterator[Line]:
    fresh = [one for one in item.evidence if one.new]
    when = ""
    if item.receipts:
        number, at = item.receipts[-1]
        when = _("receipt {number}, {day}").format(number=number, day=stamp_day(at, zone))
    if fresh:
        for at_row, one in enumerate(fresh):
            label = "" if at_row else N_("material")
            right = () if at_row or not when else (Part(when, "dim"),)
            yield labelled(label, _piece(one), right, width)
    elif when:
        said = Part(_("changed by {receipt}").format(receipt=when), "muted")
        yield labelled(N_("material"), (said,), (), width)


def _evidence(item: Item, width: int) -> Iterator[Line]:
    shown = item.evidence[:MOST_NAMED]
    for at, one in enumerate(shown):
        new = (Part(_("new"), "confirm", bold=True),) if one.new else ()
        yield labelled("" if at else N_("evidence"), _piece(one), new, width)
    if len(item.evidence) > len(shown):
        more = _("{n} more; e shows them").format(n=len(item.evidence) - len(shown))
        yield labelled("", (Part(more, "dim"),), (), width)
    if not item.evidence:
        none = Part(_("no evidence was handed in"), "muted")
        yield labelled(N_("evidence"), (none,), (), width)


def _piece(one: EvidenceSeen) -> Line:
    return (Part(one.id), gap(1), Part(one.title, "muted"))
