"""Samples: 随机抽取50份案卷，按合格率计分."""

import re

from rolcheck.criteria.drafting.prose.clauses import Note, Reading
from rolcheck.criteria.drafting.words import half_width
from rolcheck.criteria.rules.sampled import SampledRule, Step

_SIZE = re.compile(
    r"抽(?:取|查|检|样|选|阅)[^\d;；。]{0,16}?(\d{1,4})\s*(?:份|件|宗|卷|个|起|人|家|本|项|名)"
)
_SHARE = re.compile(r"合格率|达标率|符合率|按比例|比例[得计]分|通过率|正确率")
_OTHER = re.compile(r"扣\s*\d|\d\s*%|得\s*\d")


def read_samples(note: Note) -> Reading | None:
    """Return the rule of notes that give points for the share of a sample; None where not."""
    text = half_width(note.text)
    size = _SIZE.search(text)
    if not size or not int(size[1]) or _OTHER.search(text) or not _SHARE.search(text):
        return None
    return Reading(
        SampledRule(size=int(size[1]), unit="item", steps=(Step(code="S1", label="合格"),))
    )
