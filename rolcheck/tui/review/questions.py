"""What Review asks in windows of their own: where to go, what is wrong, whether one declares."""

from collections.abc import Sequence

from rolcheck.base.messages import N_
from rolcheck.locale import _
from rolcheck.tui.marks import MARKS
from rolcheck.tui.review.reading import Review, SubmissionChoice
from rolcheck.tui.review.words import title_of
from rolcheck.tui.screens.chooser import Chooser, Option
from rolcheck.tui.screens.prompt import Prompt, Question
from rolcheck.tui.text import Line, Part
from rolcheck.tui.widgets.finding_codes import CODES, code_words


def ask_item(review: Review) -> Chooser:
    """Return the question which indicator to go to, by id or title."""
    options = [Option(row.id, row.id, title_of(row), _mark(row.state)) for row in review.indicators]
    return Chooser(N_("go to an indicator"), options, review.indicator)


def _mark(state: str) -> Line:
    return (MARKS[state].part(),) if state in MARKS else ()


def ask_submission(choices: Sequence[SubmissionChoice], now: str) -> Chooser:
    """Return the question which submission to review."""
    options = []
    for one in choices:
        left = _("{left} / {due} items left").format(left=one.left, due=one.due)
        options.append(Option(one.id, "", one.name, (Part(left, "dim"),) if one.due else ()))
    return Chooser(N_("choose a submission"), options, now)


def ask_code() -> Chooser:
    """Return the question what kind of defect a finding is about."""
    options = [Option(code, code, code_words(code)) for code in CODES]
    return Chooser(N_("new finding: what is wrong"), options)


def ask_finding(review: Review, code: str) -> Prompt:
    """Return the question what the applicant is asked."""
    title = _("new finding on {indicator}: {code} {words}").format(
        indicator=review.indicator, code=code, words=code_words(code)
    )
    return Prompt(title, _("say what is seen and what is to be handed in"))


def ask_declaration(texts: Sequence[str]) -> Question:
    """Return the declarations, to be made or not."""
    said = "\n".join(f"{number}  {text}" for number, text in enumerate(texts, 1))
    return Question(_("before the first score: do you declare this?"), said)


def ask_keep(review: Review, count: int) -> Question:
    """Return the question whether all earlier scores of the submission stand."""
    name = review.item.submission_name if review.item else ""
    return Question(
        _("confirm all earlier scores of {name}?").format(name=name),
        _("{n} items; u takes all of them back at once").format(n=count),
    )
