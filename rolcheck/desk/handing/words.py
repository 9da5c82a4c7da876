"""What stands beside an item that is handed out, in the language in use."""

from collections.abc import Iterable, Iterator, Sequence
from fractions import Fraction

from rolcheck.base.messages import N_
from rolcheck.base.numbers import decimal_text
from rolcheck.base.periods import Period
from rolcheck.criteria.model import Indicator
from rolcheck.criteria.observing import terms_of, words_of
from rolcheck.criteria.rules.binary import BinaryRule
from rolcheck.criteria.rules.bonus import BonusRule
from rolcheck.criteria.rules.deduct import DeductRule
from rolcheck.criteria.rules.graded import GradedRule
from rolcheck.criteria.rules.periodic import PeriodicRule
from rolcheck.criteria.rules.points import PointsRule
from rolcheck.criteria.rules.ratio import RatioRule
from rolcheck.criteria.rules.sampled import SampledRule
from rolcheck.criteria.rules.veto import VetoRule
from rolcheck.desk.handing.answers import NATURES
from rolcheck.desk.handing.asked import HandoutAnswer
from rolcheck.desk.handing.scored import HandoutItem, HandoutVerdict
from rolcheck.desk.review.item import EvidenceSeen, FindingSeen
from rolcheck.locale import _
from rolcheck.locale.finding_codes import CODES, code_words
from rolcheck.locale.words import VERDICTS, value_words
from rolcheck.reports.documents.history import RETURNS
from rolcheck.reports.documents.rules import rule_words
from rolcheck.reports.words import listed, points, titled

AS_BEFORE = N_("as before")
"""What lets the reviewer's earlier score stand."""

MOST_CHOICES = 41
"""A ladder of more steps is typed, not chosen from a list."""


def choices(indicator: Indicator, others: Iterable[str]) -> tuple[str, ...]:
    """Return all that may be written, in words; nothing where it cannot be listed.

    Args:
        indicator: What is observed.
        others: Words that may be written in the place of a value.
    """
    own = _own_choices(indicator)
    return (*map(value_words, own), *others) if own else ()


def other_words(item: HandoutItem) -> tuple[str, ...]:
    """Return the words that may be written in the place of a value.

    Where the reviewer has recorded something, one of them says that it stands.
    """
    words = words_beside(item.indicator)
    return (*words, _(AS_BEFORE)) if item.own else words


def words_beside(indicator: Indicator) -> tuple[str, ...]:
    """Return the words that an indicator takes in the place of a value."""
    return tuple(map(value_words, words_of(indicator)))


def how_to_write(indicator: Indicator, others: Sequence[str], period: Period) -> str:
    """Return how a value is written, in one sentence.

    Args:
        indicator: What is observed.
        others: Words that may be written in the place of a value.
        period: The campaign's period.
    """
    said = _how(indicator, period)
    if not said:
        return _("Write one of: {choices}").format(choices=listed(choices(indicator, others)))
    if not others:
        return said
    return _("{how}; or: {words}").format(how=said, words=listed(others))


def guidance(item: HandoutItem) -> tuple[str, ...]:
    """Return what to look at, a paragraph each: guidance, hints, what is expected, what came."""
    indicator, rule = item.indicator, item.indicator.rule
    hint = rule.hint if isinstance(rule, PointsRule | BonusRule) else ""
    seen = rule.describe if isinstance(rule, VetoRule) else ""
    said = [indicator.guidance, hint, seen]
    if indicator.evidence:
        expected = listed(titled(piece) for piece in indicator.evidence)
        said.append(_("Expected: {pieces}").format(pieces=expected))
    if item.evidence:
        said.append(_("Offered: {pieces}").format(pieces=offered(item.evidence)))
    return tuple(part for part in said if part)


def offered(evidence: Iterable[EvidenceSeen]) -> str:
    """Return what the applicant handed in, one after the other."""
    return listed(f"{piece.id} {piece.title}" for piece in evidence)


def expected(item: HandoutVerdict) -> str:
    """Return what is expected, and whether it may be missing."""
    title = titled(item.expected)
    return title if item.expected.required else _("{title} (not required)").format(title=title)


def verdict(code: str) -> str:
    """Return a verdict in words; nothing without."""
    return _(VERDICTS[code]) if code else ""


def verdicts() -> tuple[str, ...]:
    """Return the verdicts that may be given, in words."""
    return tuple(map(_, VERDICTS.values()))


def how_to_judge() -> str:
    """Return how a verdict is written."""
    return _("Write one of: {choices}").format(choices=listed(verdicts()))


def codes() -> tuple[str, ...]:
    """Return the codes of findings, each with what it means."""
    return tuple(f"{code} {code_words(code)}" for code in CODES)


def kind_of(item: HandoutAnswer) -> str:
    """Return what kind of defect a finding is about."""
    return f"{item.code} {code_words(item.code)}"


def natures() -> tuple[str, ...]:
    """Return what an answer can be about, in words."""
    return tuple(map(_, NATURES.values()))


def how_to_say_nature() -> str:
    """Return how it is said what an answer is about."""
    return _("Write one of: {choices}; or leave it empty").format(choices=listed(natures()))


def how_to_ask() -> str:
    """Return how the kind of a finding is written."""
    return _("Choose what kind of defect it is, or write another code from Q01 to Q20")


def how_to_declare() -> str:
    """Return how a declaration is made."""
    return _(
        "Write {yes} beside every declaration; without them no score is taken. They are made "
        "together, and stand on record under your name."
    ).format(yes=value_words("yes"))


def rule(indicator: Indicator) -> str:
    """Return the rule in words, a sentence each line."""
    return "\n".join(rule_words(indicator))


def full(indicator: Indicator) -> str:
    """Return the full points; of a veto nothing."""
    return "" if indicator.is_veto else decimal_text(indicator.full)


def number(value: Fraction | None) -> str:
    """Return points, with four places at most; nothing for none."""
    return "" if value is None else points(value)


def own(item: HandoutItem) -> str:
    """Return what the reviewer has recorded of it; nothing without."""
    if item.own is None:
        return ""
    value, remark = value_words(item.own.value), item.own.remark
    said = _("round {number}: {value}").format(number=item.own.round, value=value)
    return _("{said} ({remark})").format(said=said, remark=remark) if remark else said


def findings(items: Iterable[FindingSeen]) -> list[str]:
    """Return findings, a line each."""
    return [_finding(one) for one in items]


def news(item: HandoutItem) -> tuple[str, ...]:
    """Return why it came back, and the findings that are not settled, a line each."""
    said = findings(item.findings)
    if item.came_back:
        reasons = listed(_(RETURNS[reason]) for reason in item.came_back)
        said.insert(0, _("Came back: {reasons}").format(reasons=reasons))
    return tuple(said)


def _finding(finding: FindingSeen) -> str:
    said = _("{name} {code}: {asked}").format(
        name=finding.name, code=finding.code, asked=finding.asked
    )
    if finding.state != "answered":
        return said
    return _("{finding}; answered: {answer}").format(finding=said, answer=finding.last_said)


def _own_choices(indicator: Indicator) -> tuple[str, ...]:
    match indicator.rule:
        case GradedRule() as rule:
            return tuple(level.label for level in rule.levels)
        case BinaryRule():
            return ("yes", "no")
        case VetoRule():
            return ("clear", "veto")
        case PointsRule() as rule:
            return _ladder(rule.minimum, rule.step, indicator.full)
        case BonusRule() as rule:
            return _ladder(Fraction(0), rule.step, rule.at_most)
        case _:
            return ()


def _ladder(least: Fraction, step: Fraction, most: Fraction) -> tuple[str, ...]:
    if (most - least) / step >= MOST_CHOICES:
        return ()
    return tuple(map(decimal_text, _steps(least, step, most)))


def _steps(least: Fraction, step: Fraction, most: Fraction) -> Iterator[Fraction]:
    value = least
    while value < most:
        yield value
        value += step
    yield most


def _how(indicator: Indicator, period: Period) -> str:
    """Return how a value is written that is no plain choice; nothing for one that is."""
    match indicator.rule:
        case PointsRule(minimum=least, step=step):
            return _stepped(least, step, indicator.full)
        case BonusRule(step=step):
            return _stepped(Fraction(0), step, indicator.full)
        case DeductRule() as rule:
            codes = [defect.code for defect in rule.defects]
            example = ";".join([f"{codes[0]}*2", *codes[1:2]])
            return _("Write which defects and how often, as in {example}, or {none}").format(
                example=example, none=value_words("none")
            )
        case PeriodicRule():
            whole = terms_of(indicator, period).whole or 0
            return _("Write how many of {whole} are there, as in {example}").format(
                whole=whole, example=f"{max(whole - 1, 0)}/{whole}"
            )
        case SampledRule() as rule:
            most = rule.size * len(rule.steps)
            return _("Write how many passed of those looked at, as in {example}").format(
                example=f"{max(most - 1, 0)}/{most}"
            )
        case RatioRule():
            if indicator.metric is not None and indicator.metric.is_mean:
                return _("Write a number, as in {example}").format(example="91.4")
            return _("Write a count, as in {example}").format(example="38/40")
        case _:
            return ""


def _stepped(least: Fraction, step: Fraction, most: Fraction) -> str:
    return _("Write a number from {least} to {most} in steps of {step}").format(
        least=decimal_text(least), most=decimal_text(most), step=decimal_text(step)
    )
