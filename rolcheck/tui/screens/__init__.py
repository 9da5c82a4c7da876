"""The screens; `SCREENS` names them, their class loaded when first shown."""

from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module
from typing import cast

from textual.screen import Screen

from rolcheck.base.messages import N_


@dataclass(frozen=True, slots=True)
class Entry:
    """One screen of the app.

    Attributes:
        title: Message id of its name.
        key: The key that shows it, from every screen.
        path: ``module:class``; the class takes the desk and nothing else.
    """

    title: str
    key: str
    path: str

    def load(self) -> Callable[[object], Screen[None]]:
        """Return the class."""
        module, _colon, name = self.path.partition(":")
        return cast(Callable[[object], Screen[None]], getattr(import_module(module), name))


SCREENS: dict[str, Entry] = {
    "desk": Entry(N_("Desk"), "f2", "rolcheck.tui.screens.desk:OverviewScreen"),
    "review": Entry(N_("Review"), "f3", "rolcheck.tui.screens.review:ReviewScreen"),
    "rounds": Entry(N_("Rounds"), "f4", "rolcheck.tui.screens.rounds:RoundsScreen"),
    "matrix": Entry(N_("Matrix"), "f6", "rolcheck.tui.screens.matrix:MatrixScreen"),
    "summary": Entry(N_("Summary"), "f5", "rolcheck.tui.screens.summary:SummaryScreen"),
    "assignments": Entry(
        N_("Assignments"), "f10", "rolcheck.tui.screens.assignments:AssignmentsScreen"
    ),
    "ledger": Entry(N_("Ledger"), "f9", "rolcheck.tui.screens.ledger:LedgerScreen"),
    "criteria": Entry(N_("Criteria"), "f12", "rolcheck.tui.screens.criteria:CriteriaScreen"),
    "disputes": Entry(N_("Disputes"), "f7", "rolcheck.tui.screens.disputes:DisputesScreen"),
    "findings": Entry(N_("Findings"), "f8", "rolcheck.tui.screens.findings:FindingsScreen"),
}
