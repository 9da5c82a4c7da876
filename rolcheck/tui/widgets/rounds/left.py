"""The list of what is left in the open round, by kind: what blocks its closing, what is carried."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rolcheck.desk.seen import BlockerSeen, ProgressRow, RoundsSeen
from rolcheck.locale import _, language, ngettext
from rolcheck.tui.filtering import fits, nothing_fits
from rolcheck.tui.text import BLANK, Line, Part, aside, fill, gap, to_right
from rolcheck.tui.ways import SETTLED_IN, to_screen
from rolcheck.tui.widgets.overview.parts import percent_words, progress_bar, share_of
from rolcheck.tui.widgets.overview.waiting import TITLES
from rolcheck.tui.widgets.rounds.steps import step, written_key
from rolcheck.tui.widgets.rows import Row, RowPlace
from rolcheck.tui.widgets.table import Column, lay

_WIDE = 90


@dataclass(frozen=True, slots=True)
class LeftRow:
    """One row of the list.

    Attributes:
        key: Names it; empty for headings and empty lines.
        kind: Of what is left; empty for a heading.
        title: Of a heading; empty for an empty line.
        summary: What stands at the right end of a heading.
        count: Of the heading of a kind, how much is left of it.
        blocker: What is left, of a person the first of it; None for a heading.
        person: How far somebody is who owes several; None where the row is one item.
        places: Of a person: what is left in which submission.
    """

    key: str = ""
    kind: str = ""
    title: str = ""
    summary: str = ""
    count: int = 0
    blocker: BlockerSeen | None = None
    person: ProgressRow | None = None
    places: tuple[tuple[str, int], ...] = ()


def left_rows(seen: RoundsSeen, words: Sequence[str]) -> list[LeftRow]:
    """Return the rows whose text holds all of `words`, under their headings."""
    if seen.open is None:
        return []
    blocking = [one for one in seen.blockers if _fits(one, words)]
    carried = [one for one in seen.carried if _fits(one, words)]
    if not blocking and not carried:
        return []
    title = _("before round {number} closes").format(number=seen.open)
    rows = [LeftRow(title=title, summary=_count(len(blocking))), *_kinds("b", blocking, seen)]
    if not blocking:
        rows += [LeftRow(), LeftRow(summary=_("nothing stands in the way of closing."))]
    later = [one.number for one in seen.rounds if one.number > seen.open]
    if carried and later:
        title = _("carried into round {number}").format(number=later[0])
        rows += [
            LeftRow(),
            LeftRow(title=title, summary=_("does not block closing")),
            *_kinds("c", carried, seen),
        ]
    return rows


def _kinds(group: str, left: Sequence[BlockerSeen], seen: RoundsSeen) -> Iterator[LeftRow]:
    """Yield what is left, under a heading for each kind."""
    by_kind: dict[str, list[BlockerSeen]] = {}
    for one in left:
        by_kind.setdefault(one.kind, []).append(one)
    for kind, found in by_kind.items():
        yield LeftRow()
        yield LeftRow(title=_(TITLES[kind]), count=len(found))
        if kind == "unfinished" and seen.sees_all:
            yield from _people(group, found, seen)
        else:
            ordered = found if seen.is_ranking else sorted(found, key=lambda one: one.office)
            for one in ordered:
                name = ":".join((group, one.kind, one.submission, one.indicator, one.id))
                yield LeftRow(name, one.kind, blocker=one)


def _people(group: str, left: Sequence[BlockerSeen], seen: RoundsSeen) -> Iterator[LeftRow]:
    """Yield who owes how much, those with most first."""
    known = {row.id: row for row in seen.reviewers}
    owed: dict[str, list[BlockerSeen]] = {}
    for one in left:
        owed.setdefault(one.id, []).append(one)
    for id, own in sorted(owed.items(), key=lambda item: -len(item[1])):
        places = Counter(one.name for one in own).most_common()
        key = f"{group}:unfinished:{id}"
        yield LeftRow(
            key, "unfinished", count=len(own), blocker=own[0], person=known.get(id),
            places=tuple(places),
        )  # fmt: skip


def _count(count: int) -> str:
    return ngettext("{n} item left", "{n} items left", count).format(n=count) if count else ""


def _fits(one: BlockerSeen, words: Sequence[str]) -> bool:
    texts = (one.submission, one.name, one.indicator, one.title, one.title_en, one.subject, one.id)
    return fits(words, *texts, one.office, one.kind, _(TITLES[one.kind]))


def draw_left(row: LeftRow, place: RowPlace, seen: RoundsSeen | None) -> Row:
    """Draw one row."""
    if row.blocker is None:
        return _heading(row)
    if row.places:
        return Row(_person(row, place))
    return _item(row.blocker, place, seen) if seen else Row(BLANK)


def _heading(row: LeftRow) -> Row:
    if row.count:
        count = to_right((Part(str(row.count), bold=True),), 5)
        return Row((*count, gap(2), Part(row.title, "muted")))
    if not row.title:
        return Row((gap(2), Part(row.summary, "muted")) if row.summary else BLANK)
    return Row((Part(row.title, "accent", bold=True),), (Part(row.summary, "dim"),))


def _person(row: LeftRow, place: RowPlace) -> Line:
    name = row.blocker.subject if row.blocker else ""
    wide = place.cells >= _WIDE
    where: list[Part] = []
    for at, (submission, count) in enumerate(row.places):
        where += [gap(3 if at else 0), Part(submission, "muted"), Part(f" {count}")]
    columns = [
        Column("", 5),
        Column("", 14 if wide else 12),
        Column("", 5, right=True),
        Column("", 0),
    ]
    parts: list[Part | Line] = [
        BLANK,
        Part(name, bold=place.selected),
        Part(str(row.count), bold=True),
        tuple(where),
    ]
    if row.person is not None and wide:
        share = share_of(row.person.done, row.person.due)
        columns += [Column("", 14), Column("", 9, right=True), Column("", 5, right=True)]
        done: Line = (Part(f"{row.person.done}", "fg"), Part(f" / {row.person.due}", "dim"))
        late = row.person.done * 2 < row.person.due
        parts += [progress_bar(share, 14, late=late), done, Part(percent_words(share), "muted")]
    return lay(columns, parts, place.cells)


def _item(one: BlockerSeen, place: RowPlace, seen: RoundsSeen) -> Row:
    wide = place.cells >= _WIDE
    title = one.title_en if language() == "en" and one.title_en else one.title
    said = one.subject
    if one.kind == "under-quorum":
        said = _("{there} of {quorum} scores").format(there=one.there, quorum=seen.quorum)
    columns = [
        Column("", 5 if wide else 2),
        Column("", 14 if wide else 8),
        Column("", 8),
        Column("", 0),
    ]
    parts: list[Part | Line] = [
        BLANK,
        Part(one.name if seen.is_ranking else one.office or _("no unit named"), "muted"),
        Part(one.indicator, "accent" if place.selected else "dim", bold=place.selected),
        Part(title, bold=place.selected),
    ]
    right = Part(said, "muted")
    return Row(lay(columns, parts, place.cells - right.cells - 2), (right,))


def nothing_left(seen: RoundsSeen | None, words: str) -> Line:
    """Return what is said where there is no row."""
    if seen is None:
        return BLANK
    if words:
        return nothing_fits()
    if seen.open is None:
        said = Part(_("no round is open."), "muted")
        following = step(seen, "open") or step(seen, "seal")
        if following is None:
            later = "" if seen.next is None else _("the coordinator opens the next one.")
            return (said, gap(2), Part(later, "muted"))
        key = Part(written_key(following), "accent", bold=True)
        return (said, gap(2), key, Part(f" {following.title}", "muted"))
    if not seen.runs and any(one.blind and one.number == seen.open for one in seen.rounds):
        return (Part(_("of an open blind round only your own items are shown."), "muted"),)
    said = Part(_("nothing is left to do in this round."), "muted")
    closing = step(seen, "close")
    if closing is None:
        return (said, gap(2), Part(_("the coordinator closes it."), "muted"))
    return (
        said,
        gap(2),
        Part(written_key(closing), "accent", bold=True),
        Part(f" {closing.title}", "muted"),
    )


def way_out(row: LeftRow | None, width: int) -> list[Line]:
    """Return in one line how the selected item is settled."""
    if row is None or row.blocker is None:
        return [BLANK]
    one = row.blocker
    words = to_screen(SETTLED_IN[row.kind])
    if row.kind == "unfinished":
        words = (Part(_("{who} scores it").format(who=one.subject), "muted"),)
    label = fill((Part(_("way out"), "dim"),), 10)
    return [aside((*label, *words), (), width)]
