"""One reviewer and one submission a row: what is assigned, how far it is, what bars."""

from collections.abc import Iterable, Sequence

from rolcheck.base.messages import N_
from rolcheck.desk.assigning.assigned import AssignmentsSeen, Change, PairSeen
from rolcheck.locale import _, ngettext
from rolcheck.locale.words import BARS, CONFLICTS
from rolcheck.tui.dates import month_day
from rolcheck.tui.filtering import fits, nothing_fits
from rolcheck.tui.keys import key_of
from rolcheck.tui.marks import DONE, NOT_APPLICABLE, OPEN, PARTLY, Mark
from rolcheck.tui.text import BLANK, Line, Part, gap, stepping_back
from rolcheck.tui.ways import to_screen
from rolcheck.tui.widgets.overview.parts import percent_words, progress_bar, share_of
from rolcheck.tui.widgets.rows import Row, RowPlace
from rolcheck.tui.widgets.table import NONE, Column, lay

_WIDE = 110
_BAR = 20


def shown_pairs(seen: AssignmentsSeen, words: Sequence[str], *, unassigned: bool) -> list[PairSeen]:
    """Return the pairs that hold all words; those without anything only where wanted."""
    return [
        one
        for one in seen.pairs
        if (one.count or one.bar or one.dismissed or one.waits or unassigned)
        and fits(
            words, one.reviewer, one.name, one.submission, one.place, _state(one), one.reason,
            _(CONFLICTS[one.conflict]) if one.conflict else "", *one.scope,
        )
    ]  # fmt: skip


def columns_at(width: int) -> list[Column]:
    """Return the columns of the list in a width."""
    wide = width >= _WIDE
    columns = [
        Column(N_("reviewer"), 14 if wide else 12),
        Column(N_("submission"), 16 if wide else 12),
        Column(N_("scope"), 0),
        Column(N_("done"), 9, right=True),
    ]
    if wide:
        columns += [Column(N_("progress"), _BAR), Column("", 5, right=True)]
    return [*columns, Column(N_("left"), 5, right=True), Column(N_("state"), 30 if wide else 14)]


def draw_pair(one: PairSeen, place: RowPlace) -> Row:
    """Draw one pair."""
    share = share_of(one.done, one.due)
    left = one.due - one.done
    scope = _("all") if one.is_all else "  ".join(one.scope)
    parts: list[Part | Line] = [
        Part(one.name, bold=place.selected),
        Part(one.place, "muted"),
        Part(scope, "muted") if one.count else NONE,
        (Part(f"{one.done}"), Part(f" / {one.due}", "dim")) if one.due else NONE,
    ]
    if place.cells >= _WIDE:
        late = one.done * 2 < one.due
        parts += [
            progress_bar(share, _BAR, late=late) if one.due else BLANK,
            Part(percent_words(share), "muted") if one.due else BLANK,
        ]
    parts += [Part(str(left), bold=True) if left else NONE, _status(one)]
    line = lay(columns_at(place.cells), parts, place.cells)
    quiet = (one.bar or not one.count or (one.due and not left)) and not place.selected
    return Row(stepping_back(line) if quiet else line)


def _status(one: PairSeen) -> Line:
    mark = _mark(one)
    words = _state(one)
    line: Line = (mark.part(), gap(1)) if mark else ()
    return (*line, Part(words, "confirm" if one.bar else "muted"), gap(1), Part(one.reason, "dim"))


def _mark(one: PairSeen) -> Mark | None:
    if one.bar or not one.count:
        return NOT_APPLICABLE
    if not one.due:
        return None
    return DONE if one.done == one.due else (PARTLY if one.done else OPEN)


def _state(one: PairSeen) -> str:
    if one.bar:
        return _(BARS[one.bar])
    if one.dismissed:
        return _("no conflict")
    if one.waits:
        return _("not published") if one.count else _("taken away, not published")
    if not one.count:
        return _("nothing assigned")
    if one.to_confirm:
        return _("{n} to confirm").format(n=one.to_confirm)
    return ""


def about_pair(one: PairSeen | None) -> Line:
    """Return all that is known of a pair in one line."""
    if one is None:
        return BLANK
    said = ngettext("{n} indicator", "{n} indicators", one.count).format(n=one.count)
    line = [Part(f"{one.name}   {one.place}", "muted"), gap(3), Part(said, "dim")]
    if one.bar:
        line += [gap(3), Part(_(BARS[one.bar]), "confirm", bold=True)]
    elif one.dismissed:
        line += [gap(3), Part(_("no conflict"), bold=True)]
    if one.conflict not in ("", one.bar):
        line += [gap(2), Part(_(CONFLICTS[one.conflict]))]
    if one.barred_by:
        day = month_day(one.barred_at.date()) if one.barred_at else ""
        line += [gap(2), Part(f"{one.reason}   {one.barred_by} {day}".strip(), "muted")]
    return tuple(line)


def bar_words(one: PairSeen) -> str:
    """Return what a recusal brings."""
    owed = ngettext("{n} item left is owed no more.", "{n} items left are owed no more.", one.due)
    stray = _("scores given before stay on record and count no more until the bar is lifted.")
    return f"{owed.format(n=one.due - one.done)}\n{stray}" if one.due - one.done else stray


def dismissal_words() -> str:
    """Return what a ruling that there is no conflict brings."""
    return _("the reviewer may review, whatever is declared later; scores given count.")


def lifting_words(one: PairSeen) -> str:
    """Return what the lifting of a ruling brings."""
    if one.dismissed:
        return _("what was declared, or follows from offices, counts again.")
    return _("scores given before count again, and what is left is owed again.")


def no_pairs(seen: AssignmentsSeen | None, words: str) -> Line:
    """Return what is said where there is no row."""
    if seen is None:
        return BLANK
    if words:
        return nothing_fits()
    if not seen.sees_all:
        return (
            Part(_("nothing is assigned to you in this round; a coordinator does it"), "muted"),
        )
    if seen.is_open:
        said = _("everybody has everything that was handed in; nothing is here yet")
        return (Part(said, "muted"), gap(2), *to_screen("desk"))
    said = _("nothing is assigned in this round.")
    if not seen.may_assign:
        return (Part(said, "muted"), gap(2), *to_screen("rounds"))
    key = Part(key_of("assignments.file", "f"), "accent", bold=True)
    return (Part(said, "muted"), gap(2), key, Part(" " + _("assign from a file"), "muted"))


def change_lines(changes: Sequence[Change], file: str, width: int) -> Iterable[Line]:
    """Yield what an assignment file would do, counted and then line by line."""
    given = sum(one.assigns for one in changes)
    people, places = {one.reviewer for one in changes}, {one.submission for one in changes}
    yield (Part(file, "dim"),)
    yield (
        Part(ngettext("{n} assigned", "{n} assigned", given).format(n=given), bold=True),
        gap(3),
        Part(_("{n} taken away").format(n=len(changes) - given), bold=True),
        gap(3),
        Part(ngettext("{n} reviewer", "{n} reviewers", len(people)).format(n=len(people)), "muted"),
        gap(3),
        Part(
            ngettext("{n} submission", "{n} submissions", len(places)).format(n=len(places)),
            "muted",
        ),
    )
    yield BLANK
    columns = [Column("", 7), Column("", 16), Column("", 14), Column("", 16), Column("", 0)]
    for one in changes:
        parts = [
            Part(_("round {number}").format(number=one.round), "dim"),
            Part(one.reviewer),
            Part(_("gets") if one.assigns else _("loses"), "fg" if one.assigns else "confirm"),
            Part(one.submission, "muted"),
            Part("  ".join(one.scope) or _("all"), "muted"),
        ]
        yield lay(columns, parts, width)
