"""The lines below the matrix: the cell under the cursor in full, and what shades and marks mean."""

from collections.abc import Iterator, Sequence

from rolcheck.base.messages import N_
from rolcheck.desk.matrix.seen import SubmissionScores
from rolcheck.locale import _, ngettext
from rolcheck.reports import words
from rolcheck.tui import marks
from rolcheck.tui.dates import short_day
from rolcheck.tui.marks import Mark
from rolcheck.tui.text import BLANK, Line, Part, aside, cells, gap
from rolcheck.tui.widgets.matrix.axes import Column, Row, said
from rolcheck.tui.widgets.matrix.looks import MARKED, displays, points_text
from rolcheck.tui.widgets.matrix.sheet import Sheet

_NARROW = 100
_TALL = 30  # lines from which one may stay empty
_APART = 3

STATES = {
    "done": N_("scored"),
    "partly": N_("scored by too few"),
    "open": N_("to score"),
    "later": N_("scored in a later round"),
    "claimed": N_("claimed, not scored yet"),
    "confirm": N_("to confirm: made on older material"),
    "dispute": N_("in dispute, no ruling yet"),
    "na": N_("not applicable"),
    "none": N_("nobody gave it"),
    "clear": N_("veto not raised"),
    "raised": N_("veto raised, no ruling yet"),
    "upheld": N_("veto upheld: disqualified"),
}
SHADES = ("97-100", "85-96", "70-84", "50-69", "25-49", "0-24")
LOSSES = ("0-3", "4-15", "16-30", "31-50", "51-75", "76-100")


def foot_height(width: int, height: int) -> int:
    """Return how many lines there are below, in a place of that size."""
    return (3 if width < _NARROW else 2) + (height >= _TALL)


def foot(sheet: Sheet, at: tuple[Row, Column], width: int, *, coloured: bool) -> list[Line]:
    """Return the lines that are not empty."""
    names, facts = _names(sheet, *at), list(_facts(sheet, *at))
    whole = _whole(sheet, sheet.submission(*at))
    legend = _legend(sheet, width, coloured=coloured)
    if width < _NARROW:
        said = _joined(facts, width - 2)
        return [_in(aside(names, whole, width - 2)), _in(said), legend]
    said = _joined([names, *facts], width - 4 - cells(whole))
    return [_in(aside(said, whole, width - 2)), legend]


def _in(line: Line) -> Line:
    return (gap(1), *line)


def _names(sheet: Sheet, row: Row, column: Column) -> Line:
    one = sheet.indicator(row, column)
    named = Part(f"{one.id} {said(one)}", bold=True)
    return (Part(sheet.submission(row, column).name, bold=True), gap(_APART), named)


def _whole(sheet: Sheet, one: SubmissionScores) -> Line:
    total = Part(points_text(one.total, sheet.seen.places), bold=True)
    if one.rank is None:
        return (Part(_("total"), "muted"), gap(1), total)
    rank = _("rank {rank}").format(rank=one.rank)
    return (Part(rank, "muted"), gap(2), total)


def _facts(sheet: Sheet, row: Row, column: Column) -> Iterator[Line]:
    """Yield what is known of a cell, what matters most first."""
    seen, one = sheet.seen, sheet.submission(row, column)
    indicator, at = sheet.indicator(row, column), sheet.place(row, column)[1]
    state, score = one.states[at], one.expected[at]
    points = indicator.points
    if points and score is not None:
        titles = displays(seen)
        share = Part(f"{words.percent(score / points)}%", bold=True)
        of = " / ".join(words.column([score, points]))
        yield (Part(_(titles["share"]), "muted"), gap(1), share, gap(2), Part(of))
    elif points:
        yield (Part(_("{points} points").format(points=points_text(points)), "muted"),)
    if state != "done":
        yield _state(state)
    if not seen.is_ranking:
        yield from _risks(sheet, one, at)
    elif one.spreads[at] is not None:
        spread = Part(f"{words.percent(one.spreads[at])}%", bold=True)
        yield (Part(_("spread"), "muted"), gap(1), spread)
    if one.counts[at]:
        n = ngettext("{n} reviewer", "{n} reviewers", one.counts[at]).format(n=one.counts[at])
        yield (Part(n, "muted"),)
    if one.before and one.before[at] is not None:
        yield (Part(_("round before"), "muted"), gap(1), Part(points_text(one.before[at])))


def _state(state: str) -> Line:
    mark = MARKED.get(state)
    text = Part(_(STATES[state]), mark.tone if mark else "muted")
    return (mark.part(), gap(1), text) if mark else (text,)


def _risks(sheet: Sheet, one: SubmissionScores, at: int) -> Iterator[Line]:
    if one.risks[at]:
        yield (Part(_("at risk"), "muted"), gap(1), Part(points_text(one.risks[at]), bold=True))
    name = sheet.seen.indicators[at].office
    unit = next((unit for unit in sheet.seen.units if unit.name == name), None)
    if unit is not None and name:
        due = (gap(2), Part(short_day(unit.due), "confirm")) if unit.due else BLANK
        yield (Part(name, "muted"), *due)


def _joined(pieces: Sequence[Line], room: int) -> Line:
    """Return as many pieces as fit whole; the first is cut if it must be."""
    line: list[Part] = list(pieces[0]) if pieces else []
    for piece in pieces[1:]:
        if cells(line) + _APART + cells(piece) > room:
            break
        line += [gap(_APART), *piece]
    return tuple(line)


def _legend(sheet: Sheet, width: int, *, coloured: bool) -> Line:
    """Return what shades and marks mean, and at the right what cells can show."""
    view, titles = sheet.view, displays(sheet.seen)
    choices: list[Part] = []
    for name, title in titles.items():
        chosen = name == view.display
        shown = Part(_(title), "fg" if chosen else "dim", bold=chosen, underline=chosen)
        choices += [gap(2), shown]
    shades, explained = _shades(view.display) if coloured else BLANK, _marks(view.display)
    for left in ((*shades, gap(_APART), *explained), shades or explained, BLANK):
        if 1 + cells(left) + 2 + cells(choices) <= width - 1:
            break
    return (*aside((gap(1), *left), choices, width - 1), gap(1))


def _shades(display: str) -> Line:
    if display == "state":
        return BLANK
    texts = SHADES if display == "share" else LOSSES
    line = [Part("%", "dim"), gap(1)]
    for at, text in enumerate(texts):
        line.append(Part(f" {text} ", f"heat-{at}-fg", ground=f"heat-{at}"))
    return tuple(line)


def _marks(display: str) -> Line:
    explained: tuple[Mark, ...] = (marks.OPEN, marks.CONFIRM, marks.DISPUTE, marks.NOT_APPLICABLE)
    if display in ("change", "risk"):
        return BLANK
    if display == "spread":
        explained = (marks.DISPUTE,)
    if display == "state":
        explained = (marks.DONE, marks.PARTLY, *explained)
    line: list[Part] = []
    for mark in explained:
        line += [mark.part(), gap(1), Part(_(mark.name), "muted"), gap(_APART)]
    return tuple(line[:-1])
