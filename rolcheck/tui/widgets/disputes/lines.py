"""One dispute as lines: what it is about, the scores, why it is one, what is known besides."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import tzinfo
from fractions import Fraction

from rolcheck.base.messages import N_
from rolcheck.base.wrapping import wrap
from rolcheck.criteria.rules.graded import GradedRule
from rolcheck.desk.disputes.seen import DisputeSeen
from rolcheck.locale import _, language
from rolcheck.locale.words import value_words
from rolcheck.reports.documents.rules import rule_words
from rolcheck.reports.words import listed
from rolcheck.tui.dates import stamp_day
from rolcheck.tui.text import BLANK, Line, Part, aside, cells, gap
from rolcheck.tui.widgets.disputes.queue import share_text
from rolcheck.tui.widgets.disputes.track import track_lines
from rolcheck.tui.widgets.editors.outcome import places_for, points_text
from rolcheck.tui.widgets.facts import labelled
from rolcheck.tui.widgets.item_findings import finding_lines
from rolcheck.tui.widgets.item_lines import paragraph
from rolcheck.tui.widgets.item_material import material_lines


@dataclass(frozen=True, slots=True)
class DisputeView:
    """What is drawn, and how.

    Attributes:
        seen: What is drawn.
        dispute_at: From which spread on it is a dispute.
        zone: Of the campaign, for stamps.
        compact: Whether little room is there.
        evidence: Whether the evidence has no column of its own, and is named here.
        closed: Why the reader cannot rule on it, in the language in use; empty where that is
            possible, and the editor tells the rule itself.
    """

    seen: DisputeSeen
    dispute_at: Fraction
    zone: tzinfo
    compact: bool = False
    evidence: bool = False
    closed: str = ""


def dispute_lines(view: DisputeView, width: int) -> list[Line]:
    """Return the lines of a dispute for `width` cells."""
    lines = [*_heading(view.seen, width, brief=view.compact)]
    for block in _blocks(view, width):
        if block:
            if not view.compact or len(lines) > 1:
                lines.append(BLANK)
            lines.extend(block)
    return lines


def _blocks(view: DisputeView, width: int) -> Iterator[list[Line]]:
    seen, item = view.seen, view.seen.item
    guidance: list[Line] = [(Part(line),) for line in wrap(seen.indicator.guidance, width)]
    about = [*_why(view, width), *_claim(seen, width), *_ruling(view, width)]
    known: list[Line] = []
    if item is not None:
        named = view.evidence
        known += material_lines(item, view.zone, width, named=named, brief=view.compact)
        known += finding_lines(item.findings, width)
    if view.compact:
        yield [*about, *track_lines(seen, width)]
    else:
        yield guidance
        yield [*track_lines(seen, width)]
        yield about
    yield known
    yield [*_rule(view, width)]


def _heading(seen: DisputeSeen, width: int, *, brief: bool) -> Iterator[Line]:
    indicator = seen.indicator
    offices = listed(one for one in (indicator.office, *indicator.co_offices) if one)
    full: Line = (Part(_("a veto"), "muted"),)
    if not indicator.is_veto:
        number = points_text(indicator.full, places_for([indicator.full]))
        full = (Part(number, bold=True), gap(1), Part(_("pts"), "dim"))
    place = Part(seen.row.name, "muted")
    room = width - cells(full) - len(indicator.id) - 4
    first, *rest = wrap(indicator.title_in(language()), room) or ("",)
    id_part, title = Part(indicator.id, "accent", bold=True), Part(first, bold=True)
    beside = len(rest) == 0 and title.cells + place.cells + 3 <= room
    yield aside((id_part, gap(2), title, *((gap(3), place) if beside else ())), full, width)
    yield from ((gap(len(indicator.id) + 2), Part(text, bold=True)) for text in rest)
    if not beside or (offices and not brief):
        yield aside(() if beside else (place,), (Part(offices, "muted"),) if offices else (), width)


def _why(view: DisputeView, width: int) -> Iterator[Line]:
    """Yield why it is a dispute, in words."""
    row, seen = view.seen.row, view.seen
    if row.why == "veto":
        words = _("a veto is raised; it disqualifies only if it is upheld")
        yield from paragraph(N_("dispute"), words, width, "dispute")
    if seen.row.mixed:
        words = _("some say it does not apply, others give scores")
        yield from paragraph(N_("dispute"), words, width, "dispute")
    if row.spread is None:
        return
    points = [seat.points for seat in seen.seats if seat.points is not None]
    share, passes = Part(share_text(row.spread), "dispute", bold=True), row.why == "dispute"
    words = ""
    if len(points) > 1 and not seen.unseen:
        places = places_for([seen.indicator.full, *points])
        words = _("highest {high}, lowest {low}").format(
            high=points_text(max(points), places), low=points_text(min(points), places)
        )
    limit = _("a dispute from {share} on").format(share=share_text(view.dispute_at))
    said = (Part(words, "muted"), gap(2 if words else 0), Part(limit, "dim"))
    shown = share if passes else Part(share.text, bold=True)
    yield labelled(N_("spread"), (shown, gap(2), *said), (), width)


def _claim(seen: DisputeSeen, width: int) -> Iterator[Line]:
    if seen.claim is None:
        return
    places, rule = places_for([seen.indicator.full, seen.claim]), seen.indicator.rule
    levels: Sequence[str] = ()
    if isinstance(rule, GradedRule):
        levels = [f"{one.label} {one.describe}" for one in rule.levels if one.points == seen.claim]
    level = Part(levels[0] if levels else "", "muted")
    yield labelled(N_("claim"), (Part(points_text(seen.claim, places)), gap(2), level), (), width)


def _ruling(view: DisputeView, width: int) -> Iterator[Line]:
    ruling = view.seen.ruling
    if ruling is None:
        return
    value = RULED.get(ruling.value) if view.seen.indicator.is_veto else None
    said = _(value) if value else value_words(ruling.value)
    when = _("{name}, round {number}, {day}").format(
        name=ruling.name, number=ruling.round, day=stamp_day(ruling.at, view.zone)
    )
    state: Line = (Part(when, "dim"),)
    if ruling.outdated:
        state = (Part(_("on older material; please confirm"), "confirm"),)
    yield labelled(N_("ruled"), (Part(said, bold=True),), state, width)
    if ruling.reason:
        yield from paragraph("", ruling.reason, width, "muted")


RULED = {"uphold": N_("the veto is upheld"), "clear": N_("the veto is cleared")}


def _rule(view: DisputeView, width: int) -> Iterator[Line]:
    words = [*rule_words(view.seen.indicator)]
    if words and view.closed and not view.seen.indicator.is_veto:
        between = "" if language() == "zh" else " "
        yield from paragraph(N_("counting"), between.join(words), width, "muted")
