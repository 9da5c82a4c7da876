"""Deductions: 每发现一项不符合扣0.5分，扣完为止."""

import re
from collections.abc import Iterator
from fractions import Fraction

from rolcheck.base.models import LARGEST
from rolcheck.criteria.drafting.prose.clauses import (
    NO_POINTS,
    Note,
    Reading,
    clauses,
    says_points,
    trimmed,
)
from rolcheck.criteria.drafting.words import NUMBER, is_exact, number_of
from rolcheck.criteria.rules.deduct import DeductRule, Defect

_AMOUNT = re.compile(
    rf"扣(?:除|减|罚)?(?:本项|该项|得)?\s*({NUMBER})\s*分|按\s*({NUMBER})\s*分\s*/\s*[个项次件处份]\s*(?:予以)?扣分?"
    rf"|({NO_POINTS})"
)
_MOST = re.compile(
    rf"[,，、\s（(]*(?:(?:最多|最高|至多|累计|上限|不超过|封顶)[^\d零一二两三四五六七八九十半]{{0,6}}({NUMBER})\s*分"
    rf"|({NUMBER})\s*分?\s*(?:为限|封顶|扣完为止))"
)
_EACH = re.compile(
    r"每|[一1](?:处|项|次|件|份|起|个|人|例|条|天|日|期|户|篇|家|宗|例|批|类)|以此类推|逐|/[个项次件处份]"
)
_FIRST = re.compile(
    r"^每?(?:发现|有|出现|存在|查实)?[一1](?:处|项|次|件|份|起|个|例|条|宗)(?=.{2})"
)
_LAST = re.compile(
    r"[,，、]?(?:每|按每)(?:发现|有|出现)?[一1]?(?:处|项|次|件|份|起|个|人|例|条|天|日|期|户|宗)$"
)
_IDLE = re.compile(
    r"^[，,\s]*(?:直至|直到)?(?:该项|本项)?(?:分值)?扣完(?:本项|该项)?(?:分值?)?为止$"
)


def read_deductions(note: Note) -> Reading | None:
    """Return the rule of notes that say what each defect costs; None where they do not."""
    defects: list[Defect] = []
    unread: list[str] = []
    costs = False
    for clause in clauses(note.text):
        found = list(_defects(clause, note, len(defects)))
        defects += found
        costs = costs or "扣" in clause
        if not found and says_points(clause) and not _IDLE.match(clause):
            unread.append(clause)
    if not defects or not costs:
        return None
    return Reading(DeductRule(defects=tuple(defects)), tuple(unread))


def _defects(clause: str, note: Note, before: int) -> Iterator[Defect]:
    at = 0
    for match in _AMOUNT.finditer(clause):
        if match.start() < at or match[3] == "扣完":
            continue
        said = clause[at : match.start()]
        limit = _MOST.match(clause, match.end())
        at = limit.end() if limit else match.end()
        cost = note.full if match[3] else number_of(match[1] or match[2])
        label = _label(said) or trimmed(note.title)
        if not cost or not is_exact(cost) or not label:
            continue
        before += 1
        single = bool(match[3]) or not _EACH.search(said + match[0] + clause[at:][:5])
        most = _cases(limit, cost) or (1 if single else None)
        yield Defect(code=f"K{before}", label=label, points=cost, max_count=most)


def _label(said: str) -> str:
    """Return what a case is, without the words that count it."""
    plain = trimmed(_LAST.sub("", trimmed(said)))
    return trimmed(_FIRST.sub("", plain))


def _cases(limit: re.Match[str] | None, cost: Fraction) -> int | None:
    """Return up to how many cases cost, where the notes set a limit that is a whole number."""
    if limit is None:
        return None
    cases = number_of(limit[1] or limit[2]) / cost
    return int(cases) if cases.denominator == 1 and 0 < cases < LARGEST else None
