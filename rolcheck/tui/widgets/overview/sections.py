"""Which sections a desk has, by what its reader may see."""

from collections.abc import Collection, Iterator

from rolcheck.desk.seen import Overview
from rolcheck.locale import _
from rolcheck.tui.keys import key_of
from rolcheck.tui.text import Part, gap
from rolcheck.tui.widgets.board import Block
from rolcheck.tui.widgets.overview.own import items_left, own_submissions
from rolcheck.tui.widgets.overview.parts import key_and, sentence
from rolcheck.tui.widgets.overview.recent import recent
from rolcheck.tui.widgets.overview.strip import rounds_strip
from rolcheck.tui.widgets.overview.tables import areas, reviewers, submissions
from rolcheck.tui.widgets.overview.units import own_indicators, units
from rolcheck.tui.widgets.overview.waiting import (
    declarations,
    nothing_handed_in,
    waiting,
    warnings,
)

_BLANK = Block(lambda place: [()])


def sees_all(seen: Overview) -> bool:
    """Tell whether the reader works for the whole campaign."""
    return bool({"coordinator", "arbiter"}.intersection(seen.roles))


def in_one_column(seen: Overview, fresh: Collection[str]) -> Iterator[Block]:
    """Yield all sections, the most urgent first."""
    yield from _urgent(seen, fresh)
    if seen.left:
        yield from items_left(seen, fresh, spaced=True)
    yield from _tables(seen, fresh, spaced=True)
    yield from _history(seen, fresh)


def first(seen: Overview, fresh: Collection[str]) -> Iterator[Block]:
    """Yield the left column: the rounds, what waits for the reader, what happened."""
    yield from _urgent(seen, fresh)
    yield from _history(seen, fresh)


def beside(seen: Overview, fresh: Collection[str]) -> Iterator[Block]:
    """Yield the right column: the items that are left, who and what is how far."""
    if seen.mine:
        yield from items_left(seen, fresh, spaced=False)
    yield from _tables(seen, fresh, spaced=bool(seen.mine))


def _urgent(seen: Overview, fresh: Collection[str]) -> Iterator[Block]:
    yield from rounds_strip(seen.rounds)
    yield from warnings(seen)
    yield from declarations(seen)
    yield from own_submissions(seen, fresh)
    if sees_all(seen):
        yield from nothing_handed_in(seen)
        yield from waiting(seen, fresh)
        yield from _next_step(seen)
    elif seen.unit:
        yield from own_indicators(seen, fresh)
        yield _BLANK
        yield sentence(lambda: (Part(_looking_words(seen), "muted"),))
    elif "reviewer" not in seen.roles:
        yield _BLANK
        yield sentence(lambda: (Part(_looking_words(seen), "muted"),))
        if seen.results_round is not None:
            yield sentence(lambda: key_and(key_of("desk.summary", "s"), _("summary")))


def _tables(seen: Overview, fresh: Collection[str], *, spaced: bool) -> Iterator[Block]:
    yield from units(seen, fresh, spaced=spaced)
    yield from reviewers(seen, fresh, spaced=spaced or bool(seen.units))
    yield from submissions(seen, fresh, spaced=spaced or bool(seen.reviewers or seen.units))
    if not seen.units:  # in mode self-check they are the axis
        yield from areas(seen)


def _history(seen: Overview, fresh: Collection[str]) -> Iterator[Block]:
    if sees_all(seen) or "reviewer" in seen.roles:
        yield from recent(seen, fresh, spaced=True)


def _next_step(seen: Overview) -> Iterator[Block]:
    """Yield what comes next while no round is open."""
    if any(one.state == "open" for one in seen.rounds):
        return
    yield _BLANK
    following = next((one for one in seen.rounds if one.state == "planned"), None)
    if following is not None:
        words = _("round {number} is not open yet.").format(number=following.number)
    elif any(one.state == "sealed" for one in seen.rounds):
        words = _("the campaign is sealed; nothing changes any more.")
    else:
        words = _("all rounds are closed; the result can be sealed.")
    yield sentence(
        lambda: (
            Part(words, "muted"),
            gap(2),
            *key_and(key_of("desk.rounds", "o"), _("to the rounds")),
        )
    )


def _looking_words(seen: Overview) -> str:
    if seen.roles == ("unit",):
        return _("your unit sees scores once the campaign is sealed.")
    if seen.results_round is None:
        return _("no results are open to you yet: the open round is blind, none was closed.")
    if seen.results_round != seen.current:
        return _("results are shown as of round {number}; the open round is blind.").format(
            number=seen.results_round
        )
    return _("results are shown as of round {number}.").format(number=seen.results_round)
