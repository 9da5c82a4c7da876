"""What a rule must say of its notes: every figure, cap and proviso, or it is named as left out."""

import re
from collections.abc import Iterator
from fractions import Fraction

from pydantic import BaseModel

from rolcheck.criteria.drafting.prose.clauses import Note, Reading
from rolcheck.criteria.drafting.words import NUMBER, half_width, number_of
from rolcheck.criteria.rules.deduct import DeductRule
from rolcheck.criteria.rules.ratio import RatioRule

_PIECES = re.compile(r"[,，;；。\n]+")
_AMOUNT = re.compile(
    rf"(?:[得扣加计记给赋]|不超过|最[多高低]|封顶)[^\d,，;；。]{{0,4}}?({NUMBER})\s*分"
)
_SHARE = re.compile(r"(\d{1,9}(?:\.\d{1,9})?)\s*%")
_SLOPE = re.compile(r"%|百分点|[率度]\s*[×xX*乘]")
_NEVER = re.compile(r"倒扣|负分(?!值)|酌情|加倍|翻倍|名次|排名|递减|递增")
_PROVISOS = re.compile(
    r"弄虚作假|造假|虚报|瞒报|(?:不|未|免予)扣分|[按成]比例|极差|每(?:提高|增加|增长|上升)|负增长"
)
_NO_NEGATIVE = re.compile(r"不(?:计|得|出现|扣)?(?:为)?(?:负分|倒扣)|不得?倒扣")


def left_out(note: Note, found: Reading) -> tuple[str, ...]:
    """Return the parts of notes with a figure or a proviso that the rule does not say."""
    return tuple(dict.fromkeys([*found.unread, *_unsaid(note, found)]))


def _unsaid(note: Note, found: Reading) -> Iterator[str]:
    figures = {Fraction(0), *_figures(found.rule), *_derived(found.rule, note.full)}
    words = "\n".join(_words(found.rule))
    told = "\n".join(found.unread)
    for piece in _PIECES.split(half_width(note.text)):
        said = piece.strip()
        if not said or said in told or any(one in said for one in found.unread):
            continue
        if _is_left(said, figures, words, isinstance(found.rule, RatioRule)):
            yield said


def _is_left(said: str, figures: set[Fraction], words: str, is_share: bool) -> bool:
    plain = _NO_NEGATIVE.sub("", said)
    proviso = _PROVISOS.search(plain)
    if _NEVER.search(plain) or (proviso and not is_share and proviso[0] not in words):
        return True
    if is_share:  # the reader of shares tells percentages and slopes by itself
        return not _SLOPE.search(plain) and bool(_amounts(plain) - figures)
    shares = {number for number in _SHARE.findall(plain) if Fraction(number) != 100}
    return bool(_amounts(plain) - figures or any(f"{one}%" not in words for one in shares))


def _amounts(text: str) -> set[Fraction]:
    return {number_of(number) for number in _AMOUNT.findall(text)}


def _figures(model: BaseModel) -> Iterator[Fraction]:
    for name in type(model).model_fields:
        value = getattr(model, name)
        for one in value if isinstance(value, tuple) else (value,):
            if isinstance(one, BaseModel):
                yield from _figures(one)
            elif isinstance(one, Fraction):
                yield one


def _derived(rule: BaseModel, full: Fraction | None) -> Iterator[Fraction]:
    """Yield the figures that follow from those of a rule: full points, caps."""
    if full is not None:
        yield full
    if isinstance(rule, DeductRule):
        yield (full or Fraction(0)) - rule.floor
        yield from (one.points * one.max_count for one in rule.defects if one.max_count)


def _words(model: BaseModel) -> Iterator[str]:
    for name in type(model).model_fields:
        value = getattr(model, name)
        for one in value if isinstance(value, tuple) else (value,):
            if isinstance(one, BaseModel):
                yield from _words(one)
            elif isinstance(one, str):
                yield one
