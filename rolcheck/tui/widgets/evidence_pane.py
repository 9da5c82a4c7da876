"""The evidence of an item: what there is, and the text of the piece under the cursor."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.message import Message
from textual.reactive import reactive

from rolcheck.base.messages import N_
from rolcheck.base.wrapping import wrap
from rolcheck.desk.review.item import EvidenceSeen
from rolcheck.locale import _
from rolcheck.tui.text import BLANK, Line, Part, aside, gap
from rolcheck.tui.widgets.document_lines import document_lines
from rolcheck.tui.widgets.facts import Facts
from rolcheck.tui.widgets.pane import Pane, Section
from rolcheck.tui.widgets.rows import Row, RowList, RowPlace

_MOST_ROWS = 10


class EvidenceList(RowList[EvidenceSeen]):
    """The pieces of evidence; space cites one, Enter goes back to the work."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "choose", N_("back to the score"), id="evidence.back"),
        Binding("space", "cite", N_("cite, or no more"), id="evidence.cite"),
        Binding("pagedown", "scroll_text(1)", N_("read on"), id="evidence.on"),
        Binding("pageup", "scroll_text(-1)", N_("read back"), show=False, id="evidence.up"),
    ]

    def action_cite(self) -> None:
        if self.selected_key:
            self.post_message(EvidencePane.Cited(self.selected_key))

    def action_scroll_text(self, way: int) -> None:
        page = self.screen.query_one("#page", VerticalScroll)
        page.scroll_relative(y=way * max(page.size.height - 2, 1), animate=False)


class EvidencePane(Pane):
    """A list above, a page below; the page is asked for with `Wanted`, given with `read`."""

    cited: reactive[tuple[str, ...]] = reactive((), init=False)

    @dataclass
    class Wanted(Message):
        """The text of a piece of evidence is to be read."""

        evidence: str

    @dataclass
    class Cited(Message):
        """A piece is to be cited with the entry, or no more."""

        evidence: str

    @dataclass
    class Left(Message):
        """Reading is over."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._pieces: Sequence[EvidenceSeen] = ()
        self._texts: dict[str, Sequence[str]] = {}
        self._item: object = None
        self._has_item = True

    def compose(self) -> ComposeResult:
        yield Section(N_("evidence"))
        yield EvidenceList(self._draw, lambda one: one.id, empty=self._nothing, id="pieces")
        with VerticalScroll(id="page", can_focus=False):
            yield Facts(self._page)

    @property
    def pieces(self) -> EvidenceList:
        """The list itself."""
        return self.query_one(EvidenceList)

    def show(
        self,
        item: object,
        pieces: Sequence[EvidenceSeen],
        *,
        has_item: bool = True,
        text: Sequence[str] | None = None,
    ) -> None:
        """Show the evidence of an item; its texts are read anew when the item is another one.

        Args:
            item: Names it.
            pieces: All of its evidence.
            has_item: Whether there is an item at all.
            text: Of the first piece, where it is known already.
        """
        if item != self._item or pieces != self._pieces:
            self._texts.clear()
        if pieces and text is not None:
            self._texts[pieces[0].id] = text
        other, self._item, self._pieces = item != self._item, item, pieces
        self._has_item = has_item
        rows = self.pieces
        rows.styles.height = min(max(len(pieces), 1), _MOST_ROWS)
        rows.show(pieces)
        if other and pieces:
            rows.cursor = 0
        self._say_count()
        self._turn()

    def next_piece(self) -> None:
        """Turn to the next piece, behind the last to the first."""
        if self._pieces:
            self.pieces.cursor = (self.pieces.cursor + 1) % len(self._pieces)

    def read(self, evidence: str, lines: Sequence[str]) -> None:
        """Take the text of a piece; no lines for a file that cannot be shown."""
        self._texts[evidence] = lines
        self.query_one(Facts).redraw()

    def redraw_texts(self) -> None:
        """Say everything in the language in use now."""
        self._say_count()

    def watch_cited(self) -> None:
        self.pieces.redraw()

    def on_row_list_moved(self, event: RowList.Moved) -> None:
        event.stop()
        self._turn()

    def on_row_list_chosen(self, event: RowList.Chosen) -> None:
        event.stop()
        self.post_message(self.Left())

    def _say_count(self) -> None:
        count = _("{n} pieces").format(n=len(self._pieces)) if self._pieces else ""
        self.query_one(Section).show(count)

    def _turn(self) -> None:
        """Show the text of the piece under the cursor from its beginning."""
        key = self.pieces.selected_key
        self.query_one("#page").display = bool(key)
        self.query_one("#page", VerticalScroll).scroll_home(animate=False)
        self.query_one(Facts).redraw()
        if key and key not in self._texts:
            self.post_message(self.Wanted(key))

    def _draw(self, one: EvidenceSeen, place: RowPlace) -> Row:
        strong = place.selected
        id_tone = "accent" if strong else "dim"
        left = (
            Part(one.id, id_tone, bold=strong),
            gap(2),
            Part(one.title, "fg" if strong else "muted", bold=strong),
        )
        right: list[Part] = []
        if one.id in self.cited:
            right.append(Part(_("cited"), "accent"))
        if one.new:
            right.extend((gap(1 if right else 0), Part(_("new"), "confirm", bold=True)))
        if one.pages:
            right.extend((gap(2), Part(one.pages, "dim")))
        return Row(left, (*right, gap(1)) if right else ())

    def _nothing(self) -> Line:
        said = _("no evidence was handed in") if self._has_item else ""
        return (Part(said, "muted"),)

    def _page(self, width: int) -> Sequence[Line]:
        piece = self.pieces.selected
        if piece is None:
            return []
        about = "  ".join(one for one in (piece.number, piece.dated) if one)
        lines = [*_title(piece, width)]
        if about:
            lines.append((Part(about, "dim"),))
        lines.append(BLANK)
        if piece.id not in self._texts:
            return lines
        text = self._texts[piece.id]
        if not text:
            said = _("this file is not shown here: {file}").format(file=piece.file)
            return [*lines, *((Part(line, "muted"),) for line in wrap(said, width))]
        return [*lines, *document_lines(text, width)]


def _title(piece: EvidenceSeen, width: int) -> list[Line]:
    first, *rest = wrap(f"{piece.id}  {piece.title}", width) or ("",)
    lines: list[Line] = [aside((Part(first, bold=True),), (), width)]
    return [*lines, *((Part(text, bold=True),) for text in rest)]
