"""The indicators of a submission as a tree: what is left, what is done, found by a few letters."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from textual.app import ComposeResult
from textual.message import Message
from textual.reactive import reactive

from rolcheck.base.messages import N_
from rolcheck.base.text import fold_width
from rolcheck.desk.review.queue import Order, QueueRow
from rolcheck.locale import _, language
from rolcheck.tui.marks import MARKS, mark_cells
from rolcheck.tui.text import Line, Part, gap
from rolcheck.tui.widgets.facts import Facts
from rolcheck.tui.widgets.filter import FilterField
from rolcheck.tui.widgets.pane import Pane, Section
from rolcheck.tui.widgets.rows import Row, RowList, RowPlace

_INDENT = 2
_LEGEND_CELLS = {"zh": 10, "en": 16}


@dataclass(frozen=True, slots=True)
class TreeRow:
    """One row that is shown; `folded` hides what is below it, `fresh` changed elsewhere."""

    row: QueueRow
    folded: bool = False
    fresh: bool = False


class ItemTree(Pane):
    """Shows the queue; branches that are done are folded, unless the item at hand is below."""

    wanted: reactive[str] = reactive("", init=False)

    @dataclass
    class Moved(Message):
        """The cursor is on another item."""

        submission: str
        indicator: str

    @dataclass
    class Chosen(Message):
        """An item was chosen, to work on it."""

        submission: str
        indicator: str

    @dataclass
    class FilterLeft(Message):
        """Typing a filter ended."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._rows: Sequence[QueueRow] = ()
        self._at = ""
        self._tree: tuple[str, str] = ("", "")
        self._fresh: frozenset[str] = frozenset()
        self._folded: dict[str, bool] = {}
        self._titles: dict[str, str] = {}

    def compose(self) -> ComposeResult:
        yield Section(N_("items"))
        yield FilterField(id="filter")
        yield RowList[TreeRow](_draw, lambda one: one.row.id, empty=self._nothing, id="rows")
        yield Facts(_legend, id="legend")

    @property
    def rows(self) -> RowList[TreeRow]:
        """The list itself."""
        return self.query_one("#rows", RowList)

    def show(
        self,
        rows: Sequence[QueueRow],
        at: str,
        order: Order = "submission",
        fresh: frozenset[str] = frozenset(),
    ) -> None:
        """Show a queue.

        What is done at first sight is folded; what gets done later stays as it is, so that
        nothing moves.

        Args:
            rows: All of it.
            at: The id of the item at hand, where the cursor is put.
            order: How the queue goes.
            fresh: Ids of items that changed elsewhere.
        """
        whose = next((row.submission for row in rows if row.is_item), "")
        tree = (order, whose if order == "submission" else "")
        if tree != self._tree:
            self._folded = {row.id: _is_quiet(row) for row in rows}
        self._tree, self._rows, self._at, self._fresh = tree, rows, at, fresh
        self._titles = {row.id: f"{row.title} {row.title_en}" for row in rows}
        self._refill()
        self.rows.select(at)

    def back(self) -> None:
        """Put the cursor back on the item at hand."""
        self.rows.select(self._at)

    def matching(self) -> Sequence[QueueRow]:
        """Return the items that the filter lets through, in order."""
        return [row for row in self._rows if row.is_item and self._fits(row)]

    def filter(self) -> None:
        """Begin to type a filter."""
        field = self.query_one(FilterField)
        field.display = True
        field.focus()

    def unfilter(self) -> None:
        """Show everything again."""
        field = self.query_one(FilterField)
        field.value, field.display = "", False
        self.wanted = ""

    def redraw_texts(self) -> None:
        """Say everything in the language in use now."""
        self._refill()

    def watch_wanted(self) -> None:
        self._refill()
        self.rows.select(self._at)

    def on_filter_field_narrowed(self, event: FilterField.Narrowed) -> None:
        event.stop()
        self.wanted = event.text

    def on_filter_field_done(self, event: FilterField.Done) -> None:
        event.stop()
        self.query_one(FilterField).display = bool(self.wanted)
        self.post_message(self.FilterLeft())

    def on_filter_field_left(self, event: FilterField.Left) -> None:
        event.stop()
        self.unfilter()
        self.post_message(self.FilterLeft())

    def on_row_list_moved(self, event: RowList.Moved) -> None:
        event.stop()
        row = self._item(event.key)
        is_late = event.key != self.rows.selected_key  # another queue is shown by now
        if row is not None and event.key != self._at and not is_late:
            self.post_message(self.Moved(row.submission, row.indicator))

    def on_row_list_chosen(self, event: RowList.Chosen) -> None:
        event.stop()
        row = self._item(event.key)
        if row is not None:
            self.post_message(self.Chosen(row.submission, row.indicator))
            return
        branch = next(one for one in self.rows.items if one.row.id == event.key)
        self._folded[event.key] = not branch.folded
        self._refill()

    def _item(self, id: str) -> QueueRow | None:
        return next((row for row in self._rows if row.id == id and row.is_item), None)

    def _refill(self) -> None:
        self.rows.show([*self._shown()])
        words = self.wanted.strip() or _("all items")
        said = (Part(_("filter"), "dim"), gap(1), Part(words, "muted"))
        by_indicator = self._tree[0] == "indicator"
        title = N_("by indicator") if by_indicator else N_("items")
        self.query_one(Section).show(said, title=title)

    def _shown(self) -> Iterator[TreeRow]:
        """Yield the rows: with a filter what fits and what is above it, else what is unfolded."""
        fitting = [row for row in self._rows if row.is_item and self._fits(row)]
        hidden = ""
        for row in self._rows:
            if self.wanted:
                if any(one is row or one.is_below(row.id) for one in fitting):
                    yield TreeRow(row, fresh=row.id in self._fresh)
                continue
            if hidden and row.is_below(hidden):
                continue
            folded = not row.is_item and self._is_folded(row)
            hidden = row.id if folded else ""
            yield TreeRow(row, folded, row.id in self._fresh)

    def _nothing(self) -> Line:
        if not self._rows:
            return (Part(_("no items of yours are here"), "muted"),)
        return (
            Part(_("nothing fits"), "muted"),
            gap(2),
            Part("Esc", "accent", bold=True),
            gap(1),
            Part(_("shows all items"), "muted"),
        )

    def _is_folded(self, row: QueueRow) -> bool:
        if self._at.startswith((f"{row.id}.", f"{row.id}/")):
            return False
        return self._folded.get(row.id, False)

    def _fits(self, row: QueueRow) -> bool:
        mark = MARKS.get(row.state)
        state = f"{_(mark.name)} {mark.zh}" if mark else ""
        finding = _("finding") if row.has_finding else ""
        titles = " ".join(self._titles.get(one, "") for one in {row.id, row.indicator})
        said = fold_width(f"{row.id} {row.title} {titles} {state} {finding}").casefold()
        return all(word in said for word in fold_width(self.wanted).casefold().split())


def _is_quiet(row: QueueRow) -> bool:
    """Tell whether a branch is folded at first: what is done, and what has submissions below."""
    return row.state == "done" or row.kind == "indicator"


def _draw(one: TreeRow, place: RowPlace) -> Row:
    row = one.row
    mark = MARKS.get(row.state)
    quiet = (mark is None or mark.recedes) and not place.selected
    title = (row.title_en if language() == "en" else "") or row.title
    shown = "" if row.kind == "submission" else row.id
    strong = place.selected or (row.depth == 0 and not quiet)
    id_tone = "accent" if place.selected else ("fg" if row.depth == 0 and not quiet else "dim")
    left = (
        gap(_INDENT * row.depth),
        Part(shown, id_tone, bold=strong),
        gap(1 if shown else 0),
        Part(title, "dim" if quiet else "fg", bold=strong),
    )
    right: list[Part] = [Part(_("new"), "confirm", bold=True), gap(1)] if one.fresh else []
    if not row.is_item and row.due:
        right.extend((Part(f"{row.done}/{row.due}", "dim"), gap(1)))
    right.append(mark.part() if mark else gap(mark_cells()))
    return Row(left, tuple(right))


def _legend(width: int) -> Sequence[Line]:
    """Return what the marks mean, as many in a line as fit."""
    room = _LEGEND_CELLS[language()]
    across = max(width // room, 1)
    parts = [(mark.part(), gap(1), Part(_(mark.name), "dim")) for mark in MARKS.values()]
    lines: list[Line] = []
    for start in range(0, len(parts), across):
        line: list[Part] = []
        for at, part in enumerate(parts[start : start + across]):
            taken = sum(one.cells for one in line)
            line.extend((gap(at * room - taken), *part))
        lines.append(tuple(line))
    return lines
