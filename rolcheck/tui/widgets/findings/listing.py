"""The list of findings: what fits the filters, grouped by unit where that is the axis."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rolcheck.base.messages import N_
from rolcheck.base.text import fold_width
from rolcheck.desk.findings.reading import FindingSeen, FindingsSeen
from rolcheck.locale import _, language, ngettext
from rolcheck.locale.finding_codes import code_words
from rolcheck.locale.words import FINDING_STATES
from rolcheck.tui.dates import month_day
from rolcheck.tui.keys import key_of
from rolcheck.tui.text import BLANK, Line, Part, gap, stepping_back
from rolcheck.tui.ways import to_screen
from rolcheck.tui.widgets.rows import Row, RowPlace
from rolcheck.tui.widgets.table import Column, lay

STATES = ("", "overdue", "open", "answered", "settled")
STATE_NAMES = {
    "": N_("all states"),
    "overdue": N_("overdue"),
    "open": N_("unanswered"),
    "answered": N_("answered, to be checked"),
    "settled": N_("settled"),
}
_WIDE = 84
_STATE = {"zh": 20, "en": 24}


@dataclass(frozen=True, slots=True)
class Filters:
    """What is shown; empty texts let everything through."""

    words: str = ""
    state: str = ""
    submission: str = ""
    unit: str = ""

    def __bool__(self) -> bool:
        return bool(self.words or self.state or self.submission or self.unit)


@dataclass(frozen=True, slots=True)
class ListLine:
    """One line of the list: a finding, or the heading of a unit (empty: a line between).

    Attributes:
        count: How many findings stand under a heading; `open` and `late` of them.
    """

    finding: FindingSeen | None = None
    group: str = ""
    title: str = ""
    count: int = 0
    open: int = 0
    late: int = 0

    @property
    def key(self) -> str:
        """What names it; a finding may stand under several units."""
        return f"{self.finding.name}:{self.group}" if self.finding else ""


def fitting(seen: FindingsSeen, filters: Filters) -> list[FindingSeen]:
    """Return the findings that the filters let through."""
    words = fold_width(filters.words).casefold().split()
    return [
        one
        for one in seen.findings
        if filters.submission in ("", one.submission)
        and (not filters.unit or filters.unit in one.units)
        and _in_state(one, filters.state)
        and _holds(one, words)
    ]


def _in_state(one: FindingSeen, state: str) -> bool:
    if state == "overdue":
        return one.days_late > 0
    return not state or (not one.is_live if state == "settled" else one.state == state)


def _holds(one: FindingSeen, words: Sequence[str]) -> bool:
    if not words:
        return True
    said = (one.name, one.submission, one.submission_name, one.indicator, one.title, one.title_en)
    text = " ".join((*said, one.code, code_words(one.code), one.asked, *one.units, one.author))
    return all(word in fold_width(text).casefold() for word in words)


def list_lines(seen: FindingsSeen, filters: Filters) -> list[ListLine]:
    """Return the lines of the list."""
    found = fitting(seen, filters)
    if not seen.by_unit:
        return [ListLine(one) for one in found]
    return [*_by_unit(found, filters.unit)]


def _by_unit(found: Sequence[FindingSeen], only: str) -> Iterator[ListLine]:
    named = dict.fromkeys(unit for one in found for unit in one.units[:1] or ("",))
    for unit in sorted(named, key=lambda name: (not name, name)) if not only else (only,):
        mine = [one for one in found if only or (one.units[:1] or ("",))[0] == unit]
        if mine:
            open_ = sum(one.state == "open" for one in mine)
            late = sum(one.days_late > 0 for one in mine)
            title = unit or _("no unit named")
            yield ListLine(title=title, count=len(mine), open=open_, late=late)
            yield from (ListLine(one, unit) for one in mine)
            yield ListLine()


def columns(width: int) -> Sequence[Column]:
    """Return the columns of the list."""
    shown = [
        Column(N_("id"), 7),
        Column(N_("material"), 8),
        Column(N_("indicator"), 7 if language() == "zh" else 9),
    ]
    if width >= _WIDE:
        shown.append(Column(N_("code"), 20))
    state = Column(N_("state"), _STATE[language()], right=True)
    return (*shown, Column(N_("what is asked"), 0), state)


def draw_line(line: ListLine, place: RowPlace, fresh: frozenset[str]) -> Row:
    """Draw one line of the list."""
    one = line.finding
    if one is None:
        return Row((Part(line.title, "muted", bold=True),), _counted(line))
    strong = place.selected
    parts: list[Part | Line] = [
        Part(one.name, "accent" if strong else "dim", bold=strong),
        Part(one.submission_name, bold=strong),
        Part(one.indicator, "dim"),
    ]
    if place.cells >= _WIDE:
        parts.append(Part(f"{one.code} {code_words(one.code)}", bold=strong))
    asked: Line = (Part(one.asked, "muted", bold=strong),)
    if one.name in fresh:
        asked = (Part(_("new"), "confirm", bold=True), gap(1), *asked)
    drawn = lay(columns(place.cells), (*parts, asked, state_words(one)), place.cells)
    return Row(drawn if one.is_live or strong else stepping_back(drawn))


def _counted(line: ListLine) -> Line:
    """Return how many findings stand under a unit, and what is left of them."""
    if not line.count:
        return BLANK
    said: list[Part] = [Part(str(line.count), "dim")]
    if line.open:
        said += (gap(2), Part(_("{n} unanswered").format(n=line.open), "muted"))
    if line.late:
        said += (gap(2), Part(_("{n} overdue").format(n=line.late), "dispute"))
    return tuple(said)


def state_words(one: FindingSeen) -> Line:
    """Return how a finding stands: overdue first and in words, else its state and its day."""
    due = month_day(one.due) if one.due else ""
    if one.days_late:
        said = ngettext("{n} day overdue", "{n} days overdue", one.days_late)
        return (Part(said.format(n=one.days_late), "dispute", bold=True),)
    word = _(FINDING_STATES.get(one.state, one.state))
    if one.state == "answered":
        return (Part(_("answered, to be checked"), "confirm"),)
    if one.state == "open" and due:
        return (Part(_("{state}, due {day}").format(state=word, day=due), "muted"),)
    return (Part(word, "muted" if one.is_live else "dim"),)


def summary(seen: FindingsSeen, filters: Filters) -> str:
    """Return what stands at the heading: filters in force, and how many there are."""
    shown, live = fitting(seen, filters), [one for one in seen.findings if one.is_live]
    late = sum(one.days_late > 0 for one in seen.findings)
    named = [filters.unit, seen.submissions.get(filters.submission, ""), filters.words]
    if filters.state:
        named.append(_(STATE_NAMES[filters.state]))
    said = [one for one in named if one]
    if filters:
        said.append(f"{len(shown)} / {len(seen.findings)}")
    else:
        said.append(_("{n} not settled").format(n=len(live)))
    if late:
        said.append(_("{n} overdue").format(n=late))
    return "   ".join(said)


def nothing(seen: FindingsSeen | None, filters: Filters) -> Line:
    """Return what is said where there is no row, and what to do next."""
    if seen is None:
        return BLANK
    if filters and seen.findings:
        key = Part(key_of("findings.back", "escape"), "accent", bold=True)
        clear = Part(" " + _("clear the filter"), "muted")
        return (Part(_("nothing fits the filter."), "muted"), gap(2), key, clear)
    said = _("no findings.")
    if seen.hidden is not None:
        said = _("none of yours; those of others are shown once round {number} is closed")
        said = said.format(number=seen.hidden)
    elif "unit" in seen.roles:
        said = _("nothing is asked of your unit.")
    if seen.cannot_add is None:
        key = Part(key_of("findings.add", "f"), "accent", bold=True)
        return (Part(said, "muted"), gap(2), key, Part(" " + _("raises one"), "muted"))
    if any(one.state == "open" for one in seen.rounds):
        return (Part(said, "muted"),)
    later = _("they are raised while a round is open")
    return (Part(said, "muted"), gap(2), Part(later, "muted"), gap(2), *to_screen("rounds"))
