"""The list of what is left in the open round: what blocks its closing, then what is carried."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain

from rolcheck.base.text import fold_width
from rolcheck.desk.seen import BlockerSeen, RoundsSeen
from rolcheck.locale import _, language, ngettext
from rolcheck.tui.text import BLANK, Line, Part, aside, fill, gap
from rolcheck.tui.widgets.overview.waiting import COMMANDS, TITLES
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
        blocker: What is left; None for a heading.
    """

    key: str = ""
    kind: str = ""
    title: str = ""
    summary: str = ""
    blocker: BlockerSeen | None = None


def left_rows(seen: RoundsSeen, words: Sequence[str]) -> list[LeftRow]:
    """Return the rows whose text holds all of `words`, under their headings."""
    if seen.open is None:
        return []
    blocking = [one for one in seen.blockers if _fits(one, words)]
    carried = [one for one in seen.carried if _fits(one, words)]
    if not blocking and not carried:
        return []
    rows = [
        LeftRow(
            title=_("before round {number} closes").format(number=seen.open),
            summary=_count(len(blocking)),
        ),
        LeftRow(),
        *_rows("b", blocking),
    ]
    if not blocking:
        rows.append(LeftRow(summary=_("nothing stands in the way of closing.")))
    later = [one.number for one in seen.rounds if one.number > seen.open]
    if carried and later:
        rows += [
            LeftRow(),
            LeftRow(
                title=_("carried into round {number}").format(number=later[0]),
                summary=_count(len(carried)),
            ),
            LeftRow(),
            *_rows("c", carried),
        ]
    return rows


def _rows(group: str, left: Sequence[BlockerSeen]) -> Iterator[LeftRow]:
    for one in left:
        name = ":".join((group, one.kind, one.submission, one.indicator, one.id))
        yield LeftRow(name, one.kind, blocker=one)


def _count(count: int) -> str:
    return ngettext("{n} item left", "{n} items left", count).format(n=count) if count else ""


def _fits(one: BlockerSeen, words: Sequence[str]) -> bool:
    if not words:
        return True
    said = " ".join(
        chain(
            (one.submission, one.name, one.indicator, one.title, one.title_en, one.subject),
            (one.kind, _(TITLES[one.kind])),
        )
    )
    folded = fold_width(said).casefold()
    return all(word in folded for word in words)


def draw_left(row: LeftRow, place: RowPlace, seen: RoundsSeen | None) -> Row:
    """Draw one row."""
    if row.blocker is None:
        if not row.title:
            return Row((Part(row.summary, "muted"),) if row.summary else BLANK)
        return Row((Part(row.title, "muted", bold=True),), (Part(row.summary, "dim"),))
    one, wide = row.blocker, place.cells >= _WIDE
    title = one.title_en if language() == "en" and one.title_en else one.title
    tone = "accent" if place.selected else "dim"
    kinds = max(Part(_(title)).cells for title in TITLES.values())
    columns = [
        Column("", kinds if wide else min(kinds, 20)),
        Column("", 10 if wide else 8),
        Column("", 8),
        Column("", 0),
        Column("", 14 if wide else 10),
    ]
    parts: list[Part | Line] = [
        Part(_(TITLES[row.kind]), "fg", bold=place.selected),
        Part(one.name, "muted"),
        Part(one.indicator, tone, bold=place.selected),
        Part(title, bold=place.selected),
        Part(one.subject, "muted"),
    ]
    return Row(lay(columns, parts, place.cells))


def nothing_left(seen: RoundsSeen | None, words: str) -> Line:
    """Return what is said where there is no row."""
    if seen is None:
        return BLANK
    if words:
        return (
            Part(_("nothing holds these words."), "muted"),
            gap(2),
            Part("Esc", "accent", bold=True),
            Part(" " + _("clear the filter"), "muted"),
        )
    if seen.open is None:
        return (Part(_("no round is open."), "muted"),)
    if not seen.runs and any(one.blind and one.number == seen.open for one in seen.rounds):
        return (Part(_("of an open blind round only your own items are shown."), "muted"),)
    return (Part(_("nothing is left to do in this round."), "muted"),)


def way_out(row: LeftRow | None, width: int) -> list[Line]:
    """Return in one line how the selected item is settled."""
    if row is None or row.blocker is None:
        return [BLANK]
    one = row.blocker
    if row.kind == "unfinished":
        said = _("{who} scores it").format(who=one.subject)
    else:
        command = COMMANDS[row.kind].replace("SUBMISSION", one.submission)
        said = command.replace("INDICATOR", one.indicator).replace("/ITEM", f"/{one.subject}")
    label = fill((Part(_("way out"), "dim"),), 10)
    return [aside((*label, Part(said, "muted")), (), width)]
