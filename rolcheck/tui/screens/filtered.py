"""A screen with a list that is narrowed by words, which Esc clears before it leaves."""

from typing import ClassVar, TypeVar, cast

from textual import on
from textual.binding import Binding, BindingType

from rolcheck.base.messages import N_
from rolcheck.tui.app import RolcheckApp
from rolcheck.tui.screens.base import SeenScreen
from rolcheck.tui.widgets.filter import FilterField
from rolcheck.tui.widgets.rows import RowList

Seen = TypeVar("Seen")


class FilteredScreen(SeenScreen[Seen]):
    """Yield a `FilterField` with the id ``filter`` and a `RowList` with the id ``rows``.

    Attributes:
        words: What the list is narrowed by; empty for nothing.
        parent_screen: Name of the screen that Esc leads to.
    """

    parent_screen: ClassVar[str] = "desk"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("slash,ctrl+f", "filter", N_("filter"), id="filter.begin"),
        Binding("escape", "back", N_("one step back"), show=False, id="filter.back"),
    ]
    words: str = ""

    def on_mount(self) -> None:
        self.filter_field.display = bool(self.words)
        self.rows.focus()
        self.action_reload()

    @property
    def rows(self) -> RowList[object]:
        """The list."""
        return self.query_one("#rows", RowList)

    @property
    def filter_field(self) -> FilterField:
        """Where the words are typed."""
        return self.query_one("#filter", FilterField)

    def narrow(self, words: str) -> None:
        """Narrow the list by words that were not typed; before the screen is shown, too."""
        self.words = words
        if self.is_mounted:
            self.filter_field.value = words
            self.filter_field.display = bool(words)
            self.rows.focus()
            self.narrowed()

    def narrowed(self) -> None:
        """Show what fits the words now."""
        self.language_changed()

    def action_filter(self) -> None:
        self.filter_field.display = True
        self.filter_field.focus()

    @on(FilterField.Narrowed)
    def _narrow(self, event: FilterField.Narrowed) -> None:
        if event.text != self.words:
            self.words = event.text
            self.narrowed()

    @on(FilterField.Done)
    def _narrowed(self) -> None:
        self.rows.focus()
        self.filter_field.display = bool(self.words)

    @on(FilterField.Left)
    def action_back(self) -> None:
        if self.filter_field.display:
            self.filter_field.value, self.filter_field.display = "", False
            self.rows.focus()
        else:
            cast(RolcheckApp, self.app).action_go(self.parent_screen)
