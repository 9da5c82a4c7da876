"""What waits for somebody: blockers, what is carried on, declarations, changed files."""

from collections.abc import Callable, Collection, Iterator, Sequence

from rolcheck.base.messages import N_
from rolcheck.base.wrapping import wrap
from rolcheck.desk.seen import BlockerGroup, Overview
from rolcheck.locale import _, ngettext
from rolcheck.tui.keys import key_of
from rolcheck.tui.text import Line, Part, aside, cells, fill, gap, to_right
from rolcheck.tui.ways import SETTLED_IN, to_screen
from rolcheck.tui.widgets.board import Block
from rolcheck.tui.widgets.overview.parts import FRESH_CELLS, fresh_mark, head, key_and, sentence
from rolcheck.tui.widgets.rows import RowPlace

TITLES = {
    "unfinished": N_("scores not given yet"),
    "under-quorum": N_("too few reviewers"),
    "no-verdict": N_("items without a verdict"),
    "dispute": N_("disputes without a ruling"),
    "veto": N_("vetoes without a ruling"),
    "ruling-to-confirm": N_("rulings on older material"),
    "finding-open": N_("findings not settled"),
    "finding-overdue": N_("findings overdue"),
}

_COUNT = 5


def waiting(seen: Overview, fresh: Collection[str]) -> Iterator[Block]:
    """Yield what must be done before the open round closes, and what is carried on."""
    if not any(one.state == "open" for one in seen.rounds):
        return
    yield head(
        lambda: _("before round {number} closes").format(number=seen.current),
        lambda: _kinds(seen.blockers),
    )
    if not seen.blockers:
        yield sentence(
            lambda: (
                Part(_("nothing stands in the way of closing."), "muted"),
                gap(2),
                *key_and(key_of("desk.rounds", "o"), _("to the rounds")),
            )
        )
    groups = (*seen.blockers, *seen.carried)
    yield from (_group(one, f"b:{one.kind}", fresh, groups) for one in seen.blockers)
    following = next((one for one in seen.rounds if one.number > seen.current), None)
    if following is None:
        return
    yield head(
        lambda: _("carried into round {number}").format(number=following.number),
        lambda: _("does not block closing"),
    )
    if not seen.carried:
        yield sentence(lambda: (Part(_("nothing is carried on."), "muted"),))
    yield from (_group(one, f"c:{one.kind}", fresh, groups) for one in seen.carried)


def _kinds(groups: Sequence[BlockerGroup]) -> str:
    count = sum(group.count for group in groups)
    return ngettext("{n} item left", "{n} items left", count).format(n=count) if count else ""


def _group(
    group: BlockerGroup, key: str, fresh: Collection[str], groups: Sequence[BlockerGroup]
) -> Block:
    def draw(place: RowPlace) -> Sequence[Line]:
        widest = max(Part(_(TITLES[one.kind])).cells for one in groups)
        title = fill((Part(_(TITLES[group.kind]), bold=place.selected),), widest)
        start: Line = (
            *to_right((Part(str(group.count), bold=True),), _COUNT),
            gap(2),
            *title,
            gap(2),
        )
        room = place.cells - cells(start) - FRESH_CELLS - 1
        first = fill((*start, *_parts(group, room)), place.cells - FRESH_CELLS)
        below = (gap(_COUNT + 2), *_below(group))
        return [(*first, *fresh_mark(key, fresh)), aside(below, (), place.cells)]

    return Block(draw, key=key)


def _parts(group: BlockerGroup, room: int) -> Line:
    """Return by whom or where it is left, as many as fit."""
    shown: list[Part] = []
    for at, (_id, name, count) in enumerate(group.parts):
        piece = (Part(name, "muted"), Part(f" {count}", "fg"), gap(3))
        rest = at < len(group.parts) - 1
        if cells(shown) + cells(piece) - 3 + (5 if rest else 0) > room:
            shown.append(Part("..", "dim"))
            break
        shown.extend(piece)
    return tuple(shown)


def _below(group: BlockerGroup) -> Line:
    """Return the way out: the key of the screen that settles it, and what it concerns."""
    said = ""
    if group.kind == "unfinished":
        people = len(group.parts)
        said = ngettext("{n} reviewer", "{n} reviewers", people).format(n=people)
    elif group.count <= 3:
        said = "   ".join(dict.fromkeys(indicator for _, indicator in group.places))
    return (*to_screen(SETTLED_IN[group.kind]), gap(3), Part(said, "dim"))


def nothing_handed_in(seen: Overview) -> Iterator[Block]:
    """Yield that the campaign has no submission, and how it comes by one."""
    if seen.submissions:
        return
    yield head(lambda: _("no submission is here yet"))
    yield sentence(
        lambda: (
            Part(_("put each applicant's folder with its submission.toml beside campaign.toml;")),
        )
    )
    yield sentence(
        lambda: (
            Part("rolcheck check", "fg"),
            Part(" " + _("says what is wrong with it, opening round 1 receives it."), "muted"),
        )
    )


def declarations(seen: Overview) -> Iterator[Block]:
    """Yield what a reviewer has to confirm before the first score."""
    if not seen.needs_declaring:
        return

    def draw(place: RowPlace) -> Sequence[Line]:
        what = Part(_("declarations to be made"), bold=True)
        names = wrap("   ".join(seen.needs_declaring), place.cells)
        first = aside((what,), key_and(key_of("desk.declare", "d"), _("declare")), place.cells)
        return [first, *((Part(line, "muted"),) for line in names)]

    yield head(lambda: _("before the first score"))
    yield Block(draw, key="declare")


def warnings(seen: Overview) -> Iterator[Block]:
    """Yield what is wrong with the files: writing is refused until it is settled."""
    if not seen.changed_files:
        return
    yield head(lambda: _("files changed since they went on record"))
    for name in seen.changed_files:
        yield _warning(lambda name=name: (Part(name, "dispute", bold=True),))  # type: ignore[misc]
    yield _warning(
        lambda: (
            Part(_("nothing can be written: put the file back, or record it with"), "muted"),
            Part(" rolcheck campaign amend --reason ...", "fg"),
        )
    )


def _warning(parts: Callable[[], Line]) -> Block:
    return sentence(parts, tone="dispute")
