"""What people write for a value away from the desk, read as they mean it or not at all."""

import re
from collections.abc import Iterable, Iterator
from fractions import Fraction

from rolcheck.base.errors import ObservationError
from rolcheck.base.messages import N_
from rolcheck.base.periods import Period
from rolcheck.base.text import fold_width
from rolcheck.criteria.model import Indicator
from rolcheck.criteria.observing import observe
from rolcheck.criteria.rules.binary import ANSWERS, BinaryRule
from rolcheck.criteria.rules.bonus import BonusRule
from rolcheck.criteria.rules.deduct import DeductRule
from rolcheck.criteria.rules.graded import GradedRule
from rolcheck.criteria.rules.points import PointsRule
from rolcheck.criteria.rules.veto import VetoRule
from rolcheck.locale.words import VALUES, VERDICTS

WORDS_ZH = {
    "未提供材料": "missing",
    "缺失": "missing",
    "不适用": "n/a",
    "满分": "full",
    "零分": "zero",
    "不得分": "zero",
    "无缺陷": "none",
    "无扣分": "none",
    "提出一票否决": "veto",
    "否决": "veto",
    "未发现": "clear",
}
"""The words of the Chinese interface and their like; read whatever language is in use."""

TICKS = {"true": "yes", "√": "yes", "✓": "yes", "✔": "yes", "false": "no", "×": "no", "✗": "no"}
KEEP = ("keep", "as before", "维持原评分", "维持", "不变", "保持不变", "同上", "同前")
"""What says that one's earlier score stands."""

CONFIRMED = ("yes", "true", "是", "√", "✓", "✔", "确认", "已确认", "同意", "承诺", "本人承诺")
"""What makes a declaration."""

VERDICTS_ZH = {
    "齐备": "ok",
    "齐全": "ok",
    "有": "ok",
    "√": "ok",
    "✓": "ok",
    "✔": "ok",
    "需补充": "supplement",
    "补充": "supplement",
    "待补充": "supplement",
    "补正": "supplement",
    "待补正": "supplement",
    "缺失": "missing",
    "缺": "missing",
    "无": "missing",
    "×": "missing",
    "✗": "missing",
}
_CODE = re.compile(r"[Qq]0*([1-9][0-9]?)(?![0-9])")

_BREAKS = re.compile(r"[\s.,;:()\[\]、。—–-]+")
_LEADING = re.compile(rf"^(?:{_BREAKS.pattern})")
_NUMBERED = re.compile(r"([0-9]{1,2})(?:[.,:)、]|\s|$)(.*)", re.S)
_NUMBER_FIRST = re.compile(
    r"([0-9]+(?:\.[0-9]+)?)(?:(?:分|\s*points?)(?![^\W_])|[.,:)、]|\s)([^0-9]*)", re.I
)
_CHANGED = re.compile(
    r"[半多余或约扣加减改]|以上|以下|左右|不到|不足|[一二两三四五六七八九十零]分|[%+]"
    r"|\b(?:or|half|more|less|plus|minus|about|least|most)\b",
    re.I,
)
"""What makes another number of the one that it stands behind."""

_SHADED = re.compile(r"[-+−–—]+(?:\s|$)|\s*[-+−–—]+$")
"""Behind a label, as in ``A-``: it makes another one of it."""

_POINTS = re.compile(r"([0-9]+(?:\.[0-9]+)?)\s*分?")
_BETWEEN = re.compile(r"[,、，]")
_TIMES = re.compile(r"\s*[×✕]\s*(?=[0-9])|(?<=[0-9])\s*[xX]\s*(?=[0-9])")


def as_value(
    indicator: Indicator, text: str, period: Period | None, *, numbered: bool = False
) -> str:
    """Return the CSV form of what somebody wrote.

    Beside what commands take: words as people are shown them (不适用), a level with what it means
    behind it, a number with more behind it, defects parted by commas. What could be read in two
    ways is not read.

    Args:
        indicator: What was observed.
        text: What was written.
        period: The campaign's period.
        numbered: Whether levels were offered as a numbered list, so that ``3. 较好`` is the third.

    Raises:
        ObservationError: The rule does not take it.
    """
    try:
        return observe(indicator, text, period).value
    except ObservationError as error:
        if isinstance(indicator.rule, DeductRule) and fold_width(text) in ("0", "0分"):
            raise _is_none(text) from error
        guesses = _guesses(indicator, fold_width(text), numbered=numbered)
        found = set(_meant(indicator, guesses, period))
        if len(found) != 1:
            raise error
        return found.pop()


def means_keep(text: str) -> bool:
    """Tell whether somebody wrote that the earlier score stands."""
    return fold_width(text).casefold() in KEEP


def is_confirmed(text: str) -> bool:
    """Tell whether somebody wrote that a declaration is made."""
    return fold_width(text).casefold() in CONFIRMED


def as_verdict(text: str) -> str:
    """Return the verdict that somebody wrote, or the text as it is where it is none."""
    folded = fold_width(text).casefold()
    return _VERDICTS.get(folded, folded)


def as_code(text: str) -> str:
    """Return the code of a finding with what it means behind it, or the text as it is."""
    match = _CODE.match(fold_width(text))
    return f"Q{int(match[1]):02}" if match else text.strip()


def _is_none(text: str) -> ObservationError:
    return ObservationError(
        N_("'{value}' is not a count of defects"),
        hint=N_("where there is no defect, write none"),
        value=fold_width(text),
    )


def _meant(indicator: Indicator, guesses: Iterable[str], period: Period | None) -> Iterator[str]:
    for guess in guesses:
        try:
            yield observe(indicator, guess, period).value
        except ObservationError:
            continue


def _guesses(indicator: Indicator, text: str, *, numbered: bool) -> Iterator[str]:
    word = _WORDS.get(text.casefold())
    if word:
        yield word
        return
    match indicator.rule:
        case GradedRule() as rule:
            yield from _levels(rule, text)
            if numbered:
                yield from _numbered(rule, text)
        case BinaryRule():
            yield from _first_of(ANSWERS, TICKS.get(text.casefold(), text))
        case VetoRule():
            yield from _first_of(("veto", "clear"), text)
        case PointsRule() | BonusRule():
            match = _NUMBER_FIRST.fullmatch(text)
            if match and not _CHANGED.search(match[2]):
                yield match[1]
        case DeductRule():
            yield _TIMES.sub("*", _BETWEEN.sub(";", text))
        case _:
            return


def _levels(rule: GradedRule, text: str) -> Iterator[str]:
    """Yield every level that the text names by its label, what it means, or its points."""
    labels = list(_first_of([level.label for level in rule.levels], text))
    yield from labels
    behind = _LEADING.sub("", text[len(fold_width(labels[0])) :]) if labels else text
    for level in rule.levels:
        described = fold_width(level.describe)
        if described and re.match(rf"{re.escape(described)}(?:{_BREAKS.pattern}|$)", behind):
            yield level.label
    if labels:
        yield from _worth(rule, behind)


def _worth(rule: GradedRule, text: str) -> Iterator[str]:
    """Yield the levels that give the points that the text consists of."""
    match = _POINTS.fullmatch(text)
    if match:
        yield from (level.label for level in rule.levels if level.points == Fraction(match[1]))


def _numbered(rule: GradedRule, text: str) -> Iterator[str]:
    """Yield the level with the number that the text begins with, and what else it names."""
    match = _NUMBERED.match(text)
    if not match or any(level.label[:1].isdigit() for level in rule.levels):
        return
    index = int(match[1]) - 1
    if 0 <= index < len(rule.levels):
        yield rule.levels[index].label
        if match[0] == match[1]:  # nothing says that it is no number of points
            yield from _worth(rule, text)
    yield from _levels(rule, match[2].strip())


def _first_of(names: Iterable[str], text: str) -> Iterator[str]:
    """Yield the name that a text begins with, and every other that it holds as a word."""
    known = {fold_width(name).casefold(): name for name in names}
    words = [word for word in _BREAKS.split(text.casefold()) if word]
    shaded = any(_SHADED.match(text[len(name) :]) for name in known if _begins(text, name))
    if words and words[0] in known and not shaded:
        yield from (known[word] for word in words if word in known)
    for folded, name in known.items():
        if _BREAKS.search(folded) and _begins(text, folded) and not shaded:
            yield name


def _begins(text: str, name: str) -> bool:
    return text.casefold().startswith(name)


_WORDS = {fold_width(said).casefold(): code for code, said in VALUES.items()} | WORDS_ZH
_VERDICTS = {fold_width(said).casefold(): code for code, said in VERDICTS.items()} | VERDICTS_ZH
