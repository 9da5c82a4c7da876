"""What files tell of the expected items of a submission, to be confirmed by a person."""

from collections.abc import Sequence
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen

from rolcheck.base.messages import N_
from rolcheck.campaign.completeness import Proposal
from rolcheck.desk.review.proposing import ProposedItem
from rolcheck.locale import _, ngettext
from rolcheck.locale.words import BASES, VERDICTS
from rolcheck.tui.screens.prompt import Question
from rolcheck.tui.text import Line, Part, gap
from rolcheck.tui.widgets.chrome import BottomLine
from rolcheck.tui.widgets.pane import Section
from rolcheck.tui.widgets.rows import Row, RowList, RowPlace

_TONES = {"ok": "done", "supplement": "confirm", "missing": "dispute"}


class ProposalsScreen(ModalScreen[tuple[Proposal, ...] | None]):
    """Lists items without a verdict; gives the proposals that are confirmed, None for none.

    Args:
        submission: Its name.
        items: What is proposed, in the order of the criteria.
        indicator: The one to begin with.
    """

    CSS_PATH = "proposals.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "confirm_all", N_("confirm all"), id="proposals.all"),
        Binding("c", "confirm_one", N_("confirm this one"), id="proposals.one"),
        Binding("space", "leave_out", N_("leave out, or take in"), id="proposals.leave-out"),
        Binding("escape,q", "dismiss(None)", N_("back"), id="proposals.back"),
        Binding("down,j", "move(1)", N_("next row"), show=False, id="proposals.next"),
        Binding("up,k", "move(-1)", N_("previous row"), show=False, id="proposals.previous"),
        Binding("pagedown", "page(1)", N_("page down"), show=False, id="proposals.page-down"),
        Binding("pageup", "page(-1)", N_("page up"), show=False, id="proposals.page-up"),
    ]

    def __init__(self, submission: str, items: Sequence[ProposedItem], indicator: str) -> None:
        super().__init__()
        self._name, self._items, self._indicator = submission, tuple(items), indicator
        self._left_out: set[str] = set()

    def compose(self) -> ComposeResult:
        with Vertical(id="box"):
            yield Section(N_("what files tell of the expected items"))
            rows: RowList[ProposedItem] = RowList(self._draw, _name_of, empty=_nothing, height=2)
            rows.can_focus = False
            yield rows
        yield BottomLine()

    def on_mount(self) -> None:
        self.query_one(Section).active = True
        self._rows.show(self._items)
        here = (one for one in self._items if one.proposal.indicator == self._indicator)
        if first := next(here, None):
            self._rows.select(_name_of(first))
        self._count()

    @property
    def _rows(self) -> RowList[ProposedItem]:
        return self.query_one(RowList)

    @property
    def _taken(self) -> tuple[Proposal, ...]:
        """What would be confirmed now."""
        proposals = (one.proposal for one in self._items if one.proposal.verdict)
        return tuple(one for one in proposals if one.name not in self._left_out)

    def _count(self) -> None:
        self.query_one(Section).show(_("{n} to confirm").format(n=len(self._taken)))

    def action_move(self, step: int) -> None:
        self._rows.action_move(step)

    def action_page(self, step: int) -> None:
        self._rows.action_page(step)

    @on(RowList.Chosen)
    def action_leave_out(self) -> None:
        """Leave the item at hand out, or take it in again, and go a row on."""
        one = self._rows.selected
        if one is not None and one.proposal.verdict:
            self._left_out ^= {one.proposal.name}
            self._rows.refresh_row(one.proposal.name)
            self._count()
        self._rows.action_move(1)

    def action_confirm_one(self) -> None:
        one = self._rows.selected
        if one is not None and one.proposal.verdict:
            self.dismiss((one.proposal,))

    def action_confirm_all(self) -> None:
        """Confirm what is not left out, once it was said how many these are."""
        taken = self._taken
        if not taken:
            return

        def answered(confirms: bool | None) -> None:
            if confirms:
                self.dismiss(taken)

        self.app.push_screen(self._question(taken), answered)

    def _question(self, taken: Sequence[Proposal]) -> Question:
        words = {code: [one for one in taken if one.verdict == code] for code in VERDICTS}
        kinds = [f"{_(VERDICTS[code])} {len(of)}" for code, of in words.items() if of]
        left = len(self._items) - len(taken)
        title = ngettext(
            "confirm {n} verdict on {name} as your own?",
            "confirm {n} verdicts on {name} as your own?",
            len(taken),
        ).format(n=len(taken), name=self._name)
        rest = _("{n} items stay open; u takes all verdicts back at once").format(n=left)
        return Question(title, "   ".join(kinds) + "\n" + rest)

    def _draw(self, one: ProposedItem, place: RowPlace) -> Row:
        made = one.proposal
        label = Part(made.name, "accent" if place.selected else "dim", bold=place.selected)
        optional = () if one.required else (gap(2), Part(_("if there is one"), "dim"))
        if not made.verdict:
            said = Part(_("left to a person"), "dim")
        elif made.name in self._left_out:
            said = Part(_("left out"), "dim")
        else:
            said = Part(_(VERDICTS[made.verdict]), _TONES[made.verdict])
        title = Part(one.title, "fg", bold=place.selected)
        why = Part(_(BASES[made.basis]), "muted")
        pieces = Part(" ".join(made.evidence), "dim")
        below: Line = (gap(2), why, gap(2), pieces)
        return Row((label, gap(2), title, *optional), (said, gap(1)), (below,))


def _name_of(one: ProposedItem) -> str:
    return one.proposal.name


def _nothing() -> Line:
    return (Part(_("every item has a verdict"), "muted"),)
