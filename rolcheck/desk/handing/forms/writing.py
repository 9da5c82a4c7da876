"""A handout as a form in plain text."""

from collections.abc import Iterator

from rolcheck.base.numbers import decimal_text
from rolcheck.base.periods import Period
from rolcheck.base.wrapping import wrap
from rolcheck.criteria.rules.graded import GradedRule
from rolcheck.desk.handing import words
from rolcheck.desk.handing.forms.layout import (
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
    HEADER,
    ITEM,
    REMARK,
    REVIEWER,
    ROUND,
    VERSION,
)
from rolcheck.desk.handing.handin import SHORT_HASH, declaration_key
from rolcheck.desk.handing.handout import Handout, HandoutItem, HandoutSubmission, HandoutVerdict
from rolcheck.locale import _
from rolcheck.reports.words import day, listed, titled

WIDTH = 66
"""In cells behind the mark: mail programs break lines of more than some 76."""


def form(handout: Handout, period: Period) -> str:
    """Return a handout as a form; it ends with a newline."""
    lines = [*_head(handout), *_declarations(handout)]
    for submission in handout.submissions:
        lines += _submission(submission)
        for expected in submission.verdicts:
            lines += _verdict(submission.id, expected)
        for item in submission.items:
            lines += _item(submission.id, item, period)
    return "\n".join([*lines, f"{DIRECTIVE} {END}", ""])


def _head(handout: Handout) -> Iterator[str]:
    yield f"{DIRECTIVE} {HEADER} {VERSION}"
    yield from _said(handout.title)
    yield from _said(
        _("{name} ({id}): round {number} {round}").format(
            name=handout.reviewer_name,
            id=handout.reviewer,
            number=handout.round,
            round=handout.round_name,
        )
    )
    yield from _said(handout.criteria_name)
    if handout.due:
        yield from _said(_("until {day}").format(day=day(handout.due)))
    yield from _said(
        _(
            "Leave lines that begin with ==+== or ==*== as they are. Write on the empty lines: "
            "the value below its item, remark and evidence ids below their own lines. What is "
            "left empty changes nothing. A value other than the one you recorded, n/a and a "
            "raised veto want a remark. Send the whole text back."
        )
    )
    yield f"{DIRECTIVE} {CAMPAIGN} {handout.campaign}"
    yield f"{DIRECTIVE} {ROUND} {handout.round}"
    yield f"{DIRECTIVE} {REVIEWER} {handout.reviewer}"
    yield f"{DIRECTIVE} {CRITERIA} {handout.criteria[:SHORT_HASH]}"
    yield ""


def _submission(submission: HandoutSubmission) -> Iterator[str]:
    yield f"{COMMENT} {'=' * WIDTH}"
    yield from _said(f"{submission.name}  {submission.id}")
    yield ""


def _declarations(handout: Handout) -> Iterator[str]:
    for text in handout.undeclared:
        yield f"{ITEM} {DECLARATION} {declaration_key(text)}"
        yield from _said(text)
        yield from _said(words.how_to_declare())
        yield from ("", "")


def _verdict(submission: str, item: HandoutVerdict) -> Iterator[str]:
    yield f"{ITEM} {submission} {item.name}"
    yield f"{DIRECTIVE} {EDITION} {item.basis}"
    for text in _beside_verdict(item):
        yield from _said(text)
    yield from ("", "")
    for name in (CODE, ASKED, DUE):
        yield from (f"{DIRECTIVE} {name}", "", "")


def _beside_verdict(item: HandoutVerdict) -> Iterator[str]:
    yield titled(item.indicator)
    yield _("Expected: {pieces}").format(pieces=words.expected(item))
    if item.evidence:
        yield _("Offered: {pieces}").format(pieces=words.offered(item.evidence))
    yield from words.findings(item.findings)
    if item.verdict:
        yield _("Recorded: {recorded}").format(recorded=words.verdict(item.verdict))
    yield words.how_to_judge()
    yield _("A finding, if there is one: its code (Q01 to Q20), what is asked, and by when")


def _item(submission: str, item: HandoutItem, period: Period) -> Iterator[str]:
    yield f"{ITEM} {submission} {item.indicator.id}"
    yield f"{DIRECTIVE} {EDITION} {item.basis}"
    for text in _beside(item, period):
        yield from _said(text)
    yield from ("", "")
    for name in (REMARK, EVIDENCE):
        yield from (f"{DIRECTIVE} {name}", "", "")


def _beside(item: HandoutItem, period: Period) -> Iterator[str]:
    yield f"{titled(item.indicator)}  {_facts(item)}".rstrip()
    yield from words.guidance(item)
    yield from words.news(item)
    recorded = words.own(item)
    if recorded:
        yield _("You recorded: {recorded}").format(recorded=recorded)
    rule = item.indicator.rule
    if not isinstance(rule, GradedRule):
        yield words.rule(item)
        yield words.how_to_fill_in(item, period)
        return
    for number, level in enumerate(rule.levels, start=1):
        said = f"{level.label}  {level.describe}" if level.describe else level.label
        yield f"  {number}. {said}  {decimal_text(level.points)}"
    yield _("Write a level, or its number; or: {words}").format(
        words=listed(words.other_words(item))
    )


def _facts(item: HandoutItem) -> str:
    facts = []
    if not item.indicator.is_veto:
        facts.append(_("full points {points}").format(points=words.full(item.indicator)))
    if item.claim is not None:
        facts.append(_("claim {points}").format(points=words.number(item.claim)))
    if item.panel is not None:
        facts.append(_("last round {points}").format(points=words.number(item.panel)))
    return listed(facts) if facts else ""


def _said(text: str) -> Iterator[str]:
    for line in wrap(text, WIDTH):
        yield f"{COMMENT} {line}".rstrip()
