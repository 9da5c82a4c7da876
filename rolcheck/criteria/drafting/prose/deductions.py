"""Deductions: 每发现一项不符合扣0.5分，扣完为止."""

import re
from dataclasses import dataclass, field
from fractions import Fraction

from rolcheck.base.models import LARGEST
from rolcheck.criteria.drafting.prose.clauses import (
    NO_POINTS,
    Note,
    Reading,
    clauses,
    points_of,
    says_points,
    trimmed,
)
from rolcheck.criteria.drafting.words import NUMBER, is_exact, number_of
from rolcheck.criteria.rules.deduct import DeductRule, Defect

_UNIT = "[个项次件处份起人条天例]"
_AMOUNT = re.compile(
    rf"(?<!倒)扣(?:除|减|罚)?(?:本项|该项|得)?\s*({NUMBER})\s*分(?:\s*/\s*{_UNIT})?|按\s*({NUMBER})\s*分\s*/\s*[个项次件处份]\s*(?:予以)?扣分?"
    rf"|({NO_POINTS})"
)
_SUM = r"(?:本项|该项|此项|以上|合计|共计|总计|累计|扣分)*"
_MOST = re.compile(
    rf"[,，、\s（(]*{_SUM}(?:(?:最多|最高|至多|累计|上限|不超过|封顶)[^\d零一二两三四五六七八九十半]{{0,6}}({NUMBER})\s*分"
    rf"|({NUMBER})\s*分?\s*(?:为限|封顶|扣完为止))(?:为止|封顶)?"
)
_GAIN = re.compile(rf"(?:[得计记给赋]\s*(?:{NUMBER}\s*分|满分))")
_PARTIAL = re.compile(r"(?<!\d)(?!100%)\d+(?:\.\d+)?\s*%|名次|以内")
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


@dataclass(slots=True)
class _Costs:
    """What was found so far.

    Attributes:
        note: What is read.
        defects: What costs, in its order.
        unread: What no defect says.
        caps: The most that all of them cost, and the words that say it.
        shared: The caps at the end of a clause with several amounts.
        costly: How many clauses say what costs.
        parts: Whether a deduction is from points of a part (得2分，少1次扣1分), not from all.
    """

    note: Note
    defects: list[Defect] = field(default_factory=list)
    unread: list[str] = field(default_factory=list)
    caps: list[tuple[Fraction, str]] = field(default_factory=list)
    shared: list[str] = field(default_factory=list)
    costly: int = 0
    parts: bool = False

    def read(self, clause: str) -> None:
        """Read one clause."""
        cap = _MOST.fullmatch(clause)
        if cap:
            self.caps.append((number_of(cap[1] or cap[2]), clause))
            return
        at, before = 0, len(self.defects)
        amounts = [match for match in _AMOUNT.finditer(clause) if match[3] != "扣完"]
        for match in amounts:
            if match.start() < at:
                continue
            limit = _MOST.match(clause, match.end())
            end = limit.end() if limit else match.end()
            behind = clause[end : end + 5]
            if limit and at:
                self._of_all(limit)
                limit = None
            self._defect(clause[at : match.start()], match, limit, behind)
            at = end
        self.costly += len(self.defects) > before
        tail = clause[at:] if len(self.defects) > before else clause
        if says_points(tail) and not _IDLE.match(tail):
            self.unread.append(tail.strip(" ,，"))
            self.parts |= at > 0 and _GAIN.search(tail) is not None

    def _defect(
        self, said: str, match: re.Match[str], limit: re.Match[str] | None, behind: str
    ) -> None:
        said = self._without_gains(said)
        cost = self.note.full if match[3] else number_of(match[1] or match[2])
        label = _label(said) or trimmed(self.note.title)
        if not cost or not is_exact(cost) or not label:
            self.unread.append(f"{said}{match[0]}".strip(" ,，、"))
            return
        if self.note.full is not None and cost > self.note.full:
            self.unread.append(f"{said}{match[0]}".strip(" ,，、"))
        single = bool(match[3]) or not _EACH.search(said + match[0] + behind)
        most = _cases(limit, cost) or (1 if single else None)
        if limit and not _cases(limit, cost):
            self.caps.append((number_of(limit[1] or limit[2]), limit[0].strip(" ,，、（(")))
        code = f"K{len(self.defects) + 1}"
        self.defects.append(Defect(code=code, label=label, points=cost, max_count=most))

    def _of_all(self, limit: re.Match[str]) -> None:
        """Take the limit at the end of a clause with several amounts as one of their sum."""
        said = limit[0].strip(" ,，、（(")
        self.caps.append((number_of(limit[1] or limit[2]), said))
        self.shared.append(said)

    def _without_gains(self, said: str) -> str:
        """Return what is said behind what gives points; that gives all, or nothing is clear."""
        gains = list(_GAIN.finditer(said))
        if not gains:
            return said
        front = said[: gains[-1].end()]
        if any(points_of(gain[0], self.note.full) != self.note.full for gain in gains):
            self.parts = True
        if _PARTIAL.search(front):
            self.unread.append(front.strip(" ,，"))
        return said[gains[-1].end() :]

    def floor(self) -> Fraction:
        """Return what is left at the least; caps that no floor says go to what is unread."""
        full = self.note.full
        alone = len(self.caps) == 1 and full is not None and not (self.shared and self.costly > 1)
        if alone and full is not None and is_exact(max(full - self.caps[0][0], Fraction(0))):
            return max(full - self.caps[0][0], Fraction(0))
        self.unread += [said for _, said in self.caps]
        return Fraction(0)


def read_deductions(note: Note) -> Reading | None:
    """Return the rule of notes that say what each defect costs; None where they do not."""
    found = _Costs(note)
    said = clauses(note.text)
    for clause in said:
        found.read(clause)
    if not found.defects or found.parts or not any("扣" in clause for clause in said):
        return None
    floor = found.floor()
    rule = DeductRule(defects=tuple(found.defects))
    if floor:
        rule = DeductRule(defects=tuple(found.defects), floor=floor)
    remarks = (f"“{said}”按该句各项合计理解" for said in found.shared if floor)
    return Reading(rule, tuple(found.unread), tuple(remarks))


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
