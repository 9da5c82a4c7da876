"""Levels with a name: 优秀3分、良好2分、一般1分."""

import re

from rolcheck.criteria.drafting.prose.clauses import NO_POINTS, Note, Reading, clauses, says_points
from rolcheck.criteria.drafting.words import NUMBER, half_width, is_exact, number_of
from rolcheck.criteria.rules.graded import GradedRule, Level

_NAMES = (
    "优秀|优良|良好|较好|中等|基本合格|不合格|合格|基本达标|未达标|不达标|达标|基本符合|不符合|部分符合|符合"
    "|基本满意|不满意|满意|基本完成|部分完成|未完成|完成|一般|较差|很差|很好|好|中|差|优|良"
    "|[A-E](?:档|级|等|类)?|第?[一二三四五](?:档|等|级|类)"
)
_LEVEL = re.compile(
    rf"(?<![\u4e00-\u9fffA-Za-z])(?:评定|评价|评|达到)?为?[“\"]?({_NAMES})[”\"]?"
    rf"(?:的|等次|等级|档次|档)?\s*[,，:：]?\s*(?:得|计|给|记|为|赋)?\s*[（(]?\s*"
    rf"(?:({NUMBER})\s*分[）)]?|({NO_POINTS}))(?!\s*[-~])"
)
_LEAST = 2


def read_levels(note: Note) -> Reading | None:
    """Return the rule of notes that name levels with their points; None where they do not."""
    text = half_width(note.text)
    levels: dict[str, Level] = {}
    for match in _LEVEL.finditer(text):
        points = number_of(match[2]) if match[2] else number_of("0")
        if is_exact(points) and match[1] not in levels:
            levels[match[1]] = Level(label=match[1], points=points)
    if len(levels) < _LEAST:
        return None
    unread = (one for one in clauses(_LEVEL.sub("", text)) if says_points(one))
    return Reading(GradedRule(levels=tuple(levels.values())), tuple(unread))
