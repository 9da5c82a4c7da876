"""The queue of disputes: what is to be ruled on, then what was."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction

from rolcheck.base.messages import N_
from rolcheck.base.numbers import decimal_text
from rolcheck.base.text import fold_width
from rolcheck.base.wrapping import wrap
from rolcheck.desk.disputes.seen import UNRULED, DisputeRow, DisputesSeen, SpreadClass
from rolcheck.locale import _, language, ngettext
from rolcheck.locale.words import said, value_words
from rolcheck.tui import marks
from rolcheck.tui.filtering import nothing_fits
from rolcheck.tui.paint import bar
from rolcheck.tui.text import BLANK, Line, Part, aside, fill, stepping_back, to_right
from rolcheck.tui.widgets.editors.outcome import points_text
from rolcheck.tui.widgets.pane import Section
from rolcheck.tui.widgets.rows import Row, RowPlace
from rolcheck.tui.widgets.table import NONE, Column, lay

_MARKS = {"open": marks.DISPUTE, "confirm": marks.CONFIRM, "done": marks.DONE}
_VETOES = {"uphold": N_("upheld"), "clear": N_("ruled out")}
_LABEL = {"zh": 10, "en": 12}


@dataclass(frozen=True, slots=True)
class QueueLine:
    """One line of the list: a dispute, or a heading (an empty one where both are left out)."""

    row: DisputeRow | None = None
    title: str = ""
    count: int = 0

    @property
    def key(self) -> str:
        """What names it; empty for a heading."""
        return self.row.key if self.row else ""


def queue_lines(rows: Sequence[DisputeRow], words: str) -> list[QueueLine]:
    """Return the lines whose text holds all words: unruled ones, then the others by heading."""
    wanted = fold_width(words).casefold().split()
    fitting = [row for row in rows if _fits(row, wanted)]
    lines = [QueueLine(row) for row in fitting if row.state in UNRULED]
    for title, state in ((N_("ruled upon"), "done"), (N_("asked for"), "idle")):
        found = [row for row in fitting if row.state == state]
        if found:
            lines.extend([QueueLine()] if lines else [])
            lines.extend((QueueLine(title=title, count=len(found)), *map(QueueLine, found)))
    return lines


def _fits(row: DisputeRow, words: Sequence[str]) -> bool:
    said = " ".join((row.submission, row.name, row.indicator, row.title, row.title_en))
    return all(word in fold_width(said).casefold() for word in words)


def columns(width: int) -> Sequence[Column]:
    """Return the columns of the list."""
    names = 8 if width >= 44 else 6
    return (
        Column(N_("material"), names),
        Column(N_("indicator"), 6 if language() == "zh" else 9),
        Column("", 0),
        Column(N_("spread"), 4 if language() == "zh" else 6, right=True),
        Column(N_("n"), 2, right=True),
        Column("", 2),
    )


def draw_line(line: QueueLine, place: RowPlace, fresh: Collection[str]) -> Row:
    """Draw one line of the list."""
    row = line.row
    if row is None:
        left = (Part(_(line.title), "muted", bold=True),) if line.title else BLANK
        return Row(left, (Part(str(line.count), "dim"),) if line.title else BLANK)
    title = row.title_en if language() == "en" and row.title_en else row.title
    id_tone, strong = ("accent" if place.selected else "dim"), place.selected
    done = row.state == "done"
    drawn = lay(
        columns(place.cells),
        (
            Part(row.name, bold=strong),
            Part(row.indicator, id_tone, bold=strong),
            Part(title, bold=strong),
            _ruled(row) if done else _spread(row),
            Part(str(row.n)) if row.n else NONE,
            _mark(row, fresh),
        ),
        place.cells,
    )
    mark = drawn[-1:]
    return Row((*stepping_back(drawn[:-1]), *mark) if done and not strong else drawn)


def _spread(row: DisputeRow) -> Part:
    if row.why == "veto":
        return Part(_("veto"), "dispute", bold=True)
    if row.mixed:
        return Part(_("mixed"), bold=True)
    if row.spread is None:
        return NONE
    return Part(share_text(row.spread), bold=True)


def _ruled(row: DisputeRow) -> Part:
    if row.ruled in _VETOES:
        return Part(_(_VETOES[row.ruled]))
    if row.score is None:
        return Part(value_words(row.ruled))
    return Part(points_text(row.score, 2))


def _mark(row: DisputeRow, fresh: Collection[str]) -> Part:
    if row.key in fresh:
        return Part(_("new"), "confirm", bold=True)
    mark = _MARKS.get(row.state)
    return mark.part() if mark else Part("")


def share_text(share: Fraction) -> str:
    """Return a share in whole percent."""
    return f"{decimal_text(100 * share, 0)}%"


def say_count(section: Section, seen: DisputesSeen) -> None:
    """Say at the heading how many there are."""
    left, done = len(seen.left), sum(row.state == "done" for row in seen.rows)
    said = ngettext("{n} to rule on", "{n} to rule on", left).format(n=left)
    ruled = _("{n} ruled").format(n=done)
    section.show(f"{said}   {ruled}" if done else said)


def nothing(seen: DisputesSeen | None, words: str) -> Line:
    """Return what is said where there is no row, and why."""
    if seen is None:
        return BLANK
    if words and seen.rows:
        return nothing_fits()
    return (Part(_("no disputes."), "muted"),)


def why_nothing(seen: DisputesSeen) -> str:
    """Return why there is nothing to show, and when there will be."""
    if seen.refused is not None:
        return said(seen.refused.message, seen.refused.params)
    if seen.number is None and seen.hidden is not None:
        text = _("round {number} is blind until it closes; its disputes are shown after that")
        return text.format(number=seen.hidden)
    if seen.hidden is not None:
        text = _("round {number} had none; those of round {open} are shown once it is closed")
        return text.format(number=seen.number, open=seen.hidden)
    return _("nothing is in dispute. Disputes come into being when a scoring round closes")


def about_lines(seen: DisputesSeen | None, width: int) -> Iterator[Line]:
    """Yield when something counts as a dispute, and how far apart the scores are in all."""
    if seen is None or seen.number is None:
        return
    yield (Part(_("what counts as a dispute"), "muted", bold=True),)
    said = _(
        "the scores lie {share} of the full points apart or more, or some say not applicable and"
        " others do not. The arbiter decides, with a reason; the decision replaces the panel"
        " score, and the scores stay on record."
    ).format(share=share_text(seen.dispute_at))
    yield from ((Part(line, "dim"),) for line in wrap(said, width))
    if any(one.count for one in seen.spreads):
        yield BLANK
        yield from _chart(seen.spreads, seen.dispute_at, width)


def _chart(spreads: Sequence[SpreadClass], dispute_at: Fraction, width: int) -> Iterator[Line]:
    whole = sum(one.count for one in spreads)
    count = ngettext("{n} indicator", "{n} indicators", whole).format(n=whole)
    title = Part(_("how far apart"), "muted", bold=True)
    yield aside((title,), (Part(count, "dim"),), width)
    label_cells, most = _LABEL[language()], max(one.count for one in spreads)
    room = max(width - label_cells - 6, 5)
    for at, one in enumerate(spreads):
        upper = spreads[at - 1].least if at else None
        apart = one.least >= dispute_at
        label = fill((Part(_class_words(one.least, upper), "muted"),), label_cells)
        tone = "accent" if apart else "bar"
        painted = bar(Fraction(one.count, most), room, tone=tone, track="surface")
        number = Part(str(one.count), "fg" if apart and one.count else "dim")
        yield (*label, *painted, *to_right((number,), 6))


def _class_words(least: Fraction, upper: Fraction | None) -> str:
    low = decimal_text(100 * least, 0)
    if upper is None:
        return _("from {share}%").format(share=low)
    if not least:
        return _("under {share}%").format(share=decimal_text(100 * upper, 0))
    return f"{low}-{decimal_text(100 * upper, 0)}%"
