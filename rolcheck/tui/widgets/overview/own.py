"""What a reviewer has to do: the own submissions, and the items of them that are left."""

from collections.abc import Collection, Iterator, Sequence

from rolcheck.desk.seen import ItemLeft, Overview, ProgressRow
from rolcheck.locale import _, language, ngettext
from rolcheck.tui.marks import CONFIRM, DONE, OPEN, PARTLY
from rolcheck.tui.text import Line, Part, aside, cells, fill, gap, stepping_back, to_right
from rolcheck.tui.widgets.board import Block
from rolcheck.tui.widgets.overview.parts import (
    fresh_mark,
    head,
    percent_words,
    progress_bar,
    sentence,
    share_of,
)
from rolcheck.tui.widgets.rows import RowPlace

_NAME = 12


def own_submissions(seen: Overview, fresh: Collection[str]) -> Iterator[Block]:
    """Yield the reader's submissions of this round, each with what is left of it."""
    if "reviewer" not in seen.roles:
        return
    due, done = sum(row.due for row in seen.mine), sum(row.done for row in seen.mine)
    yield head(
        lambda: _("my submissions"),
        lambda: _("{done} of {due} done").format(done=done, due=due) if due else "",
    )
    if not seen.mine:
        yield sentence(lambda: (Part(_nothing(seen), "muted"),))
    yield from (_own(row, fresh) for row in seen.mine)


def _nothing(seen: Overview) -> str:
    if any(one.state == "open" for one in seen.rounds):
        return _(
            "nothing is assigned to you in this round. What a coordinator assigns appears here."
        )
    following = next((one for one in seen.rounds if one.state == "planned"), None)
    if following is None:
        return _("all rounds are closed; there is nothing left to score.")
    said = _("no round is open. Once the coordinator opens round {number}, your items stand here.")
    return said.format(number=following.number)


def _own(row: ProgressRow, fresh: Collection[str]) -> Block:
    key, share = f"s:{row.id}", share_of(row.done, row.due)

    def draw(place: RowPlace) -> Sequence[Line]:
        left = ngettext("{n} item left", "{n} items left", row.left).format(n=row.left)
        confirm = _("{n} to confirm").format(n=row.to_confirm)
        left_cells, confirm_cells = (9, 11) if language() == "zh" else (14, 14)
        to_confirm = Part(confirm if row.to_confirm else "", "confirm", bold=True)
        start: Line = (
            *fill((Part(row.name, bold=place.selected),), _NAME),
            gap(1),
            *fill((Part(left if row.left else "", bold=True),), left_cells),
            *fill((to_confirm,), confirm_cells),
        )
        mark = DONE if row.left == 0 else (PARTLY if row.done else OPEN)
        end: Line = (
            *to_right((Part(f"{row.done}", "fg"), Part(f"/{row.due}", "dim")), 7),
            *to_right((Part(percent_words(share), "muted"),), 6),
            gap(1),
            *fresh_mark(key, fresh),
            gap(1),
            *fill((mark.part(),), 2),
        )
        room = max(place.cells - cells(start) - cells(end), 0)
        late = row.done * 2 < row.due
        bars = progress_bar(share, room, late=late) if room >= 6 else (gap(room),)
        line = fill((*start, *bars, *end), place.cells)
        return [stepping_back(line) if not row.left and not place.selected else line]

    return Block(draw, key=key)


def items_left(seen: Overview, fresh: Collection[str], *, spaced: bool) -> Iterator[Block]:
    """Yield the items that the reader still owes, in the order of the criteria."""
    yield head(
        lambda: _("items left"),
        spaced=spaced,
        summary=lambda: ngettext("{n} item left", "{n} items left", len(seen.left)).format(
            n=len(seen.left)
        ),
    )
    if seen.mine and not seen.left:
        yield sentence(lambda: (Part(_("all is done that you owe in this round."), "muted"),))
    yield from (_item(item, fresh) for item in seen.left)


def _item(item: ItemLeft, fresh: Collection[str]) -> Block:
    key = f"i:{item.submission}:{item.indicator}"

    def draw(place: RowPlace) -> Sequence[Line]:
        title = item.title_en if language() == "en" and item.title_en else item.title
        tone = "accent" if place.selected else "dim"
        line: Line = (
            *fill((Part(item.name, "muted"),), _NAME),
            gap(1),
            *fill((Part(item.indicator, tone, bold=place.selected),), 8),
            Part(title, bold=place.selected),
        )
        mark = CONFIRM if item.to_confirm else OPEN
        return [
            aside(line, (*fresh_mark(key, fresh), gap(1), *fill((mark.part(),), 2)), place.cells)
        ]

    return Block(draw, key=key)
