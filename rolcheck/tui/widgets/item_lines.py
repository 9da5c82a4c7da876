"""One item as lines: what is asked, what is known of it, what was said before."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import tzinfo
from fractions import Fraction

from rolcheck.base.messages import N_
from rolcheck.base.numbers import decimal_text
from rolcheck.base.wrapping import wrap
from rolcheck.criteria.rules.counting import CountingRule
from rolcheck.criteria.rules.graded import GradedRule
from rolcheck.desk.review.consistency import ScoreElsewhere
from rolcheck.desk.review.item import Item, ScoreSeen
from rolcheck.locale import _, language
from rolcheck.locale.words import value_words
from rolcheck.reports.documents.rules import rule_words
from rolcheck.reports.words import listed
from rolcheck.tui.dates import stamp_day
from rolcheck.tui.marks import CONFIRM, DISPUTE
from rolcheck.tui.text import BLANK, Line, Part, aside, cells, cut_line, gap, to_right
from rolcheck.tui.widgets.editors.outcome import places_for, points_text
from rolcheck.tui.widgets.facts import label_cells, labelled
from rolcheck.tui.widgets.item_before import own_words
from rolcheck.tui.widgets.item_findings import finding_lines
from rolcheck.tui.widgets.item_history import history_lines
from rolcheck.tui.widgets.item_material import material_lines

POINTS_CELLS = 5

CAME_BACK: Mapping[str, str] = {
    "pending": N_("not scored yet"),
    "under-quorum": N_("scored by too few"),
    "finding": N_("a finding is not settled"),
    "dispute": N_("in dispute"),
    "new-material": N_("its material is new"),
    "recalled": N_("recalled by a coordinator"),
}


@dataclass(frozen=True, slots=True)
class ItemView:
    """What is drawn, and how.

    Attributes:
        item: What is drawn.
        names: Titles of areas and groups in the language in use, by id.
        zone: Of the campaign, for stamps.
        compact: Whether little room is there: one line for all scores, no breadcrumb.
        evidence: Whether the evidence has no column of its own, and is named here.
        rule: Whether the rule is told in words, since no editor shows it.
        place: Whose item it is, where that is not said elsewhere; else empty.
        elsewhere: How the reader scored the same indicator of other submissions.
    """

    item: Item
    names: Mapping[str, str]
    zone: tzinfo
    compact: bool = False
    evidence: bool = False
    rule: bool = False
    place: str = ""
    elsewhere: tuple[ScoreElsewhere, ...] = ()


def item_lines(view: ItemView, width: int) -> Sequence[Line]:
    """Return the lines of an item for `width` cells."""
    lines = [*_heading(view, width)]
    guidance = wrap(view.item.indicator.guidance, width)
    if guidance and not view.compact:
        lines.append(BLANK)
    lines.extend((Part(text),) for text in guidance)
    for block in _blocks(view, width):
        if block:
            lines.extend((BLANK, *block))
    return lines


def _blocks(view: ItemView, width: int) -> Iterator[list[Line]]:
    """Yield what stands together; with little room as few blocks as can be."""
    item = view.item
    rule, scores = [*_rule(view, width)], [*_scores(view, width), *_elsewhere(view, width)]
    material = [*material_lines(item, view.zone, width, named=view.evidence, brief=view.compact)]
    ruling = [*_ruling(view, width)]
    findings, history = [*finding_lines(item.findings, width)], [*history_lines(item, width)]
    if view.compact:
        yield [*scores, *material, *ruling, *findings]
        yield rule
    else:
        yield rule
        yield scores
        yield [*material, *ruling]
        yield findings
    yield history


def _heading(view: ItemView, width: int) -> Iterator[Line]:
    indicator = view.item.indicator
    offices = listed(one for one in (indicator.office, *indicator.co_offices) if one)
    full = _full(view)
    start: list[Part] = [Part(indicator.id, "accent", bold=True), gap(2)]
    if view.place:  # what changes from item to item comes first
        start[:0] = [Part(view.place, bold=True), gap(2)]
    first, *rest = wrap(indicator.title_in(language()), width - cells(full) - cells(start) - 2) or (
        "",
    )
    name = [*start, Part(first, bold=True)]
    if view.compact and not rest:
        name.extend((gap(2), Part(offices, "dim")))
    yield aside(name, full, width)
    for text in rest:
        yield (gap(cells(start)), Part(text, bold=True))
    if not view.compact:
        names = (indicator.area_id, indicator.group_id)
        trail = " / ".join(f"{one} {view.names.get(one, '')}" for one in names)
        right: Line = (Part(offices, "muted"),) if offices else ()
        yield from _beside((Part(trail, "dim"),), right, width)


def _full(view: ItemView) -> Line:
    indicator = view.item.indicator
    if indicator.is_veto:
        return (Part(_("a veto"), "muted"),)
    places = places_for([indicator.full])
    full = Part(points_text(indicator.full, places), bold=True)
    unit = _("points at most, as a bonus") if indicator.is_bonus else _("pts")
    return (full, gap(1), Part(unit, "dim"))


def _rule(view: ItemView, width: int) -> Iterator[Line]:
    """Yield the rule in words: all of it, or what the editor does not show itself."""
    rule, words = view.item.indicator.rule, [*rule_words(view.item.indicator)]
    if not view.rule:
        offered = isinstance(rule, CountingRule) and rule.when_empty == "manual"
        words = [] if offered else words[1:]
    if words:
        between = "" if language() == "zh" else " "
        yield from paragraph(N_("counting"), between.join(words), width, "muted")


def paragraph(label: str, text: str, width: int, tone: str = "fg") -> Iterator[Line]:
    """Yield a labelled text, wrapped beside its label."""
    for at, line in enumerate(wrap(text, width - label_cells()) or ("",)):
        yield labelled("" if at else label, (Part(line, tone),), (), width)


def _scores(view: ItemView, width: int) -> list[Line]:
    if view.compact:
        return _scores_in_one(view, width)
    lines = []
    for label, points, said, right in _known(view):
        shown = to_right((Part(points, "fg" if points != "-" else "dim"),), POINTS_CELLS)
        room = width - label_cells() - POINTS_CELLS - 2
        first, *rest = _beside(said, right, room)
        lines.append(labelled(label, (*shown, gap(2), *first), (), width))
        lines.extend(labelled("", (gap(POINTS_CELLS + 2), *one), (), width) for one in rest)
    return lines


def _elsewhere(view: ItemView, width: int) -> Iterator[Line]:
    """Yield how the reader scored the same indicator elsewhere, in one dim line."""
    places = places_for([view.item.indicator.full, *(one.points for one in view.elsewhere)])
    pieces = [f"{one.name} {own_words(one, places)}" for one in view.elsewhere]
    if pieces:
        said = Part("   ".join(pieces), "dim")
        yield labelled(N_("elsewhere"), cut_line((said,), width - label_cells()), (), width)


def _beside(said: Line, right: Line, room: int) -> list[Line]:
    """Return two texts in one line, or below each other where they do not fit."""
    if not right or cells(said) + cells(right) + 2 <= room:
        return [aside(said, right, room)]
    start = [said] if said else []
    if cells(right) <= room:
        return [*start, to_right(right, room)]
    *before, words = right
    indent = cells(before)
    first, *rest = wrap(words.text, room - indent)
    below = [(gap(indent), replace(words, text=text)) for text in rest]
    return [*start, (*before, replace(words, text=first)), *below]


def _scores_in_one(view: ItemView, width: int) -> list[Line]:
    line: list[Part] = []
    right: Line = ()
    for label, points, said, reason in _known(view):
        named = Part(_(label), "dim")
        short = cut_to_first(said)
        line.extend((gap(4 if line else 0), named, gap(1), Part(points), *short))
        right = right or reason
    return _beside(tuple(line), right, width)


def cut_to_first(said: Line) -> Line:
    """Return the first part of what is said beside a score, with a blank before it."""
    return (gap(1), said[0]) if said else ()


def _known(view: ItemView) -> Iterator[tuple[str, str, Line, Line]]:
    """Yield label, points, what is said of them and the state, for every score there is."""
    item = view.item
    if item.claim is not None:
        places = places_for([item.indicator.full, item.claim])
        level = _level(item, item.claim)
        yield N_("claim"), points_text(item.claim, places), level, ()
    yield _own(view)
    if item.panel_round is not None or item.panel is not None:
        yield _panel(item, brief=view.compact)
    elif item.state == "dispute":
        yield N_("panel score"), "-", (), _dispute()


def _level(item: Item, points: Fraction) -> Line:
    rule = item.indicator.rule
    if not isinstance(rule, GradedRule):
        return ()
    level = next((one for one in rule.levels if one.points == points), None)
    if level is None:
        return ()
    return (Part(level.label), gap(1), Part(level.describe, "muted"))


def _own(view: ItemView) -> tuple[str, str, Line, Line]:
    item, own = view.item, view.item.own
    reason = _reason(item)
    if own is None:
        return N_("own score"), "-", (Part(_("not scored by me"), "dim"),), reason
    places = places_for([item.indicator.full, own.points])
    when = _("round {number}, {day}").format(number=own.round, day=stamp_day(own.at, view.zone))
    value = () if _is_plain_number(own) else (Part(value_words(own.value)), gap(1))
    points = points_text(own.points, places)
    return N_("own score"), points, (*value, Part(when, "muted")), reason


def _is_plain_number(own: ScoreSeen) -> bool:
    return own.points is not None and own.value == decimal_text(own.points)


def _reason(item: Item) -> Line:
    """Return why the item wants attention, in words behind its mark."""
    if item.state not in ("confirm", "open", "dispute"):
        return ()
    words = [_(CAME_BACK.get(one, one)) for one in item.came_back]
    if item.state == "confirm":
        if item.outdated and "new-material" not in item.came_back:
            words.append(_(CAME_BACK["new-material"]))
        said = _("{reasons}; please confirm").format(reasons=listed(words))
        return (CONFIRM.part(), gap(1), Part(said, "confirm"))
    if item.state == "dispute":
        others = [one for one in item.came_back if one != "dispute"]
        return _dispute(_(CAME_BACK.get(one, one)) for one in others)
    return (Part(listed(words), "muted"),) if words else ()


def _dispute(others: Iterable[str] = ()) -> Line:
    said = listed([_(CAME_BACK["dispute"]), *others])
    return (DISPUTE.part(), gap(1), Part(said, "dispute"))


def _panel(item: Item, *, brief: bool) -> tuple[str, str, Line, Line]:
    words = []
    if item.panel_round is not None and not brief:
        words.append(_("round {number}").format(number=item.panel_round))
    if item.panel_n:
        words.append(_("{n} people").format(n=item.panel_n))
    said = [Part("  ".join(words), "muted")]
    if item.panel_spread:
        share = decimal_text(100 * item.panel_spread, 0)
        said.extend((gap(2), Part(_("spread {share}%").format(share=share), "muted")))
    if item.panel_source == "ruling":
        said.extend((gap(2), Part(_("ruled upon"), "muted")))
    elif item.panel_source == "not-applicable":
        said.extend((gap(2), Part(_("not applicable"), "muted")))
    return N_("panel score"), points_text(item.panel, 2), tuple(said), ()


def _ruling(view: ItemView, width: int) -> Iterator[Line]:
    if view.item.ruling is not None:
        value, reason = view.item.ruling
        said = _("{value}: {reason}").format(value=value_words(value), reason=reason)
        yield from paragraph(N_("ruled"), said, width)
