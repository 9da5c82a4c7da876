"""What Review asks in windows of their own: where to go, what is wrong, whether one declares."""

from collections.abc import Sequence

from rolcheck.base.messages import N_
from rolcheck.desk.review.duties import is_outdated
from rolcheck.desk.review.phrases import Phrase
from rolcheck.locale import _, ngettext
from rolcheck.locale.finding_codes import CODES, code_words
from rolcheck.tui.marks import MARKS
from rolcheck.tui.review.reading import Review, SubmissionChoice
from rolcheck.tui.review.words import names_of
from rolcheck.tui.screens.chooser import Chooser, Option
from rolcheck.tui.screens.prompt import Prompt, Question
from rolcheck.tui.text import Line, Part, one_line


def ask_item(review: Review) -> Chooser:
    """Return the question which item to go to, by id or title."""
    names = names_of(review)
    options = []
    for row in review.items:
        title = names[row.indicator]
        if row.kind == "submission":
            title = f"{title}  {row.title}"
        options.append(Option(row.id, row.indicator, title, _mark(row.state)))
    return Chooser(N_("go to an indicator"), options, review.at)


def ask_phrase(offered: Sequence[Phrase]) -> Chooser:
    """Return the question which of the remarks to take; the key is its place in the order."""
    options = [
        Option(str(at), str(at + 1), one_line(one.text), (Part(_source(one), "dim"),))
        for at, one in enumerate(offered)
    ]
    return Chooser(N_("phrases: said here elsewhere, kept, used"), options)


def _source(one: Phrase) -> str:
    if one.source == "here":
        return one.where
    if one.source == "kept":
        return _("kept")
    return ngettext("{n} time", "{n} times", one.count).format(n=one.count)


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


def ask_finding(indicator: str, code: str, standard: str) -> Prompt:
    """Return the question what the applicant is asked; no answer stands for the words given."""
    title = _("new finding on {indicator}: {code} {words}").format(
        indicator=indicator, code=code, words=code_words(code)
    )
    said = _("say what is seen and what is to be handed in; nothing stands for: {words}")
    return Prompt(title, said.format(words=standard), required=False)


def ask_declaration(texts: Sequence[str]) -> Question:
    """Return the declarations, to be made or not."""
    said = "\n".join(f"{number}  {text}" for number, text in enumerate(texts, 1))
    return Question(_("before the first score: do you declare this?"), said)


def ask_keep(review: Review) -> Question:
    """Return the question whether all earlier scores that one goes over at once stand."""
    rows, standing = review.earlier, review.standing
    name = review.item.submission_name if review.item else ""
    if review.order == "indicator":
        name = review.indicator
    latest = (standing.own_latest(row.submission, row.indicator, review.who) for row in rows)
    fresh = sum(row is not None and is_outdated(standing, row) for row in latest)
    said = _("{n} items; u takes all of them back at once").format(n=len(rows))
    if review.order == "indicator":
        said = _("{n} items; u takes them back one by one").format(n=len(rows))
    if fresh:
        new = _("the material of {n} of them is new: have you looked at it?").format(n=fresh)
        said = f"{said}\n{new}"
    return Question(_("confirm all earlier scores of {name}?").format(name=name), said)
