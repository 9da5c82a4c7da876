"""How a score sheet is built: what its columns are called where nobody sees it, and its sheets."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from rolcheck.base.messages import N_

ABOUT = "rolcheck"
"""The hidden sheet that says what the workbook is for."""

VERSION = "1"
LONGEST_NAME = 31  # Excel
DECLARATIONS = "declarations"
"""The sheet on which a reviewer makes the campaign's declarations."""

_TAKEN = {ABOUT, DECLARATIONS, "history"}  # Excel keeps the last for itself
_SHORTENED = "~"  # stands in no submission's id

KEYS = ("version", "campaign", "round", "reviewer", "criteria")
"""What the hidden sheet says, in its first two columns."""

ITEM_COLUMNS = ("submission", "indicator", "edition", "material")
"""What it says of every item handed out, below a row of these names."""

NAMED = ("indicator", "value")
"""A row that holds these names its sheet's columns."""

DECLARED = ("declaration", "value")
"""A row that holds these names the columns of the declarations."""

ENTRIES = ("value", "remark", "evidence", "code", "asked", "due")
"""The columns that are filled in."""


@dataclass(frozen=True, slots=True)
class SheetColumn:
    """One column of a score sheet.

    Attributes:
        name: What the hidden first row calls it.
        title: Message id of its heading.
        width: In characters.
        hidden: Whether it binds what stands in a row and is not to be looked at.
    """

    name: str
    title: str
    width: int
    hidden: bool = False


COLUMNS = (
    SheetColumn("indicator", N_("no."), 7),
    SheetColumn("title", N_("indicator"), 14),
    SheetColumn("full", N_("full points"), 6),
    SheetColumn("guidance", N_("what to look at"), 26),
    SheetColumn("rule", N_("how points are given"), 27),
    SheetColumn("claim", N_("claim"), 6),
    SheetColumn("panel", N_("last round"), 6),
    SheetColumn("news", N_("finding"), 20),
    SheetColumn("own", N_("you recorded"), 16),
    SheetColumn("value", N_("observation"), 13),
    SheetColumn("remark", N_("remark"), 25),
    SheetColumn("evidence", N_("evidence"), 9),
    SheetColumn("submission", N_("submission"), 4, hidden=True),  # says of every row whose it is
)
"""Of a sheet of scores."""

VERDICT_COLUMNS = (
    SheetColumn("indicator", N_("no."), 9),
    SheetColumn("title", N_("indicator"), 16),
    SheetColumn("expected", N_("expected item"), 20),
    SheetColumn("offered", N_("what was offered"), 28),
    SheetColumn("guidance", N_("what to look at"), 24),
    SheetColumn("news", N_("finding"), 20),
    SheetColumn("own", N_("recorded"), 10),
    SheetColumn("value", N_("verdict"), 12),
    SheetColumn("code", N_("finding: what kind"), 15),
    SheetColumn("asked", N_("finding: what is asked"), 26),
    SheetColumn("due", N_("finding: due date"), 11),
    SheetColumn("remark", N_("remark on a veto"), 16),
    SheetColumn("submission", N_("submission"), 4, hidden=True),
)
"""Of a sheet of the completeness round."""

DECLARATION_COLUMNS = (
    SheetColumn("title", N_("what is declared"), 60),
    SheetColumn("value", N_("I declare this"), 16),
    SheetColumn("declaration", N_("declaration"), 4, hidden=True),
)
"""Of the sheet of declarations."""


def sheet_names(submissions: Iterable[str]) -> Mapping[str, str]:
    """Return the name of every submission's sheet: its id, shortened where a program forbids it.

    Example:
        >>> list(sheet_names(["yunlan", "History"]).values())
        ['yunlan', 'History~2']
    """
    return {
        submission: submission
        if len(submission) <= LONGEST_NAME and submission.casefold() not in _TAKEN
        else f"{submission[:26]}{_SHORTENED}{number}"
        for number, submission in enumerate(submissions, start=1)
    }
