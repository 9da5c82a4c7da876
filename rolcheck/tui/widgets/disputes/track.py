"""The scores of a panel as points on a track, one line a reviewer: their distance is the spread."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction

from rolcheck.base.messages import N_
from rolcheck.base.wrapping import wrap
from rolcheck.desk.disputes.seen import DisputeSeen, SeatSeen
from rolcheck.locale import _, language, ngettext
from rolcheck.locale.words import value_words
from rolcheck.tui.text import Line, Part, cells, fill, gap, to_right
from rolcheck.tui.widgets.editors.outcome import places_for, points_text
from rolcheck.tui.widgets.facts import label_cells, labelled

_FATE_CELLS = {"zh": 4, "en": 7}
_ROUND_CELLS = {"zh": 5, "en": 7}
_NAME_MOST, _VALUE_MOST = 12, 14
_TRACK_LEAST, _TRACK_MOST = 10, 38
REMARK_LEAST = 28  # cells from which remarks stand beside the track


@dataclass(frozen=True, slots=True)
class Plan:
    """How wide each column is; `remark` 0 where the remarks stand below."""

    name: int
    value: int
    points: int
    track: int
    remark: int
    places: int


def plan_for(seen: DisputeSeen, width: int) -> Plan:
    """Return the columns that fit into `width` behind the label."""
    seats = seen.seats
    full = seen.indicator.full
    places = places_for([full, *(seat.points for seat in seats)])
    name = _widest([_("reviewer"), *(seat.name for seat in seats)], _NAME_MOST)
    value = _widest([_("value"), *(_value(seat) for seat in seats)], _VALUE_MOST)
    points = max(len(points_text(full, max(places, 2))), 4)
    fixed = name + value + points + _ROUND_CELLS[language()] + _FATE_CELLS[language()] + 10
    room = width - label_cells() - fixed
    track = min(room, _TRACK_MOST) if full else 0
    remark = room - track - 2
    if remark < REMARK_LEAST and room - _TRACK_LEAST * 2 - 2 >= REMARK_LEAST:
        track, remark = _TRACK_LEAST * 2, room - _TRACK_LEAST * 2 - 2
    if remark < REMARK_LEAST:
        remark = 0
    return Plan(name, value, points, track if track >= _TRACK_LEAST else 0, remark, places)


def track_lines(seen: DisputeSeen, width: int) -> Iterator[Line]:
    """Yield the panel: headings, one line a score, what they come to, remarks beside or below."""
    if not seen.seats:
        yield from _unseen(seen, width)
        return
    plan = plan_for(seen, width)
    yield labelled(N_("scores"), _head(seen, plan), (), width, tone="muted")
    for seat in seen.seats:
        yield from _seat(seen, seat, plan, width)
    if seen.panel is not None:
        yield labelled("", _together(seen, plan), (), width)
    if seen.unseen:
        yield from _unseen(seen, width)
    if not plan.remark:
        yield from remark_lines(seen.seats, width)


def _unseen(seen: DisputeSeen, width: int) -> Iterator[Line]:
    if not seen.unseen:
        yield labelled(N_("scores"), (Part(_("nobody has scored it"), "muted"),), (), width)
        return
    said = ngettext(
        "{n} score is not shown: it is for those who review the item",
        "{n} scores are not shown: they are for those who review the item",
        seen.unseen,
    ).format(n=seen.unseen)
    for at, line in enumerate(wrap(said, width - label_cells())):
        label = "" if at or seen.seats else N_("scores")
        yield labelled(label, (Part(line, "muted"),), (), width)


def _head(seen: DisputeSeen, plan: Plan) -> Line:
    line = [
        *fill((Part(_("reviewer"), "dim"),), plan.name + 2),
        *fill((Part(_("round"), "dim"),), _ROUND_CELLS[language()] + 2),
        *fill((Part(_("value"), "dim"),), plan.value + 2),
        *to_right((Part(_("points"), "dim"),), plan.points),
        gap(2),
    ]
    if plan.track:
        full = points_text(seen.indicator.full, plan.places)
        ends = (Part("0", "dim"), gap(plan.track - 1 - len(full)), Part(full, "dim"))
        line.extend((*ends, gap(2)))
    if plan.remark:
        line.extend((gap(_FATE_CELLS[language()] + 2), Part(_("remark"), "dim")))
    return tuple(line)


def _seat(seen: DisputeSeen, seat: SeatSeen, plan: Plan, width: int) -> Iterator[Line]:
    counts = not seat.fate
    number = Part(points_text(seat.points, plan.places), "fg" if counts else "muted", bold=counts)
    fate = _fate(seat)
    start = (
        *fill((Part(seat.name, "fg" if counts else "muted"),), plan.name + 2),
        *fill(
            (Part(_("R{number}").format(number=seat.round), "dim"),), _ROUND_CELLS[language()] + 2
        ),
        *fill((Part(_value(seat), "muted"),), plan.value + 2),
        *to_right((number,), plan.points),
        gap(2),
        *(_point(seat, seen.indicator.full, plan.track) if plan.track else ()),
        gap(2 if plan.track else 0),
    )
    if not plan.remark:
        yield labelled("", (*start, fate), (), width)
        return
    first = (*start, *fill((fate,), _FATE_CELLS[language()] + 2))
    texts = wrap(_said(seat), plan.remark) or ("",)
    yield labelled("", (*first, Part(texts[0], "muted")), (), width)
    for text in texts[1:]:
        painted = (gap(cells(start) - plan.track - 2), Part(" " * plan.track, ground="panel"))
        rest = (*painted, gap(_FATE_CELLS[language()] + 4), Part(text, "muted"))
        yield labelled("", rest, (), width)


def _fate(seat: SeatSeen) -> Part:
    short = {"high": _("drop high"), "low": _("drop low")}
    return Part(short.get(seat.fate, ""), "dim")


def _value(seat: SeatSeen) -> str:
    return value_words(seat.value)


def _point(seat: SeatSeen, full: Fraction, track: int) -> Line:
    """Return the track with one point on it; painted, so that it is as wide everywhere."""
    if seat.points is None:
        return (Part(" " * track, ground="panel"),)
    tone = "dim" if seat.fate else "accent"
    return on_track(seat.points / full, track, tone)


def on_track(share: Fraction, track: int, tone: str) -> Line:
    """Return a track of `track` cells with a point of two at `share` of it."""
    at = min(max(round(share * (track - 2)), 0), track - 2)
    ends = (Part(" " * at, ground="panel"), Part(" " * (track - 2 - at), ground="panel"))
    return (ends[0], Part("  ", "on-accent", ground=tone), ends[1])


def _together(seen: DisputeSeen, plan: Plan) -> Line:
    """Return what the panel comes to: the range of its scores, its own score on it."""
    points, full = [one.points for one in seen.seats if one.points is not None], seen.indicator.full
    label = _("panel score")
    start = (
        *fill((Part(label, "muted"),), plan.name + plan.value + _ROUND_CELLS[language()] + 6),
        *to_right((Part(points_text(seen.panel, 2), bold=True),), plan.points),
        gap(2),
    )
    if not plan.track or not points or seen.panel is None:
        return start
    low, high, here = (
        min(max(round(one / full * (plan.track - 2)), 0), plan.track - 2)
        for one in (min(points), max(points), seen.panel)
    )
    painted = (
        Part(" " * low, ground="panel"),
        Part(" " * (here - low), "bar", ground="bar"),
        Part("  ", "ground", ground="fg"),
        Part(" " * (high - here), "bar", ground="bar"),
        Part(" " * (plan.track - 2 - high), ground="panel"),
    )
    return (*start, *(part for part in painted if part.text))


def remark_lines(seats: Sequence[SeatSeen], width: int) -> Iterator[Line]:
    """Yield what was said with the scores and what was cited, by reviewer."""
    told = [seat for seat in seats if _said(seat)]
    name = _widest([seat.name for seat in told], _NAME_MOST)
    for at, seat in enumerate(told):
        label = N_("remark") if not at else ""
        for number, text in enumerate(wrap(_said(seat), width - label_cells() - name - 2)):
            named = Part(seat.name if not number else "", "muted")
            yield labelled(
                label if not number else "", (*fill((named,), name + 2), Part(text)), (), width
            )


def _said(seat: SeatSeen) -> str:
    cited = "  ".join(seat.evidence)
    said = (
        _("{remark} [{evidence}]").format(remark=seat.remark, evidence=cited)
        if cited
        else seat.remark
    )
    if seat.outdated:
        older = _("on older material")
        said = f"{said} ({older})" if said else older
    return said.strip()


def _widest(texts: Sequence[str], most: int) -> int:
    return min(max((Part(text).cells for text in texts), default=0), most)
