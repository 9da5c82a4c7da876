"""What stands on the sheets of a workbook, row by row, before any cell is drawn."""

from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass, field

from rolcheck.base.periods import Period
from rolcheck.desk.handing import ruling_words, words
from rolcheck.desk.handing.asked import HandoutAnswer
from rolcheck.desk.handing.disputed import HandoutRuling
from rolcheck.desk.handing.handin import declaration_key
from rolcheck.desk.handing.handout import Handout
from rolcheck.desk.handing.scored import HandoutItem, HandoutSubmission, HandoutVerdict
from rolcheck.desk.handing.sheets.layout import (
    ABOUT,
    ANSWER_COLUMNS,
    ANSWERS,
    CODES_COLUMN,
    COLUMNS,
    DECLARATION_COLUMNS,
    DECLARATIONS,
    RULING_COLUMNS,
    RULINGS,
    VERDICT_COLUMNS,
    SheetColumn,
    sheet_names,
)
from rolcheck.desk.handing.sheets.validation import (
    Options,
    listed_validation,
    ranged_validation,
    validation,
)
from rolcheck.locale import _
from rolcheck.locale.words import value_words
from rolcheck.reports.words import day, titled

FINDING = ("code", "asked", "due")
SCORED = ("value", "remark", "evidence", *FINDING)
JUDGED = ("value", *FINDING)
RULED = ("ruling", "reason")
ANSWERED = ("answer", "nature", "evidence")


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


def pages(handout: Handout, period: Period) -> Iterator[tuple[str, Page]]:
    """Yield the sheets of a handout with their names."""
    names = sheet_names(one.id for one in handout.submissions)
    if handout.undeclared:
        yield DECLARATIONS, _declarations_page(handout)
    for submission in handout.submissions:
        yield names[submission.id], _submission_page(handout, submission, period)
    if handout.rulings:
        yield RULINGS, _rulings_page(handout, period)
    if handout.answers:
        yield ANSWERS, _answers_page(handout)


def _submission_page(handout: Handout, submission: HandoutSubmission, period: Period) -> Page:
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


def _declarations_page(handout: Handout) -> Page:
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


def _rulings_page(handout: Handout, period: Period) -> Page:
    """Return the sheet on which an arbiter rules."""
    return Page(
        title=_("Rulings of {name}").format(name=handout.reviewer_name),
        about=_about(handout),
        help=_help_on_rulings(),
        columns=RULING_COLUMNS,
        rows=tuple(_ruling_row(item, period) for item in handout.rulings),
    )


def _answers_page(handout: Handout) -> Page:
    """Return the sheet on which a responsible unit answers findings."""
    return Page(
        title=_("Findings to be answered by {name}").format(name=handout.reviewer_name),
        about=_about(handout),
        help=_help_on_answers(),
        columns=ANSWER_COLUMNS,
        rows=tuple(map(_answer_row, handout.answers)),
    )


def _about(handout: Handout) -> str:
    parts = [
        handout.title,
        _("round {number} {name}").format(number=handout.round, name=handout.round_name),
        _("{name} ({id})").format(name=handout.reviewer_name, id=handout.reviewer),
        handout.criteria_name,
    ]
    if handout.due:
        parts.append(_("until {day}").format(day=day(handout.due)))
    return "    ".join(parts)


def _help_on_scores() -> str:
    return _(
        "Fill in the yellow cells only; a cell left empty changes nothing. A value other than the "
        "one you recorded, n/a and a raised veto want a remark. Evidence: ids parted by blanks. "
        "Where the material is lacking, say it as a finding: what kind, what is asked, and by "
        "when. Rows and columns may be sorted and widened; save as .xlsx and send the file back."
    )


def _help_on_verdicts() -> str:
    return _(
        "Fill in the yellow cells only; a cell left empty changes nothing. What is to be "
        "supplemented or missing may be said as a finding: what kind, what is asked, and by when. "
        "Rows and columns may be sorted and widened; save as .xlsx and send the file back."
    )


def _help_on_rulings() -> str:
    return _(
        "Fill in the yellow cells only; a row left empty changes nothing. Every ruling wants a "
        "reason, which stands on record. "
        "Rows and columns may be sorted and widened; save as .xlsx and send the file back."
    )


def _help_on_answers() -> str:
    return _(
        "Fill in the yellow cells only; a finding left empty stays unanswered. Evidence: ids of "
        "what was handed in, parted by blanks. "
        "Rows and columns may be sorted and widened; save as .xlsx and send the file back."
    )


def _score_row(submission: str, item: HandoutItem, period: Period) -> PageRow:
    indicator, others = item.indicator, words.other_words(item)
    how, offered = words.how_to_write(indicator, others, period), words.choices(indicator, others)
    texts = {
        "indicator": item.name,
        "title": titled(indicator),
        "full": words.full(indicator),
        "guidance": "\n".join(words.guidance(item)),
        "rule": f"{words.rule(indicator)}\n{how}",
        "claim": words.number(item.claim),
        "panel": words.number(item.panel),
        "news": "\n".join(words.news(item)),
        "own": words.own(item),
        "submission": submission,
    }
    offers = {
        "value": lambda cell: validation(indicator, offered, others, how, cell),
        "code": _offer_codes,
    }
    return PageRow(texts, SCORED, offers)


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
        "code": _offer_codes,
    }
    return PageRow(texts, JUDGED, offers)


def _ruling_row(item: HandoutRuling, period: Period) -> PageRow:
    indicator, seen, others = item.indicator, item.seen, ruling_words.others(item)
    how, offered = ruling_words.how_to_rule(item, period), ruling_words.choices(item)
    texts = {
        "place": seen.row.name,
        "indicator": indicator.id,
        "title": titled(indicator),
        "full": words.full(indicator),
        "rule": f"{words.rule(indicator)}\n{how}",
        "claim": words.number(seen.claim),
        "why": ruling_words.why(seen),
        "scores": "\n".join(ruling_words.scores(seen)),
        "panel": ruling_words.panel(seen),
        "material": "\n".join(ruling_words.material(seen)),
        "stands": ruling_words.stands(seen),
        "submission": item.submission,
    }
    offers = {"ruling": lambda cell: validation(indicator, offered, others, how, cell)}
    return PageRow(texts, RULED, offers)


def _answer_row(item: HandoutAnswer) -> PageRow:
    texts = {
        "finding": item.name,
        "place": item.place,
        "indicator": item.indicator.id,
        "title": titled(item.indicator),
        "kind": words.kind_of(item),
        "wanted": item.asked,
        "until": item.due,
        "about": " ".join(item.evidence),
        "last": item.last_said,
        "submission": item.submission,
    }
    offers = {
        "nature": lambda _cell: listed_validation(words.natures(), words.how_to_say_nature()),
    }
    return PageRow(texts, ANSWERED, offers)


def _offer_codes(_cell: str) -> Options:
    column = chr(ord("A") + CODES_COLUMN - 1)
    cells = f"{ABOUT}!${column}$1:${column}${len(words.codes())}"
    return ranged_validation(cells, words.how_to_ask())
