"""Shares: 达到95%以上得3分，90%以上得2分，不足80%不得分; 每低1个百分点扣0.1分; 按比例得分."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Literal

from rolcheck.base.numbers import decimal_text
from rolcheck.criteria.drafting.prose.clauses import (
    NO_POINTS,
    Note,
    Reading,
    points_of,
    says_points,
)
from rolcheck.criteria.drafting.words import NUMBER, half_width, is_exact, number_of
from rolcheck.criteria.rules.ratio import Band, Line, RatioRule

_SHARE = r"\d{1,3}(?:\.\d{1,2})?"
_THRESHOLD = re.compile(
    rf"(?P<before>不足|低于|小于|未达到?|不到|不超过|不高于|控制在|≤|<=|<|≥|>=|>|达到?|大于等于|不低于|高于|超过)?"
    rf"\s*(?P<low>{_SHARE})\s*%?(?:[（(]不?含[^）)]*[）)])?(?:\s*[-~至到]\s*(?P<high>{_SHARE}))?\s*%"
    rf"(?:[（(]不?含[^）)]*[）)])?\s*(?P<after>及?以上|及?以下|以内|之内)?"
)
_GIVES = re.compile(
    rf"(?:得|计|给|记|为|赋)\s*{NUMBER}\s*分|(?:得|计|给)?满分|{NO_POINTS}|(?<=[\s,，:：的上下内间%]){NUMBER}\s*分"
)
_PER_POINT = re.compile(
    rf"每(?P<way>降低|下降|低|少|减少|相差|差|高|超过|超出|超|增加|上升|提高)?于?(?:标准)?\s*(?P<unit>{NUMBER})?\s*"
    rf"(?:个?百分点|%)[,，的]?\s*扣\s*(?P<cost>{NUMBER})\s*分"
)
_IN_PROPORTION = re.compile(
    r"按(?:照|完成|实际|其)?[^;；。,，]{0,8}比例[^;；。,，]{0,4}[计得赋扣]分|[率度]\s*[×xX*乘][^;；。]{0,6}分|按[^;；。,，]{0,6}[率度](?:折算)?[计得]分"
)
_FORMULA = re.compile(rf"[率度]\s*[×xX*乘]\s*({NUMBER})\s*分?(?=$|[,，;；。\n])")
_ROUNDED_UP = re.compile(
    r"不足[^,，;；。]{0,12}(?:百分点|%)[^,，;；。]{0,4}按[^,，;；。]{0,12}(?:计|扣)"
)
_PART = re.compile(r"比例")
_PART_OF = re.compile(r"[得计记给]\s*(\d{1,3})\s*%\s*的?分")
_JOINED = re.compile(r"且(?!\s*(?:[<>≤≥=]|低于|小于|不足|未达|不到|高于|大于|不高于))|同时")
_EARNED = re.compile(r"每[^,，;；。]{0,12}(?:百分点|%)[,，的]?\s*[得加计]")
_PIECES = re.compile(r"[,，;；。\n、]")
_SLOPE = "“每…个百分点扣…分”按直线计分；若只按整百分点分档扣分，请改写为 bands"
_MOST_STEPS = 40
_LOWER = (
    "不足",
    "低于",
    "小于",
    "未达",
    "未达到",
    "不到",
    "不超过",
    "不高于",
    "控制在",
    "≤",
    "<=",
    "<",
)
_UNDER = ("以下", "及以下", "以内", "之内")


@dataclass(frozen=True, slots=True)
class _Found:
    """A stretch of shares and its points; None where it is open."""

    low: Fraction | None
    high: Fraction | None
    points: Fraction


def read_shares(note: Note) -> Reading | None:
    """Return the rule of notes that pay for a share; None where they do not."""
    text = half_width(note.text)
    formula = _FORMULA.search(text)
    if formula and number_of(formula[1]) != note.full:
        return None
    if not ("%" in text or "百分点" in text or formula or _IN_PROPORTION.search(text)):
        return None
    if _JOINED.search(text) or _EARNED.search(text):
        return None
    found, rest = _stretches(text, note.full)
    line = _line(text, found, note.full)
    rule = line or _bands(found, note.full)
    if rule is None:
        return None
    said = (_PER_POINT, _PART, _FORMULA)
    unread = [
        one
        for one in rest
        if not (_gives_nothing(one) or (line and any(known.search(one) for known in said)))
    ]
    remarks = (_SLOPE,) if rule.linear and _PER_POINT.search(text) else ()
    return Reading(rule, (*unread, *_cut(line, found, text)), remarks)


def _gives_nothing(clause: str) -> bool:
    return (
        re.search(
            rf"(?:否则|其他|其余|未完成|未达到|未达标)[^扣]*{NO_POINTS}$|扣完(?:.{{0,4}})为止$",
            clause,
        )
        is not None
    )


def _cut(line: RatioRule | None, found: Sequence[_Found], text: str) -> Iterator[str]:
    """Yield what gives nothing where the line still gives some: 低于80%不得分."""
    if line is None or line.linear is None or line.linear.start > line.linear.end:
        return
    for one in found:
        if not one.points and one.high is not None and one.high > line.linear.start:
            share = f"{decimal_text(one.high * 100)}%"
            yield next((part for part in _PIECES.split(text) if share in part), share)


def _stretches(text: str, full: Fraction | None) -> tuple[Sequence[_Found], Sequence[str]]:
    """Return the shares with their points, and the pieces about points that are none of them."""
    found: list[_Found] = []
    rest: list[str] = []
    waiting: re.Match[str] | None = None
    for piece in _PIECES.split(text):
        if _PER_POINT.search(piece):
            waiting = None
            rest.append(piece)
            continue
        threshold = _THRESHOLD.search(piece)
        waiting = threshold or waiting
        points = _points(piece[threshold.end() :] if threshold else piece, full)
        if waiting is not None and points is not None and "扣分" not in piece.replace("不扣分", ""):
            found.append(_stretch(waiting, points))
            waiting = None
        elif says_points(piece) or _PART.search(piece):
            rest.append(piece)
    return found, rest


def _points(text: str, full: Fraction | None) -> Fraction | None:
    """Return the points that a text gives, also as a part of all of them: 得60%分值."""
    part = _PART_OF.search(text)
    if part and full is not None:
        points: Fraction | None = full * number_of(part[1]) / 100
    elif "不扣分" in text:
        points = full
    else:
        gives = _GIVES.search(f" {text}")
        points = points_of(gives[0].strip(), full) if gives else None
    return points if points is not None and is_exact(points) else None


def _stretch(match: re.Match[str], points: Fraction) -> _Found:
    low = Fraction(match["low"]) / 100
    high = Fraction(match["high"]) / 100 if match["high"] else None
    if high is not None:
        return _Found(min(low, high), max(low, high), points)
    if match["before"] in _LOWER or match["after"] in _UNDER:
        return _Found(None, low, points)
    return _Found(low, None, points)


def _bands(found: Sequence[_Found], full: Fraction | None) -> RatioRule | None:
    paid = [one for one in found if one.points]
    if not paid or any(one.points > full for one in paid if full is not None):
        return None
    best = max(paid, key=lambda one: one.points)
    if (best.high is not None and best.low is None) or _falls(paid):
        if any(one.high is None for one in paid):
            return None
        ends = [(one.high or Fraction(0), one.points) for one in paid]
        bands = tuple(Band(at_most=end, points=points) for end, points in ends)
        return _checked(RatioRule(direction="lower", bands=bands), ends)
    ends = [(one.low or Fraction(0), one.points) for one in paid]
    return _checked(
        RatioRule(bands=tuple(Band(at_least=end, points=points) for end, points in ends)), ends
    )


def _falls(paid: Sequence[_Found]) -> bool:
    both = [one for one in paid if one.low is not None and one.high is not None]
    ranked = sorted(both, key=lambda one: one.low or Fraction(0))
    return len(ranked) > 1 and ranked[0].points > ranked[-1].points


def _checked(rule: RatioRule, ends: Sequence[tuple[Fraction, Fraction]]) -> RatioRule | None:
    shares = [end for end, _ in ends]
    fits = all(end <= 1 and is_exact(end) for end in shares)
    return rule if fits and len({*shares}) == len(shares) else None


def _line(text: str, found: Sequence[_Found], full: Fraction | None) -> RatioRule | None:
    step = _PER_POINT.search(text)
    if step and full:
        others = any(one.points not in (0, full) for one in found)
        steps = _ROUNDED_UP.search(text) is not None
        return None if others else _sloping(step, text[: step.start()], full, steps)
    if not (_IN_PROPORTION.search(text) or _FORMULA.search(text)) or any(
        one.points not in (0, full) for one in found
    ):
        return None
    tops = [one.low for one in found if one.points and one.low is not None]
    ends = [one.high for one in found if not one.points and one.high is not None]
    return _between(ends[0] if ends else Fraction(0), tops[0] if tops else Fraction(1))


def _sloping(step: re.Match[str], before: str, full: Fraction, steps: bool) -> RatioRule | None:
    """Return the line on which each percentage point costs so much, from the share before it.

    Where the notes say that a part of a point counts as one, these are bands: one a step.
    """
    cost = number_of(step["cost"])
    if not cost:
        return None
    whole = full / cost * (number_of(step["unit"]) if step["unit"] else 1) / 100
    named = list(_THRESHOLD.finditer(before))
    top = Fraction(named[-1]["high"] or named[-1]["low"]) / 100 if named else None
    if (step["way"] or "")[:1] in ("高", "超", "增", "上", "提"):
        if top is None:
            return None
        return _steps(top, whole, full, cost, 1) if steps else _between(top + whole, top)
    top = Fraction(1) if top is None else top
    return _steps(top, whole, full, cost, -1) if steps else _between(top - whole, top)


def _steps(
    top: Fraction, whole: Fraction, full: Fraction, cost: Fraction, way: Literal[1, -1]
) -> RatioRule | None:
    """Return a band for each step that costs, from where nothing does to where nothing is left."""
    count = int(full / cost)
    ends = [(top + way * whole * cost / full * at, full - cost * at) for at in range(count + 1)]
    kept = [(end, points) for end, points in ends if 0 <= end <= 1 and points]
    if (
        not kept
        or len(kept) > _MOST_STEPS
        or not all(map(is_exact, (one for e in kept for one in e)))
    ):
        return None
    if way > 0:
        bands = tuple(Band(at_most=end, points=points) for end, points in kept)
        return RatioRule(direction="lower", bands=bands)
    return RatioRule(bands=tuple(Band(at_least=end, points=points) for end, points in kept))


def _between(start: Fraction, end: Fraction) -> RatioRule | None:
    fits = start != end and all(is_exact(one) and one <= 1 for one in (start, end))
    return RatioRule(linear=Line(start=start, end=end)) if fits else None
