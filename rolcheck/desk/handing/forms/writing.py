"""A handout as a form in plain text."""

from collections.abc import Iterator, Sequence

from rolcheck.base.periods import Period
from rolcheck.base.wrapping import wrap
from rolcheck.desk.handing.forms import beside
from rolcheck.desk.handing.forms.guidance import check_of
from rolcheck.desk.handing.forms.layout import (
    ANSWER,
    ASKED,
    CAMPAIGN,
    CODE,
    COMMENT,
    CRITERIA,
    DECLARATION,
    DIRECTIVE,
    DUE,
    EDITION,
    END,
    EVIDENCE,
    HANDOUT,
    HEADER,
    ITEM,
    NATURE,
    REASON,
    REMARK,
    REVIEWER,
    ROUND,
    RULING,
    VERSION,
)
from rolcheck.desk.handing.handin import SHORT_HASH, Basis, declaration_key
from rolcheck.desk.handing.handout import Handout
from rolcheck.locale import _
from rolcheck.reports.words import day

WIDTH = 52
"""In cells behind the mark: with it, and quoted, lines stay under the 60 at which some mail
programs break them."""

BAR = 30
FINDING = (CODE, ASKED, DUE)


def form(handout: Handout, period: Period) -> str:
    """Return a handout as a form; it ends with a newline."""
    lines = [*_head(handout)]
    for text in handout.undeclared:
        lines += _item(f"{DECLARATION} {declaration_key(text)}", None, beside.declaration(text), ())
    for submission in handout.submissions:
        lines += _heading(f"{submission.name}  {submission.id}")
        for verdict in submission.verdicts:
            name, said = f"{submission.id} {verdict.name}", beside.verdict(verdict)
            lines += _item(name, verdict.basis, said, FINDING)
        for item in submission.items:
            name, said = f"{submission.id} {item.name}", beside.score(item, period)
            lines += _item(name, item.basis, said, (REMARK, EVIDENCE, *FINDING))
    if handout.rulings:
        lines += _heading(_("Rulings"))
    for ruling in handout.rulings:
        name = f"{RULING} {ruling.submission}/{ruling.indicator.id}"
        lines += _item(name, ruling.basis, beside.ruling(ruling, period), (REASON,))
    if handout.answers:
        lines += _heading(_("Findings to answer"))
    for answer in handout.answers:
        name, said = f"{ANSWER} {answer.name}", beside.answer(answer)
        lines += _item(name, answer.basis, said, (NATURE, EVIDENCE))
    return "\n".join([*lines, f"{DIRECTIVE} {END}", ""])


def _head(handout: Handout) -> Iterator[str]:
    yield f"{DIRECTIVE} {HEADER} {VERSION}"
    yield from _comments([handout.title, _whose(handout), handout.criteria_name])
    if handout.due:
        yield from _comments([_("until {day}").format(day=day(handout.due))])
    yield from _comments(
        [
            _(
                "Leave lines that begin with ==+== or ==*== as they are. Write on the empty lines: "
                "the value below its item, everything else below its own line. What is left empty "
                "changes nothing. Send the whole text back."
            )
        ]
    )
    if any(submission.items for submission in handout.submissions):
        yield from _comments(
            [
                _(
                    "A value other than the one you recorded, n/a and a raised veto want a remark. "
                    "Where the material is lacking, write a finding: its code (Q01 to Q20), what "
                    "is asked, and by when."
                )
            ]
        )
    yield f"{DIRECTIVE} {CAMPAIGN} {handout.campaign}"
    yield f"{DIRECTIVE} {ROUND} {handout.round}"
    yield f"{DIRECTIVE} {REVIEWER} {handout.reviewer}"
    if handout.id:
        yield f"{DIRECTIVE} {HANDOUT} {handout.id}"
    yield f"{DIRECTIVE} {CRITERIA} {handout.criteria[:SHORT_HASH]}"
    yield ""


def _whose(handout: Handout) -> str:
    return _("{name} ({id}): round {number} {round}").format(
        name=handout.reviewer_name,
        id=handout.reviewer,
        number=handout.round,
        round=handout.round_name,
    )


def _heading(text: str) -> Iterator[str]:
    yield f"{COMMENT} {'=' * BAR}"
    yield from _comments([text])
    yield ""


def _item(
    name: str, basis: Basis | None, said: Sequence[str], parts: Sequence[str]
) -> Iterator[str]:
    comments = list(_comments(said))
    yield f"{ITEM} {name}"
    if basis is not None:
        check = check_of([line.removeprefix(COMMENT) for line in comments])
        yield f"{DIRECTIVE} {EDITION} {basis}-{check}"
    yield from (*comments, "", "")
    for part in parts:
        yield from (f"{DIRECTIVE} {part}", "", "")


def _comments(paragraphs: Sequence[str]) -> Iterator[str]:
    for text in paragraphs:
        for line in wrap(text, WIDTH):
            yield f"{COMMENT} {line}".rstrip()
