"""Choosing one of many by typing a part of it."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen

from rolcheck.base.messages import N_
from rolcheck.base.text import fold_width
from rolcheck.locale import _, ngettext
from rolcheck.tui.text import Line, Part, gap
from rolcheck.tui.widgets.chrome import BottomLine
from rolcheck.tui.widgets.filter import FilterField
from rolcheck.tui.widgets.pane import Section
from rolcheck.tui.widgets.rows import Row, RowList, RowPlace


@dataclass(frozen=True, slots=True)
class Option:
    """One thing to choose.

    Attributes:
        key: What the chooser gives back.
        label: A short name, an id mostly; may be empty.
        text: What it is.
        right: What stands at the right end.
    """

    key: str
    label: str
    text: str
    right: Line = ()


class Chooser(ModalScreen[str | None]):
    """Lists options; typing narrows them, Enter takes one, Esc none.

    Args:
        title: Message id of what is chosen.
        options: In the order of the list.
        selected: Key of the one to begin with.
    """

    CSS_PATH = "chooser.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "take", N_("take"), id="chooser.take"),
        Binding("escape", "dismiss(None)", N_("back"), id="chooser.back"),
        Binding("down", "move(1)", N_("next row"), show=False, id="chooser.next"),
        Binding("up", "move(-1)", N_("previous row"), show=False, id="chooser.previous"),
        Binding("pagedown", "page(1)", N_("page down"), show=False, id="chooser.page-down"),
        Binding("pageup", "page(-1)", N_("page up"), show=False, id="chooser.page-up"),
    ]

    def __init__(self, title: str, options: Sequence[Option], selected: str = "") -> None:
        super().__init__()
        self._title, self._options, self._selected = title, tuple(options), selected

    def compose(self) -> ComposeResult:
        with Vertical(id="box"):
            yield Section(self._title)
            yield FilterField()
            rows: RowList[Option] = RowList(_draw, lambda option: option.key, empty=_nothing)
            rows.can_focus = False
            yield rows
        yield BottomLine()

    def on_mount(self) -> None:
        self.query_one(Section).active = True
        self._rows.show(self._options)
        self._rows.select(self._selected)
        self.query_one(FilterField).focus()
        self.watch(self._rows, "scroll_y", self._say_below)
        self.watch(self._rows, "virtual_size", self._say_below)

    def on_resize(self) -> None:
        self._say_below()

    def _say_below(self) -> None:
        """Say beside the title how many options are out of sight."""
        self.call_after_refresh(self._show_below)

    def _show_below(self) -> None:
        below = self._rows.below
        said = ngettext("{n} more below", "{n} more below", below).format(n=below)
        self.query_one(Section).show(said if below else "")

    @property
    def _rows(self) -> RowList[Option]:
        return self.query_one(RowList)

    @on(FilterField.Narrowed)
    def _narrow(self, event: FilterField.Narrowed) -> None:
        words = fold_width(event.text).casefold().split()
        self._rows.show([option for option in self._options if matches(option, words)])

    @on(FilterField.Done)
    def action_take(self) -> None:
        if self._rows.selected_key:
            self.dismiss(self._rows.selected_key)

    @on(RowList.Chosen)
    def _chosen(self, event: RowList.Chosen) -> None:
        self.dismiss(event.key)

    @on(FilterField.Left)
    def _left(self) -> None:
        self.dismiss(None)

    def action_move(self, step: int) -> None:
        self._rows.action_move(step)

    def action_page(self, step: int) -> None:
        self._rows.action_page(step)


def matches(option: Option, words: Sequence[str]) -> bool:
    """Tell whether every word stands in the label or the text."""
    said = fold_width(f"{option.label} {option.text}").casefold()
    return all(word in said for word in words)


def _draw(option: Option, place: RowPlace) -> Row:
    label = Part(option.label, "accent" if place.selected else "dim", bold=place.selected)
    text = Part(option.text, "fg", bold=place.selected)
    left: Line = (label, gap(2), text) if option.label else (text,)
    return Row(left, (*option.right, gap(1)) if option.right else ())


def _nothing() -> Line:
    return (Part(_("nothing fits"), "muted"),)
