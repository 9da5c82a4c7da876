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

RULINGS, ANSWERS = "rulings", "answers"
"""The sheets on which an arbiter rules, and a responsible unit answers findings."""

_TAKEN = {ABOUT, DECLARATIONS, RULINGS, ANSWERS, "history"}  # Excel keeps the last for itself
_SHORTENED = "~"  # stands in no submission's id

KEYS = ("version", "campaign", "round", "reviewer", "criteria")
"""What the hidden sheet says, in its first two columns."""

HANDOUT = "handout"
"""What it says besides: which handout the workbook is."""

CODES_COLUMN = 6
"""The column of the hidden sheet in which the codes of findings stand, for a list too long for a
cell's own."""

ITEM_COLUMNS = ("submission", "indicator", "edition", "material")
"""What it says of every item handed out, below a row of these names."""

NAMED = ("indicator", "value")
"""A row that holds these names its sheet's columns."""

DECLARED = ("declaration", "value")
"""A row that holds these names the columns of the declarations."""

RULED = ("indicator", "ruling")
"""A row that holds these names the columns of the rulings."""

ANSWERED = ("finding", "answer")
"""A row that holds these names the columns of the answers."""

VALUES = ("value", "ruling", "answer")
"""The columns of what is filled in first of all."""

ENTRIES = (*VALUES, "remark", "evidence", "code", "asked", "due", "reason", "nature")
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
    SheetColumn("code", N_("finding: what kind"), 11),
    SheetColumn("asked", N_("finding: what is asked"), 18),
    SheetColumn("due", N_("finding: due date"), 10),
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

RULING_COLUMNS = (
    SheetColumn("place", N_("submission"), 11),
    SheetColumn("indicator", N_("no."), 7),
    SheetColumn("title", N_("indicator"), 14),
    SheetColumn("full", N_("full points"), 6),
    SheetColumn("rule", N_("how points are given"), 26),
    SheetColumn("claim", N_("claim"), 6),
    SheetColumn("why", N_("why a ruling is wanted"), 13),
    SheetColumn("scores", N_("all scores"), 44),
    SheetColumn("panel", N_("panel"), 9),
    SheetColumn("material", N_("material and findings"), 24),
    SheetColumn("stands", N_("ruled before"), 16),
    SheetColumn("ruling", N_("ruling"), 13),
    SheetColumn("reason", N_("reason"), 28),
    SheetColumn("submission", N_("submission"), 4, hidden=True),
)
"""Of the sheet of rulings."""

ANSWER_COLUMNS = (
    SheetColumn("finding", N_("finding"), 9),
    SheetColumn("place", N_("submission"), 12),
    SheetColumn("indicator", N_("no."), 7),
    SheetColumn("title", N_("indicator"), 16),
    SheetColumn("kind", N_("what kind"), 14),
    SheetColumn("wanted", N_("what is asked"), 32),
    SheetColumn("until", N_("due date"), 11),
    SheetColumn("about", N_("about"), 10),
    SheetColumn("last", N_("said last"), 20),
    SheetColumn("answer", N_("answer"), 40),
    SheetColumn("nature", N_("about facts or substance"), 12),
    SheetColumn("evidence", N_("evidence"), 10),
    SheetColumn("submission", N_("submission"), 4, hidden=True),
)
"""Of the sheet of answers to findings."""

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
