"""What is done and what it gives: 制定并公布的得3分，只制定的得1分，未制定的不得分."""

import re
from fractions import Fraction

from rolcheck.criteria.drafting.numbering import numbered
from rolcheck.criteria.drafting.prose.clauses import (
    NO_POINTS,
    Note,
    Reading,
    clauses,
    points_of,
    says_points,
    trimmed,
)
from rolcheck.criteria.drafting.words import NUMBER, half_width, is_exact, number_of
from rolcheck.criteria.rules.binary import BinaryRule
from rolcheck.criteria.rules.deduct import DeductRule, Defect
from rolcheck.criteria.rules.graded import GradedRule, Level

_GIVES = re.compile(
    rf"(?:(?:可?得|计|给|记|赋)\s*{NUMBER}\s*分|(?:得|计|给)?满分|{NO_POINTS})(?!\s*[-~])"
)
_BARE = re.compile(
    rf"[（(]\s*({NUMBER})\s*分\s*[）)]|(?<=[\u4e00-\u9fff,，\s）)])({NUMBER})\s*分\.?$"
)
"""Points behind what they are for, without a verb: 制定规划（3分）；审批材料齐全，2分."""
_YES, _NO = (
    ("是", "有", "符合", "达到", "做到"),
    ("否", "无", "没有", "不符合", "未达到", "未做到", "否则"),
)
_TAKES = re.compile(rf"扣[^完,，;；。]{{0,4}}{NUMBER}\s*分")
_COUNTED = re.compile(r"每|最[高多]|至多|累计|不超过|上限|封顶")
_PIECES = re.compile(r"[;；。\n]+|(?<=[分）)])[,，、]")
_SET_OFF = re.compile(rf"[。;；\s]+(?=[（(]\s*{NUMBER}\s*分\s*[）)])")
_LABELS = "ABCDEFGH"
_LONGEST = 200
Case = tuple[str, Fraction]


def read_alternatives(note: Note) -> Reading | None:
    """Return the rule of notes that say what each case gives; None where they do not."""
    cases: list[Case] = []
    unread: list[str] = []
    for clause in clauses(note.text):
        found = _cases(clause, note)
        cases += found
        if not found and says_points(clause):
            unread.append(clause)
    if note.full is None or _TAKES.search(half_width(note.text)):
        return None
    if any(_COUNTED.search(said.replace("每年", "")) for said, points in cases if points):
        return None
    if not cases:
        return _named_parts(note)
    rule = _one(cases, note) or _parts(cases, note.full) or _levels(cases, note.full)
    return Reading(rule, tuple(unread)) if rule else None


def _named_parts(note: Note) -> Reading | None:
    """Return the rule of notes that name parts with points behind, which add up to all."""
    cases: list[Case] = []
    for piece in _PIECES.split(_SET_OFF.sub("", half_width(note.text))):
        at = 0
        for match in _BARE.finditer(piece):
            said = trimmed(numbered(trimmed(piece[at : match.start()])).text)
            at = match.end()
            if said:
                cases.append((said, number_of(match[1] or match[2])))
    counted = any(_COUNTED.search(said.replace("每年", "")) for said, _ in cases)
    exact = all(is_exact(points) for _, points in cases)
    rule = None if counted or not exact or note.full is None else _parts(cases, note.full)
    return Reading(rule) if rule else None


def _cases(clause: str, note: Note) -> list[Case]:
    found: list[Case] = []
    at = 0
    for match in _GIVES.finditer(clause):
        said, at = trimmed(clause[at : match.start()]), match.end()
        points = points_of(match[0], note.full)
        if points is not None and is_exact(points) and said:
            found.append((said, points))
    return found


def _one(cases: list[Case], note: Note) -> BinaryRule | None:
    """Return a question where there are a yes and a no, or only what gives nothing."""
    match cases:
        case [(said, points)] if points == note.full:
            return BinaryRule(question=said[:_LONGEST])
        case [(said, points)] if not points:
            return BinaryRule(question=f"是否符合要求（{said}的不得分）"[:_LONGEST])
        case [(yes, points), (no, nothing)] if points == note.full and not nothing:
            asked = note.title if yes in _YES and no in _NO else yes
            return BinaryRule(question=asked[:_LONGEST])
    return None


def _parts(cases: list[Case], full: Fraction) -> DeductRule | None:
    """Return one defect a part where the parts add up to the full points."""
    gains = [(said, points) for said, points in cases if points]
    if len(gains) < 2 or sum(points for _, points in gains) != full:
        return None
    return DeductRule(
        defects=tuple(
            Defect(code=f"K{index}", label=f"未做到：{said}", points=points, max_count=1)
            for index, (said, points) in enumerate(gains, 1)
        )
    )


def _levels(cases: list[Case], full: Fraction) -> GradedRule | None:
    """Return levels where the best gives all and no two give the same."""
    given = [points for _, points in cases]
    if not 2 <= len(cases) <= len(_LABELS) or max(given) != full or len({*given}) < len(given):
        return None
    ranked = sorted(cases, key=lambda case: -case[1])
    return GradedRule(
        levels=tuple(
            Level(label=label, points=points, describe=said)
            for label, (said, points) in zip(_LABELS, ranked, strict=False)
        )
    )
