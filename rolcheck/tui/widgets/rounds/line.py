"""The rounds one below the other, with what is known of each, and what can be done."""

from collections.abc import Iterator, Sequence

from rolcheck.base.wrapping import wrap
from rolcheck.desk.seen import RoundSeen, RoundsSeen
from rolcheck.locale import _, ngettext
from rolcheck.locale.words import ROUND_KINDS
from rolcheck.tui.dates import moment
from rolcheck.tui.text import BLANK, Line, Part, aside, gap
from rolcheck.tui.widgets.board import Block
from rolcheck.tui.widgets.overview.parts import head
from rolcheck.tui.widgets.overview.strip import round_line, rounds_strip
from rolcheck.tui.widgets.rounds.steps import Step, steps

_INDENT = 5


def rounds_in_full(seen: RoundsSeen) -> Iterator[Block]:
    """Yield the rounds with their facts, and the steps of whoever runs them."""
    strip = list(rounds_strip(seen.rounds))
    yield strip[0]
    yield Block(lambda place: _rounds(seen, place.cells))
    offered = list(steps(seen))
    if offered:
        yield head(lambda: _("steps"))
        yield Block(lambda place: [_step(one, place.cells) for one in steps(seen)])


def rounds_in_short(seen: RoundsSeen) -> Iterator[Block]:
    """Yield the rounds, a line each."""
    yield from rounds_strip(seen.rounds)


def _rounds(seen: RoundsSeen, width: int) -> Sequence[Line]:
    lines: list[Line] = []
    for at, one in enumerate(seen.rounds):
        if at:
            lines.append(BLANK)
        lines.append(round_line(one, seen.rounds, width))
        for fact in facts(one):
            lines.extend(
                (gap(_INDENT), Part(said, "muted")) for said in wrap(fact, width - _INDENT)
            )
    return lines


def facts(seen: RoundSeen) -> Iterator[str]:
    """Yield what is known of a round, in short sentences."""
    kind = _(ROUND_KINDS[seen.kind])
    first = [kind] if kind != seen.name else []
    if seen.blind:
        first.append(_("blind until it closes"))
    if seen.closes:
        first.append(_("scores until {time}").format(time=moment(seen.closes)))
    if first:
        yield "   ".join(first)
    happened = []
    if seen.opened_at:
        happened.append(_("opened {time}").format(time=moment(seen.opened_at)))
    if seen.reopened:
        happened.append(_("reopened since"))
    if seen.closed_at:
        happened.append(_("closed {time}").format(time=moment(seen.closed_at)))
    if happened:
        yield "   ".join(happened)
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
    key = Part(step.key, "accent", bold=True)
    return aside((gap(2), key, gap(2), Part(step.title)), note, width)
