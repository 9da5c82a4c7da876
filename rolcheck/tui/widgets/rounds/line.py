"""The rounds one below the other on a calendar, with what is known of each."""

from collections.abc import Iterator, Sequence

from rolcheck.base.wrapping import wrap
from rolcheck.desk.seen import RoundSeen, RoundsSeen
from rolcheck.locale import _, ngettext
from rolcheck.locale.words import ROUND_KINDS
from rolcheck.tui.dates import moment, short_day
from rolcheck.tui.text import Line, Part, aside, cells, fill, gap, to_right
from rolcheck.tui.widgets.board import Block
from rolcheck.tui.widgets.overview.parts import head
from rolcheck.tui.widgets.overview.strip import span_words, state_line
from rolcheck.tui.widgets.rounds.calendar import bar_line, calendar_of, scale_line, today_line
from rolcheck.tui.widgets.rounds.steps import Step, steps, written_key

_INDENT = 5
_TIMES_FROM = 130  # widths from which it is told when a round was opened and closed


def rounds_on_calendar(seen: RoundsSeen, *, in_full: bool) -> Iterator[Block]:
    """Yield the rounds, each with its days painted; `in_full` with what is known besides."""
    yield head(lambda: _("the rounds"), lambda: span_words(seen.rounds), spaced=False)
    yield Block(lambda place: _rounds(seen, place.cells, in_full=in_full))


def steps_offered(seen: RoundsSeen) -> Iterator[Block]:
    """Yield the steps of whoever runs the rounds."""
    if any(steps(seen)):
        yield head(lambda: _("steps"), spaced=False)
        yield Block(lambda place: [_step(one, place.cells) for one in steps(seen)])


def _rounds(seen: RoundsSeen, width: int, *, in_full: bool) -> Sequence[Line]:
    starts = [_start(one, seen.rounds, width) for one in seen.rounds]
    start_cells = max(map(cells, starts), default=0) + 3
    on = calendar_of(seen.rounds, seen.today, width - start_cells)
    lines: list[Line] = []
    if on is not None:
        lines.append((gap(start_cells), *scale_line(on)))
    for one, start in zip(seen.rounds, starts, strict=True):
        lines.append((*fill(start, start_cells), *bar_line(one, on)) if on else start)
        if in_full:
            said = "   ".join(facts(one))
            lines += [(gap(_INDENT), Part(line, "dim")) for line in wrap(said, width - _INDENT)]
    if on is not None and (last := today_line(on)):
        lines.append((gap(start_cells), *last))
    return lines


def _start(seen: RoundSeen, rounds: Sequence[RoundSeen], width: int) -> Line:
    """Return a round's number, name, state and days."""
    now = seen.state == "open"
    tone = "fg" if now else "muted"
    names = min(max((Part(one.name).cells for one in rounds), default=0), 20)
    states = max(cells(state_line(one)) for one in rounds)
    line: list[Part] = [
        gap(2),
        Part(f"{seen.number}", tone),
        gap(2),
        *fill((Part(seen.name, tone, bold=now),), names),
        gap(2),
        *fill(state_line(seen), states),
        gap(1),
        *to_right((Part(short_day(seen.opens), "dim"),), 6),
        *to_right((Part(short_day(seen.due), "dim"),), 6),
    ]
    if width >= _TIMES_FROM:
        line += _times(seen)
    return tuple(line)


def _times(seen: RoundSeen) -> Iterator[Part]:
    """Yield when a round was opened and closed, in columns."""
    for label, at in ((_("opened"), seen.opened_at), (_("ended"), seen.closed_at)):
        text = f"{short_day(at.date())} {at:%H:%M}" if at else ""
        yield gap(3)
        yield Part(f"{label} " if text else " " * (Part(label).cells + 1), "dim")
        yield from fill((Part(text, "muted"),), 11)


def facts(seen: RoundSeen) -> Iterator[str]:
    """Yield what is known of a round besides its days and times, in short sentences."""
    kind = _(ROUND_KINDS[seen.kind])
    if kind != seen.name:
        yield kind
    if seen.blind:
        yield _("blind until it closes")
    if seen.closes:
        yield _("scores until {time}").format(time=moment(seen.closes))
    if seen.reopened:
        yield _("reopened since")
    if seen.waived:
        yield ngettext(
            "closed in spite of {n} item left", "closed in spite of {n} items left", seen.waived
        ).format(n=seen.waived)
    if seen.seal:
        yield _("seal {hash}").format(hash=f"{seen.seal[:8]}..{seen.seal[-8:]}")


def _step(step: Step, width: int) -> Line:
    note = (Part(step.note, "dim" if not step.possible else "confirm"),) if step.note else ()
    if not step.possible:
        return aside((gap(_INDENT), Part(step.title, "dim")), note, width)
    key = Part(written_key(step), "accent", bold=True)
    return aside((gap(2), key, gap(2), Part(step.title)), note, width)
