"""Something due every month, quarter or half-year: 每月报送一次，缺一次扣0.1分."""

import re
from collections.abc import Mapping

from rolcheck.base.periods import Every
from rolcheck.criteria.drafting.prose.clauses import Note, Reading, clauses, says_points
from rolcheck.criteria.drafting.words import NUMBER, half_width, is_exact, number_of
from rolcheck.criteria.rules.periodic import PeriodicRule

_EVERY: Mapping[Every, re.Pattern[str]] = {
    "month": re.compile(r"每个?月|按月|逐月|月月"),
    "quarter": re.compile(r"每个?季度?|按季度?|逐季"),
    "half-year": re.compile(r"每半年|按半年"),
}
_MISSING = re.compile(
    rf"(?:每)?(?:缺少?|少|漏|未)[^扣,，;；。]{{0,10}}?[一1]?(?:次|期|个?月|个?季度?|份|篇)?的?[,，]?\s*(?:各)?扣\s*({NUMBER})\s*分"
)
_SEVERAL = re.compile(
    r"(?:不少于|至少|不低于|开展|召开|报送)\s*(?:[二两三四五六七八九十]|[2-9]|\d\d)\s*(?:次|期|份|篇|件|条|项|个|场|人)"
)
_AMOUNT = re.compile(rf"扣\s*{NUMBER}\s*分|得\s*{NUMBER}\s*分")


def read_periods(note: Note) -> Reading | None:
    """Return the rule of notes in which one of each period is due; None where they differ."""
    text = half_width(note.text)
    found = [every for every, said in _EVERY.items() if said.search(text)]
    missing = _MISSING.search(text)
    if len(found) != 1 or not missing or _SEVERAL.search(text) or len(_AMOUNT.findall(text)) != 1:
        return None
    cost = number_of(missing[1])
    if not is_exact(cost) or not cost:
        return None
    rest = (
        one for one in clauses(_MISSING.sub("", text)) if says_points(one) and "扣完" not in one
    )
    return Reading(PeriodicRule(every=found[0], per_missing=cost), tuple(rest))
