"""What stands beside an item of a form, a paragraph each, in the language in use."""

from collections.abc import Iterator

from rolcheck.base.numbers import decimal_text
from rolcheck.base.periods import Period
from rolcheck.criteria.model import Indicator
from rolcheck.criteria.rules.graded import GradedRule
from rolcheck.desk.handing import ruling_words, words
from rolcheck.desk.handing.asked import HandoutAnswer
from rolcheck.desk.handing.disputed import HandoutRuling
from rolcheck.desk.handing.scored import HandoutItem, HandoutVerdict
from rolcheck.locale import _
from rolcheck.reports.words import listed, titled


def declaration(text: str) -> tuple[str, ...]:
    """Return what is declared, and how."""
    return (text, words.how_to_declare())


def verdict(item: HandoutVerdict) -> tuple[str, ...]:
    """Return what is expected, what came, and how a verdict is given."""
    return tuple(_verdict(item))


def score(item: HandoutItem, period: Period) -> tuple[str, ...]:
    """Return what helps to score an item, and how it is scored."""
    return (*_score(item), *_how(item.indicator, words.other_words(item), period))


def ruling(item: HandoutRuling, period: Period) -> tuple[str, ...]:
    """Return what the arbiter must know, and how a ruling is written."""
    seen = item.seen
    said = [
        f"{seen.row.name}  {titled(item.indicator)}  {_full(item.indicator)}".rstrip(),
        ruling_words.why(seen),
        *ruling_words.scores(seen),
        *ruling_words.material(seen),
    ]
    if seen.panel is not None:
        said.append(_("Panel: {points}").format(points=ruling_words.panel(seen)))
    if seen.ruling is not None:
        said.append(_("Ruled: {ruling}").format(ruling=ruling_words.stands(seen)))
    if item.indicator.is_veto:
        return (*said, ruling_words.how_to_rule(item, period))
    return (*said, *_how(item.indicator, ruling_words.others(item), period))


def answer(item: HandoutAnswer) -> tuple[str, ...]:
    """Return what is asked, and how it is answered."""
    said = [
        f"{item.place}  {item.indicator.id} {titled(item.indicator)}",
        words.kind_of(item),
        _("Asked: {asked}").format(asked=item.asked),
    ]
    if item.due:
        said.append(_("until {day}").format(day=item.due))
    if item.evidence:
        said.append(_("About: {pieces}").format(pieces=listed(item.evidence)))
    if item.last_said:
        said.append(_("Said last: {text}").format(text=item.last_said))
    return (
        *said,
        _("Write the answer, in as many lines as it takes. Nature: {how}").format(
            how=words.how_to_say_nature()
        ),
    )


def _verdict(item: HandoutVerdict) -> Iterator[str]:
    yield titled(item.indicator)
    yield _("Expected: {pieces}").format(pieces=words.expected(item))
    if item.evidence:
        yield _("Offered: {pieces}").format(pieces=words.offered(item.evidence))
    yield from words.findings(item.findings)
    if item.verdict:
        yield _("Recorded: {recorded}").format(recorded=words.verdict(item.verdict))
    yield words.how_to_judge()
    yield _("A finding, if there is one: its code (Q01 to Q20), what is asked, and by when")


def _score(item: HandoutItem) -> Iterator[str]:
    yield f"{titled(item.indicator)}  {_facts(item)}".rstrip()
    yield from words.guidance(item)
    yield from words.news(item)
    recorded = words.own(item)
    if recorded:
        yield _("You recorded: {recorded}").format(recorded=recorded)


def _how(indicator: Indicator, others: tuple[str, ...], period: Period) -> Iterator[str]:
    """Yield the rule and how a value is written; levels as a list, so that a number will do."""
    rule = indicator.rule
    if not isinstance(rule, GradedRule):
        yield words.rule(indicator)
        yield words.how_to_write(indicator, others, period)
        return
    for number, level in enumerate(rule.levels, start=1):
        said = f"{level.label}  {level.describe}" if level.describe else level.label
        yield f"  {number}. {said}  {decimal_text(level.points)}"
    yield _("Write a level, or its number; or: {words}").format(words=listed(others))


def _facts(item: HandoutItem) -> str:
    facts = [_full(item.indicator)]
    if item.claim is not None:
        facts.append(_("claim {points}").format(points=words.number(item.claim)))
    if item.panel is not None:
        facts.append(_("last round {points}").format(points=words.number(item.panel)))
    return listed(filter(None, facts))


def _full(indicator: Indicator) -> str:
    if indicator.is_veto:
        return ""
    return _("full points {points}").format(points=words.full(indicator))
