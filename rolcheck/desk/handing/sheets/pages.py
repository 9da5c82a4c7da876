"""What stands on the sheets of a workbook, row by row, before any cell is drawn."""

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field

from rolcheck.base.periods import Period
from rolcheck.desk.handing import words
from rolcheck.desk.handing.handin import declaration_key
from rolcheck.desk.handing.handout import Handout, HandoutItem, HandoutSubmission, HandoutVerdict
from rolcheck.desk.handing.sheets.layout import (
    COLUMNS,
    DECLARATION_COLUMNS,
    VERDICT_COLUMNS,
    SheetColumn,
)
from rolcheck.desk.handing.sheets.validation import Options, listed_validation, validation
from rolcheck.locale import _
from rolcheck.locale.words import value_words
from rolcheck.reports.words import day, titled

SCORED = ("value", "remark", "evidence")
JUDGED = ("value", "code", "asked", "due")


@dataclass(frozen=True, slots=True)
class PageRow:
    """One row.

    Attributes:
        texts: What stands in it, by the name of the column.
        entries: The columns that are filled in.
        offers: What an office program offers for a column and takes, told the cell's address.
    """

    texts: Mapping[str, str]
    entries: Collection[str]
    offers: Mapping[str, Callable[[str], Options]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Page:
    """One sheet: its head, its columns and rows."""

    title: str
    about: str
    help: str
    columns: tuple[SheetColumn, ...]
    rows: tuple[PageRow, ...]

    @property
    def shown(self) -> int:
        """How many columns are to be looked at; they come first."""
        return sum(not column.hidden for column in self.columns)


def submission_page(handout: Handout, submission: HandoutSubmission, period: Period) -> Page:
    """Return the sheet of one submission: of its scores, or of its verdicts and vetoes."""
    scores = [_score_row(submission.id, item, period) for item in submission.items]
    verdicts = [_verdict_row(submission.id, one) for one in submission.verdicts]
    if not verdicts:
        return Page(
            title=_("{name}: score sheet").format(name=submission.name),
            about=_about(handout),
            help=_help_on_scores(),
            columns=COLUMNS,
            rows=tuple(scores),
        )
    columns = [one for one in VERDICT_COLUMNS if scores or one.name != "remark"]
    return Page(
        title=_("{name}: completeness sheet").format(name=submission.name),
        about=_about(handout),
        help=_help_on_verdicts(),
        columns=tuple(columns),
        rows=(*verdicts, *scores),
    )


def declarations_page(handout: Handout) -> Page:
    """Return the sheet on which the campaign's declarations are made."""
    offers = {
        "value": lambda _cell: listed_validation((value_words("yes"),), words.how_to_declare())
    }
    rows = [
        PageRow({"title": text, "declaration": declaration_key(text)}, ("value",), offers)
        for text in handout.undeclared
    ]
    return Page(
        title=_("Declarations of {name}").format(name=handout.reviewer_name),
        about=_about(handout),
        help=words.how_to_declare(),
        columns=DECLARATION_COLUMNS,
        rows=tuple(rows),
    )


def _about(handout: Handout) -> str:
    parts = [
        handout.title,
        _("round {number} {name}").format(number=handout.round, name=handout.round_name),
        _("reviewer {name} ({id})").format(name=handout.reviewer_name, id=handout.reviewer),
        handout.criteria_name,
    ]
    if handout.due:
        parts.append(_("until {day}").format(day=day(handout.due)))
    return "    ".join(parts)


def _help_on_scores() -> str:
    return _(
        "Fill in the yellow cells only; a cell left empty changes nothing. A value other than the "
        "one you recorded, n/a and a raised veto want a remark. Evidence: ids parted by blanks. "
        "Rows and columns may be sorted and widened; save as .xlsx and send the file back."
    )


def _help_on_verdicts() -> str:
    return _(
        "Fill in the yellow cells only; a cell left empty changes nothing. What is to be "
        "supplemented or missing may be said as a finding: what kind, what is asked, and by when. "
        "Rows and columns may be sorted and widened; save as .xlsx and send the file back."
    )


def _score_row(submission: str, item: HandoutItem, period: Period) -> PageRow:
    how = words.how_to_fill_in(item, period)
    texts = {
        "indicator": item.name,
        "title": titled(item.indicator),
        "full": words.full(item.indicator),
        "guidance": "\n".join(words.guidance(item)),
        "rule": f"{words.rule(item)}\n{how}",
        "claim": words.number(item.claim),
        "panel": words.number(item.panel),
        "news": "\n".join(words.news(item)),
        "own": words.own(item),
        "submission": submission,
    }
    return PageRow(texts, SCORED, {"value": lambda cell: validation(item, how, cell)})


def _verdict_row(submission: str, item: HandoutVerdict) -> PageRow:
    texts = {
        "indicator": item.name,
        "title": titled(item.indicator),
        "expected": words.expected(item),
        "offered": words.offered(item.evidence),
        "guidance": item.indicator.guidance,
        "news": "\n".join(words.findings(item.findings)),
        "own": words.verdict(item.verdict),
        "submission": submission,
    }
    offers = {
        "value": lambda _cell: listed_validation(words.verdicts(), words.how_to_judge()),
        "code": lambda _cell: listed_validation(words.codes(), words.how_to_ask(), closed=False),
    }
    return PageRow(texts, JUDGED, offers)
